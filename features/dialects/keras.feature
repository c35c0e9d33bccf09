Feature: What Keras 3 answers

  keras.ops, keras.losses and keras.layers of Keras 3.15, where its four backends agree: TensorFlow,
  JAX, PyTorch and NumPy. Where they don't (labels that are no class, NaN, subnormals, negative
  axes), Keras has no answer of its own and neither has this page.

  @req:dialects.keras.softmax @may
  Rule: A slice of nothing but -Infinity is NaN

    The four backends compute exp(x - max) / sum; each observed.

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN, NaN]
      And where softmax.all_negative_infinity is zeros the result is [0, 0, 0]
      And where softmax.all_negative_infinity is uniform the result is [0.3333, 0.3333, 0.3333]

  @req:dialects.keras.one_hot @may
  Rule: one_hot has no one for a negative index

    Observed with Keras 3.15.1 on its four backends; keras.utils.to_categorical counts from the back
    instead.

    Scenario: Index -2 of three classes
      Given the int64 tensor indices = [1, -2]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 1, 0]]

  @req:dialects.keras.dense_labels @may
  Rule: Labels must have the shape of the output, and 0 times -Infinity is NaN

    keras.ops.categorical_crossentropy: a ValueError for different shapes.

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is refused the operation is refused with invalid_shape
      And where labels_broadcast is allowed the result is [1.407606, 1.349012]

    Scenario: A class that neither label nor logits allow
      Given the float32 tensor labels = [[1, 0, 0]]
      And the float32 tensor logits = [[0, 2, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN]
      And where zero_label_times_negative_infinity is zero the result is [2.126928]

  @req:dialects.keras.probabilities @may
  Rule: Probabilities are divided by their sum and clipped once to [1e-7, 1 - 1e-7]

    keras.ops.categorical_crossentropy and keras.ops.binary_crossentropy. The second 1e-7 of Keras 2
    is gone: 16.118, not 15.4249. A negative prediction passes for one of 0 (keras-team/keras#4744,
    B022).

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
      And where probabilities.guard is clip_then_add_1e-7 the result is 15.424948

    Scenario: Outputs that are no probabilities
      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [-0.25, 1.25]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is [16.118096, 1.0e-7]
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability

  @req:dialects.keras.mean @may
  Rule: A mean divides by the number of losses, and is 0 if there are none

    sum_over_batch_size, the default reduction of keras.losses, by divide_no_nan. Those of an
    ignored class are selected away.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is count the result is 1.666667
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
      Then where masked_not_a_number is excluded the result is 3
      And where masked_not_a_number is leaks the result is NaN

  @req:dialects.keras.smoothing @may
  Rule: Label smoothing divides by the length of the last axis

    keras.losses.categorical_crossentropy up to 3.15.1 (tensorflow/tensorflow#127249, B016); since
    keras-team/keras#23437 by that of the class axis (B017).

    Scenario: Two classes along the first axis, three examples
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 1]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.1], [0.1, 0.8, 0.8]]
      And where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.15], [0.15, 0.85, 0.85]]

  @req:dialects.keras.divergence @may
  Rule: A target of 0 counts as 1e-7

    keras.losses.kl_divergence.

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is clipped the result is 0.6931456381
      And where kl.zero_target is zero the result is 0.6931471806

    Scenario: The slope at targets of 0
      Differentiated for the target, on TensorFlow, JAX and PyTorch: where it is clipped there is no
      slope.

      Given the float32 tensor target = [0, 0.5]
      And the float32 tensor output = [0.5, 4]
      When kl_divergence_target_gradient is computed
      Then where kl_divergence_gradient.zero_target is clipped the result is [0, 0.3068528]
      And where kl_divergence_gradient.zero_target is minus_infinity the result is [-Infinity, -1.079442]
      And where kl_divergence_gradient.zero_target is constant the result is [0.6931472, -1.079442]

  @req:dialects.keras.masks @may
  Rule: The layer Softmax gives zeros for a row without keys; pooling no steps is NaN; an LSTM that saw nothing says 0

    keras.layers.Softmax with a mask (keras-team/keras#21149, B032), GlobalAveragePooling1D
    (keras-team/keras#18152, B045), and a recurrent layer whose mask keeps no step.
    MultiHeadAttention averages uniformly instead.

    Scenario: A row of which the mask keeps nothing
      Given the float32 tensor logits = [[1, 2], [1, 2]]
      And the bool tensor mask = [[false, false], [true, true]]
      When masked_softmax is computed
      Then where masked_softmax.nothing_kept is zeros the result is [[0, 0], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is uniform the result is [[0.5, 0.5], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is nan the result is [[NaN, NaN], [0.2689, 0.7311]]

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
      Then where last_relevant.zero_length is zeros the result is [2, 0]
      And where last_relevant.zero_length is refused the operation is refused with invalid_length
