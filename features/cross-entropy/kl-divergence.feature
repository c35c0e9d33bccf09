Feature: Kullback-Leibler divergence

  How far is a predicted distribution o from the target t? The divergence
  counts, in the units of a cross-entropy, what the prediction costs beyond
  the target's own uncertainty:

      kl_divergence(t, o) = sum of t ln(t/o)          with 0 ln 0 = 0

  over each slice along an axis. It is 0 for o = t and positive otherwise, as
  long as both sum to 1; it isn't symmetric. Both are probabilities, not
  logarithms. Nothing is normalised or clipped, unless an implementation is of the
  kind that clips both to [1e-7, 1] (a choice).

  @req:cross-entropy.kl-divergence.definition @must
  Rule: The divergence is the sum of t ln(t/o)

    @smoke
    Scenario: A certain target
      Predicting the right class with 1/2 costs ln 2, with 1/8 three times as much.

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.875, 0.125]]
      When kl_divergence is computed
      Then the result is [0.693147, 2.079442]
      And the result has dtype float32 and shape [2]

    Scenario: Powers of two
      1/2 ln 2 + 1/4 ln 1 + 1/4 ln(1/2) is 1/4 ln 2.

      Given the float64 tensor target = [0.5, 0.25, 0.25]
      And the float64 tensor output = [0.25, 0.25, 0.5]
      When kl_divergence is computed
      Then the result is 0.1732867951
      And the result has dtype float64 and shape []

    Scenario: The other way round it is another number
      1/2 ln(1/2 / 3/4) + 1/2 ln(1/2 / 1/4) = 1/2 ln(4/3), but 3/4 ln(3/2) + 1/4 ln(1/2).

      Given the float64 tensor target = [[0.5, 0.5], [0.75, 0.25]]
      And the float64 tensor output = [[0.75, 0.25], [0.5, 0.5]]
      When kl_divergence is computed
      Then the result is [0.1438410362, 0.1308120359]

    Scenario Outline: A target of <target> and an output of <output>, in <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence is computed
      Then the result is <divergence>
      And the result has dtype <dtype> and shape []

      Examples: every dtype
        | target          | output            | dtype    | divergence   |
        | [0.5, 0.5]      | [0.9, 0.1]        | float32  | 0.510826     |
        | [0.2, 0.3, 0.5] | [0.5, 0.25, 0.25] | float32  | 0.218012     |
        | [0.9, 0.1]      | [0.1, 0.9]        | float64  | 1.7577796619 |
        | [0.25, 0.75]    | [0.75, 0.25]      | float16  | 0.5493       |
        | [0.25, 0.75]    | [0.75, 0.25]      | bfloat16 | 0.5493       |
        | [0.125, 0.875]  | [0.5, 0.5]        | bfloat16 | 0.3164       |

    Scenario Outline: The same distribution twice, <dtype>
      Given the <dtype> tensor target of shape [3, <n>] drawn from probabilities with seed 2301
      And the <dtype> tensor output of shape [3, <n>] drawn from probabilities with seed 2301
      When kl_divergence is computed
      Then the result conforms
      And the result is [0, 0, 0]

      Examples:
        | n    | dtype    |
        | 2    | float32  |
        | 10   | float16  |
        | 10   | bfloat16 |
        | 1000 | float32  |
        | 10   | float64  |

    Scenario: A cross-entropy less the target's entropy
      The cross-entropy of the target with the output is 1.3863, its own entropy 1.0397.

      Given the float64 tensor target = [0.5, 0.25, 0.25]
      And the float64 tensor output = [0.25, 0.25, 0.25]
      When kl_divergence is computed
      Then the result is 0.3465735903

  @req:cross-entropy.kl-divergence.as-they-are @must
  Rule: What doesn't sum to 1 is taken as it is

    Scenario: A half and its double
      Outputs twice as large make it smaller by ln 2, and negative.

      Given the float64 tensor target = [[0.5, 0.5], [0.5, 0.5]]
      And the float64 tensor output = [[0.5, 0.5], [1, 1]]
      When kl_divergence is computed
      Then the result is [0, -0.6931471806]

    Scenario: Counts in place of probabilities
      3 ln(3/1) + 1 ln(1/3) = 2 ln 3.

      Given the float32 tensor target = [3, 1]
      And the float32 tensor output = [1, 3]
      When kl_divergence is computed
      Then the result is 2.197225

    Scenario: Parts that cancel
      1/2 ln 2 + 1/2 ln(1/2) is nothing.

      Given the float32 tensor target = [0.5, 0.5]
      And the float32 tensor output = [0.25, 1]
      When kl_divergence is computed
      Then the result is 0

  @req:cross-entropy.kl-divergence.near @must
  Rule: Distributions that are nearly the same have a divergence near 0

    The terms are of both signs and cancel almost all: the divergence grows with the square of the
    difference. It may be off by some roundings of the terms, but no more.

    Scenario Outline: One in <scale> apart, <dtype>
      Given the <dtype> tensor target = [0.5, 0.5]
      And the <dtype> tensor output = <output>
      When kl_divergence is computed
      Then the result is <divergence>

      Examples:
        | scale     | output                       | dtype   | divergence   |
        | 16        | [0.53125, 0.46875]           | float32 | 1.956950e-3  |
        | 128       | [0.50390625, 0.49609375]     | float32 | 3.051851e-5  |
        | 1,024     | [0x1.004p-1, 0x1.ff8p-2]     | float32 | 4.768374e-7  |
        | 1,048,576 | [0x1.00001p-1, 0x1.ffffep-2] | float64 | 4.547474e-13 |
        | 16        | [0.53125, 0.46875]           | float16 | 1.956950e-3  |

    Scenario Outline: Two draws of <n> classes, <dtype>
      Given the <dtype> tensor target of shape [4, <n>] drawn from probabilities with seed 2311
      And the <dtype> tensor output of shape [4, <n>] drawn from probabilities with seed <seed>
      When kl_divergence is computed
      Then the result conforms
      And the result has dtype <dtype> and shape [4]

      Examples: few classes
        | n  | seed | dtype    |
        | 1  | 2312 | float32  |
        | 2  | 2312 | float32  |
        | 3  | 2312 | float64  |
        | 7  | 2313 | float16  |
        | 8  | 2313 | bfloat16 |
        | 9  | 2313 | float32  |
        | 10 | 2314 | float64  |
        | 17 | 2314 | float32  |
        | 33 | 2314 | float32  |
        | 65 | 2315 | float64  |

      Examples: many classes
        | n    | seed | dtype    |
        | 1000 | 2316 | float32  |
        | 1000 | 2316 | float64  |
        | 1000 | 2316 | bfloat16 |
        | 4096 | 2317 | float16  |
        | 4096 | 2317 | float32  |

    @full
    Scenario Outline: <n> classes, <dtype>
      Sums in float16 or bfloat16 themselves stop growing long before.

      Given the <dtype> tensor target of shape [<n>] drawn from uniform 0.5 1 with seed 2318
      And the <dtype> tensor output of shape [<n>] drawn from uniform 0.25 1 with seed 2319
      When kl_divergence is computed
      Then the result conforms

      Examples:
        | n      | dtype    |
        | 32768  | float32  |
        | 131072 | float32  |
        | 131072 | float64  |
        | 100000 | bfloat16 |

    Scenario Outline: Outputs between <low> and <high>, targets between 0 and 1, <dtype>
      Given the <dtype> tensor target of shape [20, 5] drawn from uniform 0 1 with seed 2321
      And the <dtype> tensor output of shape [20, 5] drawn from uniform <low> <high> with seed 2322
      When kl_divergence is computed
      Then the result conforms

      Examples:
        | low  | high   | dtype    |
        | 0    | 1      | float32  |
        | 0    | 1e-30  | float32  |
        | 1e30 | 3e38   | float32  |
        | 0    | 1e-4   | float16  |
        | 1    | 6e4    | float16  |
        | 0    | 1e-30  | bfloat16 |
        | 0    | 1e-300 | float64  |

  @req:cross-entropy.kl-divergence.axis @must
  Rule: The distributions may lie along any axis

    Scenario: Columns and rows of one matrix
      Given the float64 tensor target = [[0.5, 1], [0.5, 0]]
      And the float64 tensor output = [[0.25, 0.5], [0.75, 0.5]]
      When kl_divergence is computed as columns with axis 0
      And kl_divergence is computed as rows with axis 1
      Then columns is [0.1438410362, 0.6931471806]
      And rows is [1.0397207708, -0.2027325541]

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor target of shape <shape> drawn from uniform 0 1 with seed 2331
      And the float32 tensor output of shape <shape> drawn from uniform 0 1 with seed 2332
      When kl_divergence is computed with axis <axis>
      Then the result conforms
      And the result has dtype float32 and shape <reduced>

      Examples: ranks one to five
        | shape           | axis | reduced      |
        | [6]             | 0    | []           |
        | [3, 4]          | 0    | [4]          |
        | [3, 4]          | 1    | [3]          |
        | [2, 3, 4]       | 1    | [2, 4]       |
        | [2, 3, 4]       | -3   | [3, 4]       |
        | [2, 3, 4, 5]    | 1    | [2, 4, 5]    |
        | [2, 3, 4, 5]    | -2   | [2, 3, 5]    |
        | [2, 3, 2, 3, 2] | 2    | [2, 3, 3, 2] |
        | [2, 3, 2, 3, 2] | 0    | [3, 2, 3, 2] |

      Examples: lengths of one and nought
        | shape     | axis | reduced |
        | [3, 1]    | 1    | [3]     |
        | [1, 3, 1] | 1    | [1, 1]  |
        | [0, 3]    | 1    | [0]     |
        | [0, 3]    | 0    | [3]     |
        | [3, 0]    | 1    | [3]     |

    Scenario: No class at all
      An empty sum is 0.

      Given the float32 tensor target of shape [2, 0] = []
      And the float32 tensor output of shape [2, 0] = []
      When kl_divergence is computed
      Then the result is [0, 0]

    Scenario: A default of the last axis, and batch rows that don't meet
      The first row alone gives what it gives among others.

      Given the float32 tensor target = [[0.2, 0.3, 0.5]]
      And the float32 tensor output = [[0.5, 0.25, 0.25]]
      When kl_divergence is computed as alone
      Given the float32 tensor target = [[0.2, 0.3, 0.5], [1, 0, 0]]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [NaN, 0, 1]]
      When kl_divergence is computed as among
      Then alone is [0.218012]
      And among is [0.218012, NaN]
