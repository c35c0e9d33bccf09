Feature: softmax of every length and shape

  A fast implementation works on 8, 16, 32 or 64 elements at a time and treats the rest apart, or
  handles short and long slices by different code. So every length around those widths is tried, with
  several slices one after another, which a read or write past the end of one of them spoils.

  @req:softmax.shapes.tails @must
  Rule: Any slice length works

    A GPU kernel gave wrong float64 results for odd lengths between 513 and 1,023 only (B070), others
    failed at lengths their work groups do not divide (B147).

    Scenario Outline: Three rows of <length>
      Given the float32 tensor logits of shape [3, <length>] drawn from normal 4 with seed <length>
      When softmax is computed with axis 1
      Then the result conforms
      And every slice of the result along axis 1 sums to 1

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 4      |
        | 5      |
        | 7      |
        | 8      |
        | 9      |
        | 15     |
        | 16     |
        | 17     |
        | 31     |
        | 32     |
        | 33     |
        | 63     |
        | 64     |
        | 65     |

      Examples: around the widths of work groups
        | length |
        | 127    |
        | 255    |
        | 257    |
        | 513    |
        | 1023   |
        | 1025   |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from normal 2 with seed <length>
      When softmax is computed
      Then the result conforms
      And every slice of the result along axis 1 sums to 1

      Examples: odd lengths in the other dtypes
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 9      |
        | float64  | 33     |
        | float64  | 765    |
        | float16  | 7      |
        | float16  | 17     |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 17     |
        | bfloat16 | 65     |

    Scenario Outline: Slices of <length> along the first axis, <columns> columns
      Given the float32 tensor logits of shape [<length>, <columns>] drawn from normal 4 with seed <seed>
      When softmax is computed with axis 0
      Then the result conforms
      And every slice of the result along axis 0 sums to 1

      Examples: columns around the widths of vector registers
        | length | columns | seed |
        | 3      | 1       | 401  |
        | 3      | 2       | 402  |
        | 5      | 7       | 403  |
        | 3      | 9       | 404  |
        | 10     | 17      | 405  |
        | 4      | 33      | 406  |
        | 2      | 65      | 407  |
        | 65     | 3       | 408  |

    Scenario Outline: <rows> rows of <length>
      Given the float32 tensor logits of shape [<rows>, <length>] drawn from normal 4 with seed <rows>
      When softmax is computed
      Then the result conforms

      Examples: many short rows, where slices share a vector
        | rows | length |
        | 17   | 2      |
        | 33   | 3      |
        | 65   | 5      |
        | 257  | 3      |

    Scenario: The largest logit is the last, past the last full vector
      A tail left out of the maximum would overflow here.

      Given the float32 tensor logits = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200]
      When softmax is computed
      Then the result is [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]

  @req:softmax.shapes.length_one @must
  Rule: One class has the probability 1, exactly

    Scenario Outline: A single class with logit <logit> in <dtype>
      Given the <dtype> tensor logits = [[<logit>], [0]]
      When softmax is computed with axis 1
      Then the result is exactly [[1], [1]]

      Examples: small, large, and the largest
        | dtype    | logit          |
        | float32  | -3             |
        | float32  | 88.8           |
        | float32  | -104           |
        | float32  | 0x1.fffffep127 |
        | float64  | 710            |
        | float16  | -65504         |
        | bfloat16 | -0x1.fep127    |

    Scenario Outline: Nothing but one logit: <logits>
      Given the float32 tensor logits = <logits>
      When softmax is computed
      Then the result is exactly <probabilities>

      Examples: in one axis and more
        | logits  | probabilities |
        | [7]     | [1]           |
        | [[-90]] | [[1]]         |
        | [[[0]]] | [[[1]]]       |

    Scenario: A middle axis of length one
      Given the float32 tensor logits = [[[1, 2, 3]], [[400, 0, -400]]]
      When softmax is computed with axis 1
      Then the result is exactly [[[1, 1, 1]], [[1, 1, 1]]]

    Scenario: Axes of length one beside the classes change nothing
      Given the float32 tensor logits = [1, 2, 4]
      When softmax is computed as flat
      Given the float32 tensor logits = [[[1, 2, 4]]]
      When softmax is computed as wrapped
      Then flat and wrapped agree
      And wrapped is [[[0.0420, 0.1142, 0.8438]]]

  @req:softmax.shapes.empty @must
  Rule: Nothing in, nothing out

    Scenario Outline: Shape <shape>, axis <axis>
      The reference of ONNX failed here (onnx/onnx#7169, B101).

      Given the float32 tensor logits of shape <shape> = []
      When softmax is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>

      Examples: an empty batch
        | shape     | axis |
        | [0, 3]    | 1    |
        | [0, 3]    | -1   |
        | [2, 0, 3] | 2    |

      Examples: an empty axis of classes
        | shape     | axis |
        | [0]       | 0    |
        | [2, 0]    | 1    |
        | [0, 3]    | 0    |
        | [2, 0, 3] | 1    |
