Feature: Ignored labels and class weights, and what a mean divides by

  ignore_index names a label that stands for "no label": such a slice has the
  loss 0. class_weights gives each class a factor w: a slice of label y costs
  w_y times its loss.

  Both change what a mean is. It is the weighted mean, as in PyTorch and ONNX:

      mean = sum of w_y loss / sum of w_y      over the slices that aren't ignored

  Dividing by the number of all slices, by the number of slices with a weight
  other than 0, or by the batch size gives other numbers; the batches here are
  small, so that the difference is larger than any rounding.

  @req:cross-entropy.ignored.zero @must
  Rule: A slice whose label is ignore_index costs 0

    @smoke
    Scenario: Two of four labels are ignored
      Given the int32 tensor labels = [1, -1, 0, -1]
      And the float32 tensor logits = [[1, 2], [8, 1], [3, 0], [0, 9]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1
      Then the result is [0.313262, 0, 0.048587, 0]

    Scenario Outline: The ignored value <ignored> may be anything
      Values outside the classes were looked up all the same in pytorch/pytorch#15508 (B061) and
      in ONNX' function bodies (onnx/onnx#2700, B103).

      Given the int64 tensor labels = [2, <ignored>, 1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index <ignored>
      Then the result is <losses>

      Examples: outside the classes
        | ignored | losses                  |
        | -1      | [0.169846, 0, 2.169846] |
        | -100    | [0.169846, 0, 2.169846] |
        | 3       | [0.169846, 0, 2.169846] |
        | 255     | [0.169846, 0, 2.169846] |

      Examples: one of the classes
        | ignored | losses                  |
        | 0       | [0.169846, 0, 2.169846] |

    Scenario: The ignored class stays in the sum of the other slices
      Class 0 is ignored as a label; its exponential still counts (the question of
      pytorch/pytorch#63004, B062). Without it the first loss would be ln(1 + e) = 1.3133.

      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[3, 0, 1], [3, 0, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index 0
      Then the result is [3.169846, 0]

    Scenario Outline: Logits of <row> in an ignored slice
      0 times NaN is NaN: a mask that multiplies leaks, one that selects doesn't.

      Given the int32 tensor labels = [-1, 1]
      And the float32 tensor logits = [<row>, [1, 2]]
      When sparse_softmax_cross_entropy_with_logits is computed as losses with ignore_index -1
      And sparse_softmax_cross_entropy_with_logits is computed as average with ignore_index -1, reduction mean
      Then losses is [0, 0.313262]
      And average is 0.313262

      Examples:
        | row                    |
        | [NaN, 1]               |
        | [Infinity, 0]          |
        | [-Infinity, -Infinity] |

    Scenario: An ignore_index that never occurs changes nothing
      Giving it and leaving it out disagreed in keras-team/keras#19838 (B026).

      Given the int32 tensor labels = [2, 0, 1]
      And the float32 tensor logits = [[1, 2, 4], [0, 0, 1], [-2, 5, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed as plain with reduction mean
      And sparse_softmax_cross_entropy_with_logits is computed as given with reduction mean, ignore_index 7
      Then plain is 0.580112
      And plain and given agree

    Scenario: Padding with ignored labels changes nothing
      Given the int32 tensor labels = [2, 0]
      And the float32 tensor logits = [[1, 2, 4], [0, 0, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed as short with reduction mean, ignore_index -1
      Given the int32 tensor labels = [2, 0, -1, -1, -1]
      And the float32 tensor logits = [[1, 2, 4], [0, 0, 1], [9, 9, 9], [0, 5, 0], [1, 0, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed as padded with reduction mean, ignore_index -1
      Then short is 0.860645
      And short and padded agree

  @req:cross-entropy.ignored.mean @must
  Rule: A mean divides by the slices that are left

    Scenario Outline: <ignored> of four labels ignored, reduction <reduction>
      Given the int32 tensor labels = <labels>
      And the float64 tensor logits = [[1, 2], [3, 1], [3, 0], [0, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction <reduction>
      Then the result is <loss>

      Examples: sum
        | ignored | labels          | reduction | loss        |
        | none    | [0, 1, 1, 0]    | sum       | 10.50692698 |
        | one     | [0, -1, 1, 0]   | sum       | 8.37999897  |
        | three   | [-1, -1, 1, -1] | sum       | 3.04858735  |

      Examples: mean
        | ignored | labels          | reduction | loss       |
        | none    | [0, 1, 1, 0]    | mean      | 2.62673174 |
        | one     | [0, -1, 1, 0]   | mean      | 2.79333299 |
        | two     | [0, -1, -1, 0]  | mean      | 2.66570581 |
        | three   | [-1, -1, 1, -1] | mean      | 3.04858735 |

    Scenario: The three denominators side by side
      The sum of the losses is divided by 2 labels that are left, or by all 4 slices.

      Given the int32 tensor labels = [0, -1, -1, 1]
      And the float64 tensor logits = [[0, 2], [3, 1], [3, 0], [2, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 2.12692801
      And where weighted_mean.denominator is count the result is 1.06346401
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 2.12692801

    Scenario: All labels are ignored
      0/0: PyTorch gave 0 before release 1.11 and NaN since (pytorch/pytorch#70348, B059); the sum is 0 anyway.

      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor logits = [[1, 2], [3, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed as losses with ignore_index -1
      And sparse_softmax_cross_entropy_with_logits is computed as total with ignore_index -1, reduction sum
      And sparse_softmax_cross_entropy_with_logits is computed as average with ignore_index -1, reduction mean
      Then losses is [0, 0]
      And total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0

  @req:cross-entropy.class-weights.definition @must
  Rule: Each slice is weighted by its label's class weight, and a mean divides by the sum of these weights

    Scenario Outline: Three classes with weights, reduction <reduction>
      Given the int32 tensor labels = [0, 1, 2, 1]
      And the float64 tensor class_weights = [0.25, 3, 2]
      And the float64 tensor logits = [[1, 2, 4], [1, 2, 4], [1, 2, 4], [0, 1, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction | loss                                             |
        | none      | [0.79246150, 6.50953806, 0.33969204, 1.65433414] |
        | sum       | 9.29602574                                       |
        | mean      | 1.12679100                                       |

    Scenario: The three denominators with weights
      The weights of the labels are 4, 0 and 1: their sum is 5, there are 3 slices, and 2 have a weight.

      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [4, 0, 1]
      And the float64 tensor logits = [[1, 2, 4], [1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed with reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 2.56984602
      And where weighted_mean.denominator is count the result is 4.28307670
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 6.42461505

    Scenario: Weights of one change nothing
      Given the int32 tensor labels = [0, 2, 1]
      And the float32 tensor logits = [[1, 2, 4], [0, 0, 1], [-2, 5, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed as plain with reduction mean
      Given the float32 tensor class_weights = [1, 1, 1]
      When sparse_softmax_cross_entropy_with_logits is computed as weighted with reduction mean
      Then weighted is 1.246779
      And plain and weighted agree

    Scenario: Doubling all weights leaves the mean
      Given the int32 tensor labels = [0, 2, 1]
      And the float64 tensor logits = [[1, 2, 4], [0, 0, 1], [-2, 5, 1]]
      And the float64 tensor class_weights = [2, 1, 4]
      When sparse_softmax_cross_entropy_with_logits is computed as single with reduction mean
      Given the float64 tensor class_weights = [4, 2, 8]
      When sparse_softmax_cross_entropy_with_logits is computed as doubled with reduction mean
      Then single is 1.22350227
      And single and doubled agree

    Scenario: Weights of the class, not of the position
      Given the int32 tensor labels = [2, 1, 0]
      And the float32 tensor class_weights = [1, 10, 100]
      And the float32 tensor logits = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [109.86123, 10.98612, 1.09861]

    Scenario: Classes along the first axis
      Given the int32 tensor labels = [1, 0, 1]
      And the float64 tensor class_weights = [2, 0.5]
      And the float64 tensor logits = [[1, 2, 3], [0, 5, -1]]
      When sparse_softmax_cross_entropy_with_logits is computed with axis 0
      Then the result is [0.65663084, 6.09717470, 2.00907496]

    Scenario Outline: Weighted labels drawn at random, <dtype>, reduction <reduction>
      Given the int32 tensor labels of shape [6] drawn from integers 0 5 with seed 211
      And the <dtype> tensor class_weights = [1, 0.5, 2, 0.25, 3]
      And the <dtype> tensor logits of shape [6, 5] drawn from normal 5 with seed 212
      When sparse_softmax_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result conforms

      Examples:
        | dtype    | reduction |
        | float16  | mean      |
        | bfloat16 | none      |
        | float32  | mean      |
        | float32  | sum       |
        | float64  | mean      |

  @req:cross-entropy.class-weights.together @must
  Rule: Ignored labels, class weights and smoothing work together

    Scenario: An ignored label takes its weight out of the denominator
      Looking up the weight of label -1 (the last one, or none) was pytorch/pytorch#72056 (B063).

      Given the int32 tensor labels = [0, -1, 1]
      And the float64 tensor class_weights = [2, 1, 64]
      And the float64 tensor logits = [[1, 2, 4], [1, 2, 4], [0, 3, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, reduction mean
      Then the result is 2.16984602

    Scenario Outline: Weights and smoothing <smoothing>, reduction <reduction>
      Smoothing spreads over weighted classes, (1 - a) w_y loss_y + a/K times the sum of all
      w_c loss_c; the mean still divides by the labels' own weights: pytorch/pytorch#104776 (B064).

      Given the int32 tensor labels = [0, 2, -1]
      And the float64 tensor class_weights = [2, 0.5, 1]
      And the float64 tensor logits = [[1, 2, 4], [0, 0, 1], [9, 9, 9]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -1, label_smoothing <smoothing>, reduction <reduction>
      Then the result is <loss>

      Examples:
        | smoothing | reduction | loss                        |
        | 0.1       | none      | [5.95887154, 0.64396879, 0] |
        | 0.3       | sum       | 6.02624748                  |
        | 0.3       | mean      | 2.00874916                  |
        | 1         | mean      | 1.33605751                  |
