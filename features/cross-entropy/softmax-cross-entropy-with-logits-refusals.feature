Feature: What softmax cross-entropy with logits refuses

  Labels and logits describe the same classes of the same examples. Where they can't be
  matched, or an attribute is unknown or out of its range, there is no loss but an error.

  @req:cross-entropy.softmax.refusals @must
  Rule: Labels and logits fit each other, and attributes are known

    Scenario Outline: Labels of shape <labels> for logits of shape <logits>
      Given the float32 tensor labels of shape <labels> drawn from probabilities with seed 191
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 192
      When softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_shape

      Examples:
        | labels    | logits |
        | [2, 4]    | [2, 3] |
        | [3, 3]    | [2, 3] |
        | [2]       | [2, 3] |
        | [2, 3, 1] | [2, 3] |
        | [4, 3]    | [1, 3] |

    Scenario Outline: Labels of <labels> for logits of <logits>
      Given the <labels> tensor labels of shape [2, 2] drawn from coin 0.5 with seed 193
      And the <logits> tensor logits of shape [2, 2] drawn from coin 0.5 with seed 194
      When softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | labels   | logits  |
        | int32    | float32 |
        | int64    | float32 |
        | bool     | float32 |
        | float32  | int32   |
        | float32  | float64 |
        | bfloat16 | float32 |

    Scenario: Scalars have no axis
      Given the float32 tensor labels = 1
      And the float32 tensor logits = 3
      When softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_axis

    Scenario: No labels
      Given the float32 tensor logits = [[1, 2]]
      When softmax_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the float32 tensor labels = [[0, 1]]
      When softmax_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor labels = [[1, 0]]
      And the float32 tensor logits = [[1, 2]]
      When softmax_cross_entropy_with_logits is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute        |
        | reduction batch  |
        | axis true        |
        | epsilon 1e-7     |
        | from_logits true |
