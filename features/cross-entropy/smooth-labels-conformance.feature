Feature: smooth_labels over types, sizes and layouts

  The definition is on the page smooth-labels. Each label is a number of its own, but K is a length,
  and taken from the wrong axis it is the wrong one.

  @req:cross-entropy.smooth-labels.lengths @must
  Rule: Any number of labels works

    Scenario Outline: Three rows of <length>
      Given the float32 tensor labels of shape [3, <length>] drawn from probabilities with seed <length>
      When smooth_labels is computed with alpha 0.1
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 7      |
        | 8      |
        | 9      |
        | 15     |
        | 16     |
        | 17     |
        | 31     |
        | 33     |
        | 63     |
        | 64     |
        | 65     |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the <dtype> tensor labels of shape [2, <length>] drawn from probabilities with seed <length>
      When smooth_labels is computed with alpha 0.1
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

  @req:cross-entropy.smooth-labels.strides @must
  Rule: K is the length of the axis that the classes are on

    On every shape here the lengths of the axes differ (tensorflow/tensorflow#32231, B014).

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor labels of shape [<length>, <columns>] drawn from probabilities with seed <columns>
      When smooth_labels is computed with axis 0, alpha 0.1
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
      Given the <dtype> tensor labels of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>
      When smooth_labels is computed with axis 1, alpha 0.1
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
      Given the <dtype> tensor labels of shape <shape> drawn from probabilities with seed <seed>
      When smooth_labels is computed with axis <axis>, alpha 0.1
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | axis | dtype    | seed |
        | [5]             | 0    | float32  | 5800 |
        | [3, 4]          | -2   | float64  | 5801 |
        | [3, 4]          | 1    | float16  | 5802 |
        | [2, 3, 4]       | -3   | bfloat16 | 5803 |
        | [2, 3, 4]       | 1    | float32  | 5804 |
        | [2, 3, 4]       | -1   | float64  | 5805 |
        | [2, 3, 4, 5]    | 0    | float16  | 5806 |
        | [2, 3, 4, 5]    | -3   | bfloat16 | 5807 |
        | [2, 3, 4, 5]    | 2    | float32  | 5808 |
        | [2, 3, 4, 5]    | -1   | float64  | 5809 |
        | [2, 3, 2, 4, 3] | 0    | float16  | 5810 |
        | [2, 3, 2, 4, 3] | -4   | bfloat16 | 5811 |
        | [2, 3, 2, 4, 3] | 2    | float32  | 5812 |
        | [2, 3, 2, 4, 3] | -2   | float64  | 5813 |
        | [2, 3, 2, 4, 3] | 4    | float16  | 5814 |
