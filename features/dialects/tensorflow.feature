Feature: What TensorFlow answers

  These are the answers of tf.nn, tf.math and tf.compat.v1.losses, TensorFlow 2.21 on a CPU with
  oneDNN, as it comes. Its older kernels, XLA and GPUs sometimes differ, as the rules say. Keras has
  pages of its own.

  Negative axes are not settled: tf.nn.softmax takes any, tf.one_hot and
  tf.nn.softmax_cross_entropy_with_logits only -1.

  @req:dialects.tensorflow.softmax @may
  Rule: A NaN or an Infinity spoils only itself

    Observed with TensorFlow 2.21.0 on a CPU: the kernel of oneDNN gives the other classes 0. The
    older kernel, and XLA, make the whole slice NaN; OpenVINO had one reading on CPUs and the other
    on GPUs (B091).

    Scenario: A NaN among the logits
      Given the float32 tensor logits = [1, NaN, 3]
      When softmax is computed
      Then where softmax.not_a_number is stays_local the result is [0, NaN, 0]
      And where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN]

    Scenario: A NaN in first place
      Given the float32 tensor logits = [NaN, 1, 3, 2]
      When softmax is computed
      Then where softmax.not_a_number is stays_local the result is [NaN, 0, 0, 0]

    Scenario: An infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When softmax is computed
      Then where softmax.positive_infinity is nan_local the result is [0, NaN, 0]
      And where softmax.positive_infinity is nan_slice the result is [NaN, NaN, NaN]

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN]
      And where softmax.all_negative_infinity is uniform the result is [0.5, 0.5]

    Scenario: A single number
      Given the float32 tensor logits = 3
      When softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 1

  @req:dialects.tensorflow.subnormals @may
  Rule: Probabilities below the normal numbers are 0

    Observed with TensorFlow 2.21.0 on a CPU. Where they may be flushed, one that is kept is right
    too.

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -90]
      When softmax is computed
      Then where subnormals is flushed the result is [1, 0]
      And where subnormals is kept the result is [1, 8.194e-40]

  @req:dialects.tensorflow.logarithms @may
  Rule: The logarithms of a slice with an Infinity are NaN, and those of nothing are -Infinity

    tf.nn.log_softmax and tf.reduce_logsumexp; observed with TensorFlow 2.21.0 on a CPU.

    Scenario: The logarithms beside an infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When log_softmax is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]

    Scenario: The logarithm of a sum of nothing but zeros
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When log_sum_exp is computed
      Then where log_sum_exp.all_negative_infinity is negative_infinity the result is -Infinity
      And where log_sum_exp.all_negative_infinity is nan the result is NaN

  @req:dialects.tensorflow.one_hot @may
  Rule: one_hot has no one for an index that is no class, and may have no classes

    tf.one_hot, whose zeros without a word have cost many an afternoon (tensorflow/tensorflow#11727,
    B050).

    Scenario: Index -1 of three classes
      Given the int64 tensor indices = [1, -1]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 0, 1]]

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

    Scenario: Two labels and no classes
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 0
      Then where one_hot.zero_depth is empty the result is [[], []]
      And where one_hot.zero_depth is refused the operation is refused with invalid_attribute

  @req:dialects.tensorflow.labels @may
  Rule: A label that is no class is refused

    tf.nn.sparse_softmax_cross_entropy_with_logits on a CPU: "Received a label value of -1 which is
    outside the valid range". On a GPU and under XLA it is NaN (tensorflow/tensorflow#8484, B001;
    #126005, B005), up to 0.9 it was 0 (tensorflow/tensorflow#3739, B003).

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3.169846, NaN]
      And where sparse_label.negative is zero the result is [3.169846, 0]

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3.169846, NaN]
      And where sparse_label.past_classes is zero the result is [3.169846, 0]

  @req:dialects.tensorflow.dense_labels @may
  Rule: A row of labels serves for all rows, and 0 times -Infinity is NaN

    tf.nn.softmax_cross_entropy_with_logits; its documentation asks for labels of the shape of the
    logits, its kernel repeats them.

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is allowed the result is [1.407606, 1.349012]
      And where labels_broadcast is refused the operation is refused with invalid_shape

    Scenario: A class that neither label nor logits allow
      Given the float32 tensor labels = [[1, 0, 0]]
      And the float32 tensor logits = [[0, 2, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN]
      And where zero_label_times_negative_infinity is zero the result is [2.126928]

  @req:dialects.tensorflow.gradient @may
  Rule: The gradient is softmax minus labels, whatever they sum to

    tensorflow/core/kernels/xent_op.cc. A row without labels costs 0 (tensorflow/tensorflow#1234,
    B009) and yet has a gradient, that of softmax alone (tensorflow/tensorflow#2327, B010).

    Scenario: Labels that sum to two
      Given the float32 tensor labels = [1, 1, 0]
      And the float32 tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [-0.9100, -0.7553, 0.6652]
      And where gradient.labels_not_summing_to_one is scaled the result is [-0.8199, -0.5105, 1.3305]

    Scenario: A row without labels
      Given the float32 tensor labels = [0, 0]
      And the float32 tensor logits = [3, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [0.5, 0.5]
      And where gradient.labels_not_summing_to_one is scaled the result is [0, 0]

  @req:dialects.tensorflow.probabilities @may
  Rule: log_loss adds 1e-7 to what it takes the logarithm of, and clips nothing

    tf.compat.v1.losses.log_loss; observed with TensorFlow 2.21.0 on a CPU.

    Scenario: Certain, and wrong
      Given the float32 tensor target = 1
      And the float32 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is add_1e-7 the result is 16.118096
      And where probabilities.guard is log_floor_-100 the result is 100

    Scenario: A perfect prediction
      Its loss is less than nothing: -ln(1 + 1e-7).

      Given the float64 tensor target = 1
      And the float64 tensor output = 1
      When binary_cross_entropy is computed
      Then where probabilities.guard is add_1e-7 the result is -9.9999995e-8
      And where probabilities.guard is clip_1e-7 the result is 1.0000001e-7

  @req:dialects.tensorflow.infinite_logits @may
  Rule: sigmoid_cross_entropy_with_logits is NaN where infinities cancel

    max(x, 0) - x z + ln(1 + exp(-|x|)), literally; observed with TensorFlow 2.21.0 on a CPU.

    Scenario: Labels one and zero at both infinities
      Given the float32 tensor labels = [1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity]
      When sigmoid_cross_entropy_with_logits is computed
      Then where sigmoid_cross_entropy.infinite is tensorflow the result is [NaN, NaN, Infinity, NaN]
      And where sigmoid_cross_entropy.infinite is exact the result is [0, Infinity, Infinity, 0]

  @req:dialects.tensorflow.mean @may
  Rule: A mean divides by the number of weights that are not 0, and is 0 if there are none

    SUM_BY_NONZERO_WEIGHTS, the default of tf.compat.v1.losses. Weights of 0 multiply: a NaN below
    them leaks.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5
      And where weighted_mean.denominator is sum_of_weights the result is 1.25

    Scenario: Every weight zero
      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed with reduction weighted_mean
      Then where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is nan the result is NaN

    Scenario: A NaN that has no weight
      Given the float32 tensor loss = [2, NaN, 4]
      And the float32 tensor weights = [1, 0, 1]
      When reduce_loss is computed with reduction weighted_mean
      Then where masked_not_a_number is leaks the result is NaN
      And where masked_not_a_number is excluded the result is 3

  @req:dialects.tensorflow.smoothing @may
  Rule: Label smoothing divides by the length of the last axis

    tf.compat.v1.losses.softmax_cross_entropy; before 2.3 it was that of axis 1
    (tensorflow/tensorflow#32231, B014; tensorflow/tensorflow#39329, B015).

    Scenario: Two classes along the first axis, three examples
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 1]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.1], [0.1, 0.8, 0.8]]
      And where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.15], [0.15, 0.85, 0.85]]

  @req:dialects.tensorflow.masks @may
  Rule: A length past maxlen is cut off, a mean of no steps is NaN, an empty sequence is refused

    tf.sequence_mask, tf.reduce_mean of tf.boolean_mask, and tf.gather_nd at length - 1, which on a
    GPU gives zeros (tensorflow/tensorflow#15091, B140) and under XLA the first step
    (tensorflow/tensorflow#118076, B141).

    Scenario: A length of three, two at most
      Given the int32 tensor lengths = [1, 3]
      When sequence_mask is computed with maxlen 2
      Then where sequence_mask.length_past_maxlen is truncated the result is:
        | true | false |
        | true | true  |
      And where sequence_mask.length_past_maxlen is maxlen_raised the result is:
        | true | false | false |
        | true | true  | true  |

    Scenario: A sequence of which the mask keeps no step
      Given the float32 tensor values = [[1, 3], [5, 7]]
      And the bool tensor mask = [[false, false], [true, true]]
      When masked_mean is computed
      Then where masked_mean.nothing_kept is nan the result is [NaN, 6]
      And where masked_mean.nothing_kept is zero the result is [0, 6]

    Scenario: A sequence without steps
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int32 tensor lengths = [2, 0]
      When last_relevant is computed
      Then where last_relevant.zero_length is refused the operation is refused with invalid_length
      And where last_relevant.zero_length is zeros the result is [2, 0]
      And where last_relevant.zero_length is clamps the result is [2, 4]

  @req:dialects.tensorflow.argmax @may
  Rule: NaN is never the largest

    tf.argmax; observed with TensorFlow 2.21.0 on a CPU.

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is ignored the result is 2
      And where argmax.not_a_number is wins the result is 1
