Feature: What TensorFlow.js answers

  tf and tf.losses of TensorFlow.js 4.22 with its cpu backend, and tfjs-layers for losses from
  probabilities. It is not TensorFlow: NaN spreads, logSumExp of nothing is NaN, the mean of nothing
  is not 0. tf.softmax works along the last axis only; that it refuses positive axes too no choice
  expresses.

  @req:dialects.tfjs.softmax @may
  Rule: A NaN or an Infinity spoils its slice, subnormals are kept, a single number is refused

    Observed with TensorFlow.js 4.22.0, its cpu backend.

    Scenario: A NaN among the logits
      Given the float32 tensor logits = [1, NaN, 3]
      When softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN]
      And where softmax.not_a_number is stays_local the result is [0, NaN, 0]

    Scenario: An infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When softmax is computed
      Then where softmax.positive_infinity is nan_slice the result is [NaN, NaN, NaN]
      And where softmax.positive_infinity is nan_local the result is [0, NaN, 0]

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN]

    Scenario: A single number
      Given the float32 tensor logits = 3
      When softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 1

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -103]
      When softmax is computed
      Then where subnormals is kept the result is [1, 1.852e-45]
      And where subnormals is flushed the result is [1, 0]

  @req:dialects.tfjs.axis @may
  Rule: -1 is the only negative axis

    tf.softmax: "Softmax along a non-last dimension is not yet supported".

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is any the result is [[0.2689, 0.1192], [0.7311, 0.8808]]

  @req:dialects.tfjs.logarithms @may
  Rule: The logarithm of a sum of nothing but zeros is NaN

    tf.logSumExp subtracts the maximum: -Infinity less -Infinity. Everybody else says -Infinity.

    Scenario: The logarithm of a sum of nothing but zeros
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When log_sum_exp is computed
      Then where log_sum_exp.all_negative_infinity is nan the result is NaN
      And where log_sum_exp.all_negative_infinity is negative_infinity the result is -Infinity

  @req:dialects.tfjs.one_hot @may
  Rule: one_hot has no one for an index that is no class, and needs classes

    tf.oneHot, which throws for a depth below 2. Its WebGL kernel once put the one into the next row
    (tensorflow/tfjs#443, B052).

    Scenario: Index -1 of three classes
      Given the int64 tensor indices = [1, -1]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is refused the operation is refused with label_out_of_range

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

    Scenario: Two labels and no classes
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 0
      Then where one_hot.zero_depth is refused the operation is refused with invalid_attribute
      And where one_hot.zero_depth is empty the result is [[], []]

  @req:dialects.tfjs.labels @may
  Rule: A label that is no class costs nothing

    sparseCategoricalCrossentropy of tfjs-layers: a row of zeros from oneHot.

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is zero the result is [3.169846, 0]
      And where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3.169846, NaN]

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is zero the result is [3.169846, 0]
      And where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3.169846, NaN]

  @req:dialects.tfjs.dense_labels @may
  Rule: Labels must have the shape of the logits, 0 times -Infinity is NaN, the gradient is softmax minus labels

    tf.losses.softmaxCrossEntropy; observed with TensorFlow.js 4.22.0.

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is refused the operation is refused with invalid_shape

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

  @req:dialects.tfjs.probabilities @may
  Rule: Probabilities are divided by their sum and clipped to [1e-7, 1 - 1e-7]

    categoricalCrossentropy of tfjs-layers; with float16 textures the clip is 1e-4
    (tensorflow/tfjs#90, B090).

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.470004]
      And where probabilities.normalise is none the result is [0.693147]

    Scenario: Certain, and wrong
      Given the float32 tensor target = 1
      And the float32 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_1e-7 the result is 16.118096
      And where probabilities.guard is log_floor_-100 the result is 100

    Scenario: Outputs that are no probabilities
      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [-0.25, 1.25]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is [16.118096, 1.0e-7]
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability

  @req:dialects.tfjs.mean @may
  Rule: A mean divides by the number of weights that are not 0

    SUM_BY_NONZERO_WEIGHTS, the default reduction of tf.losses.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5
      And where weighted_mean.denominator is count the result is 1.666667

  @req:dialects.tfjs.divergence @may
  Rule: A target of 0 adds nothing

    kullbackLeiblerDivergence of tfjs-layers clips for the logarithm and multiplies by the target as
    it is.

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.6931471806
      And where kl.zero_target is clipped the result is 0.6931456381
