Feature: What the Kullback-Leibler divergence refuses

  @req:cross-entropy.kl-divergence.refusals @must
  Rule: Target and output are floats of one dtype and one shape

    Scenario Outline: A target of shape <target> for an output of shape <output>
      Nothing is stretched.

      Given the float32 tensor target of shape <target> drawn from uniform 0 1 with seed 2351
      And the float32 tensor output of shape <output> drawn from uniform 0 1 with seed 2352
      When kl_divergence is computed
      Then the operation is refused with invalid_shape

      Examples:
        | target | output |
        | [3]    | [2, 3] |
        | [1, 3] | [2, 3] |
        | [2, 1] | [2, 3] |
        | [2, 4] | [2, 3] |
        | []     | [3]    |

    Scenario: Scalars have no axis
      Given the float32 tensor target = 0.5
      And the float32 tensor output = 0.5
      When kl_divergence is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <target> target, <output> output
      Given the <target> tensor target = [1, 0]
      And the <output> tensor output = [1, 1]
      When kl_divergence is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | target  | output  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the float32 tensor target = [0.5, 0.5]
      When kl_divergence is computed
      Then the operation is refused with missing_input

    Scenario Outline: Axis <axis> of two
      Given the float32 tensor target = [[0.5, 0.5]]
      And the float32 tensor output = [[0.5, 0.5]]
      When kl_divergence is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | axis |
        | 2    |
        | -3   |

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor target = [[0.5, 0.5]]
      And the float32 tensor output = [[0.5, 0.5]]
      When kl_divergence is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute       |
        | axis 0.5        |
        | axis last       |
        | log_target true |
        | reduction mean  |

    Scenario: Negative axes other than -1
      Given the float32 tensor target = [[1, 0.5], [0.5, 0.5]]
      And the float32 tensor output = [[0.5, 0.5], [1, 0.5]]
      When kl_divergence is computed with axis -2
      Then where negative_axis is any the result is [0.346574, 0]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
