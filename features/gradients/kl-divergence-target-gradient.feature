Feature: The gradient of the Kullback-Leibler divergence for its target

  Distillation usually holds the teacher fixed. Where teacher and student learn together, or learn
  from each other, the divergence is differentiated for the target as well:

      kl_divergence_target_gradient(t, o) = ln(t/o) + 1

  each element on its own; over which axis the divergence is summed doesn't matter. Towards a target
  of 0 it falls to -Infinity. That is the default of a choice: code that guards the term of a zero
  target with a where, and guards it right, differentiates a constant there and has -ln o left;
  whoever clips target and output to [1e-7, 1] first has no slope outside. NaN is none of these: it
  is what comes of a where whose branch not taken divides by 0 (google-deepmind/optax#1786, B110), or
  of 0 times Infinity (pytorch/pytorch#89558, B132), and it spoils every weight of the teacher.

  @req:gradients.kl-target.definition @must
  Rule: One more than the logarithm of target by output

    @smoke
    Scenario: A target as it was predicted
      ln 1 + 1 is 1: where both are the same all elements have one slope.

      Given the float32 tensor target = [0.25, 0.75, 0.5]
      And the float32 tensor output = [0.25, 0.75, 0.5]
      When kl_divergence_target_gradient is computed
      Then the result is [1, 1, 1]
      And the result has dtype float32 and shape [3]

    Scenario Outline: Target <target>, output <output> in <dtype>
      Given the <dtype> tensor target = [<target>]
      And the <dtype> tensor output = [<output>]
      When kl_divergence_target_gradient is computed
      Then the result is [<result>]

      Examples: every dtype
        | target | output | dtype    | result         |
        | 0.5    | 0.25   | float16  | 1.693          |
        | 0.25   | 0.5    | float16  | 0.3069         |
        | 0.75   | 0.125  | float16  | 2.792          |
        | 0.3    | 0.9    | float16  | -0.09834       |
        | 0.01   | 0.2    | float16  | -1.995         |
        | 0.5    | 0.25   | bfloat16 | 1.69           |
        | 0.25   | 0.5    | bfloat16 | 0.307          |
        | 0.75   | 0.125  | bfloat16 | 2.79           |
        | 0.3    | 0.9    | bfloat16 | -0.0943        |
        | 0.01   | 0.2    | bfloat16 | -2.00          |
        | 0.5    | 0.25   | float32  | 1.693147       |
        | 0.25   | 0.5    | float32  | 0.3068528      |
        | 0.75   | 0.125  | float32  | 2.791759       |
        | 0.3    | 0.9    | float32  | -0.09861222    |
        | 0.01   | 0.2    | float32  | -1.995732      |
        | 0.5    | 0.25   | float64  | 1.693147181    |
        | 0.25   | 0.5    | float64  | 0.3068528194   |
        | 0.75   | 0.125  | float64  | 2.791759469    |
        | 0.3    | 0.9    | float64  | -0.09861228867 |
        | 0.01   | 0.2    | float64  | -1.995732274   |

    Scenario: Rows and columns
      No axis is special.

      Given the float64 tensor target = [[0.5, 0.25, 0.25], [0.125, 0.375, 0.5]]
      And the float64 tensor output = [[0.25, 0.5, 0.25], [0.5, 0.25, 0.25]]
      When kl_divergence_target_gradient is computed
      Then the result is [[1.693147181, 0.3068528194, 1.000000000], [-0.3862943611, 1.405465108, 1.693147181]]

    Scenario: What doesn't sum to 1 is taken as it is
      Given the float64 tensor target = [0.125, 0.0625]
      And the float64 tensor output = [0.5, 0.75]
      When kl_divergence_target_gradient is computed
      Then the result is [-0.3862943611, -1.484906650]

  @req:gradients.kl-target.zero-target @must
  Rule: At a target of 0 the slope is -Infinity, or that of a constant, and never NaN

    The other elements tell whether a 0 is the slope of a clipped target: an output of 4 is clipped,
    too.

    Scenario Outline: <target> beside an output of <output>, <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is <minus infinity>
      And where kl_divergence_gradient.zero_target is constant the result is <constant>
      And where kl_divergence_gradient.zero_target is clipped the result is <clipped>

      Examples: at every place, in every dtype
        | target         | output           | dtype    | minus infinity                          | constant                                  | clipped                        |
        | [0, 0.5, 0.5]  | [0.5, 0.25, 4]   | float16  | [-Infinity, 1.693, -1.079]              | [0.6931, 1.693, -1.079]                   | [0, 1.693, 0.3069]             |
        | [0.5, 0, 0.5]  | [4, 0.25, 0.25]  | float16  | [-1.079, -Infinity, 1.693]              | [-1.079, 1.386, 1.693]                    | [0.3069, 0, 1.693]             |
        | [0.5, 0.75, 0] | [0.25, 4, 0.125] | float16  | [1.693, -0.6740, -Infinity]             | [1.693, -0.6740, 2.079]                   | [1.693, 0.7123, 0]             |
        | [0, 0.5, 0.5]  | [0.5, 0.25, 4]   | bfloat16 | [-Infinity, 1.69, -1.08]                | [0.693, 1.69, -1.08]                      | [0, 1.69, 0.307]               |
        | [0.5, 0, 0.5]  | [4, 0.25, 0.25]  | bfloat16 | [-1.08, -Infinity, 1.69]                | [-1.08, 1.39, 1.69]                       | [0.307, 0, 1.69]               |
        | [0.5, 0.75, 0] | [0.25, 4, 0.125] | bfloat16 | [1.69, -0.674, -Infinity]               | [1.69, -0.674, 2.08]                      | [1.69, 0.712, 0]               |
        | [0, 0.5, 0.5]  | [0.5, 0.25, 4]   | float32  | [-Infinity, 1.693147, -1.079442]        | [0.6931472, 1.693147, -1.079442]          | [0, 1.693147, 0.3068528]       |
        | [0.5, 0, 0.5]  | [4, 0.25, 0.25]  | float32  | [-1.079442, -Infinity, 1.693147]        | [-1.079442, 1.386294, 1.693147]           | [0.3068528, 0, 1.693147]       |
        | [0.5, 0.75, 0] | [0.25, 4, 0.125] | float32  | [1.693147, -0.6739764, -Infinity]       | [1.693147, -0.6739764, 2.079442]          | [1.693147, 0.7123179, 0]       |
        | [0, 0.5, 0.5]  | [0.5, 0.25, 4]   | float64  | [-Infinity, 1.693147181, -1.079441542]  | [0.6931471806, 1.693147181, -1.079441542] | [0, 1.693147181, 0.3068528194] |
        | [0.5, 0, 0.5]  | [4, 0.25, 0.25]  | float64  | [-1.079441542, -Infinity, 1.693147181]  | [-1.079441542, 1.386294361, 1.693147181]  | [0.3068528194, 0, 1.693147181] |
        | [0.5, 0.75, 0] | [0.25, 4, 0.125] | float64  | [1.693147181, -0.6739764336, -Infinity] | [1.693147181, -0.6739764336, 2.079441542] | [1.693147181, 0.7123179275, 0] |

    Scenario Outline: Nine targets, every second one 0, in <dtype>
      Given the <dtype> tensor target = [0, 0.5, 0, 0.25, 0, 0.5, 0, 0.75, 0]
      And the <dtype> tensor output = [0.5, 4, 0.25, 0.5, 0.125, 0.5, 0.25, 0.5, 0.75]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is:
        """
        [-Infinity, -1.08, -Infinity, 0.307, -Infinity, 1.00, -Infinity, 1.41, -Infinity]
        """
      And where kl_divergence_gradient.zero_target is constant the result is:
        """
        [0.693, -1.08, 1.39, 0.307, 2.08, 1.00, 1.39, 1.41, 0.288]
        """
      And where kl_divergence_gradient.zero_target is clipped the result is:
        """
        [0, 0.307, 0, 0.307, 0, 1.00, 0, 1.41, 0]
        """

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: A negative zero is a zero
      Given the float32 tensor target = [-0.0, 0.5]
      And the float32 tensor output = [0.5, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [-Infinity, -1.079442]
      And where kl_divergence_gradient.zero_target is constant the result is [0.6931472, -1.079442]
      And where kl_divergence_gradient.zero_target is clipped the result is [0, 0.3068528]

    Scenario: A target of 0 alone
      Given the float64 tensor target = 0
      And the float64 tensor output = 4
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is -Infinity
      And where kl_divergence_gradient.zero_target is constant the result is -1.386294361
      And where kl_divergence_gradient.zero_target is clipped the result is 0

  @req:gradients.kl-target.zero-output @must
  Rule: At an output of 0 it is Infinity, unless the output is clipped

    Scenario Outline: <output> for <target>, <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is <result>
      And where kl_divergence_gradient.zero_target is clipped the result is <clipped>

      Examples: every dtype
        | target      | output       | dtype    | result                     | clipped                       |
        | [0.5, 0.25] | [0, 0.75]    | float16  | [Infinity, -0.09861]       | [16.42, -0.09861]             |
        | [0.5, 0.25] | [0, 0.75]    | bfloat16 | [Infinity, -0.0986]        | [16.4, -0.0986]               |
        | [0.5, 0.25] | [0, 0.75]    | float32  | [Infinity, -0.09861229]    | [16.42495, -0.09861229]       |
        | [0.5, 0.25] | [0, 0.75]    | float64  | [Infinity, -0.09861228867] | [16.42494847, -0.09861228867] |
        | [0.5, 0.25] | [-0.0, 0.75] | float32  | [Infinity, -0.09861229]    | [16.42495, -0.09861229]       |

  @req:gradients.kl-target.both-zero @should
  Rule: Where both are 0 there is no slope to speak of: NaN, unless the term is a constant or both are clipped

    Scenario Outline: Nothing of nothing, <dtype>
      Given the <dtype> tensor target = [0, 0.5]
      And the <dtype> tensor output = [0, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [NaN, -1.08]
      And where kl_divergence_gradient.zero_target is constant the result is [Infinity, -1.08]
      And where kl_divergence_gradient.zero_target is clipped the result is [0, 0.307]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:gradients.kl-target.range @must
  Rule: Small and large numbers count as what they are

    Scenario Outline: <output> for a target of <target>, <dtype>
      Given the <dtype> tensor target = [<target>, 0.5]
      And the <dtype> tensor output = [<output>, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [<result>, -1.079]
      And where kl_divergence_gradient.zero_target is clipped the result is [<clipped>, 0.307]

      Examples: below and above [1e-7, 1]
        | target   | output  | dtype    | result       | clipped     |
        | 0.5      | 1e-8    | float32  | 18.72753     | 16.42495    |
        | 0.5      | 1e-37   | float32  | 85.50250     | 16.42495    |
        | 1e-8     | 0.5     | float32  | -16.72753    | 0           |
        | 1e-30    | 1e-30   | float32  | 1.000000     | 0           |
        | 1e-30    | 0.5     | float32  | -67.38441    | 0           |
        | 0.5      | 3e38    | float32  | -88.28999    | 0.3068528   |
        | 3e38     | 2       | float32  | 88.90370     | 0           |
        | 3        | 1       | float32  | 2.098612     | 0           |
        | 0x1p-126 | 0.5     | float32  | -85.64340    | 0           |
        | 0.5      | 1e-300  | float64  | 691.0823807  | 16.42494847 |
        | 1e-300   | 0.5     | float64  | -689.0823807 | 0           |
        | 1e-9     | 1e-9    | float64  | 1.000000000  | 0           |
        | 0.5      | 0x1p-14 | float16  | 10.01        | 10.01       |
        | 6e4      | 2       | float16  | 11.31        | 0           |
        | 0.5      | 6e4     | float16  | -10.70       | 0.3069      |
        | 0.5      | 1e-30   | bfloat16 | 69.4         | 16.4        |
        | 1e-30    | 0.5     | bfloat16 | -67.4        | 0           |
        | 1e30     | 1e30    | bfloat16 | 1.00         | 0           |

  @req:gradients.kl-target.quotient @should
  Rule: A quotient that leaves the format has a logarithm all the same

    ln t - ln o is within the format where t/o overflows, or underflows to 0.

    Scenario Outline: <target> over <output>, <dtype>
      Given the <dtype> tensor target = [<target>, 0.5]
      And the <dtype> tensor output = [<output>, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [<result>, -1.079]
      And where kl_divergence_gradient.zero_target is clipped the result is [<clipped>, 0.307]

      Examples: too large and too small
        | target   | output    | dtype    | result       | clipped |
        | 4        | 0x1p-126  | float32  | 89.72284     | 0       |
        | 1e38     | 1e-3      | float32  | 95.40599     | 0       |
        | 1e-30    | 1e30      | float32  | -137.1551    | 0       |
        | 0x1p-126 | 3e38      | float32  | -174.9334    | 0       |
        | 4        | 0x1p-1022 | float64  | 710.7827129  | 0       |
        | 1e-200   | 1e200     | float64  | -920.0340372 | 0       |
        | 4        | 0x1p-14   | float16  | 12.09        | 0       |
        | 0x1p-14  | 6e4       | float16  | -19.71       | -8.704  |
        | 1e30     | 1e-30     | bfloat16 | 139          | 0       |

  @req:gradients.kl-target.near @must
  Rule: Near t = o/e the result is near 0, and off by some roundings of its terms only

    Scenario Outline: Target <target> near a fraction of <output>, <dtype>
      Given the <dtype> tensor target = [<target>]
      And the <dtype> tensor output = [<output>]
      When kl_divergence_target_gradient is computed
      Then the result is [<result>]

      Examples: the closest that the format has, and a little off
        | target               | output | dtype    | result        |
        | 0x1.78cp-3           | 0.5    | float16  | 1.10e-4       |
        | 0x1.1a8p-2           | 0.75   | float16  | -1.11e-4      |
        | 0.2                  | 0.5    | float16  | 0.08347       |
        | 0x1.78p-3            | 0.5    | bfloat16 | -0.00188      |
        | 0x1.1ap-2            | 0.75   | bfloat16 | -0.00188      |
        | 0.2                  | 0.5    | bfloat16 | 0.0847        |
        | 0x1.78b564p-3        | 0.5    | float32  | 2.49e-8       |
        | 0x1.1a880ap-2        | 0.75   | float32  | -2.91e-8      |
        | 0.2                  | 0.5    | float32  | 0.08370928    |
        | 0x1.78b56362cef38p-3 | 0.5    | float64  | 3.38e-17      |
        | 0x1.1a880a8a1b36ap-2 | 0.75   | float64  | 3.38e-17      |
        | 0.2                  | 0.5    | float64  | 0.08370926813 |

  @req:gradients.kl-target.clip-edge @should
  Rule: A target on the edge of the clip is inside

    A teacher that is certain has targets of 1. Whoever clips by a maximum of a minimum has two equal
    numbers there, and half of the slope goes to each where automatic differentiation divides it.

    Scenario Outline: A certain target at an output of <output>, <dtype>
      Given the <dtype> tensor target = [1, 0.5]
      And the <dtype> tensor output = [<output>, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [<result>, -1.079]
      And where kl_divergence_gradient.zero_target is clipped the result is [<clipped>, 0.307]

      Examples: every dtype
        | output | dtype    | result      | clipped     |
        | 0.5    | float16  | 1.693       | 1.693       |
        | 0.5    | bfloat16 | 1.69        | 1.69        |
        | 0.5    | float32  | 1.693147    | 1.693147    |
        | 0.5    | float64  | 1.693147181 | 1.693147181 |
        | 4      | float32  | -0.3862944  | 1.000000    |

  @req:gradients.kl-target.not-a-number @must
  Rule: NaN stays where it is

    Scenario Outline: A NaN in the <where>, <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is <result>

      Examples: alone among numbers
        | where  | target            | output            | dtype    | result             |
        | target | [NaN, 0.5, 0.25]  | [0.5, 0.25, 0.25] | float16  | [NaN, 1.69, 1.00]  |
        | output | [0.25, 0.5, 0.25] | [0.5, 0.25, NaN]  | float16  | [0.307, 1.69, NaN] |
        | target | [NaN, 0.5, 0.25]  | [0.5, 0.25, 0.25] | bfloat16 | [NaN, 1.69, 1.00]  |
        | output | [0.25, 0.5, 0.25] | [0.5, 0.25, NaN]  | bfloat16 | [0.307, 1.69, NaN] |
        | target | [NaN, 0.5, 0.25]  | [0.5, 0.25, 0.25] | float32  | [NaN, 1.69, 1.00]  |
        | output | [0.25, 0.5, 0.25] | [0.5, 0.25, NaN]  | float32  | [0.307, 1.69, NaN] |
        | target | [NaN, 0.5, 0.25]  | [0.5, 0.25, 0.25] | float64  | [NaN, 1.69, 1.00]  |
        | output | [0.25, 0.5, 0.25] | [0.5, 0.25, NaN]  | float64  | [0.307, 1.69, NaN] |

  @req:gradients.kl-target.no-probability @should
  Rule: A negative number has no logarithm: NaN, unless it is clipped

    Scenario Outline: Target <target>, output <output>
      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is <result>
      And where kl_divergence_gradient.zero_target is clipped the result is <clipped>

      Examples: one of them, and both
        | target      | output     | result              | clipped                     |
        | [-0.5, 0.5] | [0.5, 4]   | [NaN, -1.079441542] | [0, 0.3068528194]           |
        | [0.5, 0.5]  | [-0.25, 4] | [NaN, -1.079441542] | [16.42494847, 0.3068528194] |
        | [-0.5, 0.5] | [-0.5, 4]  | [NaN, -1.079441542] | [0, 0.3068528194]           |

  @req:gradients.kl-target.infinite @should
  Rule: Infinity gives the limits

    Scenario Outline: Infinity in the <where>, <dtype>
      Given the <dtype> tensor target = [<target>, 0.5]
      And the <dtype> tensor output = [<output>, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is minus_infinity the result is [<result>, -1.079]
      And where kl_divergence_gradient.zero_target is clipped the result is [<clipped>, 0.307]

      Examples: one of them, and both
        | where  | target   | output   | dtype    | result    | clipped       |
        | target | Infinity | 0.5      | float32  | Infinity  | 0             |
        | output | 0.5      | Infinity | float32  | -Infinity | 0.3068528     |
        | both   | Infinity | Infinity | float32  | NaN       | 0             |
        | target | Infinity | 0.5      | float16  | Infinity  | 0             |
        | output | 0.5      | Infinity | bfloat16 | -Infinity | 0.307         |
        | output | 0.25     | Infinity | float64  | -Infinity | -0.3862943611 |

  @req:gradients.kl-target.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, outputs of <family>
      Given the <dtype> tensor target of shape [3, 33] drawn from uniform 0.001 0.99 with seed <seed>
      And the <dtype> tensor output of shape [3, 33] drawn from <family> with seed <seed>1
      When kl_divergence_target_gradient is computed
      Then the result has dtype <dtype> and shape [3, 33]
      And the result conforms

      Examples: as probabilities are
        | dtype    | family          | seed |
        | float16  | probabilities   | 9200 |
        | float16  | uniform 0.001 1 | 9201 |
        | bfloat16 | probabilities   | 9202 |
        | bfloat16 | uniform 0.001 1 | 9203 |
        | float32  | probabilities   | 9204 |
        | float32  | uniform 0.001 1 | 9205 |
        | float64  | probabilities   | 9206 |
        | float64  | uniform 0.001 1 | 9207 |

    Scenario Outline: Shape <shape>
      Given the float32 tensor target of shape <shape> drawn from uniform 0.001 0.99 with seed 9220
      And the float32 tensor output of shape <shape> drawn from uniform 0.001 0.99 with seed 9221
      When kl_divergence_target_gradient is computed
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: scalars to rank five, and nothing
        | shape           |
        | []              |
        | [1]             |
        | [17]            |
        | [2, 3]          |
        | [2, 3, 2, 3, 2] |
        | [40, 30]        |
        | [0]             |
        | [3, 0]          |

  @req:gradients.kl-target.refusals @must
  Rule: Floats of one dtype and one shape

    Scenario Outline: A target of shape <target> for an output of shape <output>
      Given the float32 tensor target of shape <target> drawn from uniform 0.001 0.99 with seed 1
      And the float32 tensor output of shape <output> drawn from uniform 0.001 0.99 with seed 2
      When kl_divergence_target_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched
        | target | output |
        | [3]    | [2, 3] |
        | [1, 3] | [2, 3] |
        | [2, 1] | [2, 3] |
        | [1]    | [3]    |
        | []     | [3]    |
        | [3]    | []     |

    Scenario Outline: <target> target, <output> output
      Given the <target> tensor target = [1, 0]
      And the <output> tensor output = [1, 1]
      When kl_divergence_target_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | target  | output  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [0.5, 0.5]
      When kl_divergence_target_gradient is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the float32 tensor target = [0.5, 0.5]
      When kl_divergence_target_gradient is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor target = [[0.5, 0.5]]
      And the float32 tensor output = [[0.5, 0.5]]
      When kl_divergence_target_gradient is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: unknown; an axis, too
        | attribute       |
        | axis -1         |
        | log_target true |
        | reduction mean  |
        | epsilon 1e-7    |

  @req:gradients.kl-target.slope @must
  Rule: It is the slope of kl_divergence

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor target of shape <shape> drawn from uniform 0.1 0.9 with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from uniform 0.1 0.9 with seed <seed>1
      When kl_divergence_target_gradient is computed
      Then the result is the slope of kl_divergence for target

      Examples: every dtype
        | dtype    | shape  | seed |
        | float32  | [3]    | 740  |
        | float32  | [2, 3] | 741  |
        | float64  | [3]    | 742  |
        | float64  | [2, 3] | 743  |
        | float16  | [3]    | 744  |
        | float16  | [2, 3] | 745  |
        | bfloat16 | [3]    | 746  |
        | bfloat16 | [2, 3] | 747  |
