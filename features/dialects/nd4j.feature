Feature: What ND4J answers

  The softmax and loss operations of libnd4j and of nd4j-api; read, not run. The two name their
  reductions by numbers: 0 none, 1 sum, 2 divided by the sum of the weights, 3 divided by the number
  of those that are not 0.

  @req:dialects.nd4j.axis @may
  Rule: Any negative axis counts from the back

    libnd4j softmax adds the rank to a negative dimension.

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is any the result is [[0.2689, 0.1192], [0.7311, 0.8808]]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is refused the operation is refused with invalid_axis

  @req:dialects.nd4j.labels @may
  Rule: Labels must have the shape of the logits

    libnd4j softmax_cross_entropy_loss.

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is refused the operation is refused with invalid_shape
      And where labels_broadcast is allowed the result is [1.407606, 1.349012]

  @req:dialects.nd4j.probabilities @may
  Rule: Nothing is divided by a sum

    org.nd4j.linalg.lossfunctions.impl.LossMCXENT, which clips to 1e-10 beside a softmax layer
    (B143).

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is none the result is [0.693147]
      And where probabilities.normalise is divide_by_sum the result is [0.470004]

  @req:dialects.nd4j.mean @may
  Rule: A mean divides by the number of weights that are not 0, and is 0 if there are none

    libnd4j softmax_cross_entropy_loss, modes 2 and 3.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5
      And where weighted_mean.denominator is sum_of_weights the result is 1.25
      And where weighted_mean.denominator is count the result is 1.666667

    Scenario: Every weight zero
      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed with reduction weighted_mean
      Then where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is nan the result is NaN

  @req:dialects.nd4j.masks @may
  Rule: A maxlen below the longest sequence is raised to it

    libnd4j sequence_mask; TensorFlow cuts the mask off instead.

    Scenario: A length of three, two at most
      Given the int32 tensor lengths = [1, 3]
      When sequence_mask is computed with maxlen 2
      Then where sequence_mask.length_past_maxlen is maxlen_raised the result is:
        | true | false | false |
        | true | true  | true  |
      And where sequence_mask.length_past_maxlen is truncated the result is:
        | true | false |
        | true | true  |
