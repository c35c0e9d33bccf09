Feature: What PyTorch answers

  These are the answers of torch and torch.nn.functional, PyTorch 2.13 on a CPU, wherever frameworks
  differ. An implementation that declares one of these choices is held to it here; one that declares
  none may answer otherwise. Beside PyTorch's answer stands what others say to the same question.

  PyTorch's loss functions put the classes along axis 1; an adapter says so by the axis.

  @req:dialects.pytorch.softmax @may
  Rule: A NaN or an Infinity spoils its slice, subnormals are kept, and a single number is a slice of one

    Observed with PyTorch 2.13.0 on a CPU. Its softmax of a tensor without axes is 1, where most
    refuse.

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
      Given the float32 tensor logits = 3
      When softmax is computed
      Then where softmax.scalar is one the result is 1
      And where softmax.scalar is refused the operation is refused with invalid_axis

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -95]
      When softmax is computed
      Then where subnormals is kept the result is [1, 5.521e-42]
      And where subnormals is flushed the result is [1, 0]

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is any the result is [[0.2689, 0.1192], [0.7311, 0.8808]]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis

  @req:dialects.pytorch.logarithms @may
  Rule: The logarithms of a slice with an Infinity are NaN, and those of nothing are -Infinity

    torch.log_softmax and torch.logsumexp; observed with PyTorch 2.13.0 on a CPU.

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

  @req:dialects.pytorch.one_hot @may
  Rule: one_hot refuses what is no class, and having no classes

    torch.nn.functional.one_hot: "Class values must be non-negative." and "Class values must be
    smaller than num_classes." Compiled by torch.compile the same call once gave zeros
    (pytorch/pytorch#144211, B054); on a GPU it relies on an assertion of the device
    (pytorch/pytorch#57902, B055).

    Scenario: Index -1 of three classes
      Given the int64 tensor indices = [1, -1]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is refused the operation is refused with label_out_of_range
      And where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 0, 1]]

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is refused the operation is refused with label_out_of_range
      And where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]

    Scenario: Two labels and no classes
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 0
      Then where one_hot.zero_depth is refused the operation is refused with invalid_attribute
      And where one_hot.zero_depth is empty the result is [[], []]

  @req:dialects.pytorch.labels @may
  Rule: cross_entropy refuses a label that is no class

    An IndexError of torch.nn.functional.cross_entropy. -100 alone is ignored unless told otherwise;
    a negative label used to pass (pytorch/pytorch#12670, B060).

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3.169846, NaN]
      And where sparse_label.negative is wraps the result is [3.169846, 0.169846]

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3.169846, NaN]

  @req:dialects.pytorch.dense_labels @may
  Rule: Soft labels must fit the logits, and 0 times -Infinity is NaN

    cross_entropy with probabilities as target; observed with PyTorch 2.13.0 on a CPU.

    Scenario: A class that neither label nor logits allow
      Given the float32 tensor labels = [[1, 0, 0]]
      And the float32 tensor logits = [[0, 2, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN]
      And where zero_label_times_negative_infinity is zero the result is [2.126928]

    Scenario: One row of labels, two rows of logits
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is refused the operation is refused with invalid_shape
      And where labels_broadcast is allowed the result is [1.407606, 1.349012]

    Scenario: Two classes along the first axis, three examples
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 1]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.15], [0.15, 0.85, 0.85]]
      And where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.1], [0.1, 0.8, 0.8]]

  @req:dialects.pytorch.gradient @may
  Rule: The gradient is the derivative, also for labels that do not sum to one

    Automatic differentiation of cross_entropy gives Σt·s - t; kernels written by hand often give s
    - t.

    Scenario: Labels that sum to two
      Given the float32 tensor labels = [1, 1, 0]
      And the float32 tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is scaled the result is [-0.8199, -0.5105, 1.3305]
      And where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [-0.9100, -0.7553, 0.6652]

  @req:dialects.pytorch.probabilities @may
  Rule: The logarithm of a probability is never below -100, and a probability is checked

    torch.nn.functional.binary_cross_entropy neither clips nor divides by a sum: where ln 0 would be
    -Infinity it takes -100. A value outside [0, 1] is a RuntimeError; on GPUs one slightly above 1
    gave NaN (pytorch/pytorch#51866, B126).

    Scenario: Certain, and wrong
      Given the float32 tensor target = 1
      And the float32 tensor output = 0
      When binary_cross_entropy is computed
      Then where probabilities.guard is log_floor_-100 the result is 100
      And where probabilities.guard is clip_1e-7 the result is 16.118096
      And where probabilities.guard is clip_then_add_1e-7 the result is 15.424948

    Scenario: Far below a clip, and above the floor
      ln(1e-60) = -138 is cut off, ln(1e-20) = -46 is not.

      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [1e-20, 1e-60]
      When binary_cross_entropy is computed
      Then where probabilities.guard is log_floor_-100 the result is [46.051702, 100]
      And where probabilities.guard is clip_1e-7 the result is [16.118096, 16.118096]

    Scenario: Outputs that are no probabilities
      Given the float64 tensor target = [1, 1]
      And the float64 tensor output = [-0.25, 1.25]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is refused the operation is refused with invalid_probability
      And where probabilities.out_of_range is clipped the result is [16.118096, 1.0e-7]

    Scenario: Outputs that sum to 0.8
      Given the float64 tensor target = [[1, 0, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.05]]
      When categorical_cross_entropy is computed
      Then where probabilities.normalise is none the result is [0.693147]
      And where probabilities.normalise is divide_by_sum the result is [0.470004]

  @req:dialects.pytorch.infinite_logits @may
  Rule: binary_cross_entropy_with_logits is NaN where infinities cancel

    Observed with PyTorch 2.13.0 on a CPU. In exact arithmetic the first and the last loss are 0.

    Scenario: Labels one and zero at both infinities
      Given the float32 tensor labels = [1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity]
      When sigmoid_cross_entropy_with_logits is computed
      Then where sigmoid_cross_entropy.infinite is pytorch the result is [NaN, Infinity, NaN, NaN]
      And where sigmoid_cross_entropy.infinite is exact the result is [0, Infinity, Infinity, 0]

  @req:dialects.pytorch.mean @may
  Rule: A mean divides by the weights that were used, and is NaN if there were none

    cross_entropy with class weights (pytorch/pytorch#104776, B064). Nothing left is 0/0 since 1.11,
    and was 0 before (pytorch/pytorch#70348, B059). With probabilities as target the mean divides by
    the number of rows instead.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 1.25
      And where weighted_mean.denominator is count the result is 1.666667

    Scenario: Every label ignored
      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor logits = [[1, 2], [4, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction mean
      Then where mean.nothing_left is nan the result is NaN
      And where mean.nothing_left is zero the result is 0

    Scenario: A NaN that has no weight
      ignore_index selects; it does not multiply by 0.

      Given the float32 tensor loss = [2, NaN, 4]
      And the float32 tensor weights = [1, 0, 1]
      When reduce_loss is computed with reduction weighted_mean
      Then where masked_not_a_number is excluded the result is 3
      And where masked_not_a_number is leaks the result is NaN

  @req:dialects.pytorch.divergence @may
  Rule: A target of 0 adds nothing to kl_div

    torch.nn.functional.kl_div; observed with PyTorch 2.13.0 on a CPU. Negative targets passed once
    (B132).

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.6931471806
      And where kl.zero_target is clipped the result is 0.6931456381

  @req:dialects.pytorch.masks @may
  Rule: A masked softmax or mean of nothing is NaN, an empty sequence is refused, a causal mask starts top left

    torch.masked.softmax, torch.masked.mean, torch.gather at -1 and scaled_dot_product_attention.
    The last has given zeros for a row without keys since 2.5 (B079), and its alignment was settled
    after pytorch/pytorch#108108 (B081).

    Scenario: A row of which the mask keeps nothing
      Given the float32 tensor logits = [[1, 2], [1, 2]]
      And the bool tensor mask = [[false, false], [true, true]]
      When masked_softmax is computed
      Then where masked_softmax.nothing_kept is nan the result is [[NaN, NaN], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is zeros the result is [[0, 0], [0.2689, 0.7311]]

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
      And where last_relevant.zero_length is clamps the result is [2, 4]

    Scenario: Two queries, three keys
      When causal_mask is computed with query_length 2, key_length 3
      Then where causal.default_alignment is top_left the result is [[true, false, false], [true, true, false]]
      And where causal.default_alignment is bottom_right the result is [[true, true, false], [true, true, true]]

  @req:dialects.pytorch.argmax @may
  Rule: NaN is the largest

    torch.argmax; observed with PyTorch 2.13.0 on a CPU.

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is 1
      And where argmax.not_a_number is ignored the result is 2
