Feature: Softmax cross-entropy with logits

  The cross-entropy of softmax(x) with a true distribution t, in one step:

      loss = -sum of t_j ln softmax(x)_j
           = -sum of t_j (x_j - ln(exp x1 + ... + exp xK))

  Taken together the logarithm undoes the exponential, and the loss is exact
  where softmax alone would give 0 or 1. A label that lies 1,000 below the
  largest logit costs 1,000. A label that lies 40 above all others costs the
  sum of their exponentials, about 1e-17, and not 0.

  Three shortcuts lose this: the logarithm of a finished softmax (infinite
  beyond a gap of 104 in float32), a clip before the logarithm (stuck at
  16.118), and ln(sum of exp) - x_label with large logits (nothing but rounding).

  @req:cross-entropy.softmax.definition @must
  Rule: The loss is the label-weighted sum of the log-probabilities, with the sign turned

    @smoke
    Scenario: Logits with whole exponentials
      The exponentials are 1, 2 and 5, their sum is 8, so that the losses are ln 8, ln 4 and ln 1.6.

      Given the float64 tensor labels:
        | 1 | 0 | 0 |
        | 0 | 1 | 0 |
        | 0 | 0 | 1 |
      And the float64 tensor logits:
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
      When softmax_cross_entropy_with_logits is computed
      Then the result is [2.0794415417, 1.3862943611, 0.4700036292]
      And the result has dtype float64 and shape [3]

    Scenario Outline: <situation>
      Given the float32 tensor labels = <labels>
      And the float32 tensor logits = <logits>
      When softmax_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples:
        | situation                      | labels            | logits       | loss     |
        | Equal logits cost ln K         | [1, 0, 0, 0]      | [7, 7, 7, 7] | 1.386294 |
        | A single class costs nothing   | [1]               | [7]          | 0        |
        | The best class                 | [0, 0, 1]         | [1, 2, 3]    | 0.407606 |
        | The middle class               | [0, 1, 0]         | [1, 2, 3]    | 1.407606 |
        | The worst class                | [1, 0, 0]         | [1, 2, 3]    | 2.407606 |
        | A soft label                   | [0.5, 0.25, 0.25] | [1, 2, 3]    | 1.657606 |
        | A label of zeros costs nothing | [0, 0, 0]         | [1, 2, 3]    | 0        |
        | A label that sums to two       | [1, 1, 0]         | [1, 2, 3]    | 3.815212 |
        | A negative label               | [1, -1, 0]        | [1, 2, 3]    | 1        |
        | Negative logits                | [0, 1, 0]         | [-3, -5, -1] | 4.142932 |

    Scenario Outline: One class alone costs exactly nothing: <dtype>
      Given the <dtype> tensor labels = [[1], [1], [0.5], [0]]
      And the <dtype> tensor logits = [[3], [-1000], [0], [1e4]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [0, 0, 0, 0]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Ten thousand times the same logit costs ln of the number of classes
      Given the float32 tensor labels of shape [1, 10000] drawn from equal 0.0001 with seed 1
      And the float32 tensor logits of shape [1, 10000] drawn from equal -3.25 with seed 1
      When softmax_cross_entropy_with_logits is computed
      Then the result is [9.2103]

  @req:cross-entropy.softmax.far-label @must
  Rule: A label far below the largest logit costs its full distance

    Scenario Outline: A gap of <gap> in <dtype>
      Given the <dtype> tensor labels = [[0, 1, 0], [1, 0, 0]]
      And the <dtype> tensor logits = [[0, -<gap>, -<gap>], [0, <gap>, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples: past the clip at 16.118
        | dtype   | gap  | losses                       |
        | float32 | 16   | [16, 16]                     |
        | float32 | 17   | [17, 17]                     |
        | float64 | 16.5 | [16.500000137, 16.500000137] |

      Examples: where float32 exponentials become subnormal and vanish
        | dtype    | gap   | losses                 |
        | float32  | 87.5  | [87.5, 87.5]           |
        | float32  | 88.75 | [88.75, 88.75]         |
        | float32  | 103.5 | [103.5, 103.5]         |
        | float32  | 104   | [104, 104]             |
        | float32  | 110   | [110, 110]             |
        | float32  | 1000  | [1000, 1000]           |
        | bfloat16 | 110   | [110, 110]             |
        | float32  | 1e30  | [1.0000e30, 1.0000e30] |

      Examples: where float16 exponentials do
        | dtype   | gap   | losses             |
        | float16 | 9.5   | [9.5001, 9.5001]   |
        | float16 | 17.5  | [17.5000, 17.5000] |
        | float16 | 1000  | [1000, 1000]       |
        | float16 | 60000 | [60000, 60000]     |

      Examples: where float64 exponentials do
        | dtype   | gap    | losses             |
        | float64 | 708.5  | [708.5, 708.5]     |
        | float64 | 745.25 | [745.25, 745.25]   |
        | float64 | 1e6    | [1000000, 1000000] |

    Scenario: The soft label of a thread that reported infinity
      Logits of 5,000 and -5,000 with soft labels: tensorflow/tensorflow#21271 (B011). A
      logarithm of the underflowed softmax gives infinity here, and -Infinity in
      pytorch/pytorch#94043 (B072).

      Given the float32 tensor labels = [[0.5, 0.5], [0.75, 0.25], [0.25, 0.75]]
      And the float32 tensor logits = [[5000, -5000], [5000, -5000], [5000, -5000]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [5000, 2500, 7500]

  @req:cross-entropy.softmax.dominant @must
  Rule: A dominant label costs the others' share, however small

    Scenario Outline: A label <gap> above two others
      Close to 0 the loss is judged in absolute terms, so that float32 may say 0
      for 1e-9; float64 has to show the digits it can hold.

      Given the float64 tensor labels = [0, 1, 0]
      And the float64 tensor logits = [0, <gap>, 0]
      When softmax_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples:
        | gap  | loss         |
        | 1    | 0.5514447139 |
        | 5    | 0.0133859017 |
        | 10   | 9.0795737e-5 |
        | 20   | 4.1223072e-9 |
        | 30   | 1.87152e-13  |
        | 40   | 8.49671e-18  |
        | 1000 | 0            |

    Scenario Outline: A dominant label, <dtype>
      Given the <dtype> tensor labels = [[0, 1], [0, 1]]
      And the <dtype> tensor logits = [[-4, 4], [-500, 500]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples:
        | dtype    | losses        |
        | float16  | [3.354e-4, 0] |
        | bfloat16 | [3.354e-4, 0] |
        | float32  | [3.354e-4, 0] |

  @req:cross-entropy.softmax.offset @must
  Rule: A common offset of all logits changes nothing

    Scenario Outline: Two logits at <offset>, the second <step> higher, in <dtype>
      ln(sum of exp) - x_label first adds ln 2 to the offset and loses it: big equal
      logits came out as 0 in pytorch/pytorch#11752 (B067), and wrong at -1e7 in
      pytorch/pytorch#38839 (B068).

      Given the <dtype> tensor labels = [[1, 0], [0, 1]]
      And the <dtype> tensor logits = [[<low>, <high>], [<low>, <high>]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples: equal logits cost ln 2
        | dtype    | offset | step | low   | high  | losses                     |
        | float32  | 1e4    | 0    | 1e4   | 1e4   | [0.693147, 0.693147]       |
        | float32  | 1e8    | 0    | 1e8   | 1e8   | [0.693147, 0.693147]       |
        | float32  | -1e7   | 0    | -1e7  | -1e7  | [0.693147, 0.693147]       |
        | float32  | 1e30   | 0    | 1e30  | 1e30  | [0.693147, 0.693147]       |
        | float32  | -1e30  | 0    | -1e30 | -1e30 | [0.693147, 0.693147]       |
        | float64  | 1e16   | 0    | 1e16  | 1e16  | [0.693147181, 0.693147181] |
        | float64  | 1e300  | 0    | 1e300 | 1e300 | [0.693147181, 0.693147181] |
        | float16  | 1000   | 0    | 1000  | 1000  | [0.6931, 0.6931]           |
        | float16  | 60000  | 0    | 60000 | 60000 | [0.6931, 0.6931]           |
        | bfloat16 | 300    | 0    | 300   | 300   | [0.6931, 0.6931]           |
        | bfloat16 | -1e30  | 0    | -1e30 | -1e30 | [0.6931, 0.6931]           |

      Examples: a step that survives the offset
        | dtype    | offset | step | low   | high            | losses                   |
        | float32  | 1e4    | 1.5  | 10000 | 10001.5         | [1.70141, 0.20141]       |
        | float32  | -1e6   | 2    | -1e6  | -999998         | [2.12693, 0.12693]       |
        | float64  | 1e12   | 0.5  | 1e12  | 1000000000000.5 | [0.97407698, 0.47407698] |
        | float16  | 2048   | 2    | 2048  | 2050            | [2.1269, 0.1269]         |
        | bfloat16 | 256    | 2    | 256   | 258             | [2.1269, 0.1269]         |

    Scenario Outline: Ten classes around <offset>, <dtype>
      Given the <dtype> tensor labels of shape [3, 10] drawn from probabilities with seed 91
      And the <dtype> tensor logits of shape [3, 10] drawn from offset <offset> with seed 92
      When softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples:
        | dtype   | offset |
        | float32 | 1e4    |
        | float32 | -1e4   |
        | float32 | 1e6    |
        | float32 | 1e30   |
        | float64 | 1e12   |
        | float16 | 1000   |

  @req:cross-entropy.softmax.labels-broadcast @may
  Rule: Whether labels of length 1 are repeated along an axis is a choice

    Scenario: One label for all examples
      Given the float32 tensor labels = [[0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is allowed the result is [1.407606, 1.349012]
      And where labels_broadcast is refused the operation is refused with invalid_shape

    Scenario: One number for all classes
      Given the float32 tensor labels = [[1], [0.5]]
      And the float32 tensor logits = [[1, 2, 3], [3, 2, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then where labels_broadcast is allowed the result is [4.222818, 2.523518]
      And where labels_broadcast is refused the operation is refused with invalid_shape
