Feature: The gradient of the cross-entropy from probabilities

  Keras's categorical_crossentropy divides each row of outputs by its sum S, clips to [1e-7, 1 - 1e-7]
  and takes the logarithm. Its gradient for the outputs is

      categorical_cross_entropy_gradient(t, o) = (T - t/p)/S          with p = o/S, T = sum of t

  in which a class that is clipped takes no part, neither as t/p nor in T. So a row that is certain,
  right or wrong, has no gradient at all: the network that is certainly wrong doesn't learn. The
  gradient from logits has no such dead end.

  @req:gradients.categorical.definition @must
  Rule: The sum of the labels less each label by its probability, over the sum of the outputs

    @smoke
    Scenario: A certain label, predicted with one half
      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [0.5, 0.5]
      When categorical_cross_entropy_gradient is computed
      Then the result is [-1, 1]
      And the result has dtype float32 and shape [2]

    Scenario Outline: Target <target>, output <output> in <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When categorical_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | target            | output               | dtype    | result                                   |
        | [1, 0, 0]         | [0.25, 0.25, 0.5]    | float16  | [-3.000, 1.000, 1.000]                   |
        | [0, 1, 0]         | [0.75, 0.125, 0.125] | float16  | [1.000, -7.000, 1.000]                   |
        | [0.5, 0.25, 0.25] | [0.25, 0.5, 0.25]    | float16  | [-1.000, 0.5000, 0]                      |
        | [1, 0, 0]         | [0.25, 0.25, 0.5]    | bfloat16 | [-3.00, 1.00, 1.00]                      |
        | [0, 1, 0]         | [0.75, 0.125, 0.125] | bfloat16 | [1.00, -7.00, 1.00]                      |
        | [0.5, 0.25, 0.25] | [0.25, 0.5, 0.25]    | bfloat16 | [-1.00, 0.500, 0]                        |
        | [1, 0, 0]         | [0.25, 0.25, 0.5]    | float32  | [-3.00000, 1.00000, 1.00000]             |
        | [0, 1, 0]         | [0.75, 0.125, 0.125] | float32  | [1.00000, -7.00000, 1.00000]             |
        | [0.5, 0.25, 0.25] | [0.25, 0.5, 0.25]    | float32  | [-1.00000, 0.500000, 0]                  |
        | [1, 0, 0]         | [0.25, 0.25, 0.5]    | float64  | [-3.000000000, 1.000000000, 1.000000000] |
        | [0, 1, 0]         | [0.75, 0.125, 0.125] | float64  | [1.000000000, -7.000000000, 1.000000000] |
        | [0.5, 0.25, 0.25] | [0.25, 0.5, 0.25]    | float64  | [-1.000000000, 0.5000000000, 0]          |

    Scenario: Predicted as it is
      Given the float64 tensor target = [[0.25, 0.75], [0.1, 0.3]]
      And the float64 tensor output = [[0.25, 0.75], [0.1, 0.3]]
      When categorical_cross_entropy_gradient is computed
      Then the result is [[0, 0], [0, 0]]

    Scenario: Columns
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.5, 0.5]]
      When categorical_cross_entropy_gradient is computed with axis 0
      Then the result is [[-1, 1], [1, -1]]

  @req:gradients.categorical.sum @must
  Rule: Outputs that don't sum to 1 are divided by their sum, and so is the gradient

    Scenario Outline: Outputs <output>
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = <output>
      When categorical_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: a sum of one, two and one half
        | output         | result  |
        | [0.5, 0.5]     | [-1, 1] |
        | [1, 1]         | [-0.5, 0.5] |
        | [0.25, 0.25]   | [-2, 2] |

  @req:gradients.categorical.clip @must
  Rule: A class that is clipped has no slope

    Scenario Outline: Outputs <output>, target <target>
      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When categorical_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: certain and right, certain and wrong, one of three clipped
        | output                | target           | result           |
        | [1, 0]                | [1, 0]           | [0, 0]           |
        | [1, 0]                | [0, 1]           | [0, 0]           |
        | [0.5, 0.5, 0]         | [0.5, 0.25, 0.25] | [-0.25, 0.25, 0.75] |
        | [0.5, 0.5, 0]         | [0, 0, 1]        | [0, 0, 0]        |

    Scenario: A wider clip
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [0.125, 0.875]
      When categorical_cross_entropy_gradient is computed with epsilon 0.25
      Then the result is [0, 0]

    Scenario: The edge itself has a slope
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [0.25, 0.75]
      When categorical_cross_entropy_gradient is computed with epsilon 0.25
      Then the result is [-3, 1]

  @req:gradients.categorical.choices @may
  Rule: Whether outputs are normalised, and how the logarithm is guarded, shows in the gradient

    Scenario: Outputs that sum to 2
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [1, 1]
      When categorical_cross_entropy_gradient is computed
      Then where probabilities.normalise is divide_by_sum the result is [-0.5, 0.5]

    Scenario: Half and half, without normalising
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [0.5, 0.5]
      When categorical_cross_entropy_gradient is computed
      Then where probabilities.normalise is none the result is [-2, 0]

  @req:gradients.categorical.special @must
  Rule: A row whose sum is 0 or no number is NaN throughout; other rows don't notice

    Scenario Outline: A row of <output> beside a healthy one
      Given the float32 tensor target = [[1, 0], [1, 0]]
      And the float32 tensor output = [<output>, [0.5, 0.5]]
      When categorical_cross_entropy_gradient is computed
      Then the result is [[NaN, NaN], [-1, 1]]

      Examples: nothing, and not a number
        | output     |
        | [0, 0]     |
        | [NaN, 1]   |
        | [0.5, NaN] |

    Scenario Outline: Outputs <outputs> beside a healthy row
      Given the float32 tensor target = [[1, 0], [1, 0]]
      And the float32 tensor output = [<outputs>, [0.5, 0.5]]
      When categorical_cross_entropy_gradient is computed
      Then where probabilities.normalise is divide_by_sum the result is [[NaN, NaN], [-1, 1]]

      Examples: first, last, both
        | outputs    |
        | [NaN, 0.5] |
        | [0.5, NaN] |
        | [NaN, NaN] |

  @req:gradients.categorical.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <n> probabilities in <dtype>
      Given the <dtype> tensor target of shape [4, <n>] drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape [4, <n>] drawn from uniform 0.1 1 with seed <seed>
      When categorical_cross_entropy_gradient is computed
      Then the result has dtype <dtype> and shape [4, <n>]
      And the result conforms

      Examples: every dtype
        | n    | dtype    | seed |
        | 2    | float16  | 8900 |
        | 5    | float16  | 8901 |
        | 10   | float16  | 8902 |
        | 33   | float16  | 8903 |
        | 2    | bfloat16 | 8904 |
        | 5    | bfloat16 | 8905 |
        | 10   | bfloat16 | 8906 |
        | 33   | bfloat16 | 8907 |
        | 2    | float32  | 8908 |
        | 5    | float32  | 8909 |
        | 10   | float32  | 8910 |
        | 33   | float32  | 8911 |
        | 2    | float64  | 8912 |
        | 5    | float64  | 8913 |
        | 10   | float64  | 8914 |
        | 33   | float64  | 8915 |
        | 1000 | float32  | 8916 |
        | 1000 | float64  | 8917 |

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      Given the float32 tensor target of shape <shape> drawn from uniform 0 1 with seed <seed>
      And the float32 tensor output of shape <shape> drawn from uniform 0.1 1 with seed <seed>
      When categorical_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | seed |
        | [5]             | 0    | 8950 |
        | [3, 4]          | 0    | 8951 |
        | [3, 4]          | -1   | 8952 |
        | [2, 3, 4]       | 0    | 8953 |
        | [2, 3, 4]       | 1    | 8954 |
        | [2, 3, 4]       | -3   | 8955 |
        | [2, 3, 2, 4]    | 2    | 8956 |
        | [2, 3, 2, 4]    | -3   | 8957 |
        | [2, 3, 2, 3, 2] | 0    | 8958 |
        | [2, 3, 2, 3, 2] | 3    | 8959 |
        | [2, 3, 2, 3, 2] | -1   | 8960 |

  @req:gradients.categorical.refusals @must
  Rule: Floats of one dtype and one shape, and an axis that they have

    Scenario Outline: Axis <axis> of a matrix
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[1, 2], [3, 5]]
      When categorical_cross_entropy_gradient is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | 1.5  | invalid_attribute |
        | true | invalid_attribute |

    Scenario Outline: target of shape <first> for output of shape <second>
      Given the float32 tensor target of shape <first> drawn from uniform 0 1 with seed 1
      And the float32 tensor output of shape <second> drawn from uniform 0 1 with seed 2
      When categorical_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: shapes that don't fit
        | first  | second |
        | [2, 4] | [2, 3] |
        | [6]    | [2, 3] |
        | [3, 2] | [2, 3] |

    Scenario: Scalars have no axis
      Given the float32 tensor target = 1
      And the float32 tensor output = 1
      When categorical_cross_entropy_gradient is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <first> and <second>
      Given the <first> tensor target = [1, 0]
      And the <second> tensor output = [1, 2]
      When categorical_cross_entropy_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | first   | second  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [1, 2]
      When categorical_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario: An attribute that there isn't
      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [1, 2]
      When categorical_cross_entropy_gradient is computed with temperature 2
      Then the operation is refused with invalid_attribute

    Scenario Outline: An epsilon of <epsilon>
      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [0.5, 0.5]
      When categorical_cross_entropy_gradient is computed with epsilon <epsilon>
      Then the operation is refused with invalid_attribute

      Examples: outside of 0 to one half
        | epsilon |
        | 0       |
        | -1e-7   |
        | 0.5     |

    Scenario: No output
      Given the float32 tensor target = [1, 0]
      When categorical_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

  @req:gradients.categorical.slope @must
  Rule: It is the slope of categorical_cross_entropy

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor target of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from uniform 0.2 1 with seed <seed>
      When categorical_cross_entropy_gradient is computed
      Then the result is the slope of categorical_cross_entropy for output

      Examples: every dtype
        | dtype    | shape  | seed |
        | float32  | [4]    | 700  |
        | float32  | [2, 3] | 701  |
        | float64  | [4]    | 710  |
        | float64  | [2, 3] | 711  |
        | float16  | [4]    | 720  |
        | float16  | [2, 3] | 721  |
        | bfloat16 | [4]    | 730  |
        | bfloat16 | [2, 3] | 731  |
