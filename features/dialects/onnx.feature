Feature: What ONNX answers

  The operators from opset 13 on, where ONNX Runtime 1.30 and the reference evaluator of onnx 1.23
  agree. Softmax is taken along a single axis, the last unless told otherwise; the page of ONNX up
  to opset 12 shows what was before.

  @req:dialects.onnx.softmax @may
  Rule: A NaN or an Infinity spoils its slice; any negative axis counts from the back

    Observed with ONNX Runtime 1.30.0 and the reference evaluator of onnx 1.23.1. The specification
    of Softmax: axis in [-r, r-1].

    Scenario: A NaN among the logits
      Given the float32 tensor logits = [2, 1, NaN]
      When softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN]
      And where softmax.not_a_number is stays_local the result is [0, 0, NaN]

    Scenario: An infinite logit
      Given the float32 tensor logits = [Infinity, 2, 1]
      When softmax is computed
      Then where softmax.positive_infinity is nan_slice the result is [NaN, NaN, NaN]
      And where softmax.positive_infinity is nan_local the result is [NaN, 0, 0]

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN]
      And where softmax.all_negative_infinity is zeros the result is [0, 0]

    Scenario: The logarithms beside an infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When log_softmax is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]
      And where log_softmax.positive_infinity is limits the result is [-Infinity, NaN, -Infinity]

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is any the result is [[0.2689, 0.1192], [0.7311, 0.8808]]
      And where negative_axis is refused the operation is refused with invalid_axis

  @req:dialects.onnx.subnormals @may
  Rule: Probabilities below the normal numbers are kept

    Observed with ONNX Runtime 1.30.0 on a CPU.

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -100]
      When softmax is computed
      Then where subnormals is kept the result is [1, 3.72e-44]
      And where subnormals is flushed the result is [1, 0]

  @req:dialects.onnx.one_hot @may
  Rule: A negative index counts from the back, one past the classes has no one

    OneHot-11: indices in [-depth, depth - 1], all others off. The maintainers confirm that -1 is
    the last class on purpose (onnx/onnx#4154, B051); no other framework reads it so.

    Scenario: Index -1 of three classes
      Given the int64 tensor indices = [1, -1]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 0, 1]]
      And where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.negative_index is refused the operation is refused with label_out_of_range

    Scenario: The lowest index that still counts
      Given the int64 tensor indices = [1, -3]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is wraps the result is [[0, 1, 0], [1, 0, 0]]

    Scenario: An index below it
      Given the int64 tensor indices = [1, -4]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 0, 0]]

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

  @req:dialects.onnx.labels @may
  Rule: A label past the classes is refused; -1 is the last class

    SoftmaxCrossEntropyLoss without ignore_index, in both implementations; the text of the
    specification asks for labels within the classes.

    Scenario: The label -1
      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is wraps the result is [3.169846, 0.169846]
      And where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3.169846, NaN]

    Scenario: The label 3 of three classes
      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3.169846, NaN]

  @req:dialects.onnx.mean @may
  Rule: A mean divides by the weights that were used, and is NaN if there were none

    SoftmaxCrossEntropyLoss and NegativeLogLikelihoodLoss: ReduceSum of the losses over ReduceSum of
    the weights; an ignored label weighs 0.

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

  @req:dialects.onnx.masks @may
  Rule: Attention gives zeros for a query without keys, and starts its causal mask top left

    Attention-23: the node test attention_23_boolmask_fullymasked_row_nan_robustness; a float mask
    of -Infinity gives NaN instead. Alignment: onnx/onnx#8054 (B081); bottom right with a cache.

    Scenario: A row of which the mask keeps nothing
      Given the float32 tensor logits = [[1, 2], [1, 2]]
      And the bool tensor mask = [[false, false], [true, true]]
      When masked_softmax is computed
      Then where masked_softmax.nothing_kept is zeros the result is [[0, 0], [0.2689, 0.7311]]
      And where masked_softmax.nothing_kept is nan the result is [[NaN, NaN], [0.2689, 0.7311]]

    Scenario: Two queries, three keys
      When causal_mask is computed with query_length 2, key_length 3
      Then where causal.default_alignment is top_left the result is [[true, false, false], [true, true, false]]
      And where causal.default_alignment is bottom_right the result is [[true, true, false], [true, true, true]]

  @req:dialects.onnx.argmax @may
  Rule: NaN is the largest

    ArgMax; observed with ONNX Runtime 1.30.0 and the reference evaluator of onnx 1.23.1.

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is 1
      And where argmax.not_a_number is ignored the result is 2
