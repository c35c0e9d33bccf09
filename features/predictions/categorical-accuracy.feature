Feature: categorical_accuracy

  1 for each slice where the largest output stands where the largest target does,
  0 for the others:

      accuracy = 1 if argmax(target) = argmax(output), else 0

  Targets are one-hot rows or distributions over the classes; outputs may be
  probabilities or logits, which have the same order. The result has the output's
  dtype, and its mean is the share of right predictions.

  @req:predictions.categorical_accuracy.definition @must
  Rule: One where the largest output stands at the largest target

    @smoke
    Scenario: Two right out of three
      Given the float32 tensor target = [[0, 1, 0], [1, 0, 0], [1, 0, 0]]
      And the float32 tensor output = [[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6]]
      When categorical_accuracy is computed
      Then the result is exactly [1, 1, 0]
      And the result has dtype float32 and shape [3]

    Scenario Outline: Target <target> for the second of three
      Equal largest values in different places are no hit (compare keras-team/keras#2471, B042).

      Given the float32 tensor target = [<target>]
      And the float32 tensor output = [[0, 1, 0.5]]
      When categorical_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: every class
        | target    | accuracy |
        | [1, 0, 0] | 0        |
        | [0, 1, 0] | 1        |
        | [0, 0, 1] | 0        |

      Examples: distributions
        | target          | accuracy |
        | [0.3, 0.4, 0.3] | 1        |
        | [0.5, 0.4, 0.1] | 0        |
        | [0, 1, 0.5]     | 1        |

    Scenario Outline: In <dtype>
      Given the <dtype> tensor target = [[0, 0, 1], [0, 1, 0]]
      And the <dtype> tensor output = [[1, 2, 4], [1, 2, 4]]
      When categorical_accuracy is computed
      Then the result has dtype <dtype> and shape [2]
      And the result is exactly [1, 0]

      Examples: every dtype
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: The labels' own accuracy says the same
      Given the float32 tensor target = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
      And the int32 tensor labels = [2, 0, 1]
      And the float32 tensor output = [[1, 2, 3], [1, 2, 3], [0, 5, 3]]
      When categorical_accuracy is computed as dense
      And sparse_categorical_accuracy is computed as sparse
      Then dense is exactly [1, 0, 1]
      And dense and sparse are identical

    Scenario: All logits negative
      Given the float32 tensor target = [[0, 1, 0], [0, 0, 1]]
      And the float32 tensor output = [[-3, -1, -2], [-1, -3, -0.5]]
      When categorical_accuracy is computed
      Then the result is exactly [1, 1]

    Scenario: Outputs that differ in their last bit
      Given the float32 tensor target = [[0, 1], [1, 0]]
      And the float32 tensor output = [[1, 0x1.000002p0], [1, 0x1.000002p0]]
      When categorical_accuracy is computed
      Then the result is exactly [1, 0]

    Scenario: A single example, and a single class
      Given the float32 tensor target = [0, 1, 0]
      And the float32 tensor output = [0, 7, 5]
      When categorical_accuracy is computed as example
      Given the float32 tensor target = [[1], [0]]
      And the float32 tensor output = [[-7], [0.5]]
      When categorical_accuracy is computed as certain
      Then example is exactly 1
      And certain is exactly [1, 1]

  @req:predictions.categorical_accuracy.axis @must
  Rule: The classes may lie along any axis

    Scenario: Columns and rows of one matrix
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[5, 9], [4, 8]]
      When categorical_accuracy is computed as columns with axis 0
      And categorical_accuracy is computed as rows with axis 1
      Then columns is exactly [1, 0]
      And rows is exactly [0, 1]

    Scenario: Pixels, channels first
      Given the float32 tensor target = [[[[0], [1]], [[1], [0]], [[0], [0]]]]
      And the float32 tensor output = [[[[1], [5]], [[2], [0]], [[0], [7]]]]
      When categorical_accuracy is computed with axis 1
      Then the result is exactly [[[1], [0]]]

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor target of shape <shape> drawn from normal 2 with seed <seed>
      And the float32 tensor output of shape <shape> drawn from normal 2 with seed 2701
      When categorical_accuracy is computed with axis <axis>
      Then the result has dtype float32 and shape <reduced>
      And the result conforms

      Examples: ranks two to five
        | shape           | axis | reduced      | seed |
        | [40, 3]         | 1    | [40]         | 2702 |
        | [3, 40]         | 0    | [40]         | 2703 |
        | [4, 3, 10]      | 1    | [4, 10]      | 2704 |
        | [4, 3, 10]      | -2   | [4, 10]      | 2705 |
        | [2, 5, 4, 3]    | -1   | [2, 5, 4]    | 2706 |
        | [2, 3, 4, 5, 2] | 1    | [2, 4, 5, 2] | 2707 |

      Examples: lengths of one and nought, and around the widths of vector registers
        | shape   | axis | reduced | seed |
        | [3, 1]  | 1    | [3]     | 2708 |
        | [0, 3]  | 1    | [0]     | 2709 |
        | [9, 17] | 1    | [9]     | 2710 |
        | [33, 9] | 0    | [9]     | 2711 |
        | [9, 65] | 1    | [9]     | 2712 |

    @full
    Scenario: A thousand examples of a thousand classes
      Given the float16 tensor target of shape [1000, 1000] drawn from coin 0.001 with seed 2713
      And the float16 tensor output of shape [1000, 1000] drawn from probabilities with seed 2714
      When categorical_accuracy is computed
      Then the result conforms

  @req:predictions.categorical_accuracy.ties @must
  Rule: Of equals the first counts, among outputs and among targets

    Scenario Outline: Target <target>, output <output>
      Given the float32 tensor target = [<target>]
      And the float32 tensor output = [<output>]
      When categorical_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: equal outputs
        | target    | output    | accuracy |
        | [1, 0, 0] | [1, 1, 1] | 1        |
        | [0, 1, 0] | [1, 1, 1] | 0        |
        | [0, 0, 1] | [1, 1, 1] | 0        |
        | [0, 1, 0] | [0, 4, 4] | 1        |
        | [0, 0, 1] | [0, 4, 4] | 0        |
        | [1, 0]    | [-0.0, 0] | 1        |

      Examples: equal targets; a row without a label counts as class 0
        | target        | output    | accuracy |
        | [0, 0, 0]     | [3, 2, 1] | 1        |
        | [0, 0, 0]     | [1, 2, 3] | 0        |
        | [0, 0.5, 0.5] | [0, 3, 1] | 1        |
        | [0, 0.5, 0.5] | [0, 1, 3] | 0        |

  @req:predictions.categorical_accuracy.special @must
  Rule: Infinities are compared as numbers, and NaN is a choice

    Scenario Outline: Infinities: target <target>, output <output>
      Given the float32 tensor target = [<target>]
      And the float32 tensor output = [<output>]
      When categorical_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: infinities
        | target    | output                            | accuracy |
        | [0, 1, 0] | [5, Infinity, 3]                  | 1        |
        | [0, 0, 1] | [-Infinity, -Infinity, 3]         | 1        |
        | [1, 0, 0] | [-Infinity, -Infinity, -Infinity] | 1        |
        | [0, 1, 0] | [-Infinity, -Infinity, -Infinity] | 0        |

    Scenario Outline: NaN among the outputs, target <target>
      Given the float32 tensor target = [<target>]
      And the float32 tensor output = [[1, NaN, 3]]
      When categorical_accuracy is computed
      Then where argmax.not_a_number is wins the result is [<wins>]
      And where argmax.not_a_number is ignored the result is [<ignored>]

      Examples: whether NaN is predicted
        | target    | wins | ignored |
        | [1, 0, 0] | 0    | 0       |
        | [0, 1, 0] | 1    | 0       |
        | [0, 0, 1] | 0    | 1       |

    Scenario: NaN among the targets
      Given the float32 tensor target = [[0, NaN, 1], [0, NaN, 1]]
      And the float32 tensor output = [[0, 1, 0], [0, 0, 1]]
      When categorical_accuracy is computed
      Then where argmax.not_a_number is wins the result is [1, 0]
      And where argmax.not_a_number is ignored the result is [0, 1]

  @req:predictions.categorical_accuracy.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Target of shape <target>, output of shape <output>
      Given the float32 tensor target of shape <target> drawn from uniform 0 1 with seed 1
      And the float32 tensor output of shape <output> drawn from normal 1 with seed 1
      When categorical_accuracy is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched, and nothing is largest of nothing
        | target | output |
        | [2, 1] | [2, 3] |
        | [3]    | [2, 3] |
        | [1, 3] | [2, 3] |
        | [2]    | [2, 3] |
        | [2, 0] | [2, 0] |

    Scenario Outline: Axis <axis> of rank two
      Given the float32 tensor target = [[0, 1], [1, 0]]
      And the float32 tensor output = [[1, 2], [3, 4]]
      When categorical_accuracy is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range, or no integer
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | true | invalid_attribute |

    Scenario Outline: <target> target, <output> output
      Given the <target> tensor target = [[1, 0]]
      And the <output> tensor output = [[4, 3]]
      When categorical_accuracy is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats, or two kinds of them
        | target  | output  |
        | int32   | float32 |
        | float32 | int32   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [[1, 2]]
      When categorical_accuracy is computed
      Then the operation is refused with missing_input

    Scenario: Negative axes other than -1
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[5, 9], [4, 8]]
      When categorical_accuracy is computed with axis -2
      Then where negative_axis is any the result is [1, 0]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis

    Scenario: No output
      Given the float32 tensor target = [[0, 1]]
      When categorical_accuracy is computed
      Then the operation is refused with missing_input
