Feature: Categorical cross-entropy of probabilities

  How surprised is a prediction by the truth? For one example with true
  distribution t and predicted distribution o over K classes the answer is

      loss = -(t1 ln o1 + t2 ln o2 + ... + tK ln oK).

  With a one-hot target only one term is left: minus the logarithm of the
  probability that was given to the right class. Half the probability there
  costs ln 2 = 0.6931, a tenth of it ln 10 = 2.3026, all of it nothing.

  ln 0 is -Infinity, so a network that is certain and wrong would have an
  infinite loss. Therefore o is first divided by the sum of its slice and
  then clipped to [epsilon, 1 - epsilon], epsilon = 1e-7. No loss of a one-hot
  target can exceed -ln 1e-7 = 16.118 and none can be less than
  -ln(1 - 1e-7) = 1.0e-7.

  There is one loss for each slice along the axis of the classes; what is
  done with these losses afterwards (a mean, a sum) is a second step.

  @req:cross-entropy.categorical.definition @must
  Rule: The loss of a slice is minus the target-weighted sum of the logarithms of its probabilities

    Scenario: A single class is certain, up to the clip
      Given the float32 tensor target = [1]
      And the float32 tensor output = [3]
      When categorical_cross_entropy is computed
      Then the result is 1.00000005e-7

    @smoke
    Scenario: Three examples, one of each class
      Given the float32 tensor target:
        | 1 | 0 | 0 |
        | 0 | 1 | 0 |
        | 0 | 0 | 1 |
      And the float32 tensor output:
        | 0.5   | 0.25  | 0.25 |
        | 0.125 | 0.125 | 0.75 |
        | 0.25  | 0.25  | 0.5  |
      When categorical_cross_entropy is computed
      Then the result is [0.693147, 2.079442, 0.693147]
      And the result has dtype float32 and shape [3]

    Scenario Outline: A one-hot target looks at one probability only: <situation>
      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When categorical_cross_entropy is computed
      Then the result is <loss>

      Examples:
        | situation                           | target       | output               | loss         |
        | a fair coin                         | [1, 0]       | [0.5, 0.5]           | 0.6931471806 |
        | a tenth for the right class         | [0, 0, 1]    | [0.7, 0.2, 0.1]      | 2.30258509   |
        | nine tenths for the right class     | [1, 0, 0]    | [0.9, 0.05, 0.05]    | 0.10536052   |
        | the other classes trade their parts | [1, 0, 0]    | [0.9, 0.1, 0]        | 0.10536052   |
        | four classes                        | [0, 1, 0, 0] | [0.4, 0.3, 0.2, 0.1] | 1.20397280   |
        | a probability of one thousandth     | [0, 1]       | [0.999, 0.001]       | 6.90775528   |

    Scenario Outline: A soft target weighs every class: <situation>
      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When categorical_cross_entropy is computed
      Then the result is <loss>

      Examples:
        | situation                        | target            | output            | loss       |
        | equal to the prediction: entropy | [0.5, 0.25, 0.25] | [0.5, 0.25, 0.25] | 1.03972077 |
        | uniform against skewed           | [0.5, 0.5]        | [0.8, 0.2]        | 0.91629073 |
        | skewed against uniform           | [0.8, 0.2]        | [0.5, 0.5]        | 0.69314718 |
        | three classes                    | [0.1, 0.2, 0.7]   | [0.3, 0.3, 0.4]   | 1.00259535 |

    Scenario: Target and output are not interchangeable
      Keras exchanged their order in 2.0.9 and forgot the sparse loss (keras-team/keras#7513, B039).

      Given the float64 tensor target = [0.8, 0.2]
      And the float64 tensor output = [0.4, 0.6]
      When categorical_cross_entropy is computed as loss
      Given the float64 tensor target = [0.4, 0.6]
      And the float64 tensor output = [0.8, 0.2]
      When categorical_cross_entropy is computed as swapped
      Then loss is 0.83519771
      And swapped is 1.05492017

    Scenario Outline: Probabilities drawn at random, <classes> classes, <dtype>
      Given the <dtype> tensor target of shape [<rows>, <classes>] drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape [<rows>, <classes>] drawn from probabilities with seed 1<seed>
      When categorical_cross_entropy is computed
      Then the result conforms

      Examples: every dtype
        | dtype    | rows | classes | seed |
        | float16  | 5    | 3       | 11   |
        | bfloat16 | 5    | 3       | 12   |
        | float32  | 5    | 3       | 13   |
        | float64  | 5    | 3       | 14   |
        | float16  | 2    | 10      | 15   |
        | bfloat16 | 2    | 10      | 16   |

      Examples: numbers of classes
        | dtype   | rows | classes | seed |
        | float32 | 7    | 2       | 21   |
        | float32 | 3    | 10      | 22   |
        | float32 | 2    | 33      | 23   |
        | float64 | 2    | 100     | 24   |
        | float32 | 1    | 1000    | 25   |

  @req:cross-entropy.categorical.labels-as-given @must
  Rule: Targets are used as given, never renormalised

    Scenario Outline: A target that sums to <sum>
      Given the float64 tensor target = <target>
      And the float64 tensor output = [0.5, 0.3, 0.2]
      When categorical_cross_entropy is computed
      Then the result is <loss>

      Examples:
        | sum       | target      | loss        |
        | two       | [1, 1, 0]   | 1.89711998  |
        | one half  | [0.5, 0, 0] | 0.34657359  |
        | ten       | [0, 0, 10]  | 16.09437912 |
        | minus one | [0, -1, 0]  | -1.20397280 |

    Scenario: An example without any label costs nothing
      Weak labels leave whole rows at zero (the thread tensorflow/tensorflow#1234, B009):
      their loss is 0, whatever was predicted.

      Given the float32 tensor target = [[0, 0, 0], [0, 1, 0]]
      And the float32 tensor output = [[0.7, 0.2, 0.1], [0.25, 0.5, 0.25]]
      When categorical_cross_entropy is computed
      Then the result is [0, 0.693147]

  @req:cross-entropy.categorical.clip @must
  Rule: Probabilities are clipped to [epsilon, 1 - epsilon] after the division by their sum

    Scenario Outline: A probability of <probability> for the right class
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [<probability>, <other>]
      When categorical_cross_entropy is computed
      Then the result is <loss>

      Examples: inside the clip
        | probability | other        | loss         |
        | 1e-6        | 0.999999     | 13.81551056  |
        | 2e-7        | 0.9999998    | 15.42494847  |
        | 1.001e-7    | 0.9999998999 | 16.11709615  |
        | 0.9999998   | 2e-7         | 2.0000002e-7 |

      Examples: at its lower end, where the loss stays at 16.118
        | probability | other        | loss        |
        | 0.999e-7    | 0.9999999001 | 16.11809565 |
        | 1e-8        | 0.99999999   | 16.11809565 |
        | 1e-300      | 1            | 16.11809565 |
        | 0           | 1            | 16.11809565 |

      Examples: at its upper end, where it stays at 1.0e-7
        | probability | other | loss         |
        | 0.99999995  | 5e-8  | 1.0000001e-7 |
        | 1           | 0     | 1.0000001e-7 |

    Scenario Outline: Certain and wrong costs the same in every dtype: <dtype>
      A 16-bit type can't hold 1 - 1e-7, and float16 turns 1e-7 into 1.19e-7 (a
      loss of 15.95): the clip is an exact number, not one of the tensor's type.

      Given the <dtype> tensor target = [[1, 0], [0, 1], [1, 0]]
      And the <dtype> tensor output = [[0, 1], [1, 0], [0.5, 0.5]]
      When categorical_cross_entropy is computed
      Then the result is [16.118096, 16.118096, 0.69314718]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: A perfect prediction costs the clip and not less than nothing
      Adding epsilon instead of clipping gives -1.0e-7, a negative loss.

      Given the float64 tensor target = [[1, 0, 0], [0, 0, 1]]
      And the float64 tensor output = [[1, 0, 0], [0, 0, 1]]
      When categorical_cross_entropy is computed
      Then the result is [1.00000005e-7, 1.00000005e-7]

    Scenario: One class alone is clipped as well
      With one output unit softmax is constantly 1 and nothing can be learned
      (keras-team/keras#17029, B044). From probabilities the loss is the clip's.

      Given the float64 tensor target = [[1], [1], [0]]
      And the float64 tensor output = [[1], [0.25], [0.5]]
      When categorical_cross_entropy is computed
      Then the result is [1.00000005e-7, 1.00000005e-7, 0]

    Scenario Outline: Another epsilon: <epsilon>
      Given the float64 tensor target = [[1, 0], [0, 1], [0, 1]]
      And the float64 tensor output = [[0, 1], [0, 1], [0.75, 0.25]]
      When categorical_cross_entropy is computed with epsilon <epsilon>
      Then the result is <losses>

      Examples:
        | epsilon | losses                                   |
        | 1e-3    | [6.90775528, 1.0005003e-3, 1.38629436]   |
        | 0.1     | [2.30258509, 0.10536052, 1.38629436]     |
        | 1e-12   | [27.63102112, 1.0000000e-12, 1.38629436] |
        | 0.49    | [0.71334989, 0.67334455, 0.71334989]     |

    Scenario: An epsilon too small for float32 is still an exact number
      1 - 1e-9 rounds to 1 in float32, and with it vanished the guard of early
      versions (keras-team/keras#377, B020).

      Given the float32 tensor target = [[0, 1], [1, 0]]
      And the float32 tensor output = [[1, 0], [1, 0]]
      When categorical_cross_entropy is computed with epsilon 1e-9
      Then the result is [20.7232658, 1.0e-9]

  @req:cross-entropy.categorical.guard @should
  Rule: Frameworks guard the logarithm differently, and each known guard is recognised

    Scenario: A probability of zero for the right class under each guard
      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [0, 1]
      When categorical_cross_entropy is computed
      Then where probabilities.guard is clip_1e-7 the result is 16.118096
      And where probabilities.guard is clip_dtype_epsilon the result is 15.942385
      And where probabilities.guard is log_floor_-100 the result is 100
      And where probabilities.guard is add_1e-7 the result is 16.118096
      And where probabilities.guard is clip_then_add_1e-7 the result is 15.424948
      And where probabilities.guard is none the result is Infinity

  @req:cross-entropy.categorical.not-a-number @must
  Rule: A NaN among the probabilities gives NaN for its own slice and for no other

    Scenario Outline: A NaN at the <position>
      An implementation whose maximum or clip drops NaN turns it into a number
      between 0 and 16, and a broken network into a healthy one.

      Given the float32 tensor target = [[0, 1, 0], [0, 1, 0], [1, 0, 0]]
      And the float32 tensor output = [[0.25, 0.5, 0.25], <row>, [0.5, 0.25, 0.25]]
      When categorical_cross_entropy is computed
      Then the result is [0.693147, NaN, 0.693147]

      Examples:
        | position    | row               |
        | label       | [0.25, NaN, 0.75] |
        | first place | [NaN, 0.5, 0.5]   |
        | last place  | [0.5, 0.5, NaN]   |
        | whole slice | [NaN, NaN, NaN]   |

    Scenario: A NaN in the target reaches the loss
      Given the float32 tensor target = [[NaN, 1], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.5, 0.5]]
      When categorical_cross_entropy is computed
      Then the result is [NaN, 0.693147]

  @req:cross-entropy.categorical.batch @must
  Rule: Every slice has its own loss and an empty batch has none

    Scenario: An empty batch
      Given the float32 tensor target of shape [0, 3] = []
      And the float32 tensor output of shape [0, 3] = []
      When categorical_cross_entropy is computed
      Then the result has dtype float32 and shape [0]

    Scenario: An example keeps its loss when others join it
      Given the float32 tensor target = [[0.125, 0.5, 0.375]]
      And the float32 tensor output = [[0.6, 0.3, 0.1]]
      When categorical_cross_entropy is computed as alone
      Given the float32 tensor target = [[0.125, 0.5, 0.375], [1, 0, 0], [0, 1, 0]]
      And the float32 tensor output = [[0.6, 0.3, 0.1], [0, 0, 1], [100, 1e-3, 7]]
      When categorical_cross_entropy is computed as together
      Then alone is [1.529309]
      And together is [1.529309, 16.118096, 11.580593]
