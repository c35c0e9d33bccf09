Feature: sigmoid

  The softmax of two classes of which one has logit 0, element by element:

      sigmoid(x) = 1 / (1 + exp(-x)) = softmax([x, 0])[0]

  It has no axis: each element is a yes or no of its own, and nothing sums to 1.

  @req:softmax.sigmoid.definition @must
  Rule: Each element on its own

    @smoke
    Scenario: A half, three quarters, a quarter
      Given the float32 tensor logits = [0, 1.0986122886681098, -1.0986122886681098]
      When sigmoid is computed
      Then the result is [0.5, 0.7500, 0.2500]

    Scenario Outline: Logit <logit>
      Given the float32 tensor logits = <logit>
      When sigmoid is computed
      Then the result is <probability>

      Examples: positive and negative
        | logit | probability |
        | 1     | 0.731059    |
        | -1    | 0.268941    |
        | 0.5   | 0.622459    |
        | -2.25 | 0.095349    |
        | 6     | 0.997527    |

    Scenario Outline: One, two and three as <dtype>
      Given the <dtype> tensor logits = [1, 2, 3]
      When sigmoid is computed
      Then the result has dtype <dtype> and shape [3]
      And the result is [0.731058578630, 0.880797077978, 0.952574126822]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Rows do not matter
      Given the float32 tensor logits = [[[0, 1], [2, 3]], [[-1, -2], [-3, 0]]]
      When sigmoid is computed
      Then the result is [[[0.5, 0.7311], [0.8808, 0.9526]], [[0.2689, 0.1192], [0.0474, 0.5]]]

    Scenario: It is the softmax of the logit and a zero
      Given the float32 tensor logits = [1.5]
      When sigmoid is computed as yes
      Given the float32 tensor logits = [1.5, 0]
      When softmax is computed as two
      Then yes is [0.817574]
      And two is [0.817574, 0.182426]

    Scenario: Zeros of both signs
      Given the float32 tensor logits = [0, -0.0]
      When sigmoid is computed
      Then the result is exactly [0.5, 0.5]

  @req:softmax.sigmoid.range @must
  Rule: Large logits of either sign do not overflow

    1/(1 + exp(-x)) overflows on the negative side, exp(x)/(1 + exp(x)) on the positive: the first
    rounds a small probability to 0 too early, the second turns into NaN.

    Scenario Outline: <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When sigmoid is computed
      Then the result is <probabilities>

      Examples: float32
        | dtype   | logits        | probabilities          |
        | float32 | [17, -17]     | [1.000000, 4.13994e-8] |
        | float32 | [50, -50]     | [1, 1.92875e-22]       |
        | float32 | [87, -87]     | [1, 1.64581e-38]       |
        | float32 | [88.8, -88.8] | [1, 2.72050e-39]       |
        | float32 | [100, -100]   | [1, 3.72008e-44]       |
        | float32 | [1000, -1000] | [1, 0]                 |
        | float32 | [3e38, -3e38] | [1, 0]                 |

      Examples: the other dtypes
        | dtype    | logits      | probabilities           |
        | float64  | [36, -36]   | [1.000000, 2.31952e-16] |
        | float64  | [700, -700] | [1, 9.85968e-305]       |
        | float64  | [710, -710] | [1, 4.47629e-309]       |
        | float64  | [750, -750] | [1, 0]                  |
        | float16  | [7, -7]     | [0.999089, 0.000911]    |
        | float16  | [12, -12]   | [1, 6.14417e-6]         |
        | float16  | [16, -16]   | [1, 1.12535e-7]         |
        | bfloat16 | [20, -20]   | [1, 2.06115e-9]         |
        | bfloat16 | [87, -87]   | [1, 1.64581e-38]        |
        | bfloat16 | [89, -89]   | [1, 2.22736e-39]        |

    Scenario: Infinities are the limits
      Given the float32 tensor logits = [Infinity, -Infinity, 0]
      When sigmoid is computed
      Then the result is exactly [1, 0, 0.5]

    Scenario: NaN stays where it is
      Given the float32 tensor logits = [0, NaN, 0]
      When sigmoid is computed
      Then the result is [0.5, NaN, 0.5]

    Scenario Outline: Nine numbers, some of them none, in <dtype>
      Given the <dtype> tensor logits = [NaN, 0, Infinity, 0, -Infinity, 0, NaN, Infinity, -Infinity]
      When sigmoid is computed
      Then the result is [NaN, 0.5, 1, 0.5, 0, 0.5, NaN, 1, 0]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:softmax.sigmoid.accuracy @must
  Rule: The result is within the error bound

    Scenario Outline: <family>, shape <shape>, in <dtype>
      Given the <dtype> tensor logits of shape <shape> drawn from <family> with seed <seed>
      When sigmoid is computed
      Then the result conforms
      And every element of the result lies between 0 and 1

      Examples: narrow and wide
        | family         | shape        | dtype    | seed |
        | normal 0.1     | [17]         | float32  | 751  |
        | normal 1       | [3, 33]      | float32  | 752  |
        | normal 5       | [2, 3, 4]    | float32  | 753  |
        | uniform -90 0  | [65]         | float32  | 754  |
        | normal 30      | [100]        | float32  | 755  |
        | normal 5       | [31]         | float64  | 756  |
        | uniform -700 0 | [65]         | float64  | 757  |
        | normal 3       | [2, 2, 2, 9] | float16  | 758  |
        | normal 3       | [63]         | bfloat16 | 759  |
        | normal 1       | []           | float32  | 760  |
        | normal 1       | [0, 3]       | float32  | 761  |

    Scenario: Never falling
      Given the float32 tensor logits of shape [100] drawn from sorted 20 with seed 762
      When sigmoid is computed
      Then the result keeps the order of logits along axis 0

  @req:softmax.sigmoid.refusals @must
  Rule: Wrong requests are refused

    Scenario: An axis
      Given the float32 tensor logits = [1, 2]
      When sigmoid is computed with axis 0
      Then the operation is refused with invalid_attribute

    Scenario Outline: <dtype> logits
      Given the <dtype> tensor logits = <logits>
      When sigmoid is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats
        | dtype | logits        |
        | int64 | [1, 2]        |
        | bool  | [true, false] |

    Scenario: No tensor at all
      When sigmoid is computed
      Then the operation is refused with missing_input
