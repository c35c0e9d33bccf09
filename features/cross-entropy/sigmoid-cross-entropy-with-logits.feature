Feature: Sigmoid cross-entropy with logits

  The binary cross-entropy of sigmoid(x) with the label z, element by element and
  without the sigmoid ever being computed:

      loss = z softplus(-x) + (1 - z) softplus(x)      softplus(x) = ln(1 + exp x)

  For a label of 1 that is softplus(-x): about -x where x is far below 0, and
  exp(-x) where it is far above. Written as max(x, 0) - x z + ln(1 + exp(-|x|)) nothing
  overflows. The forms that fail: the logarithm of a sigmoid (infinite
  beyond 88 in float32), ln(1 + exp x) as written (infinite there too), and a
  clip (stuck at 16.118).

  @req:cross-entropy.sigmoid.definition @must
  Rule: The loss is z softplus(-x) + (1 - z) softplus(x), element by element

    @smoke
    Scenario: Labels yes and no at logits around zero
      At 0 both cost ln 2; at ln 3 the sigmoid is 3/4.

      Given the float64 tensor labels = [1, 0, 1, 0, 1, 0]
      And the float64 tensor logits = [0, 0, 1.0986122886681098, 1.0986122886681098, -1, -1]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [0.693147181, 0.693147181, 0.287682072, 1.386294361, 1.313261688, 0.313261688]

    Scenario Outline: Logit <logit>, label <label>
      Given the float64 tensor labels = <label>
      And the float64 tensor logits = <logit>
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples: hard labels
        | logit | label | loss       |
        | 0.5   | 1     | 0.47407698 |
        | 0.5   | 0     | 0.97407698 |
        | 2     | 1     | 0.12692801 |
        | -2    | 1     | 2.12692801 |
        | -2    | 0     | 0.12692801 |
        | -0.0  | 1     | 0.69314718 |

      Examples: soft labels
        | logit | label | loss        |
        | 0     | 0.5   | 0.69314718  |
        | 3     | 0.25  | 2.29858735  |
        | -3    | 0.25  | 0.79858735  |
        | 20    | 0.5   | 10.00000000 |

      Examples: small logits, where the loss is ln 2 and half of the logit
        | logit | label | loss           |
        | 1e-3  | 1     | 0.692647305560 |
        | 1e-3  | 0     | 0.693647305560 |
        | 1e-9  | 1     | 0.693147180060 |

      Examples: labels that are no probability
        | logit | label | loss        |
        | 3     | 2     | -2.95141265 |
        | 3     | -1    | 6.04858735  |

    Scenario: The elements of a matrix are not summed
      Given the float32 tensor labels = [[1, 0, 1], [0, 0, 1]]
      And the float32 tensor logits = [[1, 2, 3], [-1, 0, 4]]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [[0.313262, 2.126928, 0.048587], [0.313262, 0.693147, 0.018150]]

    Scenario Outline: Reduction <reduction> over all elements
      Given the float64 tensor labels = [[1, 0, 1], [0, 0, 1]]
      And the float64 tensor logits = [[1, 2, 3], [-1, 0, 4]]
      When sigmoid_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction | loss                                                                         |
        | none      | [[0.31326169, 2.12692801, 0.04858735], [0.31326169, 0.69314718, 0.01814993]] |
        | sum       | 3.51333585                                                                   |
        | mean      | 0.58555597                                                                   |

    Scenario Outline: <dtype>, normal logits times <scale>, labels <labels>
      Given the <dtype> tensor labels of shape [5, 6] drawn from <labels> with seed 261
      And the <dtype> tensor logits of shape [5, 6] drawn from normal <scale> with seed 262
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: float32
        | dtype   | scale | labels      |
        | float32 | 0.1   | coin 0.5    |
        | float32 | 1     | uniform 0 1 |
        | float32 | 5     | coin 0.5    |
        | float32 | 30    | uniform 0 1 |
        | float32 | 1000  | coin 0.5    |

      Examples: float64
        | dtype   | scale | labels      |
        | float64 | 1     | coin 0.5    |
        | float64 | 30    | uniform 0 1 |
        | float64 | 1000  | coin 0.5    |

      Examples: 16 bits
        | dtype    | scale | labels      |
        | float16  | 1     | coin 0.5    |
        | float16  | 30    | uniform 0 1 |
        | bfloat16 | 1     | coin 0.5    |
        | bfloat16 | 30    | uniform 0 1 |

    Scenario: A scalar, and an empty tensor
      Given the float32 tensor labels = 0
      And the float32 tensor logits = 0.5
      When sigmoid_cross_entropy_with_logits is computed as single
      Given the float32 tensor labels of shape [0] = []
      And the float32 tensor logits of shape [0] = []
      When sigmoid_cross_entropy_with_logits is computed as empty
      Then single is 0.974077
      And empty has dtype float32 and shape [0]

  @req:cross-entropy.sigmoid.large @must
  Rule: Large logits neither overflow nor saturate, and small losses aren't lost

    Scenario Outline: Logit <logit> in <dtype>
      Given the <dtype> tensor labels = [1, 0]
      And the <dtype> tensor logits = [<logit>, <logit>]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples: past the clip
        | dtype   | logit | losses                  |
        | float64 | 17    | [4.13994e-8, 17.000000] |
        | float64 | -17   | [17.000000, 4.13994e-8] |
        | float32 | 20    | [2.06115e-9, 20]        |
        | float32 | -20   | [20, 2.06115e-9]        |

      Examples: where exponentials overflow or vanish
        | dtype    | logit | losses              |
        | float16  | 11.5  | [1.013e-5, 11.5000] |
        | float16  | -1000 | [1000, 0]           |
        | bfloat16 | 90    | [8.194e-40, 90]     |
        | bfloat16 | -1000 | [1000, 0]           |
        | float32  | 88    | [6.055e-39, 88]     |
        | float32  | -104  | [104, 0]            |
        | float32  | -1000 | [1000, 0]           |
        | float64  | 700   | [9.860e-305, 700]   |
        | float64  | -1000 | [1000, 0]           |
        | float64  | 1000  | [0, 1000]           |

      Examples: tiny losses of float64, and of float32 as far as it can hold them
        | dtype   | logit | losses              |
        | float64 | 40    | [4.2483543e-18, 40] |
        | float64 | -40   | [40, 4.2483543e-18] |
        | float32 | 40    | [4.248e-18, 40]     |
        | float32 | -40   | [40, 4.248e-18]     |

    Scenario: The label of a sure prediction may still be soft
      x z and max(x, 0) cancel partly; the loss is (1 - z) x here.

      Given the float32 tensor labels = [0.5, 0.25, 0.75]
      And the float32 tensor logits = [1000, 1000, -1000]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [500, 750, 750]

  @req:cross-entropy.sigmoid.special @must
  Rule: NaN stays NaN, and what an infinite logit costs is a choice

    Scenario: NaN in labels or logits
      Given the float32 tensor labels = [1, 0, NaN, 0.5]
      And the float32 tensor logits = [NaN, NaN, 1, 0]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [NaN, NaN, NaN, 0.693147]

    Scenario: Labels one and zero at both infinities
      The limits of the formula are 0 and infinity. The formula as
      frameworks compute it meets infinity minus infinity, or 0 times infinity.

      Given the float32 tensor labels = [1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity]
      When sigmoid_cross_entropy_with_logits is computed
      Then where sigmoid_cross_entropy.infinite is exact the result is [0, Infinity, Infinity, 0]
      And where sigmoid_cross_entropy.infinite is tensorflow the result is [NaN, NaN, Infinity, NaN]
      And where sigmoid_cross_entropy.infinite is pytorch the result is [NaN, Infinity, NaN, NaN]
      And where sigmoid_cross_entropy.infinite is optax the result is [NaN, Infinity, Infinity, NaN]
