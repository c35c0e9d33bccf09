Feature: softmax of small probabilities

  A class whose logit lies far below the largest has a tiny probability, and tiny numbers run out
  before they reach 0: below the smallest normal number of its dtype a probability loses digits
  (a subnormal number), below half the smallest subnormal it rounds to 0. The logit gaps where this
  happens:

      dtype      smallest normal      smallest subnormal    half of it
      float16    9.7  (6.1e-5)        16.6 (6.0e-8)         17.3
      bfloat16   87.3 (1.2e-38)       92.2 (9.2e-41)        92.9
      float32    87.3 (1.2e-38)       103.3 (1.4e-45)       103.97
      float64    708.4 (2.2e-308)     744.4 (4.9e-324)      745.1

  Hardware that flushes subnormal numbers to 0 is a choice, named subnormals. What no choice allows
  is a clip: a probability of 1e-20 is 1e-20, not 1e-7 and not 0.

  @req:softmax.underflow.gap @must
  Rule: A small probability is right as long as its format can hold it

    Scenario Outline: A gap of <gap> in <dtype>
      Given the <dtype> tensor logits = [0, -<gap>]
      When softmax is computed
      Then the result is <probabilities>

      Examples: normal numbers of float32
        | dtype   | gap  | probabilities        |
        | float32 | 9    | [0.99988, 1.2339e-4] |
        | float32 | 16   | [1.00000, 1.1254e-7] |
        | float32 | 17   | [1.00000, 4.1399e-8] |
        | float32 | 30   | [1, 9.3576e-14]      |
        | float32 | 50   | [1, 1.9287e-22]      |
        | float32 | 80   | [1, 1.8049e-35]      |
        | float32 | 87   | [1, 1.6458e-38]      |
        | float32 | 87.3 | [1, 1.2192e-38]      |

      Examples: subnormal numbers of float32 and below
        | dtype   | gap    | probabilities   |
        | float32 | 87.4   | [1, 1.1032e-38] |
        | float32 | 88.7   | [1, 3.0066e-39] |
        | float32 | 95     | [1, 5.5211e-42] |
        | float32 | 103    | [1, 1.8521e-45] |
        | float32 | 103.97 | [1, 7.0211e-46] |
        | float32 | 104    | [1, 0]          |
        | float32 | 1000   | [1, 0]          |

      Examples: normal numbers of float64
        | dtype   | gap | probabilities                       |
        | float64 | 36  | [1.000000000000, 2.31952283024e-16] |
        | float64 | 88  | [1, 6.05460189540e-39]              |
        | float64 | 104 | [1, 6.81355682155e-46]              |
        | float64 | 500 | [1, 7.12457640674e-218]             |
        | float64 | 708 | [1, 3.30755300364e-308]             |

      Examples: subnormal numbers of float64 and below
        | dtype   | gap   | probabilities  |
        | float64 | 709   | [1, 1.22e-308] |
        | float64 | 740   | [1, 4.19e-322] |
        | float64 | 744.4 | [1, 5.14e-324] |
        | float64 | 745   | [1, 2.82e-324] |
        | float64 | 746   | [1, 0]         |

      Examples: float16
        | dtype   | gap  | probabilities      |
        | float16 | 5    | [0.99331, 0.00669] |
        | float16 | 9.5  | [1, 7.4846e-5]     |
        | float16 | 9.8  | [1, 5.5622e-5]     |
        | float16 | 13   | [1, 2.2603e-6]     |
        | float16 | 16.6 | [1, 6.2148e-8]     |
        | float16 | 17.3 | [1, 3.0765e-8]     |
        | float16 | 30   | [1, 0]             |

      Examples: bfloat16
        | dtype    | gap  | probabilities   |
        | bfloat16 | 17   | [1, 4.1399e-8]  |
        | bfloat16 | 50   | [1, 1.9287e-22] |
        | bfloat16 | 87   | [1, 1.6458e-38] |
        | bfloat16 | 87.5 | [1, 9.9824e-39] |
        | bfloat16 | 92   | [1, 1.1089e-40] |
        | bfloat16 | 93   | [1, 0]          |

  @req:softmax.underflow.both_ends @must
  Rule: It does not matter where the small probability stands, nor how large the logits are

    Scenario Outline: <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: small first, in the middle, many
        | dtype   | logits              | probabilities                            |
        | float32 | [-60, 0]            | [8.7565e-27, 1]                          |
        | float32 | [0, -60, 0]         | [0.50000, 4.3783e-27, 0.50000]           |
        | float32 | [40, -40, -40, -40] | [1, 1.8049e-35, 1.8049e-35, 1.8049e-35]  |
        | float32 | [100, 40, -20]      | [1, 8.7565e-27, 0]                       |
        | float64 | [400, -200, 0]      | [1, 2.6504e-261, 1.9152e-174]            |
        | float16 | [4, -4, 0, -8]      | [0.98168, 3.2932e-4, 0.01798, 6.0317e-6] |

  @req:softmax.underflow.subnormal_logits @must
  Rule: Subnormal logits and negative zero are logits near 0

    Scenario Outline: <dtype> logits <logits>, all near zero
      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: the smallest numbers of each format, and zeros of both signs
        | dtype    | logits                   | probabilities                    |
        | float32  | [1e-45, 0, -0.0, -1e-45] | [0.2500, 0.2500, 0.2500, 0.2500] |
        | float64  | [5e-324, -5e-324]        | [0.5, 0.5]                       |
        | float16  | [6e-8, 0, -6e-8, -0.0]   | [0.2500, 0.2500, 0.2500, 0.2500] |
        | bfloat16 | [1e-40, -1e-40]          | [0.5000, 0.5000]                 |
        | float32  | [1e-38, 1]               | [0.2689, 0.7311]                 |

    Scenario: Zeros of both signs have the same probability
      Given the float32 tensor logits = [-0.0, 0, 0, -0.0]
      When softmax is computed
      Then the result is exactly [0.25, 0.25, 0.25, 0.25]
