Feature: Why does the loss divide probabilities by their sum?

  Probabilities of one slice should sum to 1. They rarely do to the last digit,
  and nothing stops a caller from passing a layer without softmax. So
  categorical_cross_entropy first divides each slice by its sum:

      o1 / (o1 + ... + oK), ..., oK / (o1 + ... + oK)

  For a softmax output this changes nothing but roundings. For other positive
  numbers it is what makes the loss a loss: without it [2, 1, 1] would have
  "probabilities" beyond 1, all clipped to 1 - 1e-7, and a loss of nothing.
  The division comes first and the clip second.

  Numbers that are no probabilities at all are not refused; what comes out is
  shown below, so that nobody takes it for a sensible loss.

  @req:cross-entropy.renormalisation.divide @must
  Rule: Each slice is divided by its own sum before anything else

    Scenario: Counts instead of probabilities
      Two of four, one of four, one of four.

      Given the float32 tensor target = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float32 tensor output = [[2, 1, 1], [2, 1, 1], [2, 1, 1]]
      When categorical_cross_entropy is computed
      Then the result is [0.693147, 1.386294, 1.386294]

    Scenario Outline: A slice that sums to <sum>
      Given the float64 tensor target = [[1, 0, 0, 0], [0, 0, 0, 1]]
      And the float64 tensor output = [<output>, [0.25, 0.25, 0.25, 0.25]]
      When categorical_cross_entropy is computed
      Then the result is <losses>

      Examples: more than one
        | sum         | output                       | losses                   |
        | two         | [0.5, 0.5, 0.5, 0.5]         | [1.38629436, 1.38629436] |
        | a hundred   | [1, 2, 3, 94]                | [4.60517019, 1.38629436] |
        | huge        | [1e300, 3e300, 2e300, 2e300] | [2.07944154, 1.38629436] |
        | three times | [0.3, 0.6, 0.9, 1.2]         | [2.30258509, 1.38629436] |

      Examples: less than one
        | sum        | output                           | losses                   |
        | a tenth    | [0.01, 0.02, 0.03, 0.04]         | [2.30258509, 1.38629436] |
        | tiny       | [1e-300, 3e-300, 2e-300, 2e-300] | [2.07944154, 1.38629436] |
        | below 1e-7 | [1e-9, 1e-9, 1e-9, 1e-9]         | [1.38629436, 1.38629436] |

    Scenario: The sum is that of the slice, not that of the tensor
      Given the float64 tensor target = [[1, 0], [1, 0], [1, 0]]
      And the float64 tensor output = [[1, 3], [10, 10], [300, 100]]
      When categorical_cross_entropy is computed
      Then the result is [1.38629436, 0.69314718, 0.28768207]

    Scenario: One slice that sums to four beside one that sums to a quarter
      Whoever divides large sums only divides neither always nor never.

      Given the float32 tensor target = [[1, 0, 0], [1, 0, 0]]
      And the float32 tensor output = [[2, 1, 1], [0.125, 0.0625, 0.0625]]
      When categorical_cross_entropy is computed
      Then the result is [0.693147, 0.693147]

    Scenario: A scaled slice has the loss of the slice
      Given the float32 tensor target = [[0.25, 0.5, 0.25], [0, 1, 0]]
      And the float32 tensor output = [[0.5, 0.125, 0.375], [0.25, 0.5, 0.25]]
      When categorical_cross_entropy is computed as normalised
      Given the float32 tensor output = [[512, 128, 384], [1, 2, 1]]
      When categorical_cross_entropy is computed as scaled
      Then normalised is [1.458215, 0.693147]
      And normalised and scaled agree

    Scenario: The clip sees the divided numbers
      The first entry is above 1e-7 before the division and below it after; the
      second the other way round.

      Given the float64 tensor target = [[1, 0], [1, 0]]
      And the float64 tensor output = [[1e-6, 1000], [1e-8, 1e-8]]
      When categorical_cross_entropy is computed
      Then the result is [16.11809565, 0.69314718]

    Scenario Outline: Positive numbers drawn at random, <dtype>
      Given the <dtype> tensor target of shape [4, 6] drawn from probabilities with seed 41
      And the <dtype> tensor output of shape [4, 6] drawn from uniform <range> with seed 42
      When categorical_cross_entropy is computed
      Then the result conforms

      Examples:
        | dtype    | range  |
        | float32  | 0 10   |
        | float32  | 0 1e-3 |
        | float64  | 1 1e6  |
        | float16  | 0 4    |
        | bfloat16 | 0 100  |

  @req:cross-entropy.renormalisation.no-probabilities @must
  Rule: Numbers that are no probabilities are computed as defined, without a refusal

    Scenario Outline: <situation>
      Clipping hides negative predictions, keras-team/keras#4744 (B022): the user
      sees 16.118 and no warning.

      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When categorical_cross_entropy is computed
      Then the result is <loss>

      Examples: negative entries are clipped to 1e-7
        | situation                          | target    | output             | loss        |
        | A negative entry at the label      | [1, 0, 0] | [-0.5, 1, 0.5]     | 16.11809565 |
        | A negative entry elsewhere         | [0, 0, 1] | [-0.5, 1, 0.5]     | 0.69314718  |
        | A tiny negative entry at the label | [0, 1, 0] | [1, -1e-12, 1e-12] | 16.11809565 |

      Examples: entries beyond 1
        | situation                        | target    | output     | loss         |
        | One entry of two, divided by two | [1, 0, 0] | [2, 0, 0]  | 1.0000001e-7 |
        | Beyond 1 even after the division | [1, 0, 0] | [3, -1, 0] | 1.0000001e-7 |

      Examples: a negative sum turns every sign
        | situation                            | target | output   | loss         |
        | All negative, a quarter at the label | [1, 0] | [-1, -3] | 1.38629436   |
        | All negative, three quarters         | [0, 1] | [-1, -3] | 0.28768207   |
        | A positive entry becomes negative    | [1, 0] | [1, -3]  | 16.11809565  |
        | A negative entry grows beyond 1      | [0, 1] | [1, -3]  | 1.0000001e-7 |

    Scenario Outline: A slice of zeros has no sum to divide by: <dtype>
      0/0 is NaN, and only in that slice. Replacing the sum by a tiny number gives
      16.118 instead, and dropping the division too.

      Given the <dtype> tensor target = [[1, 0, 0], [1, 0, 0], [0, 0, 1]]
      And the <dtype> tensor output = [[0, 0, 0], [0.5, 0.25, 0.25], [-0.0, 0, -0.0]]
      When categorical_cross_entropy is computed
      Then the result is [NaN, 0.693147, NaN]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: An infinite entry leaves nothing to divide
      Given the float32 tensor target = [[1, 0], [0, 1], [1, 0]]
      And the float32 tensor output = [[Infinity, 1], [Infinity, 1], [0.5, 0.5]]
      When categorical_cross_entropy is computed
      Then the result is [NaN, NaN, 0.693147]

  @req:cross-entropy.renormalisation.choices @should
  Rule: Frameworks that do not divide, or refuse, are recognised

    Scenario: Without the division
      scikit-learn stopped dividing silently (scikit-learn/scikit-learn#24515, B124).

      Given the float32 tensor target = [[1, 0, 0], [0, 0, 1]]
      And the float32 tensor output = [[0.25, 0.25, 0], [0.25, 0.25, 0.25]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.693147, 1.098612]
      And where probabilities.normalise is none the result is [1.386294, 1.386294]

    Scenario: A negative number and one beyond one
      Given the float32 tensor target = [0, 1]
      And the float32 tensor output = [-0.25, 1.25]
      When categorical_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is 1.0000e-7
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability
