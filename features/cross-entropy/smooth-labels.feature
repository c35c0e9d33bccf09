Feature: Smoothed labels

  A one-hot label claims certainty. Smoothing takes a share alpha of every label
  and spreads it evenly over all K classes, the right one included:

      smooth_labels(t) = t (1 - alpha) + alpha/K

  So with K = 4 and alpha = 0.2 the label [0, 1, 0, 0] becomes [0.05, 0.85, 0.05, 0.05].
  Labels that sum to 1 still do. K is the length of the axis of the classes, not of
  whatever axis comes last: that has been a bug in more than one framework.

  @req:cross-entropy.smooth-labels.definition @must
  Rule: Each label keeps 1 - alpha of itself and gets alpha/K

    @smoke
    Scenario: One-hot labels of four classes
      Given the float64 tensor labels = [[0, 1, 0, 0], [0, 0, 0, 1]]
      When smooth_labels is computed with alpha 0.2
      Then the result is [[0.05, 0.85, 0.05, 0.05], [0.05, 0.05, 0.05, 0.85]]
      And the result has dtype float64 and shape [2, 4]

    Scenario Outline: alpha <alpha>
      Given the float32 tensor labels = [1, 0]
      When smooth_labels is computed with alpha <alpha>
      Then the result is <smoothed>

      Examples: from nothing to everything
        | alpha | smoothed         |
        | 0     | [1, 0]           |
        | 0.125 | [0.9375, 0.0625] |
        | 0.25  | [0.875, 0.125]   |
        | 0.3   | [0.85, 0.15]     |
        | 0.5   | [0.75, 0.25]     |
        | 1     | [0.5, 0.5]       |

      Examples: hardly anything
        | alpha | smoothed                     |
        | 1e-9  | [0.9999999995, 0.0000000005] |

    Scenario: The share of a single class is all of it
      Given the float32 tensor labels = [1]
      When smooth_labels is computed with alpha 0.25
      Then the result is [1]

    Scenario Outline: Three classes, <dtype>
      The share per class is alpha/3: neither alpha/2, for the two wrong classes
      (pytorch/pytorch#148884, B065), nor (1 - alpha)/3 (B066).

      Given the <dtype> tensor labels = [0, 1, 0]
      When smooth_labels is computed with alpha 0.3
      Then the result is [0.1, 0.8, 0.1]
      And the result has dtype <dtype> and shape [3]

      Examples: every dtype
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Labels that aren't one-hot
      Labels needn't sum to 1, nor lie between 0 and 1.

      Given the float64 tensor labels = [[0.5, 0.25, 0.25], [2, -1, 0], [0, 0, 0]]
      When smooth_labels is computed with alpha 0.3
      Then the result is [[0.45, 0.275, 0.275], [1.5, -0.6, 0.1], [0.1, 0.1, 0.1]]

    Scenario: A single class stays certain
      t (1 - alpha) + alpha is 1 for t = 1.

      Given the float64 tensor labels = [[1], [1]]
      When smooth_labels is computed with alpha 0.25
      Then the result is [[1], [1]]

    Scenario Outline: Smoothed labels of <n> classes sum to 1, <dtype>
      Given the <dtype> tensor labels of shape [4, <n>] drawn from probabilities with seed 2501
      When smooth_labels is computed with alpha <alpha>
      Then the result conforms
      And every element of the result lies between 0 and 1

      Examples:
        | n    | alpha | dtype    |
        | 2    | 0.1   | float32  |
        | 3    | 0.1   | float64  |
        | 7    | 0.9   | float32  |
        | 9    | 0.1   | float16  |
        | 17   | 0.1   | bfloat16 |
        | 33   | 0.3   | float32  |
        | 1000 | 0.1   | float32  |
        | 1000 | 1     | float16  |

    Scenario: The sum of each row is 1
      Given the float64 tensor labels = [[0, 1, 0], [1, 0, 0]]
      When smooth_labels is computed with alpha 0.1
      Then every slice of the result along axis 1 sums to 1

    Scenario Outline: <family> labels in <dtype>
      Given the <dtype> tensor labels of shape [5, 7] drawn from <family> with seed 2502
      When smooth_labels is computed with alpha 0.1
      Then the result conforms

      Examples:
        | family       | dtype    |
        | coin 0.2     | float32  |
        | normal 5     | float32  |
        | normal 5     | float64  |
        | normal 1e30  | float32  |
        | normal 100   | float16  |
        | normal 1e-30 | bfloat16 |

    @full
    Scenario Outline: <n> classes, <dtype>
      Given the <dtype> tensor labels of shape [<n>] drawn from coin 0.0001 with seed 2503
      When smooth_labels is computed with alpha 0.1
      Then the result conforms

      Examples: a share of 1e-6 each, and in float16 one among the subnormals
        | n      | dtype   |
        | 131072 | float32 |
        | 100000 | float16 |

  @req:cross-entropy.smooth-labels.loss @must
  Rule: Smoothing first costs what a loss that smooths costs

    Scenario Outline: A cross-entropy of smoothed labels, alpha <alpha>
      The labels are [0, 1, 0, 0], the smoothed ones are given.

      Given the float64 tensor labels = [[0, 1, 0, 0]]
      And the float64 tensor logits = [[1, 2, 4, 0]]
      When smooth_labels is computed as smoothed with alpha <alpha>
      And softmax_cross_entropy_with_logits is computed as inside with label_smoothing <alpha>
      Given the float64 tensor labels = [<smoothed>]
      When softmax_cross_entropy_with_logits is computed as outside
      Then smoothed is [<smoothed>]
      And inside and outside agree

      Examples:
        | alpha | smoothed                         |
        | 0.25  | [0.0625, 0.8125, 0.0625, 0.0625] |
        | 0.5   | [0.125, 0.625, 0.125, 0.125]     |
        | 1     | [0.25, 0.25, 0.25, 0.25]         |

  @req:cross-entropy.smooth-labels.axis @must
  Rule: K is the length of the axis of the classes

    Keras and TensorFlow have taken the length of the second or of the last axis whatever the axis
    was: tensorflow/tensorflow#32231 (B014), #39329 (B015), #127249 (B016), keras-team/keras#23451 (B017).

    Scenario: Two classes along the first of two axes
      Each label gets alpha/2; those who count the last axis give alpha/3.

      Given the float64 tensor labels = [[1, 0, 1], [0, 1, 0]]
      When smooth_labels is computed with alpha 0.3, axis 0
      Then where label_smoothing.classes is class_axis the result is [[0.85, 0.15, 0.85], [0.15, 0.85, 0.15]]
      And where label_smoothing.classes is last_axis the result is [[0.8, 0.1, 0.8], [0.1, 0.8, 0.1]]

    Scenario: Four classes, channels first
      An image of one row of two pixels: neither of the lengths 1 and 2 is K.

      Given the float64 tensor labels = [[[[1, 0]], [[0, 0]], [[0, 1]], [[0, 0]]]]
      When smooth_labels is computed with alpha 0.2, axis 1
      Then where label_smoothing.classes is class_axis the result is:
        """
        [[[[0.85, 0.05]], [[0.05, 0.05]], [[0.05, 0.85]], [[0.05, 0.05]]]]
        """
      And where label_smoothing.classes is last_axis the result is:
        """
        [[[[0.9, 0.1]], [[0.1, 0.1]], [[0.1, 0.9]], [[0.1, 0.1]]]]
        """

    Scenario: Channels last
      Given the float64 tensor labels = [[[1, 0, 0, 0], [0, 0, 1, 0]]]
      When smooth_labels is computed as last with alpha 0.2, axis -1
      And smooth_labels is computed as second with alpha 0.2, axis 2
      And smooth_labels is computed as plain with alpha 0.2
      Then last is [[[0.85, 0.05, 0.05, 0.05], [0.05, 0.05, 0.85, 0.05]]]
      And last and second are identical
      And last and plain are identical

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor labels of shape <shape> drawn from uniform 0 1 with seed 2511
      When smooth_labels is computed with alpha 0.1, axis <axis>
      Then the result conforms
      And the result has dtype float32 and shape <shape>

      Examples: ranks one to five
        | shape           | axis |
        | [6]             | 0    |
        | [3, 4]          | 0    |
        | [3, 4]          | 1    |
        | [2, 3, 4]       | 1    |
        | [2, 3, 4]       | -3   |
        | [2, 3, 4, 5]    | 1    |
        | [2, 3, 2, 3, 4] | 3    |
        | [2, 3, 2, 3, 4] | -5   |

      Examples: lengths of one and nought
        | shape     | axis |
        | [3, 1]    | 1    |
        | [1, 3, 1] | 1    |
        | [0, 3]    | 1    |
        | [3, 0]    | 1    |
        | [0, 3]    | 0    |

  @req:cross-entropy.smooth-labels.special @must
  Rule: Special labels stay special, each in its own place

    Scenario Outline: <label> among labels, alpha <alpha>, <dtype>
      Given the <dtype> tensor labels = [0, <label>]
      When smooth_labels is computed with alpha <alpha>
      Then the result is <smoothed>

      Examples:
        | label     | alpha | dtype    | smoothed          |
        | NaN       | 0.5   | float32  | [0.25, NaN]       |
        | NaN       | 1     | float64  | [0.5, NaN]        |
        | Infinity  | 0.5   | float32  | [0.25, Infinity]  |
        | -Infinity | 0.5   | float16  | [0.25, -Infinity] |
        | NaN       | 0     | bfloat16 | [0, NaN]          |
        | Infinity  | 0     | float32  | [0, Infinity]     |

    Scenario: The largest finite label
      Given the float32 tensor labels = [0x1.fffffep127, -0x1.fffffep127]
      When smooth_labels is computed with alpha 0.5
      Then the result is [0x1.fffffep126, -0x1.fffffep126]

    Scenario Outline: Five labels, some of them no numbers, in <dtype>
      Given the <dtype> tensor labels = [NaN, 0, Infinity, -Infinity, 1]
      When smooth_labels is computed with alpha 0.5
      Then the result is [NaN, 0.1, Infinity, -Infinity, 0.6]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:cross-entropy.smooth-labels.refusals @must
  Rule: alpha lies between 0 and 1, and is not left out

    Scenario Outline: With <attribute>
      Given the float32 tensor labels = [[1, 0]]
      When smooth_labels is computed with <attribute>
      Then the operation is refused with <code>

      Examples: alpha
        | attribute           | code              |
        | alpha -0.1          | invalid_attribute |
        | alpha 1.5           | invalid_attribute |
        | alpha 1.0000001     | invalid_attribute |
        | alpha NaN           | invalid_attribute |
        | alpha true          | invalid_attribute |
        | axis -1             | invalid_attribute |
        | label_smoothing 0.1 | invalid_attribute |

      Examples: the axis
        | attribute             | code              |
        | alpha 0.1, axis 2     | invalid_axis      |
        | alpha 0.1, axis -3    | invalid_axis      |
        | alpha 0.1, axis 0.5   | invalid_attribute |
        | alpha 0.1, classes 10 | invalid_attribute |

    Scenario: No alpha
      Given the float32 tensor labels = [[1, 0]]
      When smooth_labels is computed
      Then the operation is refused with invalid_attribute

    Scenario Outline: Labels of type <dtype>
      Given the <dtype> tensor labels of shape [3] drawn from coin 0.5 with seed 1
      When smooth_labels is computed with alpha 0.1
      Then the operation is refused with invalid_dtype

      Examples:
        | dtype |
        | int32 |
        | int64 |
        | bool  |

    Scenario: A scalar has no classes
      Given the float32 tensor labels = 1
      When smooth_labels is computed with alpha 0.1
      Then the operation is refused with invalid_axis

    Scenario: No labels
      When smooth_labels is computed with alpha 0.1
      Then the operation is refused with missing_input

    Scenario: Negative axes other than -1
      Given the float64 tensor labels = [[1, 0], [0, 1]]
      When smooth_labels is computed with alpha 0.5, axis -2
      Then where negative_axis is any the result is [[0.75, 0.25], [0.25, 0.75]]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
