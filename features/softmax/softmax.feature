Feature: softmax

  softmax turns any list of numbers, the logits, into positive numbers that sum to 1, so that they
  can be read as probabilities:

      softmax(x)[i] = exp(x[i]) / (exp(x[0]) + exp(x[1]) + ... + exp(x[n-1]))

  What counts are differences: a logit that is ln 2 larger gets twice the probability, wherever the
  two lie. In a tensor the list runs along one axis (the last, unless told otherwise), and each such
  list is called a slice. The logits may be float16, bfloat16, float32 or float64; the result has
  their dtype and shape.

  Numbers in these pages are exact to the digits shown. How far a result may lie from them depends on
  its dtype, on the length of the slice and on the distance to its largest logit, not on the digits.

  @req:softmax.softmax.definition @must
  Rule: A probability is the share of its exponential in the sum of all

    @smoke
    Scenario: Of two classes the second is twice as likely
      Given the float32 tensor logits = [0, 0.6931471805599453]
      When softmax is computed
      Then the result is [0.3333, 0.6667]

    @smoke
    Scenario: Three classes one apart
      Given the float32 tensor logits = [1, 2, 3]
      When softmax is computed
      Then the result is [0.0900, 0.2447, 0.6652]

    Scenario: Shares of one, two, three and four tenths
      The logits are the logarithms of 1, 2, 3 and 4.

      Given the float64 tensor logits = [0, 0.6931471805599453, 1.0986122886681098, 1.3862943611198906]
      When softmax is computed
      Then the result is [0.10000000000000, 0.20000000000000, 0.30000000000000, 0.40000000000000]

    Scenario Outline: Logits <logits>
      Given the float32 tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: two classes
        | logits    | probabilities    |
        | [0, 1]    | [0.2689, 0.7311] |
        | [-1, 1]   | [0.1192, 0.8808] |
        | [2.5, 2]  | [0.6225, 0.3775] |
        | [-0.0, 0] | [0.5, 0.5]       |

      Examples: three and more classes
        | logits                | probabilities                                            |
        | [3, 2, 1]             | [0.6652, 0.2447, 0.0900]                                 |
        | [2, 1, 0.1]           | [0.6590, 0.2424, 0.0986]                                 |
        | [0.1, 0.2, 0.3, 0.4]  | [0.2138, 0.2363, 0.2612, 0.2887]                         |
        | [-1, 0, 1, 2]         | [0.0321, 0.0871, 0.2369, 0.6439]                         |
        | [10, 0, 0]            | [0.99990921, 0.00004540, 0.00004540]                     |
        | [-3, -3, -2, -3, -3]  | [0.1488, 0.1488, 0.4046, 0.1488, 0.1488]                 |
        | [1, 2, 3, 4, 1, 2, 3] | [0.0236, 0.0643, 0.1747, 0.4748, 0.0236, 0.0643, 0.1747] |

    Scenario: A matrix holds one list per row
      Given the float32 tensor logits:
        | 1 | 2 | 3 |
        | 3 | 5 | 7 |
      When softmax is computed
      Then the result is [[0.0900, 0.2447, 0.6652], [0.0159, 0.1173, 0.8668]]

  @req:softmax.softmax.one_pass @must
  Rule: The softmax is taken once

    Probabilities put through softmax again come out nearly equal: an implementation that applies it
    twice, or a model whose last layer already did, is seen by how flat its results are (B024).

    Scenario: A confident prediction stays confident
      Given the float32 tensor logits = [8, 0, 0, 0]
      When softmax is computed
      Then the result is [0.99899, 3.3513e-4, 3.3513e-4, 3.3513e-4]

    Scenario: Probabilities are logits like any others
      Given the float32 tensor logits = [0.25, 0.75]
      When softmax is computed
      Then the result is [0.3775, 0.6225]

    Scenario: Logits that sum to one are not taken for probabilities
      Given the float64 tensor logits = [0.5, 0.25, 0.25]
      When softmax is computed
      Then the result is [0.390991, 0.304504, 0.304504]

  @req:softmax.softmax.dtype @must
  Rule: Every float dtype is taken, and the result keeps it

    Scenario Outline: Three classes as <dtype>
      Given the <dtype> tensor logits = [1, 2, 3]
      When softmax is computed
      Then the result has dtype <dtype> and shape [3]
      And the result is [0.09003057317038, 0.24472847105480, 0.66524095577482]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: The logit 1.1 is first rounded to <dtype>
      The exact value is that of the rounded logits, so the digits differ from dtype to dtype.

      Given the <dtype> tensor logits = [0, 1.1]
      When softmax is computed
      Then the result is <probabilities>

      Examples: the narrower the dtype, the further the logit moves
        | dtype    | probabilities                            |
        | float16  | [0.24981309, 0.75018691]                 |
        | bfloat16 | [0.24944724, 0.75055276]                 |
        | float32  | [0.249739889938, 0.750260110062]         |
        | float64  | [0.2497398944048824, 0.7502601055951176] |

  @req:softmax.softmax.float64_digits @must
  Rule: A float64 result is not computed in float32

    Scenario Outline: float64 logits <logits>
      Given the float64 tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: differences that float32 cannot hold
        | logits                        | probabilities                        |
        | [0, 1e-9]                     | [0.49999999975000, 0.50000000025000] |
        | [100, 100.00000001]           | [0.49999999750000, 0.50000000250000] |
        | [1048576, 1048576.0000000001] | [0.5, 0.5]                           |
