Feature: log_sum_exp over types, sizes and layouts

  The definition is on the page log-sum-exp. One number comes out of each slice, so a dropped tail
  is a small error, and one read twice is too: the bound is a few units in the last place.

  @req:softmax.log_sum_exp.lengths @must
  Rule: Any number of classes works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor logits of shape [3, <length>] drawn from normal 4 with seed <length>
      When log_sum_exp is computed
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
        | 31     |
        | 32     |
        | 63     |
        | 64     |
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from normal 4 with seed <length>
      When log_sum_exp is computed
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

  @req:softmax.log_sum_exp.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor logits of shape [<length>, <columns>] drawn from normal 4 with seed <columns>
      When log_sum_exp is computed with axis 0
      Then the result has dtype float32 and shape [<columns>]
      And the result conforms

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
      When log_sum_exp is computed with axis 1
      Then the result has dtype <dtype> and shape [2, <columns>]
      And the result conforms

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
      When log_sum_exp is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | axis | dtype    | seed |
        | [5]             | []           | 0    | float32  | 5100 |
        | [3, 4]          | [4]          | -2   | float64  | 5101 |
        | [3, 4]          | [3]          | 1    | float16  | 5102 |
        | [2, 3, 4]       | [3, 4]       | -3   | bfloat16 | 5103 |
        | [2, 3, 4]       | [2, 4]       | 1    | float32  | 5104 |
        | [2, 3, 4]       | [2, 3]       | -1   | float64  | 5105 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 0    | float16  | 5106 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | -3   | bfloat16 | 5107 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 2    | float32  | 5108 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | -1   | float64  | 5109 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 0    | float16  | 5110 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | -4   | bfloat16 | 5111 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2    | float32  | 5112 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | -2   | float64  | 5113 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 4    | float16  | 5114 |

  @req:softmax.log_sum_exp.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>
      When log_sum_exp is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 5120 |
        | normal 30           | float32  | 5121 |
        | uniform -80 80      | float32  | 5122 |
        | sorted 5            | float32  | 5123 |
        | dominant 40         | float32  | 5124 |
        | equal 3             | float32  | 5125 |
        | offset 1e4          | float32  | 5126 |
        | offset -1e4         | float32  | 5127 |
        | offset 1e30         | float32  | 5128 |
        | alternating 43      | float32  | 5129 |
        | alternating 88      | float32  | 5130 |
        | stagnation -16.6356 | float32  | 5131 |
        | normal 30           | float64  | 5132 |
        | uniform 0 700       | float64  | 5133 |
        | dominant 300        | float64  | 5134 |
        | alternating 350     | float64  | 5135 |
        | offset 1e10         | float64  | 5136 |
        | normal 5            | float16  | 5137 |
        | uniform -8 8        | float16  | 5138 |
        | offset 1e3          | float16  | 5139 |
        | alternating 4       | float16  | 5140 |
        | normal 5            | bfloat16 | 5141 |
        | uniform -80 80      | bfloat16 | 5142 |
        | dominant 20         | bfloat16 | 5143 |

  @req:softmax.log_sum_exp.vocabulary @must
  Rule: Tens of thousands of classes do not wear out the sum

    A product of ONNX Runtime gives ln(2^24) = 16.6355 for twice as many zeros: a float32 sum of
    ones stops there. Narrower types stop long before.

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>
      When log_sum_exp is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family   | dtype   | seed |
        | 32768  | normal 5 | float32 | 5150 |
        | 131072 | normal 1 | float32 | 5151 |
        | 131072 | normal 5 | float64 | 5152 |
        | 100000 | normal 1 | float16 | 5153 |

  @req:softmax.log_sum_exp.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When log_sum_exp is computed as first
      And log_sum_exp is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
