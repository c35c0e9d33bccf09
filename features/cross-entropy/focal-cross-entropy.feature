Feature: Focal cross-entropy

  Where most examples are easy, their many small losses drown the few that
  matter. The focal loss plays down what is classified well already: with p the
  softmax of the logits along an axis,

      focal = - alpha sum of t (1 - p)^gamma ln p

  gamma is how strongly: at 0 nothing is played down and the loss is alpha
  times the softmax cross-entropy; 0^0 counts as 1. alpha scales the whole, and
  is 0.25 unless given; gamma is 2. The loss is taken from the logits: no
  probability is clipped on the way.

  @req:cross-entropy.focal.definition @must
  Rule: The loss is the cross-entropy weighted by alpha (1 - p)^gamma

    @smoke
    Scenario: A fair coin
      p = 1/2: a quarter of (1/2)^2 of ln 2.

      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor logits = [[0, 0], [3, 3]]
      When focal_cross_entropy is computed
      Then the result is [0.0433216988, 0.0433216988]
      And the result has dtype float64 and shape [2]

    Scenario: One to three
      The exponentials are 1 and 3, so that p is 1/4 or 3/4: 1/4 (3/4)^2 ln 4 and 1/4 (1/4)^2 ln(4/3).

      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor logits = [[0, 1.0986122886681098], [0, 1.0986122886681098]]
      When focal_cross_entropy is computed
      Then the result is [0.194947645, 0.0044950324]

    Scenario: One logit and its target cost nothing
      Given the float32 tensor target = [1]
      And the float32 tensor logits = [7]
      When focal_cross_entropy is computed
      Then the result is 0

    Scenario Outline: The class <target> of three logits, gamma <gamma>, alpha <alpha>
      Given the float32 tensor target = <target>
      And the float32 tensor logits = [1, 2, 4]
      When focal_cross_entropy is computed with gamma <gamma>, alpha <alpha>
      Then the result is <loss>

      Examples: the usual focus
        | target    | gamma | alpha | loss     |
        | [1, 0, 0] | 2     | 0.25  | 0.727277 |
        | [0, 1, 0] | 2     | 0.25  | 0.425642 |
        | [0, 0, 1] | 2     | 0.25  | 0.001036 |

      Examples: other numbers
        | target    | gamma | alpha | loss       |
        | [0, 1, 0] | 0     | 1     | 2.169846   |
        | [0, 1, 0] | 1     | 1     | 1.922060   |
        | [0, 1, 0] | 0.5   | 1     | 2.042198   |
        | [0, 1, 0] | 5     | 1     | 1.183366   |
        | [0, 0, 1] | 5     | 1     | 1.57955e-5 |
        | [0, 0, 1] | 0.5   | 0.25  | 0.016782   |
        | [0, 1, 0] | 2     | -1    | -1.702570  |
        | [0, 1, 0] | 2     | 0     | 0          |
        | [0, 1, 0] | 1000  | 1     | 0          |

    Scenario Outline: In <dtype>
      Given the <dtype> tensor target = [[0, 1, 0], [0.5, 0.25, 0.25]]
      And the <dtype> tensor logits = [[1, 2, 4], [-1, 0, 0.5]]
      When focal_cross_entropy is computed
      Then the result is <losses>
      And the result has dtype <dtype> and shape [2]

      Examples: every dtype
        | dtype    | losses                       |
        | float16  | [0.4256, 0.2414]             |
        | bfloat16 | [0.4256, 0.2414]             |
        | float32  | [0.425642, 0.241380]         |
        | float64  | [0.4256424984, 0.2413804541] |

    Scenario: Each class has its own weight
      Of targets of one half each, each half is weighted by its own (1 - p)^2: with one common
      weight, or a weight of 1 - the target's p, the sum would be another.

      Given the float64 tensor target = [0.5, 0.5]
      And the float64 tensor logits = [0, 1.0986122886681098]
      When focal_cross_entropy is computed with alpha 1
      Then the result is 0.398885354

    Scenario: Targets are taken as they are
      Given the float64 tensor target = [[2, 0], [0, 0], [-1, 0]]
      And the float64 tensor logits = [[0, 0], [5, 1], [0, 0]]
      When focal_cross_entropy is computed with alpha 1, gamma 1
      Then the result is [0.6931471806, 0, -0.3465735903]

    Scenario: What is classified well is played down
      Ahead by 5, the plain loss is 0.0067 and the focal one 22,000 times less; behind by 5 it is
      almost the same.

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[5, 0], [5, 0]]
      When focal_cross_entropy is computed as focal with alpha 1
      And focal_cross_entropy is computed as plain with alpha 1, gamma 0
      Then focal is [3.00809e-7, 4.939921]
      And plain is [0.006715, 5.006715]

  @req:cross-entropy.focal.plain @must
  Rule: With gamma 0 and alpha 1 it is the softmax cross-entropy

    Formulas with a power of 0 have lost it: google-deepmind/optax#1267 (B109).

    Scenario Outline: Logits of <family>, <dtype>
      Given the <dtype> tensor target of shape [6, 5] drawn from probabilities with seed 2401
      And the <dtype> tensor labels of shape [6, 5] drawn from probabilities with seed 2401
      And the <dtype> tensor logits of shape [6, 5] drawn from <family> with seed 2402
      When focal_cross_entropy is computed as focal with gamma 0, alpha 1
      And softmax_cross_entropy_with_logits is computed as plain
      Then focal conforms
      And focal and plain agree

      Examples:
        | family      | dtype    |
        | normal 1    | float32  |
        | normal 30   | float32  |
        | normal 5    | float64  |
        | normal 5    | float16  |
        | normal 5    | bfloat16 |
        | dominant 95 | float32  |
        | offset 1e4  | float32  |
        | equal 7     | float32  |

    Scenario: A certain prediction, gamma 0
      (1 - p)^0 is 1 although 1 - p is 0.

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[1000, 0], [1000, 0]]
      When focal_cross_entropy is computed with gamma 0, alpha 1
      Then the result is [0, 1000]

  @req:cross-entropy.focal.saturation @must
  Rule: A loss goes on beyond 16.118, where a clip would end it

    A probability clipped at 1e-7 can't cost more than -ln 1e-7 = 16.118 before the weight; Keras
    clips on the way (as in keras-team/keras#17634, B023).

    Scenario Outline: Behind by <gap>, <dtype>
      Given the <dtype> tensor target = [0, 1]
      And the <dtype> tensor logits = [<gap>, 0]
      When focal_cross_entropy is computed with alpha 1
      Then the result is <loss>

      Examples: both sides of the clip, and far beyond
        | gap  | dtype    | loss       |
        | 16   | float32  | 16.00000   |
        | 17   | float32  | 17.00000   |
        | 20   | float32  | 20.00000   |
        | 88   | float32  | 88.0000    |
        | 104  | float32  | 104.000    |
        | 1000 | float32  | 1000.000   |
        | 17   | bfloat16 | 17.000     |
        | 1000 | float16  | 1000.00    |
        | 800  | float64  | 800.000000 |

  @req:cross-entropy.focal.dominant @must
  Rule: Where one class dominates, 1 - p and its power are small and not lost altogether

    1 - p computed from a p that was rounded is off by a rounding of 1; its power is off
    accordingly, and not by more.

    Scenario Outline: Ahead by <gap>, gamma <gamma>, <dtype>
      Given the <dtype> tensor target = [1, 0]
      And the <dtype> tensor logits = [<gap>, 0]
      When focal_cross_entropy is computed with gamma <gamma>, alpha 1
      Then the result is <loss>

      Examples: by little and by much
        | gap | gamma | dtype   | loss         |
        | 1   | 2     | float32 | 2.26581e-2   |
        | 5   | 2     | float32 | 3.00809e-7   |
        | 10  | 1     | float32 | 2.06101e-9   |
        | 16  | 0.5   | float32 | 3.77513e-11  |
        | 18  | 2     | float64 | 3.53263e-24  |
        | 30  | 2     | float64 | 8.19401e-40  |
        | 40  | 1     | float32 | 1.80485e-35  |
        | 17  | 2     | float16 | 7.09547e-23  |
        | 100 | 2     | float32 | 5.14820e-131 |
        | 300 | 1     | float64 | 2.65040e-261 |

    Scenario Outline: A fractional gamma of <gamma> where p rounds to 1
      A difference that comes out below 0 has no square root: NaN (compare kornia/kornia#918, B133).

      Given the float32 tensor target of shape [8, 10] drawn from probabilities with seed 2411
      And the float32 tensor logits of shape [8, 10] drawn from dominant <gap> with seed 2412
      When focal_cross_entropy is computed with gamma <gamma>
      Then the result conforms

      Examples:
        | gamma | gap |
        | 0.5   | 20  |
        | 0.5   | 40  |
        | 1.5   | 17  |
        | 0.1   | 95  |
        | 2     | 110 |

  @req:cross-entropy.focal.draws @must
  Rule: Drawn logits and targets conform

    Scenario Outline: <family> logits, gamma <gamma>, <dtype>
      Given the <dtype> tensor target of shape [5, 7] drawn from probabilities with seed 2421
      And the <dtype> tensor logits of shape [5, 7] drawn from <family> with seed 2422
      When focal_cross_entropy is computed with gamma <gamma>
      Then the result conforms

      Examples:
        | family              | gamma | dtype    |
        | normal 0.1          | 2     | float32  |
        | normal 1            | 1     | float32  |
        | normal 5            | 2     | float32  |
        | normal 30           | 2     | float32  |
        | normal 30           | 0.5   | float64  |
        | uniform -1 1        | 5     | float32  |
        | sorted 5            | 2     | float64  |
        | equal 3             | 2     | float16  |
        | offset 1e4          | 2     | float32  |
        | offset 1e30         | 2     | float32  |
        | alternating 88      | 2     | float32  |
        | alternating 1e30    | 2     | float32  |
        | normal 3            | 2     | float16  |
        | normal 3            | 3.5   | bfloat16 |
        | dominant 20         | 2     | float16  |
        | dominant 20         | 2     | bfloat16 |
        | dominant 40         | 2     | float64  |
        | stagnation -16.6356 | 2     | float32  |

    Scenario Outline: One-hot targets of <n> classes, <dtype>
      Given the <dtype> tensor target of shape [3, <n>] drawn from coin 0.1 with seed 2423
      And the <dtype> tensor logits of shape [3, <n>] drawn from normal 3 with seed 2424
      When focal_cross_entropy is computed
      Then the result conforms

      Examples: lengths around the widths of vector registers, and more
        | n    | dtype    |
        | 1    | float32  |
        | 2    | float32  |
        | 7    | float32  |
        | 8    | float64  |
        | 9    | float32  |
        | 17   | float32  |
        | 33   | float64  |
        | 65   | float32  |
        | 1000 | float32  |
        | 1000 | bfloat16 |
        | 4096 | float16  |

    @full
    Scenario Outline: <n> classes, <dtype>
      Given the <dtype> tensor target of shape [<n>] drawn from coin 0.001 with seed 2425
      And the <dtype> tensor logits of shape [<n>] drawn from normal 5 with seed 2426
      When focal_cross_entropy is computed
      Then the result conforms

      Examples:
        | n      | dtype    |
        | 32768  | float32  |
        | 131072 | float32  |
        | 100000 | bfloat16 |

  @req:cross-entropy.focal.axis @must
  Rule: The classes may lie along any axis

    Scenario: A square, rows or columns
      Given the float64 tensor target = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float64 tensor logits = [[1, 2, 4], [0, -1, 3], [7, 1, 0]]
      When focal_cross_entropy is computed as columns with axis 0
      And focal_cross_entropy is computed as rows with axis 1
      Then columns is [1.493440075, 0.779478652, 1.053246302]
      And rows is [0.727277357, 0.981909333, 1.747665331]

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor target of shape <shape> drawn from uniform 0 1 with seed 2431
      And the float32 tensor logits of shape <shape> drawn from normal 3 with seed 2432
      When focal_cross_entropy is computed with axis <axis>
      Then the result conforms
      And the result has dtype float32 and shape <reduced>

      Examples: ranks one to five
        | shape           | axis | reduced      |
        | [6]             | 0    | []           |
        | [3, 4]          | 0    | [4]          |
        | [3, 4]          | 1    | [3]          |
        | [2, 3, 4]       | 1    | [2, 4]       |
        | [2, 3, 4, 5]    | 1    | [2, 4, 5]    |
        | [2, 3, 4, 5]    | -2   | [2, 3, 5]    |
        | [2, 3, 2, 3, 2] | 2    | [2, 3, 3, 2] |
        | [2, 3, 2, 3, 2] | 0    | [3, 2, 3, 2] |

      Examples: lengths of one and nought
        | shape     | axis | reduced |
        | [3, 1]    | 1    | [3]     |
        | [1, 3, 1] | 1    | [1, 1]  |
        | [0, 3]    | 1    | [0]     |
        | [3, 0]    | 1    | [3]     |

    Scenario: A single class costs nothing
      Its probability is 1.

      Given the float32 tensor target = [[1], [1]]
      And the float32 tensor logits = [[-7], [300]]
      When focal_cross_entropy is computed
      Then the result is [0, 0]

    Scenario: A common offset changes nothing
      Given the float64 tensor target = [[0, 1, 0]]
      And the float64 tensor logits = [[1, 2, 4]]
      When focal_cross_entropy is computed as near
      Given the float64 tensor logits = [[1048577, 1048578, 1048580]]
      When focal_cross_entropy is computed as far
      Then near is [0.425642498]
      And near and far agree
