Feature: Any axis can hold the classes

  Images come as [batch, height, width, classes] (channels last) or as
  [batch, classes, height, width] (channels first). The attribute axis says
  which axis holds the classes; the loss has the shape of the output without
  that axis: one number for each pixel.

  Axes count from 0, or from the end with -1 as the last one. Anything
  outside [-rank, rank) is refused. Keras 2.2 accepted -1 and 0 ... rank - 1,
  but no other negative axis; that is the value only_minus_one of the
  choice negative_axis.

  The data here is unsymmetric on purpose: on symmetric data a wrong axis
  gives the right numbers.

  @req:cross-entropy.axis.any @must
  Rule: The sum runs over the chosen axis, and the result lacks it

    Scenario: Two pixels with three classes, channels last and channels first
      Given the float32 tensor target = [[[1, 0, 0], [0, 0, 1]]]
      And the float32 tensor output = [[[0.5, 0.25, 0.25], [0.125, 0.75, 0.125]]]
      When categorical_cross_entropy is computed as last with axis -1
      Given the float32 tensor target = [[[1, 0], [0, 0], [0, 1]]]
      And the float32 tensor output = [[[0.5, 0.125], [0.25, 0.75], [0.25, 0.125]]]
      When categorical_cross_entropy is computed as first with axis 1
      Then last is [[0.693147, 2.079442]]
      And first is [[0.693147, 2.079442]]

    Scenario Outline: One matrix along axis <axis>
      The same numbers read along rows or along columns; the columns are divided by
      their own sums.

      Given the float64 tensor target = [[1, 0, 0], [0, 1, 1]]
      And the float64 tensor output = [[0.5, 0.2, 0.3], [0.1, 0.6, 0.3]]
      When categorical_cross_entropy is computed with axis <axis>
      Then the result is <losses>

      Examples: counted from the front
        | axis | losses                               |
        | 0    | [0.18232156, 0.28768207, 0.69314718] |
        | 1    | [0.69314718, 1.71479843]             |

      Examples: counted from the end
        | axis | losses                               |
        | -1   | [0.69314718, 1.71479843]             |
        | -2   | [0.18232156, 0.28768207, 0.69314718] |

    Scenario Outline: A square of logits along axis <axis>
      A square hides a wrong axis from every check of shapes.

      Given the float64 tensor target = [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
      And the float64 tensor output = [[1, 2, 4], [0, -1, 3], [7, 1, 0]]
      When categorical_cross_entropy is computed with from_logits true, axis <axis>
      Then the result is <losses>

      Examples:
        | axis | losses                               |
        | 0    | [6.00338490, 1.34901222, 1.32656264] |
        | 1    | [3.16984602, 0.06588390, 6.00338490] |

    Scenario Outline: Axis <axis> of shape <shape>, <form>
      Keras 2.2 ignored the axis where logits were given.

      Given the float32 tensor target of shape <shape> drawn from probabilities with seed 51
      And the float32 tensor output of shape <shape> drawn from <family> with seed 52
      When categorical_cross_entropy is computed with axis <axis>, from_logits <logits>
      Then the result conforms
      And the result has dtype float32 and shape <losses>

      Examples: probabilities
        | form          | shape        | axis | losses    | logits | family      |
        | probabilities | [5]          | 0    | []        | false  | uniform 0 1 |
        | probabilities | [3, 4]       | 0    | [4]       | false  | uniform 0 1 |
        | probabilities | [2, 3, 4]    | 0    | [3, 4]    | false  | uniform 0 1 |
        | probabilities | [2, 3, 4]    | 1    | [2, 4]    | false  | uniform 0 1 |
        | probabilities | [2, 3, 4]    | -3   | [3, 4]    | false  | uniform 0 1 |
        | probabilities | [2, 3, 4, 5] | 1    | [2, 4, 5] | false  | uniform 0 1 |
        | probabilities | [2, 3, 4, 5] | -2   | [2, 3, 5] | false  | uniform 0 1 |

      Examples: logits
        | form   | shape           | axis | losses       | logits | family   |
        | logits | [5]             | -1   | []           | true   | normal 5 |
        | logits | [3, 4]          | 0    | [4]          | true   | normal 5 |
        | logits | [2, 3, 4]       | 1    | [2, 4]       | true   | normal 5 |
        | logits | [2, 3, 4]       | -2   | [2, 4]       | true   | normal 5 |
        | logits | [2, 3, 4, 5]    | 1    | [2, 4, 5]    | true   | normal 5 |
        | logits | [2, 3, 4, 5]    | -4   | [3, 4, 5]    | true   | normal 5 |
        | logits | [2, 2, 3, 2, 3] | 2    | [2, 2, 2, 3] | true   | normal 5 |

  @req:cross-entropy.axis.range @must
  Rule: An axis outside the output's axes is refused

    Scenario Outline: Axis <axis> of an output of shape <shape>
      Wrapping such an axis round (legacy Keras took 7 of 3 axes for 1) reads the wrong axis in silence.

      Given the float32 tensor target of shape <shape> drawn from probabilities with seed 53
      And the float32 tensor output of shape <shape> drawn from probabilities with seed 54
      When categorical_cross_entropy is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples: past the end
        | shape     | axis |
        | [4]       | 1    |
        | [2, 4]    | 2    |
        | [2, 3, 4] | 3    |
        | [2, 3, 4] | 7    |

      Examples: before the start
        | shape     | axis |
        | [4]       | -2   |
        | [2, 4]    | -3   |
        | [2, 3, 4] | -4   |

    Scenario: An axis out of range for logits
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[3, 1], [0, 2]]
      When categorical_cross_entropy is computed with from_logits true, axis 2
      Then the operation is refused with invalid_axis

    Scenario: A scalar has no axis
      Given the float32 tensor target = 1
      And the float32 tensor output = 0.5
      When categorical_cross_entropy is computed
      Then the operation is refused with invalid_axis

    Scenario: A boolean is no axis
      True passes for 1 in some languages: keras-team/keras#16192 (B025).

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When categorical_cross_entropy is computed with axis true
      Then the operation is refused with invalid_attribute

  @req:cross-entropy.axis.negative @should
  Rule: Which negative axes are allowed is a choice of the implementation

    Scenario Outline: The <form> along the axis before the last
      Keras 2.2 answered axis -2 with a ValueError, and TensorFlow's loss of logits still does.

      Given the float64 tensor target = [[1, 0], [0, 1], [0, 0]]
      And the float64 tensor output = [[0.5, 0.125], [0.25, 0.625], [0.25, 0.25]]
      When categorical_cross_entropy is computed with axis -2, from_logits <logits>
      Then where negative_axis is any the result is <losses>
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is refused the operation is refused with invalid_axis

      Examples:
        | form          | logits | losses                   |
        | probabilities | false  | [0.69314718, 0.47000363] |
        | logits        | true   | [0.93906993, 0.83021852] |

    Scenario: The last axis by its negative number
      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When categorical_cross_entropy is computed with axis -1
      Then where negative_axis is any the result is [0.69314718, 0.28768207]
      And where negative_axis is only_minus_one the result is [0.69314718, 0.28768207]
      And where negative_axis is refused the operation is refused with invalid_axis

  @req:cross-entropy.axis.alike @must
  Rule: The axes that are allowed are the same for probabilities and for logits

    The choice is the implementation's, and it is one: whoever takes axis -2 of probabilities takes
    it of logits.

    Scenario: The axis before the last, of probabilities and of logits
      Keras hands logits to a loss of TensorFlow's that has no axis but the last.

      Given the float32 tensor target = [[1, 0], [0, 1], [0, 0]]
      And the float32 tensor output = [[0.5, 0.125], [0.25, 0.625], [0.25, 0.25]]
      When categorical_cross_entropy is computed as probabilities with axis -2
      And categorical_cross_entropy is computed as logits with axis -2, from_logits true
      Then probabilities conforms
      And logits conforms
