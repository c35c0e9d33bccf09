Feature: What Keras 2 answers

  Keras 2 on TensorFlow: keras.backend of 2.2 for the rule of the axis, tf.keras and tf_keras for
  the rest. Whoever ports a model from those years meets three of its particulars: -1 is the only
  negative axis, binary cross-entropy of a prediction of 0 is 15.4249, and label smoothing counts
  the wrong axis.

  @req:dialects.keras-2.axis @may
  Rule: The axis is -1 or one of 0 to rank - 1; -2 is refused

    keras.backend.categorical_crossentropy of Keras 2.2.0 to 2.2.5 raises a ValueError unless the
    axis is -1 or in range(ndim): "Unexpected channels axis -2. Expected to be -1 or one of the axes
    of `output`, which has 2 dimensions." tf.keras keeps that promise in its documentation only.

    Scenario: The last axis but one, from the back
      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[0.5, 0.25], [0.5, 0.75]]
      When categorical_cross_entropy is computed with axis -2
      Then where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is any the result is [0.693147, 0.287682]

    Scenario: The same axis from the front
      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[0.5, 0.25], [0.5, 0.75]]
      When categorical_cross_entropy is computed with axis 0
      Then the result is [0.693147, 0.287682]

    Scenario: An axis past the last
      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[0.5, 0.25], [0.5, 0.75]]
      When categorical_cross_entropy is computed with axis 2
      Then the operation is refused with invalid_axis

  @req:dialects.keras-2.scalar @may
  Rule: A single number is refused

    tf.keras.activations.softmax: a ValueError below rank 2.

    Scenario: A single number
      Given the float32 tensor logits = 3
      When softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 1

  @req:dialects.keras-2.probabilities @may
  Rule: Binary cross-entropy clips to [1e-7, 1 - 1e-7] and then adds another 1e-7

    K.binary_crossentropy of tf.keras and tf_keras: a prediction of 0 costs -ln(2e-7) = 15.4249, not
    16.118 (tensorflow/tensorflow#41595, B018; keras-team/keras#15249, B019). A perfect one costs 0,
    not 1e-7. K.categorical_crossentropy, and Keras up to 2.2, clip and add nothing.

    Scenario: Certain, and wrong
      Given the float32 tensor target = 1
      And the float32 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_then_add_1e-7 the result is 15.424948
      And where probabilities.guard is clip_1e-7 the result is 16.118096
      And where probabilities.guard is log_floor_-100 the result is 100

    Scenario: A perfect prediction
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [1, 0]
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_then_add_1e-7 the result is [0, 0]
      And where probabilities.guard is clip_1e-7 the result is [1.0000001e-7, 1.0000001e-7]

    Scenario: Outputs that are no probabilities
      A negative prediction passes for one of 0 (keras-team/keras#4744, B022).

      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [-0.25, 1.25]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is [16.118096, 1.0e-7]
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.470004]
      And where probabilities.normalise is none the result is [0.693147]

  @req:dialects.keras-2.labels @may
  Rule: From logits Keras is TensorFlow: a label that is no class is refused, 0 times -Infinity is NaN

    K.sparse_categorical_crossentropy and K.categorical_crossentropy call the functions of tf.nn.

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is wraps the result is [3.169846, 0.169846]

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is zero the result is [3.169846, 0]

    Scenario: A class that neither label nor logits allow
      Given the float32 tensor labels = [[1, 0, 0]]
      And the float32 tensor logits = [[0, 2, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN]

    Scenario: Labels that sum to two
      Given the float32 tensor labels = [1, 1, 0]
      And the float32 tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [-0.9100, -0.7553, 0.6652]
      And where gradient.labels_not_summing_to_one is scaled the result is [-0.8199, -0.5105, 1.3305]

    Scenario: Labels one and zero at both infinities
      Given the float32 tensor labels = [1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity]
      When sigmoid_cross_entropy_with_logits is computed
      Then where sigmoid_cross_entropy.infinite is tensorflow the result is [NaN, NaN, Infinity, NaN]
      And where sigmoid_cross_entropy.infinite is exact the result is [0, Infinity, Infinity, 0]

  @req:dialects.keras-2.mean @may
  Rule: A mean divides by the number of losses, and is 0 if there are none

    SUM_OVER_BATCH_SIZE, the default reduction of tf.keras.losses, with a safe division.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count the result is 1.666667
      And where weighted_mean.denominator is sum_of_weights the result is 1.25
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5

    Scenario: Every weight zero
      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed with reduction weighted_mean
      Then where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is nan the result is NaN

  @req:dialects.keras-2.smoothing @may
  Rule: Label smoothing divides by the length of the last axis

    tf.keras.losses.categorical_crossentropy, whatever axis the classes are on
    (tensorflow/tensorflow#32231, B014).

    Scenario: Two classes along the first axis, three examples
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 1]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.1], [0.1, 0.8, 0.8]]
      And where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.15], [0.15, 0.85, 0.85]]

  @req:dialects.keras-2.divergence @may
  Rule: A target of 0 counts as 1e-7

    tf.keras.losses.kl_divergence clips target and output: the absent class adds 1e-7 ln(1e-7/0.5).

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is clipped the result is 0.6931456381
      And where kl.zero_target is zero the result is 0.6931471806
