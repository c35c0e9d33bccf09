Feature: binary_accuracy

  A yes-or-no prediction is right where the output lies on the target's side of a
  threshold:

      accuracy = 1 if (1 if p > threshold, else 0) = target, else 0

  elementwise. The threshold is 0.5 unless given; an output that equals it is not
  above. The result has the output's dtype and shape; its mean is the share of right
  predictions. For more than two classes it is the wrong measure: see the last rule.

  @req:predictions.binary_accuracy.definition @must
  Rule: One where the output is on the target's side of the threshold

    @smoke
    Scenario: Three right out of four
      Given the float32 tensor target = [1, 0, 1, 0]
      And the float32 tensor output = [0.9, 0.2, 0.4, 0.1]
      When binary_accuracy is computed
      Then the result is exactly [1, 1, 0, 1]
      And the result has dtype float32 and shape [4]

    Scenario Outline: Target <target>, output <output>
      Given the float32 tensor target = [<target>]
      And the float32 tensor output = [<output>]
      When binary_accuracy is computed
      Then the result is exactly [<accuracy>]

      Examples: both sides
        | target | output | accuracy |
        | 1      | 0.9    | 1        |
        | 1      | 0.1    | 0        |
        | 0      | 0.9    | 0        |
        | 0      | 0.1    | 1        |

      Examples: at the threshold and one bit to either side
        | target | output        | accuracy |
        | 1      | 0.5           | 0        |
        | 0      | 0.5           | 1        |
        | 1      | 0x1.000002p-1 | 1        |
        | 0      | 0x1.000002p-1 | 0        |
        | 1      | 0x1.fffffep-2 | 0        |
        | 0      | 0x1.fffffep-2 | 1        |

      Examples: outputs beyond 0 and 1
        | target | output | accuracy |
        | 1      | 3      | 1        |
        | 0      | -3     | 1        |
        | 0      | -0.0   | 1        |

    Scenario Outline: In <dtype>
      Given the <dtype> tensor target = [[1, 0], [1, 0]]
      And the <dtype> tensor output = [[0.75, 0.75], [0.5, 0.5]]
      When binary_accuracy is computed
      Then the result is exactly [[1, 0], [0, 1]]
      And the result has dtype <dtype> and shape [2, 2]

      Examples: every dtype
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: Shape <shape>, <dtype>
      Given the <dtype> tensor target of shape <shape> drawn from coin 0.5 with seed 2801
      And the <dtype> tensor output of shape <shape> drawn from uniform 0 1 with seed 2802
      When binary_accuracy is computed
      Then the result conforms
      And the result has dtype <dtype> and shape <shape>

      Examples: ranks nought to five, odd tails, nothing
        | shape           | dtype    |
        | []              | float32  |
        | [1]             | float32  |
        | [17]            | float32  |
        | [65]            | float64  |
        | [7, 9]          | float16  |
        | [3, 4, 5]       | bfloat16 |
        | [2, 3, 4, 5]    | float32  |
        | [2, 3, 2, 3, 2] | float32  |
        | [5, 4, 3]       | float64  |
        | [1000]          | float32  |
        | [0]             | float32  |
        | [0, 3]          | float32  |

    @full
    Scenario: A hundred thousand outputs
      Given the float32 tensor target of shape [100000] drawn from coin 0.5 with seed 2803
      And the float32 tensor output of shape [100000] drawn from uniform 0 1 with seed 2804
      When binary_accuracy is computed
      Then the result conforms

  @req:predictions.binary_accuracy.threshold @must
  Rule: The threshold is the one given

    Scenario Outline: Threshold <threshold>
      Given the float32 tensor target = [1, 1, 1, 1]
      And the float32 tensor output = [-1, 0.25, 0.5, 2]
      When binary_accuracy is computed with threshold <threshold>
      Then the result is exactly <accuracy>

      Examples: probabilities
        | threshold | accuracy     |
        | 0.5       | [0, 0, 0, 1] |
        | 0.25      | [0, 0, 1, 1] |
        | 0.2       | [0, 1, 1, 1] |
        | 1         | [0, 0, 0, 1] |

      Examples: logits have theirs at 0
        | threshold | accuracy     |
        | 0         | [0, 1, 1, 1] |
        | -1        | [0, 1, 1, 1] |
        | -2        | [1, 1, 1, 1] |
        | 2         | [0, 0, 0, 0] |

    Scenario: Logits against the threshold of probabilities
      A logit of 0.3 is a probability of 0.57: with the threshold left at 0.5 it counts as a no.

      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [0.3, -0.3]
      When binary_accuracy is computed as wrong
      And binary_accuracy is computed as right with threshold 0
      Then wrong is exactly [0, 1]
      And right is exactly [1, 1]

  @req:predictions.binary_accuracy.targets @must
  Rule: A target that is neither 0 nor 1 is never met

    Scenario Outline: Target <target>
      Given the float32 tensor target = [<target>, <target>]
      And the float32 tensor output = [0.9, 0.1]
      When binary_accuracy is computed
      Then the result is exactly <accuracy>

      Examples: between, beyond, and zero with a sign
        | target | accuracy |
        | 0.9    | [0, 0]   |
        | 0.1    | [0, 0]   |
        | 2      | [0, 0]   |
        | -1     | [0, 0]   |
        | NaN    | [0, 0]   |
        | -0.0   | [0, 1]   |

  @req:predictions.binary_accuracy.special @must
  Rule: Infinities are compared as numbers, and NaN is not above

    Scenario Outline: Output <output>, <dtype>
      Given the <dtype> tensor target = [1, 0]
      And the <dtype> tensor output = [<output>, <output>]
      When binary_accuracy is computed
      Then the result is exactly <accuracy>

      Examples:
        | output    | dtype    | accuracy |
        | Infinity  | float32  | [1, 0]   |
        | -Infinity | float32  | [0, 1]   |
        | NaN       | float32  | [0, 1]   |
        | NaN       | float16  | [0, 1]   |
        | NaN       | bfloat16 | [0, 1]   |
        | NaN       | float64  | [0, 1]   |

  @req:predictions.binary_accuracy.not_categorical @must
  Rule: It isn't the accuracy of a choice among classes

    "accuracy" has been taken to mean this one where the other was meant: keras-team/keras#3098 and #2412 (B043).

    Scenario: Three classes, one right prediction of two
      Element by element five of six numbers are on the right side, row by row one of two is right.

      Given the float32 tensor target = [[0, 1, 0], [1, 0, 0]]
      And the float32 tensor output = [[0.2, 0.7, 0.1], [0.3, 0.4, 0.3]]
      When binary_accuracy is computed as elements
      And categorical_accuracy is computed as rows
      Then elements is exactly [[1, 1, 1], [0, 1, 1]]
      And rows is exactly [1, 0]

  @req:predictions.binary_accuracy.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Target of shape <target>, output of shape <output>
      A target of shape [n] beside an output of shape [n, 1] must not become n by n.

      Given the float32 tensor target of shape <target> drawn from coin 0.5 with seed 1
      And the float32 tensor output of shape <output> drawn from uniform 0 1 with seed 1
      When binary_accuracy is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched
        | target | output |
        | [3]    | [3, 1] |
        | [3, 1] | [3]    |
        | []     | [3]    |
        | [2, 3] | [3, 2] |

    Scenario Outline: With <attribute>
      Given the float32 tensor target = [1]
      And the float32 tensor output = [0.7]
      When binary_accuracy is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: no number, no such attribute
        | attribute          |
        | threshold NaN      |
        | threshold Infinity |
        | threshold true     |
        | threshold half     |
        | axis -1            |

    Scenario Outline: <target> target, <output> output
      Given the <target> tensor target of shape [2] drawn from coin 0.5 with seed 1
      And the <output> tensor output of shape [2] drawn from coin 0.5 with seed 2
      When binary_accuracy is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats, or two kinds of them
        | target  | output  |
        | int32   | float32 |
        | bool    | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [0.5]
      When binary_accuracy is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the float32 tensor target = [1]
      When binary_accuracy is computed
      Then the operation is refused with missing_input
