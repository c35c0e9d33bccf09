Feature: log_softmax

  The logarithm of softmax, computed without computing softmax first:

      log_softmax(x)[i] = x[i] - ln(exp(x[0]) + exp(x[1]) + ... + exp(x[n-1]))

  It is what cross-entropy needs. Its values are 0 or negative, and as ordinary as the logits: where
  a probability is far too small for its format, its logarithm is not. An implementation that takes
  the logarithm of softmax's result loses that: -Infinity for what should be -104.

  The error bound is absolute, u (14 + ln n + S(n) + 4 |y|), with S(n) as for softmax.

  @req:softmax.log_softmax.definition @must
  Rule: The logit less the logarithm of the sum of all exponentials

    @smoke
    Scenario: Three classes one apart
      Given the float32 tensor logits = [1, 2, 3]
      When log_softmax is computed
      Then the result is [-2.4076, -1.4076, -0.4076]

    Scenario Outline: Logits <logits>
      Given the float32 tensor logits = <logits>
      When log_softmax is computed
      Then the result is <logarithms>

      Examples: logarithms of one half, one third, two thirds
        | logits                 | logarithms                           |
        | [0, 0]                 | [-0.6931, -0.6931]                   |
        | [7, 7, 7]              | [-1.0986, -1.0986, -1.0986]          |
        | [7]                    | [0]                                  |
        | [0, 0.693147180559945] | [-1.0986, -0.4055]                   |
        | [-1, 0, 1, 2]          | [-3.4402, -2.4402, -1.4402, -0.4402] |
        | [0.1, 0.2, 0.3, 0.4]   | [-1.5425, -1.4425, -1.3425, -1.2425] |

    Scenario Outline: Three classes as <dtype>
      Given the <dtype> tensor logits = [1, 2, 3]
      When log_softmax is computed
      Then the result has dtype <dtype> and shape [3]
      And the result is [-2.40760596444438, -1.40760596444438, -0.40760596444438]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: A single class has the logarithm of one, exactly
      Given the float32 tensor logits = [[-3], [1000], [0x1.fffffep127]]
      When log_softmax is computed with axis 1
      Then the result is exactly [[0], [0], [0]]

  @req:softmax.log_softmax.axis @must
  Rule: Each slice along the axis is normalised on its own

    Scenario: The columns of a matrix
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_softmax is computed with axis 0
      Then the result is [[-2.1269, -3.0486, -4.0181], [-0.1269, -0.0486, -0.0181]]

    Scenario: Without an axis, the rows
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_softmax is computed
      Then the result is [[-2.4076, -1.4076, -0.4076], [-4.1429, -2.1429, -0.1429]]

    Scenario: Batch, classes, two, one
      Given the float32 tensor logits of shape [2, 3, 2, 1] = [1, 5, 2, 0, 3, -1, 0, 2, 4, 2, -2, 7]
      When log_softmax is computed with axis 1
      Then the result is:
        """
        [[[[-2.4076], [-9.174e-3]], [[-1.4076], [-5.0092]], [[-0.4076], [-6.0092]]],
         [[[-4.0206], [-5.0134]], [[-0.0206], [-5.0134]], [[-6.0206], [-0.0134]]]]
        """

    Scenario Outline: Axis <axis> of shape <shape> in <dtype>
      Given the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>
      When log_softmax is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every axis of ranks one to five
        | shape           | axis | dtype    | seed |
        | [5]             | 0    | float32  | 601  |
        | [3, 4]          | 0    | float32  | 602  |
        | [3, 4]          | -1   | float64  | 603  |
        | [2, 3, 4]       | 0    | float32  | 604  |
        | [2, 3, 4]       | 1    | float16  | 605  |
        | [2, 3, 4]       | -1   | bfloat16 | 606  |
        | [2, 3, 2, 4]    | 0    | float32  | 607  |
        | [2, 3, 2, 4]    | 1    | float32  | 608  |
        | [2, 3, 2, 4]    | -2   | float64  | 609  |
        | [2, 3, 2, 4]    | 3    | float32  | 610  |
        | [2, 3, 2, 3, 2] | 0    | float32  | 611  |
        | [2, 3, 2, 3, 2] | 1    | float32  | 612  |
        | [2, 3, 2, 3, 2] | -3   | float32  | 613  |
        | [2, 3, 2, 3, 2] | 3    | float32  | 614  |
        | [2, 3, 2, 3, 2] | -1   | float32  | 615  |

    Scenario Outline: Two rows of <length>
      Given the float32 tensor logits of shape [2, <length>] drawn from normal 4 with seed <length>
      When log_softmax is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 3      |
        | 7      |
        | 9      |
        | 15     |
        | 17     |
        | 31     |
        | 33     |
        | 63     |
        | 65     |
        | 1023   |

    Scenario Outline: Nothing in, nothing out: shape <shape>
      Given the float32 tensor logits of shape <shape> = []
      When log_softmax is computed with axis 1
      Then the result has dtype float32 and shape <shape>

      Examples: no batch and no classes
        | shape  |
        | [0, 3] |
        | [2, 0] |
