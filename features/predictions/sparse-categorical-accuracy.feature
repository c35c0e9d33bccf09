Feature: sparse_categorical_accuracy

  1 for each slice of the output whose largest element stands at the label, 0 for the others:

      accuracy = 1 if argmax(output) = label, else 0

  The outputs may be probabilities or logits, which have the same order. The labels are class
  numbers, counted from 0, in the shape of the output without the axis of the classes. The result has
  the output's dtype; its mean is the share of right predictions.

  @req:predictions.sparse_categorical_accuracy.definition @must
  Rule: One where the largest output stands at the label

    @smoke
    Scenario: Two right out of three
      Given the int64 tensor labels = [1, 0, 0]
      And the float32 tensor output = [[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6]]
      When sparse_categorical_accuracy is computed
      Then the result has dtype float32 and shape [3]
      And the result is exactly [1, 1, 0]

    Scenario Outline: Label <label> for the second of three
      The largest output itself, or its position counted from 1, is not what is compared (B042).

      Given the int32 tensor labels = [<label>]
      And the float32 tensor output = [[0, 2, 1]]
      When sparse_categorical_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: every label
        | label | accuracy |
        | 0     | 0        |
        | 1     | 1        |
        | 2     | 0        |

    Scenario Outline: <output> output, <labels> labels
      Given the <labels> tensor labels = [2, 0]
      And the <output> tensor output = [[1, 2, 4], [1, 2, 4]]
      When sparse_categorical_accuracy is computed
      Then the result has dtype <output> and shape [2]
      And the result is exactly [1, 0]

      Examples: all dtypes
        | output   | labels |
        | float16  | int32  |
        | bfloat16 | int64  |
        | float32  | int32  |
        | float64  | int64  |

    Scenario: Logits and their probabilities give the same
      The first output holds the logits, the second what softmax makes of them.

      Given the int64 tensor labels = [0, 1]
      And the float32 tensor output = [[2, 1, -1], [2, 1, -1]]
      When sparse_categorical_accuracy is computed as logits
      Given the float32 tensor output = [[0.705, 0.2595, 0.0351], [0.705, 0.2595, 0.0351]]
      When sparse_categorical_accuracy is computed as probabilities
      Then logits is exactly [1, 0]
      And probabilities is exactly [1, 0]

    Scenario: All logits negative
      Given the int64 tensor labels = [1, 2]
      And the float32 tensor output = [[-3, -1, -2], [-1, -3, -0.5]]
      When sparse_categorical_accuracy is computed
      Then the result is exactly [1, 1]

    Scenario: A single label and a single output
      Given the int64 tensor labels = 2
      And the float32 tensor output = [0, 1, 5]
      When sparse_categorical_accuracy is computed
      Then the result is exactly 1

    Scenario: A single class is always right
      Given the int64 tensor labels = [0, 0]
      And the float32 tensor output = [[-7], [0.5]]
      When sparse_categorical_accuracy is computed
      Then the result is exactly [1, 1]

  @req:predictions.sparse_categorical_accuracy.axis @must
  Rule: The classes may lie along any axis

    Scenario: Classes along the first axis
      Given the int64 tensor labels = [1, 0, 0]
      And the float32 tensor output = [[1, 9, 3], [4, 5, 6]]
      When sparse_categorical_accuracy is computed with axis 0
      Then the result is exactly [1, 1, 0]

    Scenario: Pixels, channels first
      Given the int32 tensor labels = [[[1], [0]]]
      And the float32 tensor output = [[[[1], [5]], [[2], [0]], [[0], [7]]]]
      When sparse_categorical_accuracy is computed with axis 1
      Then the result is exactly [[[1], [0]]]

    Scenario Outline: Axis <axis> of shape <shape>
      Given the int64 tensor labels of shape <reduced> drawn from integers 0 3 with seed <seed>
      And the float32 tensor output of shape <shape> drawn from normal 2 with seed <seed>
      When sparse_categorical_accuracy is computed with axis <axis>
      Then the result has dtype float32 and shape <reduced>
      And the result conforms

      Examples: ranks two to five
        | shape           | axis | reduced      | seed |
        | [40, 3]         | 1    | [40]         | 1101 |
        | [3, 40]         | 0    | [40]         | 1102 |
        | [4, 3, 10]      | 1    | [4, 10]      | 1103 |
        | [4, 3, 10]      | -2   | [4, 10]      | 1104 |
        | [2, 5, 4, 3]    | -1   | [2, 5, 4]    | 1105 |
        | [2, 3, 4, 5, 2] | 1    | [2, 4, 5, 2] | 1106 |
        | [0, 3]          | 1    | [0]          | 1107 |

  @req:predictions.sparse_categorical_accuracy.ties @must
  Rule: Of equal outputs the first is the prediction

    Counting every class that shares the maximum as right, as top-k does, makes a model that always
    answers the same look perfect.

    Scenario Outline: Label <label> of outputs <output>
      Given the int64 tensor labels = [<label>]
      And the float32 tensor output = [<output>]
      When sparse_categorical_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: only the first of equals is right
        | label | output       | accuracy |
        | 0     | [1, 1, 1]    | 1        |
        | 1     | [1, 1, 1]    | 0        |
        | 2     | [1, 1, 1]    | 0        |
        | 1     | [0, 4, 4]    | 1        |
        | 2     | [0, 4, 4]    | 0        |

    Scenario Outline: NaN among the outputs, label <label>
      Given the int64 tensor labels = [<label>]
      And the float32 tensor output = [[1, NaN, 3]]
      When sparse_categorical_accuracy is computed
      Then where argmax.not_a_number is wins the result is [<wins>]
      And where argmax.not_a_number is ignored the result is [<ignored>]

      Examples: whether NaN is predicted
        | label | wins | ignored |
        | 0     | 0    | 0       |
        | 1     | 1    | 0       |
        | 2     | 0    | 1       |

  @req:predictions.sparse_categorical_accuracy.out_of_range @must
  Rule: A label that is no class is never met

    A compiled top-k counted such labels as right (B142).

    Scenario Outline: Label <label> of three classes
      Given the int64 tensor labels = [<label>]
      And the float32 tensor output = [[1, 2, 3]]
      When sparse_categorical_accuracy is computed
      Then the result is exactly [0]

      Examples: beyond either end, and equal to the prediction in its low bits
        | label      |
        | -1         |
        | 3          |
        | 100        |
        | 4294967298 |

  @req:predictions.sparse_categorical_accuracy.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Labels of shape <labels>, output of shape <output>
      Given the int64 tensor labels of shape <labels> drawn from integers 0 2 with seed 1
      And the float32 tensor output of shape <output> drawn from normal 1 with seed 1
      When sparse_categorical_accuracy is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched or squeezed
        | labels | output    |
        | [2, 1] | [2, 3]    |
        | [3]    | [2, 3]    |
        | [1]    | [2, 3]    |
        | []     | [2, 3]    |
        | [2]    | [2, 0]    |

    Scenario Outline: Axis <axis> of rank two
      Given the int64 tensor labels = [0, 1]
      And the float32 tensor output = [[1, 2], [3, 4]]
      When sparse_categorical_accuracy is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range, or no integer
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | true | invalid_attribute |

    Scenario Outline: <labels> labels, <output> output
      Given the <labels> tensor labels = [1, 0]
      And the <output> tensor output = [[1, 2], [4, 3]]
      When sparse_categorical_accuracy is computed
      Then the operation is refused with invalid_dtype

      Examples: no integers, no floats
        | labels  | output  |
        | float32 | float32 |
        | int32   | int32   |

    Scenario: No labels
      Given the float32 tensor output = [[1, 2]]
      When sparse_categorical_accuracy is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the int64 tensor labels = [1]
      When sparse_categorical_accuracy is computed
      Then the operation is refused with missing_input
