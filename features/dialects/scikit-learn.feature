Feature: What scikit-learn answers

  sklearn.metrics.log_loss of scikit-learn 1.9: a metric, not a loss to train with, and so the one
  that checks its input most.

  @req:dialects.scikit-learn.probabilities @may
  Rule: Probabilities are taken as they are, checked, and clipped to the epsilon of their dtype

    log_loss clips to [eps, 1 - eps] with eps = 2.2e-16 in float64, 1.19e-7 in float32 and 9.8e-4 in
    float16; a fixed 1e-15 vanished beside 1 in float32 and gave NaN
    (scikit-learn/scikit-learn#24315, B123; #24365, B125). Up to 1.2 it divided rows by their sum
    without a word (scikit-learn/scikit-learn#24515, B124).

    Scenario: Certain, and wrong
      Given the float64 tensor target = 1
      And the float64 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_dtype_epsilon the result is 36.043653
      And where probabilities.guard is clip_1e-7 the result is 16.118096

    Scenario: Certain and wrong in float32
      Given the float32 tensor target = 1
      And the float32 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_dtype_epsilon the result is 15.942385
      And where probabilities.guard is clip_1e-7 the result is 16.118096

    Scenario: Certain and wrong in float16
      Given the float16 tensor target = 1
      And the float16 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_dtype_epsilon the result is 6.931

    Scenario: A perfect prediction in float32
      Given the float32 tensor target = 1
      And the float32 tensor output = 1
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_dtype_epsilon the result is 1.1921e-7
      And where probabilities.guard is log_floor_-100 the result is 0

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is none the result is [0.693147]
      And where probabilities.normalise is divide_by_sum the result is [0.470004]

    Scenario: Outputs that are no probabilities
      A ValueError.

      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [0.5, 1.0000001]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is refused the operation is refused with invalid_probability
      And where probabilities.out_of_range is clipped the result is [0.693147, 1.0000e-7]

  @req:dialects.scikit-learn.mean @may
  Rule: A mean divides by the sum of the weights, and a mean of nothing is refused

    sample_weight of log_loss; a ValueError if the weights are all 0, or there are no samples.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 1.25
      And where weighted_mean.denominator is count the result is 1.666667
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5

    Scenario: Every weight zero
      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed with reduction weighted_mean
      Then where mean.nothing_left is refused the operation is refused with invalid_shape
      And where mean.nothing_left is nan the result is NaN
      And where mean.nothing_left is zero the result is 0
