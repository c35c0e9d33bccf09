Feature: What ONNX answered up to opset 12

  Until opset 12 Softmax did not work along an axis. It flattened the tensor to a matrix, all axes
  before the given one into the rows, that axis and all after it into the columns, and normalised
  rows. The default axis was 1. Models of that time are still in use, and importers that read them
  by the newer rule are wrong without a word.

  It is the value from_axis_on of the choice softmax.slice, and the one value that has to be
  declared: of whoever says nothing such an answer is one along a wrong axis. The default axis is
  -1 here, so that an adapter for such models always names the axis.

  @req:dialects.onnx-12.coercion @may
  Rule: All axes from the given one on are one slice

    Softmax-11 and LogSoftmax-11; redefined at opset 13 by onnx/onnx#2879 (B097), and confused since
    (B099, B100).

    Scenario: Two by two by two zeros, from axis 1 on
      Shape [2, 2, 2] becomes [2, 4]: each row of four shares one. An importer that overlooks the
      opset doubles every probability.

      Given the float32 tensor logits = [[[0, 0], [0, 0]], [[0, 0], [0, 0]]]
      When softmax is computed with axis 1
      Then where softmax.slice is from_axis_on the result is:
        """
        [[[0.25, 0.25], [0.25, 0.25]], [[0.25, 0.25], [0.25, 0.25]]]
        """
      And where softmax.slice is axis the result is:
        """
        [[[0.5, 0.5], [0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]]]
        """

    Scenario: One image of three channels, from axis 1 on
      Shape [1, 3, 2, 1] becomes [1, 6]: channels and pixels compete with each other.

      Given the float32 tensor logits = [[[[0], [1]], [[2], [3]], [[4], [5]]]]
      When softmax is computed with axis 1
      Then where softmax.slice is from_axis_on the result is:
        """
        [[[[0.0043], [0.0116]], [[0.0315], [0.0858]], [[0.2331], [0.6337]]]]
        """
      And where softmax.slice is axis the result is:
        """
        [[[[0.0159], [0.0159]], [[0.1173], [0.1173]], [[0.8668], [0.8668]]]]
        """

    Scenario: Logarithms of the image
      Given the float32 tensor logits = [[[[0], [1]], [[2], [3]], [[4], [5]]]]
      When log_softmax is computed with axis -3
      Then where softmax.slice is from_axis_on the result is:
        """
        [[[[-5.4562], [-4.4562]], [[-3.4562], [-2.4562]], [[-1.4562], [-0.4562]]]]
        """
      And where softmax.slice is axis the result is:
        """
        [[[[-4.1429], [-4.1429]], [[-2.1429], [-2.1429]], [[-0.1429], [-0.1429]]]]
        """

    Scenario: A matrix is the same by both rules
      Which is why many a test never saw the difference.

      Given the float32 tensor logits = [[0, 1], [5, 5]]
      When softmax is computed with axis 1
      Then the result is [[0.2689, 0.7311], [0.5, 0.5]]

  @req:dialects.onnx-12.softmax @may
  Rule: A NaN or an Infinity spoils its row; any negative axis counts from the back

    Observed with ONNX Runtime 1.30.0 and the reference evaluator of onnx 1.23.1.

    Scenario: A NaN among the logits
      Given the float32 tensor logits = [1, NaN, 3]
      When softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN]

    Scenario: An infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When softmax is computed
      Then where softmax.positive_infinity is nan_slice the result is [NaN, NaN, NaN]

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity, -Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN, NaN, NaN]

    Scenario: The logarithms beside an infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When log_softmax is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]

    Scenario: The columns, counted from the back
      Given the float32 tensor logits = [[1, 2], [2, 4]]
      When softmax is computed with axis -2
      Then where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where softmax.slice is axis the result is [[0.2689, 0.1192], [0.7311, 0.8808]]
      And where softmax.slice is from_axis_on the result is [[0.0377, 0.1025], [0.1025, 0.7573]]

  @req:dialects.onnx-12.subnormals @may
  Rule: Probabilities below the normal numbers are kept

    Observed with ONNX Runtime 1.30.0 on a CPU.

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -89]
      When softmax is computed
      Then where subnormals is kept the result is [1, 2.227e-39]
      And where subnormals is flushed the result is [1, 0]

  @req:dialects.onnx-12.one_hot @may
  Rule: A negative index counts from the back, one past the classes has no one

    OneHot-11. OneHot-9 gave negative indices no one (onnx/onnx#4154, B051).

    Scenario: Index -2 of three classes
      Given the int64 tensor indices = [1, -2]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is wraps the result is [[0, 1, 0], [0, 1, 0]]
      And where one_hot.negative_index is off the result is [[0, 1, 0], [0, 0, 0]]

    Scenario: Index 3 of three classes
      Given the int64 tensor indices = [1, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

  @req:dialects.onnx-12.labels @may
  Rule: A label past the classes is refused; -1 is the last class

    SoftmaxCrossEntropyLoss-12 without ignore_index.

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
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

  @req:dialects.onnx-12.mean @may
  Rule: A mean divides by the weights that were used, and is NaN if there were none

    SoftmaxCrossEntropyLoss-12 and NegativeLogLikelihoodLoss-12.

    Scenario: Losses of one, two and four, weighted three, one and nought
      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [3, 1, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 1.25
      And where weighted_mean.denominator is count the result is 1.666667
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 2.5

    Scenario: Every label ignored
      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor logits = [[1, 2], [4, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction mean
      Then where mean.nothing_left is nan the result is NaN

  @req:dialects.onnx-12.argmax @may
  Rule: NaN is the largest

    ArgMax; observed with ONNX Runtime 1.30.0 and the reference evaluator of onnx 1.23.1.

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is 1
      And where argmax.not_a_number is ignored the result is 2
