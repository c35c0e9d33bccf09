Feature: What sparse softmax cross-entropy with logits refuses

  Labels outside the classes have a page of their own.

  @req:cross-entropy.sparse.refusals @must
  Rule: Labels are integers of the right shape, and all else fits

    Scenario Outline: Labels of shape <labels> for logits of shape <logits>
      Given the int32 tensor labels of shape <labels> drawn from integers 0 2 with seed 221
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 222
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_shape

      Examples:
        | labels | logits    |
        | [2, 1] | [2, 3]    |
        | [3]    | [2, 3]    |
        | []     | [2, 3]    |
        | [2, 3] | [2, 3]    |
        | [6]    | [2, 3, 4] |
        | [2, 4] | [2, 3, 4] |

    Scenario Outline: Class weights of shape <weights> for three classes
      Given the int32 tensor labels = [0, 2]
      And the float32 tensor logits = [[1, 2, 3], [3, 1, 2]]
      And the float32 tensor class_weights of shape <weights> drawn from equal 1 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_shape

      Examples:
        | weights |
        | [2]     |
        | [4]     |
        | [1]     |
        | [1, 3]  |

    Scenario Outline: Labels of <labels>, logits of <logits>, weights of <weights>
      A label of 1.7 cut down to 1 is a wrong label.

      Given the <labels> tensor labels of shape [2] drawn from coin 0.5 with seed 223
      And the <logits> tensor logits of shape [2, 2] drawn from coin 0.5 with seed 224
      And the <weights> tensor class_weights of shape [2] drawn from equal 1 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | labels  | logits  | weights |
        | float32 | float32 | float32 |
        | bool    | float32 | float32 |
        | int32   | int32   | float32 |
        | int32   | float32 | float64 |
        | int32   | float32 | int32   |

    Scenario: No labels
      Given the float32 tensor logits = [[1, 2]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the int32 tensor labels = [1]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario Outline: Axis <axis> of two
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[1, 2], [2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | axis |
        | 2    |
        | -3   |

    Scenario Outline: The attribute <attribute>
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[1, 2], [2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute         |
        | reduction average |
        | ignore_index 0.5  |
        | ignore_index true |
        | ignore_class 1    |
