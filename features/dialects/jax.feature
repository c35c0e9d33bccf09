Feature: What JAX and optax answer

  jax.nn and jax.numpy of JAX 0.10.2 and the losses of optax 0.2.8, on a CPU. XLA compiles
  everything, so nothing can be refused for the values that a tensor holds: a label that is no class
  becomes some number, and which one is what this page shows.

  @req:dialects.jax.softmax @may
  Rule: A NaN or an Infinity spoils its slice, a single number is refused

    Observed with JAX 0.10.2 on a CPU.

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
      And where softmax.all_negative_infinity is zeros the result is [0, 0]

    Scenario: A single number
      The axis -1 of no axes is out of range.

      Given the float32 tensor logits = 3
      When softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 1

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is any the result is [[0.2689, 0.1192], [0.7311, 0.8808]]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis

  @req:dialects.jax.subnormals @may
  Rule: Probabilities below the normal numbers are 0

    XLA flushes them; observed with JAX 0.10.2 on a CPU.

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -100]
      When softmax is computed
      Then where subnormals is flushed the result is [1, 0]
      And where subnormals is kept the result is [1, 3.72e-44]

  @req:dialects.jax.logarithms @may
  Rule: The logarithms of a slice with an Infinity are NaN, and those of nothing are -Infinity

    jax.nn.log_softmax and jax.nn.logsumexp, whose infinities took several repairs (jax-ml/jax#7648,
    B115).

    Scenario: The logarithms beside an infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When log_softmax is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]
      And where log_softmax.positive_infinity is limits the result is [-Infinity, NaN, -Infinity]

    Scenario: The logarithm of a sum of nothing but zeros
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When log_sum_exp is computed
      Then where log_sum_exp.all_negative_infinity is negative_infinity the result is -Infinity
      And where log_sum_exp.all_negative_infinity is nan the result is NaN

  @req:dialects.jax.one_hot @may
  Rule: one_hot has no one for an index that is no class, and may have no classes

    jax.nn.one_hot; observed with JAX 0.10.2 on a CPU.

    Scenario: Index -1 of three classes
      Given the int64 tensor indices = [1, -1]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 0, 1]]
      And where one_hot.negative_index is refused the operation is refused with label_out_of_range

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]

    Scenario: Two labels and no classes
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 0
      Then where one_hot.zero_depth is empty the result is [[], []]

  @req:dialects.jax.labels @may
  Rule: A label of -1 is the last class, one past the classes is NaN

    optax.softmax_cross_entropy_with_integer_labels (google-deepmind/optax#1185, B107); its gradient
    stays finite, so that training goes on.

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is wraps the result is [3.169846, 0.169846]
      And where sparse_label.negative is refused the operation is refused with label_out_of_range

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is nan the result is [3.169846, NaN]
      And where sparse_label.past_classes is refused the operation is refused with label_out_of_range

  @req:dialects.jax.dense_labels @may
  Rule: A row of labels serves for all rows, and 0 times -Infinity is NaN

    optax.softmax_cross_entropy (google-deepmind/optax#896, B106); optax.safe_softmax_cross_entropy
    gives the finite value.

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is allowed the result is [1.407606, 1.349012]

    Scenario: A class that neither label nor logits allow
      Given the float32 tensor labels = [[1, 0, 0]]
      And the float32 tensor logits = [[0, 2, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN]
      And where zero_label_times_negative_infinity is zero the result is [2.126928]

    Scenario: Two classes along the first axis, three examples
      optax.smooth_labels divides by the length of the axis that it is given.

      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 1]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.15], [0.15, 0.85, 0.85]]
      And where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.1], [0.1, 0.8, 0.8]]

  @req:dialects.jax.gradient @may
  Rule: The gradient is the derivative, also for labels that do not sum to one

    Automatic differentiation of optax.softmax_cross_entropy.

    Scenario: Labels that sum to two
      Given the float32 tensor labels = [1, 1, 0]
      And the float32 tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is scaled the result is [-0.8199, -0.5105, 1.3305]
      And where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [-0.9100, -0.7553, 0.6652]

  @req:dialects.jax.infinite_logits @may
  Rule: sigmoid_binary_cross_entropy is NaN where 0 meets an infinity

    -z ln σ(x) - (1 - z) ln σ(-x), literally; observed with optax 0.2.8.

    Scenario: Labels one and zero at both infinities
      Given the float32 tensor labels = [1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity]
      When sigmoid_cross_entropy_with_logits is computed
      Then where sigmoid_cross_entropy.infinite is optax the result is [NaN, Infinity, Infinity, NaN]
      And where sigmoid_cross_entropy.infinite is exact the result is [0, Infinity, Infinity, 0]
      And where sigmoid_cross_entropy.infinite is pytorch the result is [NaN, Infinity, NaN, NaN]

  @req:dialects.jax.divergence @may
  Rule: A target of 0 adds nothing

    optax.kl_divergence; its gradient is NaN there (google-deepmind/optax#1786, B110).

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.6931471806
      And where kl.zero_target is clipped the result is 0.6931456381

  @req:dialects.jax.masks @may
  Rule: What a mask excludes can not leak; a softmax of nothing is zeros, a mean of nothing NaN, an empty sequence wraps

    The argument where of optax's losses, of jax.nn.softmax (jax-ml/jax#16209, B114) and of
    jax.numpy.mean; an index of -1 as in NumPy; jax.nn.dot_product_attention with is_causal.

    Scenario: A NaN that has no weight
      Given the float32 tensor loss = [2, NaN, 4]
      And the float32 tensor weights = [1, 0, 1]
      When reduce_loss is computed with reduction weighted_mean
      Then where masked_not_a_number is excluded the result is 3
      And where masked_not_a_number is leaks the result is NaN

    Scenario: A row of which the mask keeps nothing
      Given the float32 tensor logits = [[1, 2], [1, 2]]
      And the bool tensor mask = [[false, false], [true, true]]
      When masked_softmax is computed
      Then where masked_softmax.nothing_kept is zeros the result is [[0, 0], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is nan the result is [[NaN, NaN], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is uniform the result is [[0.5, 0.5], [0.2689, 0.7311]]

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
      Then where last_relevant.zero_length is wraps the result is [2, 6]
      And where last_relevant.zero_length is refused the operation is refused with invalid_length
      And where last_relevant.zero_length is zeros the result is [2, 0]

    Scenario: Two queries, three keys
      When causal_mask is computed with query_length 2, key_length 3
      Then where causal.default_alignment is top_left the result is [[true, false, false], [true, true, false]]
      And where causal.default_alignment is bottom_right the result is [[true, true, false], [true, true, true]]

  @req:dialects.jax.argmax @may
  Rule: NaN is the largest

    jax.numpy.argmax; observed with JAX 0.10.2 on a CPU. Lowered for GPUs it once was not (B096).

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is 1
      And where argmax.not_a_number is ignored the result is 2
