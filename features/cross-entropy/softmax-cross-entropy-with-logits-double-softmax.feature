Feature: The double softmax

  A loss that takes logits does the softmax itself. Fed with probabilities it
  softmaxes them again: nothing fails, the network trains, but badly. The sign to
  look for: probabilities lie between 0 and 1, so that even a perfect prediction
  [1, 0, ..., 0] is only a logit gap of 1, and the loss can't fall below

      ln(1 + (K - 1)/e)     .5514 for 3 classes, 1.4612 for 10, 5.9095 for 1,000

  The first rule shows that floor, by making the mistake on purpose. The
  second shows that the loss of real logits goes far below it: an
  implementation with a softmax too many fails there. The third catches one
  that has no softmax at all.

  @req:cross-entropy.double-softmax.floor @must
  Rule: Probabilities given as logits can't have a loss below ln(1 + (K - 1)/e)

    Scenario: Perfect probabilities of three classes given as logits
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float64 tensor logits = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [0.55144471, 0.55144471, 0.55144471]

    Scenario: Perfect probabilities of ten classes given as logits
      Given the float64 tensor labels = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      And the float64 tensor logits = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      When softmax_cross_entropy_with_logits is computed
      Then the result is 1.46115017

    Scenario: Perfect probabilities of a thousand classes given as logits
      The generator has no one-hot family; 0 followed by 999 times -1 differs from
      [1, 0, ..., 0] by a common offset only, and so has the same loss.

      Given the int32 tensor labels = [0]
      And the float64 tensor logits of shape [1, 1000] drawn from stagnation -1 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [5.90947209]

    Scenario Outline: Any <classes> probabilities given as logits cost <floor> or more
      Given the int32 tensor labels = [0, 1, 0, 1]
      And the float32 tensor logits of shape [4, <classes>] drawn from probabilities with seed 95
      When sparse_softmax_cross_entropy_with_logits is computed
      Then every element of the result lies between <floor> and <ceiling>
      And the result conforms

      Examples:
        | classes | floor  | ceiling |
        | 2       | 0.3132 | 1.3133  |
        | 3       | 0.5514 | 1.5515  |
        | 10      | 1.4611 | 2.4613  |
        | 1000    | 5.9094 | 6.9096  |

  @req:cross-entropy.double-softmax.below @must
  Rule: Real logits go below that floor

    Scenario Outline: Three classes, the right one ahead by <gap>; softmaxed twice: <twice>
      Given the float64 tensor labels = [1, 0, 0]
      And the float64 tensor logits = [<gap>, 0, 0]
      When softmax_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples:
        | gap | loss          | twice   |
        | 1   | 0.55144471    | 0.8711  |
        | 2   | 0.23954477    | 0.6995  |
        | 4   | 0.03597630    | 0.57426 |
        | 10  | 9.0795737e-5  | 0.5515  |
        | 40  | 8.4967085e-18 | 0.55144 |

    Scenario Outline: A dominant class among <classes> in <dtype>
      Given the int32 tensor labels = [<middle>, <middle>]
      And the <dtype> tensor logits of shape [2, <classes>] drawn from dominant 40 with seed 96
      When sparse_softmax_cross_entropy_with_logits is computed
      Then every element of the result lies between 0 and 1e-4
      And the result conforms

      Examples:
        | classes | middle | dtype    |
        | 3       | 1      | float32  |
        | 10      | 5      | float32  |
        | 1000    | 500    | float32  |
        | 1000    | 500    | float64  |
        | 10      | 5      | float16  |
        | 1000    | 500    | bfloat16 |

    Scenario: A wrong and certain prediction costs more than twice softmaxed ones ever could
      Two softmaxes leave a gap of at most 1, and a loss of at most ln(1 + 2e) = 1.86 for three classes.

      Given the float32 tensor labels = [[1, 0, 0], [0, 1, 0]]
      And the float32 tensor logits = [[0, 3, 0], [0, 0, 12]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [3.094923, 12.000012]

  @req:cross-entropy.double-softmax.none @must
  Rule: Logits are normalised by the loss; unnormalised they are no log-probabilities

    Scenario: Log-probabilities keep their loss, other logits don't
      The first row are the logarithms of 1/2, 1/4 and 1/4: minus the logit is
      already the loss. The second is the same plus 1, and must cost the same.

      Given the float64 tensor labels = [[0, 1, 0], [0, 1, 0]]
      And the float64 tensor logits:
        """
        [[-0.6931471805599453, -1.3862943611198906, -1.3862943611198906],
         [0.3068528194400547, -0.3862943611198906, -0.3862943611198906]]
        """
      When softmax_cross_entropy_with_logits is computed
      Then the result is [1.38629436, 1.38629436]

    Scenario: Positive logits have no negative loss
      Given the float64 tensor labels = [[1, 0], [0, 1]]
      And the float64 tensor logits = [[3, 5], [3, 5]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [2.12692801, 0.12692801]
