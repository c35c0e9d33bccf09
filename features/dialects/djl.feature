Feature: What Deep Java Library answers

  The losses of ai.djl.training.loss, version of July 2026; those without a mask were also run, 0.36.0
  on PyTorch 2.7.1, whose arrays lack the sequenceMask that the masked one needs. Softmax, one_hot and
  the like behave as those of the engine below, PyTorch's or another's, so this page is short.

  @req:dialects.djl.probabilities @may
  Rule: Nothing is divided by a sum

    SoftmaxCrossEntropyLoss takes its predictions as they are; without fromLogit it takes them for
    log-probabilities.

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is none the result is [0.693147]
      And where probabilities.normalise is divide_by_sum the result is [0.470004]

  @req:dialects.djl.mean @may
  Rule: A mean divides by the number of all steps, kept or not

    ai.djl.training.loss: the mean of everything; MaskedSoftmaxCrossEntropyLoss divides by the
    number of steps, not by the length of the sequence, the common mistake with padding (B046).

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count the result is 1.666667
      And where weighted_mean.denominator is sum_of_weights the result is 1.25

    Scenario: Two steps of four are padding
      Averaged over the steps that count the loss would be 4.

      Given the float32 tensor loss = [3, 5, 7, 9]
      And the float32 tensor weights = [1, 1, 0, 0]
      When reduce_loss is computed with reduction mean
      Then the result is 2

    Scenario: Every label ignored
      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor logits = [[1, 2], [4, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction mean
      Then where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is nan the result is NaN

  @req:dialects.djl.masks @may
  Rule: What has no weight still leaks

    MaskedSoftmaxCrossEntropyLoss multiplies by the mask, and 0 times NaN is NaN.

    Scenario: A NaN that has no weight
      Given the float32 tensor loss = [2, NaN, 4]
      And the float32 tensor weights = [1, 0, 1]
      When reduce_loss is computed with reduction weighted_mean
      Then where masked_not_a_number is leaks the result is NaN
      And where masked_not_a_number is excluded the result is 3
