Feature: Kullback-Leibler divergence at zeros, infinities and NaN

  The target of a classifier is mostly zeros, and 0 ln 0 is NaN in plain
  arithmetic. What is meant is the limit: nothing.

      t = 0            0, whatever the output is (0 and Infinity included)
      t > 0, o = 0     Infinity: the prediction ruled out what happened
      NaN, negative    NaN: that is no probability

  @req:cross-entropy.kl-divergence.zero-target @must
  Rule: A target of 0 adds nothing

    PyTorch's kernels for CPU and GPU have disagreed (pytorch/pytorch#89558, B132), optax gave NaN
    (google-deepmind/optax#1786, B110); the product and its gradient are jax-ml/jax#2450 (B118).

    Scenario Outline: <target> beside an output of <output>, <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is <zero>
      And where kl.zero_target is clipped the result is <clipped>

      Examples: at every place, in every dtype
        | target        | output            | dtype    | zero         | clipped      |
        | [0, 1]        | [0.5, 0.5]        | float32  | 0.693147     | 0.693146     |
        | [1, 0]        | [0.5, 0.5]        | float64  | 0.6931471806 | 0.6931456381 |
        | [1, 0, 0]     | [0.25, 0.5, 0.25] | float16  | 1.386        | 1.386        |
        | [0, 1, 0]     | [0.25, 0.5, 0.25] | bfloat16 | 0.693        | 0.693        |
        | [0, 0, 1]     | [0.25, 0.5, 0.25] | float32  | 1.386294     | 1.386291     |
        | [0, 0.5, 0.5] | [0.5, 0.25, 0.25] | float64  | 0.6931471806 | 0.6931456381 |

    Scenario: A row of zeros
      Given the float32 tensor target = [[0, 0], [1, 0]]
      And the float32 tensor output = [[0.5, 0.5], [0.5, 0.5]]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is [0, 0.693147]
      And where kl.zero_target is clipped the result is [-0.000003084990, 0.693146]

    Scenario: A negative zero is a zero
      Given the float64 tensor target = [-0.0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.6931471806

    Scenario Outline: One-hot targets of <n> classes, <dtype>
      Given the <dtype> tensor target of shape [10, <n>] drawn from coin 0.1 with seed 2341
      And the <dtype> tensor output of shape [10, <n>] drawn from probabilities with seed 2342
      When kl_divergence is computed
      Then the result conforms

      Examples:
        | n   | dtype    |
        | 5   | float32  |
        | 5   | float16  |
        | 5   | bfloat16 |
        | 100 | float32  |
        | 100 | float64  |

  @req:cross-entropy.kl-divergence.both-zero @should
  Rule: Where target and output are both 0 nothing is added

    A class that neither has doesn't matter: the same distribution twice is 0 apart. Formulas that
    are given the logarithm of the output see 0 times -Infinity here, and say NaN.

    Scenario Outline: <target> and <output>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is <divergence>

      Examples:
        | target    | output        | dtype   | divergence |
        | [1, 0]    | [1, 0]        | float32 | 0          |
        | [0, 1]    | [0, 1]        | float64 | 0          |
        | [1, 0, 0] | [0.5, 0, 0.5] | float32 | 0.693147   |
        | [0, 0]    | [0, 0]        | float16 | 0          |

    Scenario: A target of 0 at an infinite output
      Given the float32 tensor target = [0, 1]
      And the float32 tensor output = [Infinity, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.693147

  @req:cross-entropy.kl-divergence.zero-output @must
  Rule: An output of 0 where the target isn't costs infinity, unless both are clipped

    Scenario Outline: <output> for <target>, <dtype>
      Given the <dtype> tensor target = <target>
      And the <dtype> tensor output = <output>
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is Infinity
      And where kl.zero_target is clipped the result is <clipped>

      Examples:
        | target       | output | dtype    | clipped     |
        | [1, 0]       | [0, 1] | float32  | 16.11809    |
        | [0.5, 0.5]   | [0, 1] | float64  | 7.365900645 |
        | [0.5, 0.5]   | [1, 0] | float16  | 7.366       |
        | [0.25, 0.75] | [0, 0] | bfloat16 | 15.556      |

    Scenario: Only its own slice
      Given the float32 tensor target = [[1, 0], [0.5, 0.5], [0, 1]]
      And the float32 tensor output = [[0, 1], [0.5, 0.5], [1, 0]]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is [Infinity, 0, Infinity]

  @req:cross-entropy.kl-divergence.range @must
  Rule: Small and large numbers count as what they are

    Scenario Outline: <output> for a target of <target>, <dtype>
      Given the <dtype> tensor target = [<target>]
      And the <dtype> tensor output = [<output>]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is <divergence>

      Examples: small outputs
        | target | output   | dtype    | divergence   |
        | 1      | 1e-08    | float32  | 18.42068     |
        | 1      | 1e-37    | float32  | 85.1956      |
        | 0.5    | 0x1p-126 | float32  | 43.32170     |
        | 1      | 1e-300   | float64  | 690.77552790 |
        | 1      | 0x1p-14  | float16  | 9.704        |
        | 1      | 1e-30    | bfloat16 | 69.079       |
        | 1e-30  | 1        | float32  | -6.90776e-29 |
        | 1      | 3e38     | float32  | -88.59685    |
        | 6e4    | 2        | float16  | 618537.2     |

    Scenario: Below the clip of those who clip
      At an output of 1e-9 those who clip at 1e-7 stop: 20.7 becomes 16.1.

      Given the float64 tensor target = [1, 0.5]
      And the float64 tensor output = [1e-9, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 20.72326584
      And where kl.zero_target is clipped the result is 16.11809565

    Scenario: Beyond the clip of those who clip
      Given the float64 tensor target = [3, 1]
      And the float64 tensor output = [1, 4]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 1.909542505
      And where kl.zero_target is clipped the result is 0

  @req:cross-entropy.kl-divergence.quotient @should
  Rule: A quotient too large for the format is no infinity

    t/o may leave the format where its logarithm is a small number: ln t - ln o has it.

    Scenario Outline: <target> over <output>, <dtype>
      Given the <dtype> tensor target = [<target>]
      And the <dtype> tensor output = [<output>]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is <divergence>

      Examples:
        | target | output    | dtype   | divergence    |
        | 4      | 0x1p-126  | float32 | 354.8914      |
        | 1      | 0x1p-149  | float32 | 103.27893     |
        | 1e38   | 1e-3      | float32 | 9.44060e39    |
        | 4      | 0x1p-1022 | float64 | 2839.13085157 |
        | 1      | 0x1p-24   | float16 | 16.636        |

  @req:cross-entropy.kl-divergence.not-a-number @must
  Rule: NaN makes its slice NaN, wherever it stands

    Scenario Outline: A NaN at the <place>, <dtype>
      Given the <dtype> tensor target = [<target>, [0.5, 0.5, 0]]
      And the <dtype> tensor output = [<output>, [0.25, 0.25, 0.5]]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is [NaN, 0.693]

      Examples: in the target
        | place        | target          | output            | dtype    |
        | first class  | [NaN, 0.5, 0.5] | [0.25, 0.25, 0.5] | float32  |
        | middle class | [0.5, NaN, 0.5] | [0.25, 0.25, 0.5] | float64  |
        | last class   | [0.5, 0.5, NaN] | [0.25, 0.25, 0.5] | float16  |
        | whole slice  | [NaN, NaN, NaN] | [0.25, 0.25, 0.5] | bfloat16 |

      Examples: in the output
        | place        | target        | output           | dtype   |
        | first class  | [0.5, 0.5, 0] | [NaN, 0.25, 0.5] | float32 |
        | middle class | [0.5, 0.5, 0] | [0.25, NaN, 0.5] | float16 |
        | whole slice  | [0.5, 0.5, 0] | [NaN, NaN, NaN]  | float64 |

  @req:cross-entropy.kl-divergence.no-probability @should
  Rule: A negative number has no logarithm: NaN, unless it is clipped

    A negative target was silently 0 in PyTorch before pytorch/pytorch#69230 (B132).

    Scenario Outline: <target> and <output>
      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is NaN
      And where kl.zero_target is clipped the result is <clipped>

      Examples:
        | target     | output       | clipped     |
        | [-0.5, 1]  | [0.5, 0.5]   | 0.693145638 |
        | [0.5, 0.5] | [-0.25, 0.5] | 7.712474235 |
        | [-1, 0.5]  | [-2, 0.5]    | 0           |

    Scenario Outline: Infinity in the <where>
      Given the float32 tensor target = [<target>, 0.5]
      And the float32 tensor output = [<output>, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is <divergence>

      Examples:
        | where  | target   | output   | divergence |
        | target | Infinity | 0.5      | Infinity   |
        | output | 0.5      | Infinity | -Infinity  |
        | both   | Infinity | Infinity | NaN        |
