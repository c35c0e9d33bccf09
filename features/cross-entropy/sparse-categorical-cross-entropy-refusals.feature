Feature: What categorical cross-entropy refuses of integer labels

  A label says where to look: it is a position along the axis of the classes, counted
  from 0. A label outside has no probability. What frameworks do with one is the subject of the
  page sparse-softmax-cross-entropy-with-logits-label-range.

  @req:cross-entropy.sparse-categorical.label-range @must
  Rule: A label outside [0, K) is refused, or read in one of the known ways

    Scenario Outline: Label <label> among three classes, type <type>
      Given the <type> tensor labels = [0, <label>, 2]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
      When sparse_categorical_cross_entropy is computed
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
      And the float32 tensor output = [[0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1]]
      When sparse_categorical_cross_entropy is computed with axis <axis>
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

      Examples:
        | axis | labels       |
        | 1    | [4, 1]       |
        | 0    | [1, 0, 2, 1] |

    Scenario: Only another value than the label is ignored
      Given the int32 tensor labels = [1, -1]
      And the float32 tensor output = [[0.5, 0.5], [0.5, 0.5]]
      When sparse_categorical_cross_entropy is computed with ignore_index -100
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range

  @req:cross-entropy.sparse-categorical.label-choices @should
  Rule: Implementations that don't refuse a label are recognised by what they give

    Scenario: A label of minus one
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.375, 0.125]]
      When sparse_categorical_cross_entropy is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [0.693147, NaN]
      And where sparse_label.negative is zero the result is [0.693147, 0]
      And where sparse_label.negative is wraps the result is [0.693147, 2.079442]

    Scenario: A label of K
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.375, 0.125]]
      When sparse_categorical_cross_entropy is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [0.693147, NaN]
      And where sparse_label.past_classes is zero the result is [0.693147, 0]

  @req:cross-entropy.sparse-categorical.refusals @must
  Rule: Labels are integers of the right shape, and all else fits

    Scenario Outline: Labels of shape <labels> for an output of shape <output>
      Given the int32 tensor labels of shape <labels> drawn from integers 0 2 with seed 8111
      And the float32 tensor output of shape <output> drawn from probabilities with seed 8112
      When sparse_categorical_cross_entropy is computed
      Then the operation is refused with invalid_shape

      Examples:
        | labels | output    |
        | [3]    | [2, 3]    |
        | []     | [2, 3]    |
        | [2, 3] | [2, 3]    |
        | [2, 4] | [2, 3, 4] |

    Scenario Outline: Labels of <labels> for an output of <output>
      Given the <labels> tensor labels of shape [2] drawn from coin 0.5 with seed 8113
      And the <output> tensor output of shape [2, 2] drawn from coin 0.5 with seed 8114
      When sparse_categorical_cross_entropy is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | labels  | output  |
        | float32 | float32 |
        | bool    | float32 |
        | int32   | int64   |

    Scenario: No labels
      Given the float32 tensor output = [[0.5, 0.5]]
      When sparse_categorical_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the int32 tensor labels = [1]
      When sparse_categorical_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario Outline: Axis <axis> of two
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When sparse_categorical_cross_entropy is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | axis |
        | 2    |
        | -3   |

    Scenario Outline: The attribute <attribute>
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When sparse_categorical_cross_entropy is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute           |
        | epsilon 0           |
        | epsilon 0.5         |
        | reduction average   |
        | ignore_index 0.5    |
        | axis true           |
        | label_smoothing 0.1 |
