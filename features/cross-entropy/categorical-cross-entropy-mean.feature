Feature: Where is the 1/N of the formula?

  Text books write the cross-entropy of a batch with a 1/N in front:

      loss = -1/N sum over the examples of (sum over the classes of t ln o)

  Code gives one loss for each example: an output of shape [10, 5] has a loss
  of shape [10]. The mean over N is a second step, and a choice: the attribute
  reduction is none (the default), sum or mean. Keeping the steps apart is what
  allows weights, masks and accumulated gradients.

  A mean of nothing is 0/0: NaN by the formula; some frameworks say 0.

  @req:cross-entropy.mean.none @must
  Rule: Without a reduction there is one loss for each example

    Scenario: Ten examples of five classes give ten losses
      Given the float32 tensor target of shape [10, 5] drawn from probabilities with seed 61
      And the float32 tensor output of shape [10, 5] drawn from probabilities with seed 62
      When categorical_cross_entropy is computed
      Then the result has dtype float32 and shape [10]
      And the result conforms

    Scenario Outline: No mean is taken of <shape> with classes along axis <axis>
      Given the float32 tensor target of shape <shape> drawn from probabilities with seed 63
      And the float32 tensor output of shape <shape> drawn from probabilities with seed 64
      When categorical_cross_entropy is computed with axis <axis>
      Then the result has dtype float32 and shape <losses>

      Examples:
        | shape        | axis | losses    |
        | [5]          | 0    | []        |
        | [1, 5]       | 1    | [1]       |
        | [10, 1]      | 1    | [10]      |
        | [4, 6, 5]    | 2    | [4, 6]    |
        | [4, 5, 2, 3] | 1    | [4, 2, 3] |

  @req:cross-entropy.mean.second-step @must
  Rule: The mean is the sum of the losses over their number, all axes at once

    Scenario: None, sum and mean of the same batch
      The losses are ln 2, ln 4 and ln 8; their sum is 6 ln 2 and their mean 2 ln 2.

      Given the float32 tensor target = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.5, 0.375, 0.125]]
      When categorical_cross_entropy is computed as losses with reduction none
      And categorical_cross_entropy is computed as total with reduction sum
      And categorical_cross_entropy is computed as average with reduction mean
      Then losses is [0.693147, 1.386294, 2.079442]
      And total is 4.158883
      And average is 1.386294
      And average has dtype float32 and shape []

    Scenario: The second step on its own
      Given the float32 tensor loss = [0.6931472, 1.3862944, 2.0794415]
      When reduce_loss is computed as average
      And reduce_loss is computed as total with reduction sum
      Then average is 1.386294
      And total is 4.158883

    Scenario Outline: The mean of <losses> losses
      The divisor is the number of losses: not the number of rows only, nor of
      numbers, nor of classes.

      Given the float64 tensor target of shape <shape> drawn from probabilities with seed 65
      And the float64 tensor output of shape <shape> drawn from probabilities with seed 66
      When categorical_cross_entropy is computed as average with axis <axis>, reduction mean
      And categorical_cross_entropy is computed as total with axis <axis>, reduction sum
      Then average conforms
      And total conforms
      And total has dtype float64 and shape []

      Examples:
        | losses | shape        | axis |
        | 1      | [7]          | 0    |
        | 2      | [2, 7]       | 1    |
        | 7      | [2, 7]       | 0    |
        | 6      | [2, 3, 5]    | -1   |
        | 24     | [2, 5, 3, 4] | 1    |

    Scenario Outline: The mean of logits' losses, <dtype>
      Given the <dtype> tensor labels of shape [6, 4] drawn from probabilities with seed 67
      And the <dtype> tensor logits of shape [6, 4] drawn from normal 5 with seed 68
      When softmax_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result conforms

      Examples:
        | dtype    | reduction |
        | float16  | mean      |
        | bfloat16 | mean      |
        | float32  | mean      |
        | float64  | mean      |
        | float16  | sum       |
        | float32  | sum       |

    Scenario Outline: The mean of <losses> losses of logits
      Given the float64 tensor labels of shape <shape> drawn from probabilities with seed 69
      And the float64 tensor logits of shape <shape> drawn from normal 5 with seed 70
      When softmax_cross_entropy_with_logits is computed with axis <axis>, reduction mean
      Then the result conforms
      And the result has dtype float64 and shape []

      Examples: batches of more than one axis
        | losses | shape        | axis |
        | 6      | [2, 3, 5]    | -1   |
        | 24     | [2, 5, 3, 4] | 1    |

      Examples: a single example without a batch
        | losses | shape | axis |
        | 1      | [7]   | 0    |

    Scenario: A sum beyond float16's largest number although the mean is small
      Each loss is 60: 2,048 of them sum to 122,880, beyond 65,504. The mean must
      not be taken from a sum held in float16.

      Given the float16 tensor labels of shape [2048, 2] drawn from stagnation 1 with seed 1
      And the float16 tensor logits of shape [2048, 2] drawn from alternating 30 with seed 1
      When softmax_cross_entropy_with_logits is computed with reduction mean
      Then the result is 60

    Scenario: One example that is a NaN spoils the mean and not its neighbours
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [NaN, 0.5]]
      When categorical_cross_entropy is computed as losses
      And categorical_cross_entropy is computed as average with reduction mean
      Then losses is [0.693147, NaN]
      And average is NaN

  @req:cross-entropy.mean.empty @must
  Rule: The sum of an empty batch is 0, its mean is a choice

    Scenario: No examples at all
      Given the float32 tensor target of shape [0, 3] = []
      And the float32 tensor output of shape [0, 3] = []
      When categorical_cross_entropy is computed as losses
      And categorical_cross_entropy is computed as total with reduction sum
      And categorical_cross_entropy is computed as average with reduction mean
      Then losses has dtype float32 and shape [0]
      And total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0
