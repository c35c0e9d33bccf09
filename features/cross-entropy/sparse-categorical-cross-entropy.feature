Feature: Categorical cross-entropy of probabilities for integer labels

  A label y names the right class, where a one-hot target points at it. The
  loss of a slice is minus the logarithm of the probability at the label:

      loss = -ln o_y

  with o divided by the sum of its slice and clipped to [epsilon, 1 - epsilon]
  first, as on the page categorical-cross-entropy. From logits the same loss is
  sparse_softmax_cross_entropy_with_logits, which needs neither.

  One loss, two spellings: whoever computes them by different ways gets
  different losses where the ways part. Keras hands the clipped numbers to a
  loss of logits on TensorFlow and divides them there, after the clip.

  @req:cross-entropy.sparse-categorical.definition @must
  Rule: The loss of a slice is minus the logarithm of the probability at its label

    @smoke
    Scenario: Three examples, one of each class
      Given the int32 tensor labels = [0, 1, 2]
      And the float32 tensor output:
        | 0.5   | 0.25  | 0.25 |
        | 0.125 | 0.125 | 0.75 |
        | 0.25  | 0.25  | 0.5  |
      When sparse_categorical_cross_entropy is computed
      Then the result is [0.693147, 2.079442, 0.693147]
      And the result has dtype float32 and shape [3]

    Scenario Outline: Only the probability at the label counts: <situation>
      Given the int64 tensor labels = <label>
      And the float64 tensor output = <output>
      When sparse_categorical_cross_entropy is computed
      Then the result is <loss>

      Examples:
        | situation                           | label | output               | loss         |
        | a fair coin                         | 0     | [0.5, 0.5]           | 0.6931471806 |
        | a tenth for the right class         | 2     | [0.7, 0.2, 0.1]      | 2.30258509   |
        | nine tenths for the right class     | 0     | [0.9, 0.05, 0.05]    | 0.10536052   |
        | the other classes trade their parts | 0     | [0.9, 0.1, 0]        | 0.10536052   |
        | four classes                        | 1     | [0.4, 0.3, 0.2, 0.1] | 1.20397280   |
        | a probability of one thousandth     | 1     | [0.999, 0.001]       | 6.90775528   |

    Scenario Outline: It is the loss of the one-hot target, <dtype>
      Given the int32 tensor labels = [2, 0, 3]
      And the <dtype> tensor target = [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]]
      And the <dtype> tensor output of shape [3, 4] drawn from uniform 0 1 with seed 8101
      When sparse_categorical_cross_entropy is computed as sparse
      And categorical_cross_entropy is computed as dense
      Then sparse conforms
      And dense and sparse agree

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: It is the loss of the logits, up to the clip
      The logits are ln 2, 0 and 0: their exponentials 2, 1 and 1 have the sum 4.

      Given the int32 tensor labels = [0, 2]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
      And the float32 tensor logits = [[0.69314718, 0, 0], [0.69314718, 0, 0]]
      When sparse_categorical_cross_entropy is computed as probabilities
      And sparse_softmax_cross_entropy_with_logits is computed as logits
      Then probabilities is [0.693147, 1.386294]
      And logits is [0.693147, 1.386294]
      And probabilities and logits agree

  @req:cross-entropy.sparse-categorical.divide @must
  Rule: Each slice is divided by its own sum, and clipped after that

    Scenario: Counts instead of probabilities
      Two of four, one of four, one of four. Clipping first makes three equal classes of them, a
      loss of ln 3 = 1.0986.

      Given the int32 tensor labels = [0, 1, 2]
      And the float32 tensor output = [[2, 1, 1], [2, 1, 1], [2, 1, 1]]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.693147, 1.386294, 1.386294]

    Scenario Outline: A slice that sums to <sum>
      Given the int32 tensor labels = [0, 3]
      And the float64 tensor output = [<output>, [0.25, 0.25, 0.25, 0.25]]
      When sparse_categorical_cross_entropy is computed
      Then the result is <losses>

      Examples: more than one
        | sum       | output                       | losses                   |
        | two       | [0.5, 0.5, 0.5, 0.5]         | [1.38629436, 1.38629436] |
        | a hundred | [1, 2, 3, 94]                | [4.60517019, 1.38629436] |
        | huge      | [1e300, 3e300, 2e300, 2e300] | [2.07944154, 1.38629436] |

      Examples: less than one
        | sum        | output                           | losses                   |
        | a tenth    | [0.01, 0.02, 0.03, 0.04]         | [2.30258509, 1.38629436] |
        | tiny       | [1e-300, 3e-300, 2e-300, 2e-300] | [2.07944154, 1.38629436] |
        | below 1e-7 | [1e-9, 1e-9, 1e-9, 1e-9]         | [1.38629436, 1.38629436] |

    Scenario: One slice that sums to four beside one that sums to a quarter
      Whoever divides large sums only divides neither always nor never.

      Given the int32 tensor labels = [0, 0]
      And the float32 tensor output = [[2, 1, 1], [0.125, 0.0625, 0.0625]]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.693147, 0.693147]

    Scenario Outline: A slice of zeros has no sum to divide by: <dtype>
      0/0 is NaN, and only in that slice. Clipping first makes equal classes of zeros.

      Given the int32 tensor labels = [0, 0, 2]
      And the <dtype> tensor output = [[0, 0, 0], [0.5, 0.25, 0.25], [-0.0, 0, -0.0]]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [NaN, 0.693147, NaN]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: Numbers that are no probabilities: <situation>
      Given the int32 tensor labels = <label>
      And the float64 tensor output = <output>
      When sparse_categorical_cross_entropy is computed
      Then the result is <loss>

      Examples:
        | situation                           | label | output         | loss         |
        | a negative entry at the label       | 0     | [-0.5, 1, 0.5] | 16.11809565  |
        | a negative entry elsewhere          | 2     | [-0.5, 1, 0.5] | 0.69314718   |
        | beyond 1 after the division as well | 0     | [3, -1, 0]     | 1.0000001e-7 |
        | a negative sum turns every sign     | 0     | [-1, -3]       | 1.38629436   |

  @req:cross-entropy.sparse-categorical.clip @must
  Rule: The divided probability is clipped to [epsilon, 1 - epsilon]

    Scenario Outline: A probability of <probability> for the right class
      Given the int32 tensor labels = 0
      And the float64 tensor output = [<probability>, <other>]
      When sparse_categorical_cross_entropy is computed
      Then the result is <loss>

      Examples: inside the clip
        | probability | other        | loss         |
        | 1e-6        | 0.999999     | 13.81551056  |
        | 1.001e-7    | 0.9999998999 | 16.11709615  |
        | 0.9999998   | 2e-7         | 2.0000002e-7 |

      Examples: at its ends
        | probability | other      | loss         |
        | 1e-8        | 0.99999999 | 16.11809565  |
        | 0           | 1          | 16.11809565  |
        | 0.99999995  | 5e-8       | 1.0000001e-7 |
        | 1           | 0          | 1.0000001e-7 |

    Scenario Outline: Certain and wrong costs the same in every dtype: <dtype>
      Given the int32 tensor labels = [0, 1, 0]
      And the <dtype> tensor output = [[0, 1], [1, 0], [0.5, 0.5]]
      When sparse_categorical_cross_entropy is computed
      Then the result is [16.118096, 16.118096, 0.69314718]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: Another epsilon: <epsilon>
      Given the int32 tensor labels = [0, 1, 1]
      And the float64 tensor output = [[0, 1], [0, 1], [0.75, 0.25]]
      When sparse_categorical_cross_entropy is computed with epsilon <epsilon>
      Then the result is <losses>

      Examples:
        | epsilon | losses                                   |
        | 1e-3    | [6.90775528, 1.0005003e-3, 1.38629436]   |
        | 0.1     | [2.30258509, 0.10536052, 1.38629436]     |
        | 1e-12   | [27.63102112, 1.0000000e-12, 1.38629436] |
        | 0.49    | [0.71334989, 0.67334455, 0.71334989]     |

  @req:cross-entropy.sparse-categorical.choices @should
  Rule: Frameworks that divide or guard otherwise are recognised

    Scenario: Without the division
      Given the int32 tensor labels = [0, 2]
      And the float32 tensor output = [[0.25, 0.25, 0], [0.25, 0.25, 0.25]]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.693147, 1.098612]
      And where probabilities.normalise is none the result is [1.386294, 1.386294]

    Scenario: A probability of zero for the right class under each guard
      Given the int32 tensor labels = 0
      And the float32 tensor output = [0, 1]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.guard is clip_1e-7 the result is 16.118096
      And where probabilities.guard is clip_dtype_epsilon the result is 15.942385
      And where probabilities.guard is log_floor_-100 the result is 100
      And where probabilities.guard is add_1e-7 the result is 16.118096
      And where probabilities.guard is clip_then_add_1e-7 the result is 15.424948
      And where probabilities.guard is none the result is Infinity

    Scenario: A negative number and one beyond one
      Given the int32 tensor labels = 1
      And the float32 tensor output = [-0.25, 1.25]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is 1.0000e-7
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability

  @req:cross-entropy.sparse-categorical.not-a-number @must
  Rule: A NaN among the probabilities gives NaN for its own slice and for no other

    Scenario Outline: A NaN at the <position>
      Given the int32 tensor labels = [1, 1, 0]
      And the float32 tensor output = [[0.25, 0.5, 0.25], <row>, [0.5, 0.25, 0.25]]
      When sparse_categorical_cross_entropy is computed
      Then where probabilities.normalise is divide_by_sum the result is [0.693147, NaN, 0.693147]

      Examples:
        | position    | row               |
        | label       | [0.25, NaN, 0.75] |
        | first place | [NaN, 0.5, 0.5]   |
        | last place  | [0.5, 0.5, NaN]   |
        | whole slice | [NaN, NaN, NaN]   |

  @req:cross-entropy.sparse-categorical.ignored @must
  Rule: A slice whose label is ignore_index costs 0 and doesn't count

    Scenario: Two of four labels are ignored
      Given the int32 tensor labels = [1, -1, 0, -1]
      And the float32 tensor output = [[0.5, 0.5], [0.75, 0.25], [0.125, 0.875], [0, 1]]
      When sparse_categorical_cross_entropy is computed as losses with ignore_index -1
      And sparse_categorical_cross_entropy is computed as total with ignore_index -1, reduction sum
      And sparse_categorical_cross_entropy is computed as average with ignore_index -1, reduction mean
      Then losses is [0.693147, 0, 2.079442, 0]
      And total is 2.772589
      And where weighted_mean.denominator is sum_of_weights average is 1.386294
      And where weighted_mean.denominator is count average is 0.693147

    Scenario Outline: The ignored value <ignored> may be anything
      Given the int64 tensor labels = [2, <ignored>, 1]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]
      When sparse_categorical_cross_entropy is computed as losses with ignore_index <ignored>
      Then losses is [1.386294, 0, 0.693147]

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
      And the float32 tensor output = [<row>, [0.75, 0.25]]
      When sparse_categorical_cross_entropy is computed as losses with ignore_index -1
      And sparse_categorical_cross_entropy is computed as total with ignore_index -1, reduction sum
      Then losses is [0, 1.386294]
      And total is 1.386294

      Examples:
        | row           |
        | [NaN, NaN]    |
        | [0, 0]        |
        | [Infinity, 1] |

    Scenario: All labels are ignored
      Given the int32 tensor labels = [-1, -1]
      And the float32 tensor output = [[0.5, 0.5], [0.75, 0.25]]
      When sparse_categorical_cross_entropy is computed as total with ignore_index -1, reduction sum
      And sparse_categorical_cross_entropy is computed as average with ignore_index -1, reduction mean
      Then total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0

  @req:cross-entropy.sparse-categorical.mean @must
  Rule: Without a reduction there is one loss for each slice; the mean divides by their number

    Scenario: None, sum and mean of the same batch
      The losses are ln 2, ln 4 and ln 8; their sum is 6 ln 2 and their mean 2 ln 2.

      Given the int32 tensor labels = [0, 1, 2]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.5, 0.375, 0.125]]
      When sparse_categorical_cross_entropy is computed as losses with reduction none
      And sparse_categorical_cross_entropy is computed as total with reduction sum
      And sparse_categorical_cross_entropy is computed as average with reduction mean
      Then losses is [0.693147, 1.386294, 2.079442]
      And total is 4.158883
      And average is 1.386294
      And average has dtype float32 and shape []

    Scenario Outline: The mean of <losses> losses, <dtype>
      Given the int64 tensor labels of shape <reduced> drawn from integers 0 <classes> with seed 8102
      And the <dtype> tensor output of shape <shape> drawn from uniform 0 1 with seed 8103
      When sparse_categorical_cross_entropy is computed with axis <axis>, reduction <reduction>
      Then the result has dtype <dtype> and shape []
      And the result conforms

      Examples:
        | losses | shape        | reduced   | classes | axis | dtype    | reduction |
        | 1      | [7]          | []        | 7       | 0    | float32  | mean      |
        | 2      | [2, 7]       | [2]       | 7       | 1    | float16  | mean      |
        | 7      | [2, 7]       | [7]       | 2       | 0    | float64  | mean      |
        | 6      | [2, 3, 5]    | [2, 3]    | 5       | -1   | bfloat16 | mean      |
        | 24     | [2, 5, 3, 4] | [2, 3, 4] | 5       | 1    | float32  | mean      |
        | 24     | [2, 5, 3, 4] | [2, 3, 4] | 5       | 1    | float64  | sum       |

    Scenario: An empty batch
      Given the int32 tensor labels of shape [0] = []
      And the float32 tensor output of shape [0, 3] = []
      When sparse_categorical_cross_entropy is computed as losses
      And sparse_categorical_cross_entropy is computed as total with reduction sum
      And sparse_categorical_cross_entropy is computed as average with reduction mean
      Then losses has dtype float32 and shape [0]
      And total is 0
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0
