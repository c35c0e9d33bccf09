Feature: masked_softmax over types, sizes and layouts

  The definition is on the page masked-softmax. About a third of the positions are masked. A slice
  of which nothing is kept is a choice, and may turn up in the short ones.

  @req:masking.masked_softmax.lengths @must
  Rule: Any number of positions works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor logits of shape [3, <length>] drawn from normal 4 with seed <length>
      And the bool tensor mask of shape [3, <length>] drawn from coin 0.7 with seed <length>1
      When masked_softmax is computed
      Then the result conforms

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
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from normal 4 with seed <length>
      And the bool tensor mask of shape [2, <length>] drawn from coin 0.7 with seed <length>1
      When masked_softmax is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 8      |
        | float64  | 9      |
        | float64  | 17     |
        | float64  | 33     |
        | float16  | 7      |
        | float16  | 9      |
        | float16  | 17     |
        | float16  | 33     |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 9      |
        | bfloat16 | 17     |
        | bfloat16 | 33     |
        | bfloat16 | 65     |

  @req:masking.masked_softmax.strides @must
  Rule: The positions may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor logits of shape [<length>, <columns>] drawn from normal 4 with seed <columns>
      And the bool tensor mask of shape [<length>, <columns>] drawn from coin 0.7 with seed <columns>1
      When masked_softmax is computed with axis 0
      Then the result conforms

      Examples: columns around the widths of vector registers
        | length | columns |
        | 3      | 7       |
        | 5      | 8       |
        | 3      | 9       |
        | 2      | 16      |
        | 4      | 17      |
        | 3      | 33      |
        | 2      | 65      |
        | 33     | 3       |
        | 65     | 2       |

    Scenario Outline: Two blocks of <length> by <columns> in <dtype>, classes in the middle
      Given the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 4 with seed <columns>
      And the bool tensor mask of shape [2, <length>, <columns>] drawn from coin 0.7 with seed <columns>1
      When masked_softmax is computed with axis 1
      Then the result conforms

      Examples: a stride between neighbours, in every dtype
        | dtype    | length | columns |
        | float32  | 7      | 3       |
        | float32  | 17     | 2       |
        | float32  | 3      | 9       |
        | float64  | 9      | 5       |
        | float16  | 5      | 17      |
        | bfloat16 | 33     | 3       |

    Scenario Outline: Axis <axis> of shape <shape> in <dtype>
      Given the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>
      And the bool tensor mask of shape <shape> drawn from coin 0.7 with seed <seed>1
      When masked_softmax is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | axis | dtype    | seed |
        | [5]             | 0    | float32  | 6000 |
        | [3, 4]          | -2   | float64  | 6001 |
        | [3, 4]          | 1    | float16  | 6002 |
        | [2, 3, 4]       | -3   | bfloat16 | 6003 |
        | [2, 3, 4]       | 1    | float32  | 6004 |
        | [2, 3, 4]       | -1   | float64  | 6005 |
        | [2, 3, 4, 5]    | 0    | float16  | 6006 |
        | [2, 3, 4, 5]    | -3   | bfloat16 | 6007 |
        | [2, 3, 4, 5]    | 2    | float32  | 6008 |
        | [2, 3, 4, 5]    | -1   | float64  | 6009 |
        | [2, 3, 2, 4, 3] | 0    | float16  | 6010 |
        | [2, 3, 2, 4, 3] | -4   | bfloat16 | 6011 |
        | [2, 3, 2, 4, 3] | 2    | float32  | 6012 |
        | [2, 3, 2, 4, 3] | -2   | float64  | 6013 |
        | [2, 3, 2, 4, 3] | 4    | float16  | 6014 |
        | [1, 4]          | 1    | float32  | 6015 |
        | [1]             | 0    | float64  | 6016 |

  @req:masking.masked_softmax.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>
      And the bool tensor mask of shape [2, 100] drawn from coin 0.7 with seed <seed>1
      When masked_softmax is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 6020 |
        | normal 30           | float32  | 6021 |
        | uniform -80 80      | float32  | 6022 |
        | sorted 5            | float32  | 6023 |
        | dominant 40         | float32  | 6024 |
        | equal 3             | float32  | 6025 |
        | offset 1e4          | float32  | 6026 |
        | offset -1e4         | float32  | 6027 |
        | offset 1e30         | float32  | 6028 |
        | alternating 43      | float32  | 6029 |
        | alternating 88      | float32  | 6030 |
        | stagnation -16.6356 | float32  | 6031 |
        | normal 30           | float64  | 6032 |
        | uniform 0 700       | float64  | 6033 |
        | dominant 300        | float64  | 6034 |
        | alternating 350     | float64  | 6035 |
        | offset 1e10         | float64  | 6036 |
        | normal 5            | float16  | 6037 |
        | uniform -8 8        | float16  | 6038 |
        | offset 1e3          | float16  | 6039 |
        | alternating 4       | float16  | 6040 |
        | normal 5            | bfloat16 | 6041 |
        | uniform -80 80      | bfloat16 | 6042 |
        | dominant 20         | bfloat16 | 6043 |

  @req:masking.masked_softmax.vocabulary @must
  Rule: Tens of thousands of positions do not wear out the sum

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>
      And the bool tensor mask of shape [<length>] drawn from coin 0.7 with seed <seed>1
      When masked_softmax is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family              | dtype    | seed |
        | 32768  | normal 5            | float32  | 6050 |
        | 131072 | normal 1            | float32  | 6051 |
        | 131072 | stagnation -16.6356 | float32  | 6052 |
        | 131072 | normal 5            | float64  | 6053 |
        | 100000 | equal 0             | float16  | 6054 |
        | 100000 | equal 0             | bfloat16 | 6055 |
        | 100000 | normal 1            | float16  | 6056 |

  @req:masking.masked_softmax.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      And the bool tensor mask of shape [3, 33] drawn from coin 0.7 with seed 7905
      When masked_softmax is computed as first
      And masked_softmax is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
