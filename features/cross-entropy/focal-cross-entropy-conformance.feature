Feature: Focal cross-entropy over types, sizes and layouts

  The definition is on the page focal-cross-entropy.

  @req:cross-entropy.focal.lengths @must
  Rule: Any number of classes works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor target of shape [3, <length>] drawn from probabilities with seed <length>
      And the float32 tensor logits of shape [3, <length>] drawn from normal 3 with seed <length>1
      When focal_cross_entropy is computed
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
      Given the <dtype> tensor target of shape [2, <length>] drawn from probabilities with seed <length>
      And the <dtype> tensor logits of shape [2, <length>] drawn from normal 3 with seed <length>1
      When focal_cross_entropy is computed
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

  @req:cross-entropy.focal.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor target of shape [<length>, <columns>] drawn from probabilities with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      When focal_cross_entropy is computed with axis 0
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
      Given the <dtype> tensor target of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>1
      When focal_cross_entropy is computed with axis 1
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
      Given the <dtype> tensor target of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>1
      When focal_cross_entropy is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | axis | dtype    | seed |
        | [5]             | []           | 0    | float32  | 5700 |
        | [3, 4]          | [4]          | -2   | float64  | 5701 |
        | [3, 4]          | [3]          | 1    | float16  | 5702 |
        | [2, 3, 4]       | [3, 4]       | -3   | bfloat16 | 5703 |
        | [2, 3, 4]       | [2, 4]       | 1    | float32  | 5704 |
        | [2, 3, 4]       | [2, 3]       | -1   | float64  | 5705 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 0    | float16  | 5706 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | -3   | bfloat16 | 5707 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 2    | float32  | 5708 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | -1   | float64  | 5709 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 0    | float16  | 5710 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | -4   | bfloat16 | 5711 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2    | float32  | 5712 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | -2   | float64  | 5713 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 4    | float16  | 5714 |

  @req:cross-entropy.focal.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor target of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When focal_cross_entropy is computed as first
      And focal_cross_entropy is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
