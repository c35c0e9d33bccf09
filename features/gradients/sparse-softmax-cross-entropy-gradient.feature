Feature: The gradient of the sparse softmax cross-entropy

  The same with the class's number as label:

      sparse_softmax_cross_entropy_gradient(y, x) = w (s - onehot(y))          with s = softmax(x), w = w_y

  for the logits of each slice's own loss. A label that is ignored moves nothing.

  @req:gradients.sparse.definition @must
  Rule: Prediction less one at the label

    @smoke
    Scenario: Two rows of equal logits
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor logits = [[5, 5], [0, 0]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is [[-0.5, 0.5], [0.5, -0.5]]
      And the result has dtype float32 and shape [2, 2]

    Scenario Outline: Label <label> at the logits 1, 2, 3 in <dtype>
      Given the int64 tensor labels = <label>
      And the <dtype> tensor logits = [1, 2, 3]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | label | dtype    | result                                       |
        | 0     | float16  | [-0.9100, 0.2447, 0.6652]                    |
        | 2     | float16  | [0.09003, 0.2447, -0.3348]                   |
        | 0     | bfloat16 | [-0.910, 0.245, 0.665]                       |
        | 2     | bfloat16 | [0.0900, 0.245, -0.335]                      |
        | 0     | float32  | [-0.909969, 0.244728, 0.665241]              |
        | 2     | float32  | [0.0900306, 0.244728, -0.334759]             |
        | 0     | float64  | [-0.9099694268, 0.2447284711, 0.6652409558]  |
        | 2     | float64  | [0.09003057317, 0.2447284711, -0.3347590442] |

    Scenario: Channels first
      Given the int32 tensor labels = [[0, 1]]
      And the float32 tensor logits = [[[5, 1], [5, 1]]]
      When sparse_softmax_cross_entropy_gradient is computed with axis 1
      Then the result is [[[-0.5, 0.5], [0.5, -0.5]]]

    Scenario: A single class has no slope
      Given the int32 tensor labels = [0]
      And the float32 tensor logits = [[7]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is [[0]]

    Scenario: Seventy rows of twelve
      Given the int32 tensor labels of shape [70] drawn from integers 0 12 with seed 8701
      And the float32 tensor logits of shape [70, 12] drawn from normal 3 with seed 8702
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result conforms

    Scenario Outline: The label leads by <gap> in <dtype>
      Given the int32 tensor labels = 0
      And the <dtype> tensor logits = [<gap>, 0]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: both sides are as large
        | gap  | dtype   | result                          |
        | 5    | float16 | [-0.006693, 0.006693]           |
        | 10   | float32 | [-4.53979e-5, 4.53979e-5]       |
        | 20   | float64 | [-2.06115362e-9, 2.06115362e-9] |
        | -100 | float32 | [-1.000000, 1.000000]           |

  @req:gradients.sparse.weights @must
  Rule: The weight of the label's class scales its slice

    Scenario: Weights 2 and 0.5
      Given the int32 tensor labels = [0, 1, 1]
      And the float32 tensor logits = [[5, 5], [0, 0], [1, 1]]
      And the float32 tensor class_weights = [2, 0.5]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is [[-1, 1], [0.25, -0.25], [0.25, -0.25]]

    Scenario: A weight of 0 moves nothing
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor logits = [[1, 2], [5, 5]]
      And the float32 tensor class_weights = [0, 1]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is [[0, 0], [0.5, -0.5]]

  @req:gradients.sparse.ignored @must
  Rule: A slice whose label is ignored has a gradient of exactly 0

    Scenario Outline: Label <ignored> is ignored
      Given the int32 tensor labels = [<ignored>, 1]
      And the float32 tensor logits = [[1, 2], [5, 5]]
      When sparse_softmax_cross_entropy_gradient is computed with ignore_index <ignored>
      Then the result is exactly [[0, 0], [0.5, -0.5]]

      Examples: within the classes, and outside
        | ignored |
        | 0       |
        | -1      |
        | -100    |
        | 255     |

    Scenario: NaN under an ignored label stays there
      PyTorch has answered NaN gradients for such a row.

      Given the int32 tensor labels = [-100, 1]
      And the float32 tensor logits = [[NaN, Infinity], [5, 5]]
      When sparse_softmax_cross_entropy_gradient is computed with ignore_index -100
      Then the result is exactly [[0, 0], [0.5, -0.5]]

  @req:gradients.sparse.range @may
  Rule: A label that is no class is refused, or treated as the implementation says

    Scenario: A label of minus one
      Given the int32 tensor labels = [-1, 1]
      And the float32 tensor logits = [[5, 5], [5, 5]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is zero the result is [[0, 0], [0.5, -0.5]]
      And where sparse_label.negative is nan the result is [[NaN, NaN], [0.5, -0.5]]
      And where sparse_label.negative is wraps the result is [[0.5, -0.5], [0.5, -0.5]]

    Scenario: A label past the classes
      Given the int32 tensor labels = [2, 1]
      And the float32 tensor logits = [[5, 5], [5, 5]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is zero the result is [[0, 0], [0.5, -0.5]]
      And where sparse_label.past_classes is nan the result is [[NaN, NaN], [0.5, -0.5]]

  @req:gradients.sparse.special @must
  Rule: Large logits overflow nothing, and NaN stays in its slice

    Scenario Outline: Logits <logits> with labels <labels>
      Given the int32 tensor labels = <labels>
      And the float32 tensor logits = <logits>
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: far out, ruled out, not a number
        | logits                  | labels | result                    |
        | [1000, 1000]            | 0      | [-0.5, 0.5]               |
        | [3e38, -3e38]           | 1      | [1, -1]                   |
        | [5, -Infinity, 5]       | 0      | [-0.5, 0, 0.5]            |
        | [5, -Infinity]          | 1      | [1, -1]                   |
        | [[NaN, 1], [5, 5]]      | [0, 0] | [[NaN, NaN], [-0.5, 0.5]] |
        | [[Infinity, 1], [5, 5]] | [0, 0] | [[NaN, NaN], [-0.5, 0.5]] |

    Scenario Outline: Beside a spoilt row: logits <logits>
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [<logits>, [0, 0, 0]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then where <choice> is <whole> the result is [[NaN, NaN, NaN], [-0.6667, 0.3333, 0.3333]]
      And where <choice> is <alone> the result is [<local>, [-0.6667, 0.3333, 0.3333]]

      Examples: first, middle, last
        | logits           | choice                    | whole         | alone       | local        |
        | [NaN, 2, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [NaN, -1, 0] |
        | [1, NaN, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [0, NaN, 0]  |
        | [1, 2, NaN]      | softmax.not_a_number      | poisons_slice | stays_local | [0, -1, NaN] |
        | [Infinity, 2, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [NaN, -1, 0] |
        | [1, Infinity, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [0, NaN, 0]  |
        | [1, 2, Infinity] | softmax.positive_infinity | nan_slice     | nan_local   | [0, -1, NaN] |

  @req:gradients.sparse.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, rows of <n>
      Given the int32 tensor labels of shape [4] drawn from integers 0 7 with seed <seed>
      And the <dtype> tensor logits of shape [4, <n>] drawn from normal <scale> with seed <seed>
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result has dtype <dtype> and shape [4, <n>]
      And the result conforms
      And every slice of the result along axis 1 sums to 0

      Examples: four scales in every dtype
        | dtype    | scale | n   | seed |
        | float16  | 0.1   | 7   | 8701 |
        | float16  | 1     | 7   | 8702 |
        | float16  | 5     | 100 | 8703 |
        | float16  | 30    | 7   | 8704 |
        | bfloat16 | 0.1   | 7   | 8705 |
        | bfloat16 | 1     | 7   | 8706 |
        | bfloat16 | 5     | 100 | 8707 |
        | bfloat16 | 30    | 7   | 8708 |
        | float32  | 0.1   | 7   | 8709 |
        | float32  | 1     | 7   | 8710 |
        | float32  | 5     | 100 | 8711 |
        | float32  | 30    | 7   | 8712 |
        | float64  | 0.1   | 7   | 8713 |
        | float64  | 1     | 7   | 8714 |
        | float64  | 5     | 100 | 8715 |
        | float64  | 30    | 7   | 8716 |

    Scenario Outline: With class weights, axis <axis> of shape <shape>
      Given the int64 tensor labels of shape <labels> drawn from integers 0 3 with seed <seed>
      And the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      And the float32 tensor class_weights = [0.5, 2, 1.25]
      When sparse_softmax_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: three classes along every axis
        | shape        | axis | labels    | seed |
        | [3]          | 0    | []        | 8731 |
        | [3, 4]       | 0    | [4]       | 8732 |
        | [4, 3]       | -1   | [4]       | 8733 |
        | [3, 2, 4]    | 0    | [2, 4]    | 8734 |
        | [2, 3, 4]    | 1    | [2, 4]    | 8735 |
        | [2, 4, 3]    | -1   | [2, 4]    | 8736 |
        | [2, 3, 2, 4] | -3   | [2, 2, 4] | 8737 |
        | [0, 3]       | 1    | [0]       | 8738 |

  @req:gradients.sparse.refusals @must
  Rule: Integer labels of the logits' shape without the axis

    Scenario Outline: Labels of shape <labels> for logits of shape <logits>
      Given the int32 tensor labels of shape <labels> drawn from integers 0 2 with seed 1
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 2
      When sparse_softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: shapes that don't fit
        | labels | logits |
        | [3]    | [2, 3] |
        | [2, 1] | [2, 3] |
        | [2, 3] | [2, 3] |
        | []     | [2, 3] |

    Scenario Outline: <labels> labels, <logits> logits
      Given the <labels> tensor labels = [0, 1]
      And the <logits> tensor logits = [[1, 2], [3, 4]]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: floats for integers and the other way round
        | labels  | logits  |
        | float32 | float32 |
        | int32   | int32   |

    Scenario Outline: Axis <axis> of a matrix
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor logits = [[1, 2], [3, 4]]
      When sparse_softmax_cross_entropy_gradient is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples: out of range
        | axis |
        | 2    |
        | -3   |

    Scenario: Three weights for two classes
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor logits = [[1, 2], [3, 4]]
      And the float32 tensor class_weights = [1, 2, 3]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

    Scenario: No labels
      Given the float32 tensor logits = [1, 2]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the int64 tensor labels = [1]
      When sparse_softmax_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the int64 tensor labels = [1]
      And the float32 tensor logits = [[1, 2]]
      When sparse_softmax_cross_entropy_gradient is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: unknown, of a wrong type, or out of range
        | attribute         |
        | axis 0.5          |
        | ignore_index 0.5  |
        | ignore_index true |
        | ignore_class 1    |
        | reduction mean    |

  @req:gradients.sparse.slope @must
  Rule: It is the slope of sparse_softmax_cross_entropy_with_logits

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Weighted classes in <dtype>, seed <seed>
      Given the int64 tensor labels of shape [3] drawn from integers 0 4 with seed <seed>
      And the <dtype> tensor logits of shape [3, 4] drawn from normal 2 with seed <seed>
      And the <dtype> tensor class_weights of shape [4] drawn from uniform 0.5 2 with seed <seed>
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result is the slope of sparse_softmax_cross_entropy_with_logits for logits

      Examples: every dtype
        | dtype    | seed |
        | float32  | 700  |
        | float64  | 710  |
        | float16  | 720  |
        | bfloat16 | 730  |
