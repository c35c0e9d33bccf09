Feature: Label smoothing

  A one-hot target asks for certainty, which logits can only reach at infinity.
  Label smoothing takes a share a of the target and spreads it evenly over all
  K classes, the right one included:

      t  becomes  t (1 - a) + a / K

  So with K = 4 and a = 0.2 the target [1, 0, 0, 0] becomes
  [0.85, 0.05, 0.05, 0.05]. The wrong classes get a/K: neither a/(K - 1) nor
  (1 - a)/K. K is the length of the axis that holds the classes. A binary
  target has two classes and becomes t (1 - a) + a/2.

  @req:cross-entropy.smoothing.definition @must
  Rule: The smoothed target is t (1 - a) + a/K

    Scenario Outline: Four classes, smoothing <smoothing>, from <form>
      Smoothing with a/(K - 1) is the confusion of pytorch/pytorch#148884 (B065), with
      (1 - a)/K the bug of paiml/aprender#2199 (B066).

      Given the float64 tensor target = [[1, 0, 0, 0], [0, 0, 1, 0]]
      And the float64 tensor output = [[0.5, 0.25, 0.125, 0.125], [0.1, 0.2, 0.3, 0.4]]
      When categorical_cross_entropy is computed with label_smoothing <smoothing>, from_logits <logits>
      Then the result is <losses>

      Examples: probabilities
        | form          | logits | smoothing | losses                   |
        | probabilities | false  | 0         | [0.69314718, 1.20397280] |
        | probabilities | false  | 0.1       | [0.77979058, 1.23438269] |
        | probabilities | false  | 0.2       | [0.86643398, 1.26479257] |
        | probabilities | false  | 1         | [1.55958116, 1.50807164] |

      Examples: logits
        | form   | logits | smoothing | losses                   |
        | logits | true   | 0         | [1.14847468, 1.34253553] |
        | logits | true   | 0.1       | [1.17347468, 1.34753553] |
        | logits | true   | 0.2       | [1.19847468, 1.35253553] |
        | logits | true   | 1         | [1.39847468, 1.39253553] |

    @smoke
    Scenario: The smoothed target written out
      Given the float64 tensor target = [1, 0, 0, 0]
      And the float64 tensor output = [0.5, 0.3, 0.15, 0.05]
      When categorical_cross_entropy is computed as smoothed with label_smoothing 0.2
      Given the float64 tensor target = [0.85, 0.05, 0.05, 0.05]
      When categorical_cross_entropy is computed as spread
      Then smoothed is 0.89401636
      And spread is 0.89401636
      And smoothed and spread agree

    Scenario: Smoothing keeps the sum of any target
      A target of sum 2 becomes [0.9 + 0.05, 0.9 + 0.05] for two classes, not a target of sum 1.

      Given the float64 tensor labels = [[1, 1], [0, 0], [3, 0]]
      And the float64 tensor logits = [[0, 2], [0, 2], [0, 2]]
      When softmax_cross_entropy_with_logits is computed with label_smoothing 0.1
      Then the result is [2.14116322, 0.11269280, 5.85539843]

    Scenario: The largest smoothing forgets the label
      Given the float64 tensor labels = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float64 tensor logits = [[0, 1, 3], [0, 1, 3], [0, 1, 3]]
      When softmax_cross_entropy_with_logits is computed with label_smoothing 1
      Then the result is [1.83651269, 1.83651269, 1.83651269]

    Scenario: Every class pays its share, also one without any probability
      A smoothed target puts 0.05 on a class of probability 0, clipped to 1e-7.

      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[1, 0], [1, 0]]
      When categorical_cross_entropy is computed with label_smoothing 0.1
      Then the result is [0.80590488, 15.31219087]

    Scenario: A logit of -Infinity and a smoothed target
      Its class has a target now, so the loss is infinite (the story of
      candle-org/MindAct#1633, B148, where it was NaN).

      Given the float32 tensor labels = [[1, 0, 0], [0, 0, 1]]
      And the float32 tensor logits = [[2, 1, -Infinity], [2, 1, 0]]
      When softmax_cross_entropy_with_logits is computed with label_smoothing 0.3
      Then the result is [Infinity, 2.107606]

    Scenario Outline: Sparse labels, smoothing <smoothing>, <dtype>
      Given the int32 tensor labels = [2, 0, 1, 2]
      And the <dtype> tensor logits of shape [4, 3] drawn from normal 5 with seed 72
      When sparse_softmax_cross_entropy_with_logits is computed as sparse with label_smoothing <smoothing>
      Given the <dtype> tensor labels = [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]
      When softmax_cross_entropy_with_logits is computed as dense with label_smoothing <smoothing>
      Then sparse conforms
      And sparse and dense agree

      Examples:
        | dtype    | smoothing |
        | float16  | 0.1       |
        | bfloat16 | 0.1       |
        | float32  | 0.1       |
        | float64  | 0.1       |
        | float32  | 0.75      |
        | float64  | 1         |

    Scenario: The smoothing is held in float64
      0.1 held in float32 is 0.10000000149, and the first loss 3.1e-6 too large.

      Given the float64 tensor labels = [[1, 0], [0, 1]]
      And the float64 tensor logits = [[4096, 0], [4096, 0]]
      When softmax_cross_entropy_with_logits is computed with label_smoothing 0.1
      Then the result is [204.8000000000, 3891.2000000000]

  @req:cross-entropy.smoothing.classes @must
  Rule: K is the length of the axis that holds the classes

    Scenario Outline: <classes> classes along axis <axis> of shape <shape>
      Keras took K from the last axis or from axis 1, whatever the axis of the
      classes: tensorflow/tensorflow#32231, #39329, #127249 and keras-team/keras#23451
      (B014 to B017). The last axis is kept as a choice.

      Given the float32 tensor labels of shape <shape> drawn from probabilities with seed 73
      And the float32 tensor logits of shape <shape> drawn from normal 5 with seed 74
      When softmax_cross_entropy_with_logits is computed with axis <axis>, label_smoothing 0.4
      Then the result conforms

      Examples: where class axis and last axis are one
        | classes | shape     | axis |
        | 5       | [2, 3, 5] | -1   |
        | 4       | [3, 4]    | 1    |

      Examples: where they differ
        | classes | shape        | axis |
        | 2       | [2, 5]       | 0    |
        | 2       | [3, 2, 7]    | 1    |
        | 3       | [3, 2, 7]    | 0    |
        | 2       | [2, 2, 3, 9] | 1    |

    Scenario Outline: Probabilities of shape <shape> with their classes along axis <axis>
      Given the float32 tensor target of shape <shape> drawn from probabilities with seed 75
      And the float32 tensor output of shape <shape> drawn from probabilities with seed 76
      When categorical_cross_entropy is computed with axis <axis>, label_smoothing 0.4
      Then the result conforms

      Examples: three axes
        | shape     | axis |
        | [2, 3, 5] | -1   |
        | [3, 2, 7] | 1    |

    Scenario: Channels first, by hand
      Two classes along axis 0, three pixels: a/K is 0.1, and 0.0667 with the last axis' three.

      Given the float64 tensor target = [[1, 0, 1], [0, 1, 0]]
      And the float64 tensor output = [[0.5, 0.75, 0.125], [0.5, 0.25, 0.875]]
      When categorical_cross_entropy is computed with axis 0, label_smoothing 0.2
      Then where label_smoothing.classes is class_axis the result is [0.69314718, 1.27643313, 1.88485053]
      And where label_smoothing.classes is last_axis the result is [0.64693737, 1.22063392, 1.81108476]

  @req:cross-entropy.smoothing.binary @must
  Rule: A binary target is smoothed over its two classes

    Scenario Outline: Binary targets, smoothing <smoothing>
      Given the float64 tensor target = [1, 0, 1, 0.25]
      And the float64 tensor output = [0.75, 0.75, 0.5, 0.125]
      When binary_cross_entropy is computed with label_smoothing <smoothing>
      Then the result is <losses>

      Examples:
        | smoothing | losses                                           |
        | 0         | [0.28768207, 1.38629436, 0.69314718, 0.62000893] |
        | 0.1       | [0.34261269, 1.33136375, 0.69314718, 0.66865668] |
        | 0.5       | [0.56233514, 1.11164129, 0.69314718, 0.86324770] |
        | 1         | [0.83698822, 0.83698822, 0.69314718, 1.10648647] |

    Scenario: A matrix of binary targets has two classes, however wide it is
      Given the float64 tensor target = [[1, 0, 0, 0], [0, 1, 1, 1]]
      And the float64 tensor output = [[3, 3, -1, 0], [1, 1, -2, 20]]
      When binary_cross_entropy is computed with from_logits true, label_smoothing 0.2
      Then the result is:
        """
        [[0.34858735, 2.74858735, 0.41326169, 0.69314718],
         [1.21326169, 0.41326169, 1.92692801, 2.00000000]]
        """

  @req:cross-entropy.smoothing.range @must
  Rule: A smoothing outside [0, 1] is refused

    Scenario Outline: The <operation> with smoothing <smoothing>
      PyTorch ignores a negative smoothing in silence, other frameworks take 2 and get negative targets.

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When <operation> is computed with label_smoothing <smoothing>
      Then the operation is refused with invalid_attribute

      Examples:
        | operation                 | smoothing |
        | categorical_cross_entropy | 1.5       |
        | categorical_cross_entropy | -0.1      |
        | binary_cross_entropy      | 1.0000001 |
        | binary_cross_entropy      | -1        |

    Scenario Outline: Logits with smoothing <smoothing>
      Given the float32 tensor labels = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[0.5, 0.5], [0.25, 0.75]]
      When softmax_cross_entropy_with_logits is computed with label_smoothing <smoothing>
      Then the operation is refused with invalid_attribute

      Examples:
        | smoothing |
        | 1.5       |
        | -1e-9     |

    Scenario: Sparse labels with a smoothing beyond one
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[0.5, 0.5], [0.25, 0.75]]
      When sparse_softmax_cross_entropy_with_logits is computed with label_smoothing 1.5
      Then the operation is refused with invalid_attribute
