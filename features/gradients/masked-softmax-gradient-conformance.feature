Feature: Gradient of masked_softmax over types, sizes and layouts

  The definition is on the page masked-softmax-gradient.

  @req:gradients.masked.lengths @must
  Rule: Any number of positions works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor output_gradient of shape [3, <length>] drawn from normal 1 with seed <length>
      And the float32 tensor logits of shape [3, <length>] drawn from normal 3 with seed <length>1
      And the bool tensor mask of shape [3, <length>] drawn from coin 0.8 with seed <length>2
      When masked_softmax_gradient is computed
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
      Given the <dtype> tensor output_gradient of shape [2, <length>] drawn from normal 1 with seed <length>
      And the <dtype> tensor logits of shape [2, <length>] drawn from normal 3 with seed <length>1
      And the bool tensor mask of shape [2, <length>] drawn from coin 0.8 with seed <length>2
      When masked_softmax_gradient is computed
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

  @req:gradients.masked.strides @must
  Rule: The positions may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor output_gradient of shape [<length>, <columns>] drawn from normal 1 with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      And the bool tensor mask of shape [<length>, <columns>] drawn from coin 0.8 with seed <columns>2
      When masked_softmax_gradient is computed with axis 0
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
      Given the <dtype> tensor output_gradient of shape [2, <length>, <columns>] drawn from normal 1 with seed <columns>
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>1
      And the bool tensor mask of shape [2, <length>, <columns>] drawn from coin 0.8 with seed <columns>2
      When masked_softmax_gradient is computed with axis 1
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
      Given the <dtype> tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>1
      And the bool tensor mask of shape <shape> drawn from coin 0.8 with seed <seed>2
      When masked_softmax_gradient is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | axis | dtype    | seed |
        | [5]             | 0    | float32  | 6100 |
        | [3, 4]          | -2   | float64  | 6101 |
        | [3, 4]          | 1    | float16  | 6102 |
        | [2, 3, 4]       | -3   | bfloat16 | 6103 |
        | [2, 3, 4]       | 1    | float32  | 6104 |
        | [2, 3, 4]       | -1   | float64  | 6105 |
        | [2, 3, 4, 5]    | 0    | float16  | 6106 |
        | [2, 3, 4, 5]    | -3   | bfloat16 | 6107 |
        | [2, 3, 4, 5]    | 2    | float32  | 6108 |
        | [2, 3, 4, 5]    | -1   | float64  | 6109 |
        | [2, 3, 2, 4, 3] | 0    | float16  | 6110 |
        | [2, 3, 2, 4, 3] | -4   | bfloat16 | 6111 |
        | [2, 3, 2, 4, 3] | 2    | float32  | 6112 |
        | [2, 3, 2, 4, 3] | -2   | float64  | 6113 |
        | [2, 3, 2, 4, 3] | 4    | float16  | 6114 |

  @req:gradients.masked.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor output_gradient of shape [2, 100] drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>1
      And the bool tensor mask of shape [2, 100] drawn from coin 0.8 with seed <seed>2
      When masked_softmax_gradient is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 6120 |
        | normal 30           | float32  | 6121 |
        | uniform -80 80      | float32  | 6122 |
        | sorted 5            | float32  | 6123 |
        | dominant 40         | float32  | 6124 |
        | equal 3             | float32  | 6125 |
        | offset 1e4          | float32  | 6126 |
        | offset -1e4         | float32  | 6127 |
        | offset 1e30         | float32  | 6128 |
        | alternating 43      | float32  | 6129 |
        | alternating 88      | float32  | 6130 |
        | stagnation -16.6356 | float32  | 6131 |
        | normal 30           | float64  | 6132 |
        | uniform 0 700       | float64  | 6133 |
        | dominant 300        | float64  | 6134 |
        | alternating 350     | float64  | 6135 |
        | offset 1e10         | float64  | 6136 |
        | normal 5            | float16  | 6137 |
        | uniform -8 8        | float16  | 6138 |
        | offset 1e3          | float16  | 6139 |
        | alternating 4       | float16  | 6140 |
        | normal 5            | bfloat16 | 6141 |
        | uniform -80 80      | bfloat16 | 6142 |
        | dominant 20         | bfloat16 | 6143 |

  @req:gradients.masked.vocabulary @must
  Rule: Tens of thousands of positions do not wear out the sum

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor output_gradient of shape [<length>] drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>1
      And the bool tensor mask of shape [<length>] drawn from coin 0.8 with seed <seed>2
      When masked_softmax_gradient is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family   | dtype    | seed |
        | 32768  | normal 5 | float32  | 6150 |
        | 131072 | normal 1 | float32  | 6151 |
        | 32768  | normal 5 | float64  | 6152 |
        | 100000 | normal 1 | float16  | 6153 |
        | 100000 | normal 1 | bfloat16 | 6154 |

  @req:gradients.masked.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor output_gradient of shape [3, 33] drawn from normal 1 with seed 7906
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      And the bool tensor mask of shape [3, 33] drawn from coin 0.7 with seed 7905
      When masked_softmax_gradient is computed as first
      And masked_softmax_gradient is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
