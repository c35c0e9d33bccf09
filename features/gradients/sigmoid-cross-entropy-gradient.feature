Feature: The gradient of the sigmoid cross-entropy

  For yes-or-no labels, each element on its own:

      sigmoid_cross_entropy_gradient(z, x) = sigmoid(x) - z

  and with a weight q for the positive part (1 - z) sigmoid(x) - q z sigmoid(-x). Written like
  this it keeps its digits where the prediction is nearly right; sigmoid(x) - 1 doesn't.

  @req:gradients.sigmoid.definition @must
  Rule: Prediction less truth

    @smoke
    Scenario: A logit of 0 is one half
      max(x, 0) and |x| have a corner there, and each half of the formula a slope that is wrong by
      itself (pytorch/pytorch#1792, B128).

      Given the float32 tensor labels = [0, 1, 0.5, 0.25]
      And the float32 tensor logits = [0, 0, 0, 0]
      When sigmoid_cross_entropy_gradient is computed
      Then the result is [0.5, -0.5, 0, 0.25]
      And the result has dtype float32 and shape [4]

    Scenario Outline: Label <label> at logit <logit> in <dtype>
      Given the <dtype> tensor labels = <label>
      And the <dtype> tensor logits = <logit>
      When sigmoid_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | label | logit | dtype    | result        |
        | 0     | 2     | float16  | 0.8808        |
        | 1     | 2     | float16  | -0.1192       |
        | 0     | -3    | float16  | 0.04743       |
        | 1     | -3    | float16  | -0.9526       |
        | 0.25  | 1     | float16  | 0.4811        |
        | 0     | 2     | bfloat16 | 0.881         |
        | 1     | 2     | bfloat16 | -0.119        |
        | 0     | -3    | bfloat16 | 0.0474        |
        | 1     | -3    | bfloat16 | -0.953        |
        | 0.25  | 1     | bfloat16 | 0.481         |
        | 0     | 2     | float32  | 0.880797      |
        | 1     | 2     | float32  | -0.119203     |
        | 0     | -3    | float32  | 0.0474259     |
        | 1     | -3    | float32  | -0.952574     |
        | 0.25  | 1     | float32  | 0.481059      |
        | 0     | 2     | float64  | 0.8807970780  |
        | 1     | 2     | float64  | -0.1192029220 |
        | 0     | -3    | float64  | 0.04742587318 |
        | 1     | -3    | float64  | -0.9525741268 |
        | 0.25  | 1     | float64  | 0.4810585786  |

  @req:gradients.sigmoid.certain @must
  Rule: A prediction that is nearly right keeps a gradient

    Scenario Outline: Label <label> at the far logit <logit> in <dtype>
      Clamped on the way over probabilities the gradient is 0 at -50 (pytorch/pytorch#103316, B127).

      Given the <dtype> tensor labels = <label>
      And the <dtype> tensor logits = <logit>
      When sigmoid_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: on the wrong side and on the right one
        | label | logit | dtype   | result          |
        | 0     | -17   | float32 | 4.13994e-8      |
        | 0     | -80   | float32 | 1.80485e-35     |
        | 1     | -17   | float32 | -0.99999996     |
        | 1     | 8     | float16 | -3.35e-4        |
        | 0     | -700  | float64 | 9.85967654e-305 |
        | 1     | 30    | float64 | -9.36e-14       |
        | 1     | -50   | float32 | -1              |
        | 0     | -50   | float64 | 1.92874985e-22  |
        | 0     | 1000  | float32 | 1               |
        | 1     | -1000 | float32 | -1              |
        | 1     | 1000  | float32 | 0               |
        | 0     | -1000 | float32 | 0               |

  @req:gradients.sigmoid.weight @must
  Rule: pos_weight scales the positive part

    Scenario: A weight of 3
      Given the float64 tensor labels = [1, 0, 0.5]
      And the float64 tensor logits = [1, 1, 1]
      And the float64 tensor pos_weight = 3
      When sigmoid_cross_entropy_gradient is computed
      Then the result is [-0.806824264, 0.731058579, -0.0378828427]

    Scenario: A weight for each column
      Given the float32 tensor labels = [[1, 1], [0, 1]]
      And the float32 tensor logits = [[0, 0], [0, 0]]
      And the float32 tensor pos_weight = [2, 4]
      When sigmoid_cross_entropy_gradient is computed
      Then the result is [[-1, -2], [0.5, -2]]

  @req:gradients.sigmoid.special @must
  Rule: Infinite logits give the limits, NaN stays where it is

    Scenario: Both infinities, and NaN
      Given the float32 tensor labels = [0, 1, 0, 1, 0]
      And the float32 tensor logits = [Infinity, Infinity, -Infinity, -Infinity, NaN]
      When sigmoid_cross_entropy_gradient is computed
      Then the result is [1, 0, 0, -1, NaN]

    Scenario Outline: Nine numbers, some of them none, in <dtype>
      Given the <dtype> tensor labels = [0, 0, 0, 0, 0, 0, 0, 0, 0]
      And the <dtype> tensor logits = [NaN, 0, Infinity, 0, -Infinity, 0, NaN, Infinity, -Infinity]
      When sigmoid_cross_entropy_gradient is computed
      Then the result is [NaN, 0.5, 1, 0.5, 0, 0.5, NaN, 1, 0]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:gradients.sigmoid.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, labels <labels>
      Given the <dtype> tensor labels of shape [3, 33] drawn from <labels> with seed <seed>
      And the <dtype> tensor logits of shape [3, 33] drawn from normal <scale> with seed <seed>
      When sigmoid_cross_entropy_gradient is computed
      Then the result has dtype <dtype> and shape [3, 33]
      And the result conforms

      Examples: hard and soft labels
        | dtype    | scale | labels      | seed |
        | float16  | 1     | coin 0.5    | 8800 |
        | float16  | 10    | coin 0.5    | 8801 |
        | float16  | 1     | uniform 0 1 | 8802 |
        | float16  | 10    | uniform 0 1 | 8803 |
        | bfloat16 | 1     | coin 0.5    | 8804 |
        | bfloat16 | 10    | coin 0.5    | 8805 |
        | bfloat16 | 1     | uniform 0 1 | 8806 |
        | bfloat16 | 10    | uniform 0 1 | 8807 |
        | float32  | 1     | coin 0.5    | 8808 |
        | float32  | 10    | coin 0.5    | 8809 |
        | float32  | 1     | uniform 0 1 | 8810 |
        | float32  | 10    | uniform 0 1 | 8811 |
        | float64  | 1     | coin 0.5    | 8812 |
        | float64  | 10    | coin 0.5    | 8813 |
        | float64  | 1     | uniform 0 1 | 8814 |
        | float64  | 10    | uniform 0 1 | 8815 |

    Scenario Outline: With a weight, in <dtype>
      Given the <dtype> tensor labels of shape [40] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape [40] drawn from normal 5 with seed <seed>
      And the <dtype> tensor pos_weight = 2.5
      When sigmoid_cross_entropy_gradient is computed
      Then the result conforms

      Examples: every dtype
        | dtype    | seed |
        | float16  | 8841 |
        | bfloat16 | 8842 |
        | float32  | 8843 |
        | float64  | 8844 |

    Scenario Outline: Shape <shape>
      Given the float32 tensor labels of shape <shape> drawn from coin 0.5 with seed 8850
      And the float32 tensor logits of shape <shape> drawn from normal 3 with seed 8851
      When sigmoid_cross_entropy_gradient is computed
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: scalars to rank five, and nothing
        | shape           |
        | []              |
        | [1]             |
        | [17]            |
        | [2, 3]          |
        | [2, 3, 2, 3, 2] |
        | [40, 30]        |
        | [0]             |
        | [3, 0]          |

  @req:gradients.sigmoid.refusals @must
  Rule: Floats of one dtype and one shape

    Scenario Outline: Labels of shape <labels> for logits of shape <logits>
      Given the float32 tensor labels of shape <labels> drawn from coin 0.5 with seed 1
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 2
      When sigmoid_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched
        | labels | logits |
        | [3]    | [2, 3] |
        | [1]    | [3]    |
        | []     | [3]    |

    Scenario: A weight that doesn't fit
      Given the float32 tensor labels = [0, 1]
      And the float32 tensor logits = [1, 2]
      And the float32 tensor pos_weight = [1, 2, 3]
      When sigmoid_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

    Scenario Outline: <labels> labels, <logits> logits
      Given the <labels> tensor labels = [0, 1]
      And the <logits> tensor logits = [1, 2]
      When sigmoid_cross_entropy_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | labels  | logits  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No logits
      Given the float32 tensor labels = [1, 2]
      When sigmoid_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario: No labels
      Given the float32 tensor logits = [1, 0]
      When sigmoid_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor labels = [1, 0]
      And the float32 tensor logits = [1, 2]
      When sigmoid_cross_entropy_gradient is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: unknown, of a wrong type, or out of range
        | attribute           |
        | axis 0              |
        | reduction mean      |
        | label_smoothing 0.1 |
        | pos_weight 2        |

  @req:gradients.sigmoid.slope @must
  Rule: It is the slope of sigmoid_cross_entropy_with_logits

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor labels of shape <shape> drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>
      And the <dtype> tensor pos_weight of shape [3] drawn from uniform 0.5 2 with seed <seed>
      When sigmoid_cross_entropy_gradient is computed
      Then the result is the slope of sigmoid_cross_entropy_with_logits for logits

      Examples: every dtype
        | dtype    | shape  | seed |
        | float32  | [3]    | 700  |
        | float32  | [2, 3] | 701  |
        | float64  | [3]    | 710  |
        | float64  | [2, 3] | 711  |
        | float16  | [3]    | 720  |
        | float16  | [2, 3] | 721  |
        | bfloat16 | [3]    | 730  |
        | bfloat16 | [2, 3] | 731  |
