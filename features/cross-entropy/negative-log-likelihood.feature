Feature: Negative log-likelihood

  A network may end in log-softmax: it then gives logarithms of probabilities.
  Their loss is no more than the one at the label, with its sign changed:

      negative_log_likelihood(y, l) = -l_y

  for each slice of K log-probabilities l along an axis and its label y, an
  integer in [0, K). log_softmax and then this loss cost what
  sparse_softmax_cross_entropy_with_logits costs in one step.

  Nothing checks that the numbers are logarithms of probabilities: they are
  taken as they are, and those of the other classes are never read.

  @req:cross-entropy.negative-log-likelihood.definition @must
  Rule: The loss is the log-probability at the label with its sign changed

    @smoke
    Scenario: Three slices of three classes
      Given the int32 tensor labels = [0, 2, 1]
      And the float32 tensor log_probabilities = [[-0.5, -2, -3], [-1, -4, -1.5], [-8, -0.25, -6]]
      When negative_log_likelihood is computed
      Then the result is [0.5, 1.5, 0.25]
      And the result has dtype float32 and shape [3]

    Scenario: Logarithms of one eighth, one quarter and five eighths
      ln 8, ln 4 and ln 1.6.

      Given the int64 tensor labels = [0, 1, 2]
      And the float64 tensor log_probabilities:
        | -2.0794415416798357 | -1.3862943611198906 | -0.4700036292457356 |
        | -2.0794415416798357 | -1.3862943611198906 | -0.4700036292457356 |
        | -2.0794415416798357 | -1.3862943611198906 | -0.4700036292457356 |
      When negative_log_likelihood is computed
      Then the result is [2.0794415417, 1.3862943611, 0.4700036292]

    Scenario: One number and its label
      Given the int32 tensor labels = [0]
      And the float32 tensor log_probabilities = [[-3]]
      When negative_log_likelihood is computed
      Then the result is [3]

    Scenario Outline: Label <label> of type <type> for <dtype>
      Given the <type> tensor labels = [<label>]
      And the <dtype> tensor log_probabilities = [[-4, -0.5, -1.25, -3]]
      When negative_log_likelihood is computed
      Then the result is [<loss>]
      And the result has dtype <dtype> and shape [1]

      Examples: every class, every dtype
        | label | type  | dtype    | loss |
        | 0     | int32 | float32  | 4    |
        | 1     | int64 | float32  | 0.5  |
        | 2     | int32 | float16  | 1.25 |
        | 3     | int64 | bfloat16 | 3    |
        | 0     | int64 | float64  | 4    |

    Scenario: A single example needs no batch
      Given the int32 tensor labels = 2
      And the float32 tensor log_probabilities = [-3, -2, -0.5]
      When negative_log_likelihood is computed
      Then the result is 0.5
      And the result has dtype float32 and shape []

    Scenario: A certain and right prediction costs nothing
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor log_probabilities = [[-Infinity, 0], [0, -Infinity]]
      When negative_log_likelihood is computed
      Then the result is [0, 0]

    Scenario: Numbers that are no log-probabilities are taken as they are
      A positive number gives a negative loss.

      Given the int32 tensor labels = [0, 1, 1]
      And the float32 tensor log_probabilities = [[2.5, -1], [7, 7], [0.25, 3e38]]
      When negative_log_likelihood is computed
      Then the result is [-2.5, -7, -3e38]

    Scenario: The same numbers as in sparse softmax cross-entropy
      The logits are the logarithms of 1/8, 1/4 and 5/8, whose exponentials sum to 1.

      Given the int32 tensor labels = [2, 0]
      And the float64 tensor log_probabilities:
        """
        [[-2.0794415416798357, -1.3862943611198906, -0.4700036292457356],
         [-2.0794415416798357, -1.3862943611198906, -0.4700036292457356]]
        """
      And the float64 tensor logits:
        """
        [[-2.0794415416798357, -1.3862943611198906, -0.4700036292457356],
         [-2.0794415416798357, -1.3862943611198906, -0.4700036292457356]]
        """
      When negative_log_likelihood is computed as likelihood
      And sparse_softmax_cross_entropy_with_logits is computed as fused
      Then likelihood is [0.4700036292, 2.0794415417]
      And likelihood and fused agree

  @req:cross-entropy.negative-log-likelihood.other-classes @must
  Rule: The other classes are not read

    A sum over a one-hot row gives 0 times -Infinity there, which is NaN.

    Scenario Outline: <others> at the other classes, <dtype>
      Given the int32 tensor labels = [1, 0]
      And the <dtype> tensor log_probabilities = [[<others>, -1.5, <others>], [-2, <others>, <others>]]
      When negative_log_likelihood is computed
      Then the result is [1.5, 2]

      Examples:
        | others    | dtype    |
        | NaN       | float32  |
        | -Infinity | float32  |
        | Infinity  | float32  |
        | NaN       | float64  |
        | -Infinity | float16  |
        | Infinity  | bfloat16 |

  @req:cross-entropy.negative-log-likelihood.special @must
  Rule: What stands at the label comes out with its sign changed, whatever it is

    Scenario Outline: <value> at the <position> class, <dtype>
      Given the int32 tensor labels = [<label>, 0]
      And the <dtype> tensor log_probabilities = [<row>, [-1, -1, -1]]
      When negative_log_likelihood is computed
      Then the result is [<loss>, 1]

      Examples: a class that is ruled out costs infinity
        | value     | position | label | row                 | dtype   | loss      |
        | -Infinity | first    | 0     | [-Infinity, -1, -2] | float32 | Infinity  |
        | -Infinity | middle   | 1     | [-1, -Infinity, -2] | float64 | Infinity  |
        | -Infinity | last     | 2     | [-1, -2, -Infinity] | float16 | Infinity  |
        | Infinity  | middle   | 1     | [-1, Infinity, -2]  | float32 | -Infinity |

      Examples: NaN is never hidden
        | value | position | label | row           | dtype    | loss |
        | NaN   | first    | 0     | [NaN, -1, -2] | float32  | NaN  |
        | NaN   | middle   | 1     | [-1, NaN, -2] | bfloat16 | NaN  |
        | NaN   | last     | 2     | [-1, -2, NaN] | float64  | NaN  |

      Examples: the ends of the formats
        | value           | position | label | row                     | dtype   | loss           |
        | -3.4028235e38   | last     | 2     | [0, 0, -0x1.fffffep127] | float32 | 0x1.fffffep127 |
        | -65504          | first    | 0     | [-65504, 0, 0]          | float16 | 65504          |
        | -1.17549435e-38 | middle   | 1     | [-1, -0x1p-126, 0]      | float32 | 0x1p-126       |

    Scenario: Smallest of all
      A log-probability of -1.4e-45, the smallest subnormal, has a loss of 1.4e-45.

      Given the int32 tensor labels = [1]
      And the float32 tensor log_probabilities = [[-100, -0x1p-149]]
      When negative_log_likelihood is computed
      Then the result is [0x1p-149]

  @req:cross-entropy.negative-log-likelihood.axis @must
  Rule: Labels have the shape of the log-probabilities without the axis of the classes

    Scenario: Two pixels, channels first
      Given the int32 tensor labels = [[2, 0]]
      And the float32 tensor log_probabilities = [[[-1, -4], [-2, -5], [-3, -6]]]
      When negative_log_likelihood is computed with axis 1
      Then the result is [[3, 4]]

    Scenario: Rows or columns of a square
      Given the int32 tensor labels = [1, 2, 0]
      And the float32 tensor log_probabilities = [[-1, -2, -3], [-4, -5, -6], [-7, -8, -9]]
      When negative_log_likelihood is computed as columns with axis 0
      And negative_log_likelihood is computed as rows with axis 1
      Then columns is [4, 8, 3]
      And rows is [2, 6, 7]

    Scenario Outline: Shape <shape>, classes along axis <axis>, in <dtype>
      Given the int32 tensor labels of shape <labels> drawn from integers 0 <classes> with seed 2201
      And the <dtype> tensor log_probabilities of shape <shape> drawn from uniform -20 0 with seed 2202
      When negative_log_likelihood is computed with axis <axis>
      Then the result conforms
      And the result has dtype <dtype> and shape <labels>

      Examples: ranks one to five
        | shape           | axis | labels       | classes | dtype    |
        | [5]             | 0    | []           | 5       | float32  |
        | [5, 3]          | 0    | [3]          | 5       | float32  |
        | [5, 3]          | -1   | [5]          | 3       | bfloat16 |
        | [2, 5, 3]       | 1    | [2, 3]       | 5       | float64  |
        | [4, 2, 3]       | -3   | [2, 3]       | 4       | float32  |
        | [2, 5, 3, 4]    | 1    | [2, 3, 4]    | 5       | float16  |
        | [2, 5, 3, 4]    | -2   | [2, 5, 4]    | 3       | float32  |
        | [2, 2, 3, 2, 3] | 2    | [2, 2, 2, 3] | 3       | float32  |
        | [2, 2, 3, 2, 3] | 4    | [2, 2, 3, 2] | 3       | float64  |

      Examples: lengths of one, and around the widths of vector registers
        | shape     | axis | labels | classes | dtype   |
        | [3, 1]    | 1    | [3]    | 1       | float32 |
        | [1, 4, 1] | 1    | [1, 1] | 4       | float32 |
        | [2, 7]    | 1    | [2]    | 7       | float32 |
        | [2, 9]    | 1    | [2]    | 9       | float32 |
        | [2, 17]   | 1    | [2]    | 17      | float64 |
        | [17, 2]   | 0    | [2]    | 17      | float32 |
        | [33, 33]  | 1    | [33]   | 33      | float16 |

      Examples: many classes
        | shape     | axis | labels | classes | dtype    |
        | [4, 1000] | 1    | [4]    | 1000    | float32  |
        | [1000, 4] | 0    | [4]    | 1000    | bfloat16 |

    Scenario: Negative axes other than -1
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor log_probabilities = [[-1, -2], [-3, -4]]
      When negative_log_likelihood is computed with axis -2
      Then where negative_axis is any the result is [3, 2]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis

    @full
    Scenario: A vocabulary of 131,072 words
      Given the int32 tensor labels of shape [2] drawn from integers 0 131072 with seed 2203
      And the float32 tensor log_probabilities of shape [2, 131072] drawn from uniform -20 0 with seed 2204
      When negative_log_likelihood is computed
      Then the result conforms

  @req:cross-entropy.negative-log-likelihood.reduction @must
  Rule: The losses are kept, summed or averaged as asked

    Scenario Outline: Four labels in <dtype>, reduction <reduction>
      Given the int32 tensor labels = [0, 1, 1, 0]
      And the <dtype> tensor log_probabilities = [[-0.5, -1], [-2, -1.5], [-0.25, -3], [-1, -1]]
      When negative_log_likelihood is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | dtype    | reduction | loss             |
        | float32  | none      | [0.5, 1.5, 3, 1] |
        | float32  | sum       | 6                |
        | float32  | mean      | 1.5              |
        | float64  | mean      | 1.5              |
        | float16  | sum       | 6                |
        | bfloat16 | mean      | 1.5              |

    Scenario Outline: <n> losses that differ, reduction <reduction>, <dtype>
      Given the int32 tensor labels of shape [<n>] drawn from integers 0 3 with seed 2205
      And the <dtype> tensor log_probabilities of shape [<n>, 3] drawn from uniform -9 0 with seed 2206
      When negative_log_likelihood is computed with reduction <reduction>
      Then the result conforms

      Examples:
        | n    | reduction | dtype    |
        | 7    | sum       | float32  |
        | 7    | mean      | float16  |
        | 100  | mean      | float32  |
        | 100  | sum       | bfloat16 |
        | 1000 | mean      | float64  |
        | 4096 | mean      | float16  |
        | 4096 | sum       | float32  |

    Scenario Outline: An empty batch, reduction <reduction>
      Given the int32 tensor labels of shape [0] = []
      And the float32 tensor log_probabilities of shape [0, 4] = []
      When negative_log_likelihood is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction | loss |
        | none      | []   |
        | sum       | 0    |

    Scenario: The mean of an empty batch
      Given the int32 tensor labels of shape [0] = []
      And the float32 tensor log_probabilities of shape [0, 4] = []
      When negative_log_likelihood is computed with reduction mean
      Then where mean.nothing_left is nan the result is NaN
      And where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is refused the operation is refused with invalid_shape
