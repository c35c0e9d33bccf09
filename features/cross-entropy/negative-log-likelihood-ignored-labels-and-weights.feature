Feature: Ignored labels and class weights in the negative log-likelihood

  ignore_index names a label that stands for "no label": its slice has the
  loss 0. class_weights gives each class a factor w: a slice of label y costs

      -w_y l_y

  A mean is the weighted one, as in PyTorch and ONNX: the sum of the losses
  divided by the sum of the weights of the labels that aren't ignored. Dividing
  by the number of slices gives other numbers; the batches here are small, so
  that the difference is larger than any rounding.

  @req:cross-entropy.negative-log-likelihood.ignored @must
  Rule: A slice whose label is ignore_index costs 0 and doesn't count

    @smoke
    Scenario: Two of four labels are ignored
      Given the int32 tensor labels = [1, -1, 0, -1]
      And the float32 tensor log_probabilities = [[-1, -2], [-3, -4], [-5, -6], [-7, -8]]
      When negative_log_likelihood is computed as losses with ignore_index -1
      And negative_log_likelihood is computed as total with ignore_index -1, reduction sum
      And negative_log_likelihood is computed as average with ignore_index -1, reduction mean
      Then losses is [2, 0, 5, 0]
      And total is 7
      And average is 3.5

    Scenario Outline: The ignored value <ignored> may be anything
      Values outside the classes were looked up all the same in pytorch/pytorch#15508 (B061) and
      in ONNX' function bodies (onnx/onnx#2700, B103).

      Given the int64 tensor labels = [2, <ignored>, 1]
      And the float32 tensor log_probabilities = [[-1, -2, -4], [-1, -2, -4], [-1, -2, -4]]
      When negative_log_likelihood is computed as losses with ignore_index <ignored>
      And negative_log_likelihood is computed as average with ignore_index <ignored>, reduction mean
      Then losses is [4, 0, 2]
      And average is 3

      Examples: outside the classes
        | ignored              |
        | -1                   |
        | -100                 |
        | 3                    |
        | 255                  |
        | -9223372036854775808 |

      Examples: one of the classes
        | ignored |
        | 0       |

    Scenario Outline: <row> in an ignored slice
      0 times NaN is NaN: a mask that multiplies leaks, one that selects doesn't.

      Given the int32 tensor labels = [-1, 1]
      And the float32 tensor log_probabilities = [<row>, [-1, -2]]
      When negative_log_likelihood is computed as losses with ignore_index -1
      And negative_log_likelihood is computed as average with ignore_index -1, reduction mean
      Then losses is [0, 2]
      And average is 2

      Examples:
        | row                    |
        | [NaN, NaN]             |
        | [-Infinity, -Infinity] |
        | [Infinity, -1]         |

    Scenario: Padding with ignored labels changes nothing
      Given the int32 tensor labels = [2, 0]
      And the float64 tensor log_probabilities = [[-1, -2, -4.5], [-0.5, -2, -3]]
      When negative_log_likelihood is computed as short with reduction mean, ignore_index -1
      Given the int32 tensor labels = [2, 0, -1, -1, -1]
      And the float64 tensor log_probabilities = [[-1, -2, -4.5], [-0.5, -2, -3], [-9, -9, -9], [-1, -1, -1], [-2, -2, -2]]
      When negative_log_likelihood is computed as padded with reduction mean, ignore_index -1
      Then short is 2.5
      And where weighted_mean.denominator is sum_of_weights padded is 2.5
      And where weighted_mean.denominator is count padded is 1

    Scenario: An ignore_index that never occurs changes nothing
      Given the int32 tensor labels = [2, 0, 1]
      And the float32 tensor log_probabilities = [[-1, -2, -4], [-3, -2, -1], [-5, -6, -7]]
      When negative_log_likelihood is computed as plain with reduction mean
      And negative_log_likelihood is computed as given with reduction mean, ignore_index 7
      Then plain is 4.33333333
      And plain and given agree

  @req:cross-entropy.negative-log-likelihood.nothing-left @must
  Rule: Where all labels are ignored the sum is 0, and the mean a choice

    Scenario: Both labels are ignored
      0/0: PyTorch gave 0 before release 1.11 and NaN since (pytorch/pytorch#64572, B059).

      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor log_probabilities = [[-1, -2], [-3, -4]]
      When negative_log_likelihood is computed as losses with ignore_index -1
      And negative_log_likelihood is computed as total with ignore_index -1, reduction sum
      And negative_log_likelihood is computed as average with ignore_index -1, reduction mean
      Then losses is [0, 0]
      And total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0

    Scenario: Both labels weigh nothing
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor class_weights = [0, 0, 1]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-3, -4, -5]]
      When negative_log_likelihood is computed as total with reduction sum
      And negative_log_likelihood is computed as average with reduction mean
      Then total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0

  @req:cross-entropy.negative-log-likelihood.class-weights @must
  Rule: Each slice is weighted by its label's class weight, and a mean divides by the sum of these weights

    Scenario Outline: Three classes with weights, reduction <reduction>, <dtype>
      The weights of the labels are 0.25, 3, 2 and 3: their sum is 8.25.

      Given the int32 tensor labels = [0, 1, 2, 1]
      And the <dtype> tensor class_weights = [0.25, 3, 2]
      And the <dtype> tensor log_probabilities = [[-4, -2, -1], [-4, -2, -1], [-4, -2, -1], [-3, -0.5, -2]]
      When negative_log_likelihood is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | dtype    | reduction | loss           |
        | float32  | none      | [1, 6, 2, 1.5] |
        | float32  | sum       | 10.5           |
        | float32  | mean      | 1.27272727     |
        | float64  | mean      | 1.2727272727   |
        | float16  | mean      | 1.2727         |
        | bfloat16 | sum       | 10.5           |

    Scenario: The three denominators with weights
      The weights of the labels are 4, 0 and 1: their sum is 5, there are 3 slices, and 2 have a weight.

      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor class_weights = [4, 0, 1]
      And the float64 tensor log_probabilities = [[-3, -2, -1], [-3, -2, -1], [-3, -2, -1]]
      When negative_log_likelihood is computed with reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 2.6
      And where weighted_mean.denominator is count the result is 4.3333333333
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 6.5

    Scenario: The denominators with an ignored label
      Given the int32 tensor labels = [0, -1, 1, -1]
      And the float64 tensor log_probabilities = [[-3, -2], [-3, -2], [-1, -5], [-1, -1]]
      When negative_log_likelihood is computed with ignore_index -1, reduction mean
      Then where weighted_mean.denominator is sum_of_weights the result is 4
      And where weighted_mean.denominator is count the result is 2
      And where weighted_mean.denominator is count_of_nonzero_weights the result is 4

    Scenario: An ignored label takes its weight out of the denominator
      Looking up the weight of label -1 (the last one, or none) was pytorch/pytorch#72056 (B063).

      Given the int32 tensor labels = [0, -1, 1]
      And the float64 tensor class_weights = [2, 1, 64]
      And the float64 tensor log_probabilities = [[-3, -2, -1], [-3, -2, -1], [-1, -5, -2]]
      When negative_log_likelihood is computed with ignore_index -1, reduction mean
      Then the result is 3.6666666667

    Scenario: Weights of one change nothing
      Given the int32 tensor labels = [0, 2, 1]
      And the float32 tensor log_probabilities = [[-1, -2, -4], [-3, -2, -1], [-5, -6, -7]]
      When negative_log_likelihood is computed as plain with reduction mean
      Given the float32 tensor class_weights = [1, 1, 1]
      When negative_log_likelihood is computed as weighted with reduction mean
      Then weighted is 2.6666667
      And plain and weighted agree

    Scenario: Doubling all weights leaves the mean
      Given the int32 tensor labels = [0, 2, 1]
      And the float64 tensor log_probabilities = [[-1, -2, -4], [-3, -2, -1], [-5, -6, -7]]
      And the float64 tensor class_weights = [2, 1, 4]
      When negative_log_likelihood is computed as single with reduction mean
      Given the float64 tensor class_weights = [4, 2, 8]
      When negative_log_likelihood is computed as doubled with reduction mean
      Then where weighted_mean.denominator is sum_of_weights single is 1.7142857143
      And where weighted_mean.denominator is sum_of_weights doubled is 1.7142857143
      And where weighted_mean.denominator is count doubled is 8

    Scenario: Weights of the class, not of the position
      Given the int32 tensor labels = [2, 1, 0]
      And the float32 tensor class_weights = [1, 10, 100]
      And the float32 tensor log_probabilities = [[-1, -1, -1], [-1, -1, -1], [-1, -1, -1]]
      When negative_log_likelihood is computed
      Then the result is [100, 10, 1]

    Scenario: Classes along the first axis
      Given the int32 tensor labels = [1, 0, 1]
      And the float32 tensor class_weights = [2, 0.5]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-4, -5, -6]]
      When negative_log_likelihood is computed with axis 0
      Then the result is [2, 4, 3]

    Scenario Outline: Weighted labels drawn at random, <dtype>, reduction <reduction>
      Given the int32 tensor labels of shape [<n>] drawn from integers 0 5 with seed 2211
      And the <dtype> tensor class_weights of shape [5] drawn from uniform 0.1 3 with seed 2212
      And the <dtype> tensor log_probabilities of shape [<n>, 5] drawn from uniform -12 0 with seed 2213
      When negative_log_likelihood is computed with reduction <reduction>
      Then the result conforms

      Examples:
        | dtype    | reduction | n    |
        | float16  | none      | 9    |
        | bfloat16 | none      | 9    |
        | float32  | none      | 33   |
        | float64  | none      | 33   |
        | float16  | mean      | 100  |
        | bfloat16 | mean      | 100  |
        | float32  | sum       | 1000 |
        | float32  | mean      | 1000 |
        | float64  | mean      | 1000 |

  @req:cross-entropy.negative-log-likelihood.zero-weight @must
  Rule: A weight of 0 removes a finite loss, and times infinity it is a choice

    Scenario: A class that weighs nothing
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor class_weights = [0, 2]
      And the float32 tensor log_probabilities = [[-1e30, -1], [-3, -4]]
      When negative_log_likelihood is computed as losses
      And negative_log_likelihood is computed as average with reduction mean
      Then losses is [0, 8]
      And average is 4

    Scenario: A class that weighs nothing and was ruled out
      PyTorch and ONNX multiply: 0 times infinity is NaN.

      Given the int32 tensor labels = [0, 1]
      And the float32 tensor class_weights = [0, 2]
      And the float32 tensor log_probabilities = [[-Infinity, -1], [-3, -4]]
      When negative_log_likelihood is computed as losses
      And negative_log_likelihood is computed as total with reduction sum
      Then where zero_label_times_negative_infinity is nan losses is [NaN, 8]
      And where zero_label_times_negative_infinity is zero losses is [0, 8]
      And where zero_label_times_negative_infinity is nan total is NaN
      And where zero_label_times_negative_infinity is zero total is 8

    Scenario: A weight doesn't hide NaN
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor class_weights = [0, 2]
      And the float32 tensor log_probabilities = [[NaN, -1], [-3, -4]]
      When negative_log_likelihood is computed
      Then the result is [NaN, 8]
