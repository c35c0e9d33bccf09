Feature: What the negative log-likelihood refuses

  @req:cross-entropy.negative-log-likelihood.label-range @must
  Rule: A label outside [0, K) is refused, or read in one of the known ways

    Scenario Outline: Label <label> among three classes, type <type>
      A label of -1 without an ignore_index was not refused in pytorch/pytorch#12670 (B060).

      Given the <type> tensor labels = [0, <label>, 2]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-1, -2, -3], [-1, -2, -3]]
      When negative_log_likelihood is computed
      Then where sparse_label.<side> is refused the operation is refused with label_out_of_range

      Examples: below
        | label       | type  | side     |
        | -1          | int32 | negative |
        | -4          | int64 | negative |
        | -2147483648 | int32 | negative |

      Examples: above, and a class in the low 32 bits only
        | label      | type  | side         |
        | 3          | int32 | past_classes |
        | 255        | int64 | past_classes |
        | 4294967297 | int64 | past_classes |

    Scenario Outline: Labels that count from one, along axis <axis>
      Given the int32 tensor labels = <labels>
      And the float32 tensor log_probabilities = [[-1, -2, -3, -4], [-8, -7, -6, -5]]
      When negative_log_likelihood is computed with axis <axis>
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

      Examples:
        | axis | labels       |
        | 1    | [4, 1]       |
        | 0    | [1, 0, 2, 1] |

    Scenario: Only another value than the label is ignored
      Given the int32 tensor labels = [1, -1]
      And the float32 tensor log_probabilities = [[-1, -2], [-1, -2]]
      When negative_log_likelihood is computed with ignore_index -100
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range

    Scenario: A class weight of zero is no excuse
      Given the int32 tensor labels = [1, 3]
      And the float32 tensor class_weights = [0, 1, 0]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-1, -2, -3]]
      When negative_log_likelihood is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

  @req:cross-entropy.negative-log-likelihood.label-choices @should
  Rule: Implementations that don't refuse a label are recognised by what they give

    Scenario: A label of minus one
      ONNX Runtime takes the last class without a word.

      Given the int32 tensor labels = [0, -1]
      And the float32 tensor log_probabilities = [[-3, -2, -1], [-3, -2, -1]]
      When negative_log_likelihood is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3, NaN]
      And where sparse_label.negative is zero the result is [3, 0]
      And where sparse_label.negative is wraps the result is [3, 1]

    Scenario: A label of K
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor log_probabilities = [[-3, -2, -1], [-3, -2, -1]]
      When negative_log_likelihood is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3, NaN]
      And where sparse_label.past_classes is zero the result is [3, 0]

  @req:cross-entropy.negative-log-likelihood.refusals @must
  Rule: Labels are integers of the right shape, and all else fits

    Scenario Outline: Labels of shape <labels> for log-probabilities of shape <scores>
      Given the int32 tensor labels of shape <labels> drawn from integers 0 2 with seed 2221
      And the float32 tensor log_probabilities of shape <scores> drawn from uniform -5 0 with seed 2222
      When negative_log_likelihood is computed
      Then the operation is refused with invalid_shape

      Examples:
        | labels | scores    |
        | [2, 1] | [2, 3]    |
        | [3]    | [2, 3]    |
        | []     | [2, 3]    |
        | [2, 3] | [2, 3]    |
        | [2, 4] | [2, 3, 4] |

    Scenario Outline: Class weights of shape <weights> for three classes
      Given the int32 tensor labels = [0, 2]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-3, -1, -2]]
      And the float32 tensor class_weights of shape <weights> drawn from equal 1 with seed 1
      When negative_log_likelihood is computed
      Then the operation is refused with invalid_shape

      Examples:
        | weights |
        | [2]     |
        | [4]     |
        | [1]     |
        | [1, 3]  |

    Scenario Outline: Labels of <labels>, log-probabilities of <scores>, weights of <weights>
      Given the <labels> tensor labels of shape [2] drawn from coin 0.5 with seed 2223
      And the <scores> tensor log_probabilities of shape [2, 2] drawn from coin 0.5 with seed 2224
      And the <weights> tensor class_weights of shape [2] drawn from equal 1 with seed 1
      When negative_log_likelihood is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | labels  | scores  | weights |
        | float32 | float32 | float32 |
        | bool    | float32 | float32 |
        | int32   | int64   | float32 |
        | int32   | float32 | float64 |

    Scenario: No labels
      Given the float32 tensor log_probabilities = [[-1, -2]]
      When negative_log_likelihood is computed
      Then the operation is refused with missing_input

    Scenario: No log-probabilities
      Given the int32 tensor labels = [1]
      When negative_log_likelihood is computed
      Then the operation is refused with missing_input

    Scenario Outline: Axis <axis> of two
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor log_probabilities = [[-1, -2], [-2, -4]]
      When negative_log_likelihood is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | axis |
        | 2    |
        | -3   |

    Scenario Outline: The attribute <attribute>
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor log_probabilities = [[-1, -2], [-2, -4]]
      When negative_log_likelihood is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute           |
        | reduction average   |
        | ignore_index 0.5    |
        | ignore_index true   |
        | axis 0.5            |
        | label_smoothing 0.1 |
