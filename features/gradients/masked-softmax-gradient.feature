Feature: The gradient through a masked softmax

  Only the positions that the mask keeps take part:

      masked_softmax_gradient(g, x, mask) = (g - m) s at the kept positions, 0 elsewhere

  with s their softmax and m the mean of g weighted by it. What stands at a masked position, in the
  logits or in the gradient, isn't looked at.

  @req:gradients.masked.definition @must
  Rule: The softmax gradient of what is kept, exactly 0 elsewhere

    @smoke
    Scenario: The middle one masked
      Given the float32 tensor output_gradient = [1, 9, 0]
      And the float32 tensor logits = [5, 7, 5]
      And the bool tensor mask = [true, false, true]
      When masked_softmax_gradient is computed
      Then the result is [0.25, 0, -0.25]
      And the result has dtype float32 and shape [3]

    Scenario Outline: Logits 1 and 3 kept, 2 masked, in <dtype>
      Given the <dtype> tensor output_gradient = [1, 2, 4]
      And the <dtype> tensor logits = [1, 2, 3]
      And the bool tensor mask = [true, false, true]
      When masked_softmax_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | dtype    | result                           |
        | float16  | [-0.3150, 0, 0.3150]             |
        | bfloat16 | [-0.315, 0, 0.315]               |
        | float32  | [-0.314981, 0, 0.314981]         |
        | float64  | [-0.3149807562, 0, 0.3149807562] |

    Scenario: Only one kept
      Given the float32 tensor output_gradient = [3, 4]
      And the float32 tensor logits = [1, 2]
      And the bool tensor mask = [false, true]
      When masked_softmax_gradient is computed
      Then the result is [0, 0]

    Scenario: One mask for every row
      Given the float32 tensor output_gradient = [[1, 0, 8], [0, 1, 8]]
      And the float32 tensor logits = [[5, 5, 9], [0, 0, 9]]
      And the bool tensor mask = [true, true, false]
      When masked_softmax_gradient is computed
      Then the result is [[0.25, -0.25, 0], [-0.25, 0.25, 0]]

    Scenario: The columns
      Given the float32 tensor output_gradient = [[1, 0], [0, 1], [7, 7]]
      And the float32 tensor logits = [[5, 5], [5, 5], [6, 6]]
      And the bool tensor mask = [[true], [true], [false]]
      When masked_softmax_gradient is computed with axis 0
      Then the result is [[0.25, -0.25], [-0.25, 0.25], [0, 0]]

    Scenario Outline: Nothing masked is the softmax gradient, in <dtype>
      Given the <dtype> tensor output_gradient of shape [3, 7] drawn from normal 1 with seed 9001
      And the <dtype> tensor logits of shape [3, 7] drawn from normal 3 with seed 9002
      And the bool tensor mask = true
      When masked_softmax_gradient is computed as masked
      And softmax_gradient is computed as plain
      Then masked and plain agree

      Examples: every dtype
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:gradients.masked.hidden @must
  Rule: What is masked isn't looked at

    Scenario Outline: A masked logit of <logit> with a gradient of <gradient>
      Given the float32 tensor output_gradient = [1, <gradient>, 0]
      And the float32 tensor logits = [5, <logit>, 5]
      And the bool tensor mask = [true, false, true]
      When masked_softmax_gradient is computed
      Then the result is [0.25, 0, -0.25]

      Examples: large and infinite
        | logit     | gradient  |
        | 1e30      | 1e30      |
        | -Infinity | 5         |
        | 5         | NaN       |
        | 5         | Infinity  |

  @req:gradients.masked.leaks @may
  Rule: NaN or Infinity under the mask is excluded, or it leaks

    Scenario Outline: A masked logit of <logit>
      Given the float32 tensor output_gradient = [1, 2, 0]
      And the float32 tensor logits = [5, <logit>, 5]
      And the bool tensor mask = [true, false, true]
      When masked_softmax_gradient is computed
      Then where masked_not_a_number is excluded the result is [0.25, 0, -0.25]
      And where masked_not_a_number is leaks the result is [NaN, NaN, NaN]

      Examples: not finite
        | logit    |
        | NaN      |
        | Infinity |

  @req:gradients.masked.nothing_kept @may
  Rule: Where nothing is kept, the gradient is that of whatever the softmax is

    Scenario: All masked
      Given the float32 tensor output_gradient = [4, 0]
      And the float32 tensor logits = [1, 2]
      And the bool tensor mask = [false, false]
      When masked_softmax_gradient is computed
      Then where masked_softmax.nothing_kept is nan the result is [NaN, NaN]
      And where masked_softmax.nothing_kept is zeros the result is [0, 0]
      And where masked_softmax.nothing_kept is uniform the result is [1, -1]

  @req:gradients.masked.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, half of them kept
      Given the <dtype> tensor output_gradient of shape [4, 20] drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape [4, 20] drawn from normal <scale> with seed <seed>
      And the bool tensor mask of shape [4, 20] drawn from coin 0.6 with seed <seed>
      When masked_softmax_gradient is computed
      Then the result has dtype <dtype> and shape [4, 20]
      And the result conforms
      And every slice of the result along axis 1 sums to 0

      Examples: every dtype
        | dtype    | scale | seed |
        | float16  | 1     | 9100 |
        | float16  | 5     | 9101 |
        | float16  | 30    | 9102 |
        | bfloat16 | 1     | 9103 |
        | bfloat16 | 5     | 9104 |
        | bfloat16 | 30    | 9105 |
        | float32  | 1     | 9106 |
        | float32  | 5     | 9107 |
        | float32  | 30    | 9108 |
        | float64  | 1     | 9109 |
        | float64  | 5     | 9110 |
        | float64  | 30    | 9111 |

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      Given the float32 tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      And the bool tensor mask of shape <shape> drawn from coin 0.8 with seed <seed>
      When masked_softmax_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | seed |
        | [5]             | 0    | 9150 |
        | [3, 4]          | 0    | 9151 |
        | [3, 4]          | -1   | 9152 |
        | [2, 3, 4]       | 0    | 9153 |
        | [2, 3, 4]       | 1    | 9154 |
        | [2, 3, 4]       | -3   | 9155 |
        | [2, 3, 2, 4]    | 2    | 9156 |
        | [2, 3, 2, 4]    | -3   | 9157 |
        | [2, 3, 2, 3, 2] | 0    | 9158 |
        | [2, 3, 2, 3, 2] | 3    | 9159 |
        | [2, 3, 2, 3, 2] | -1   | 9160 |

  @req:gradients.masked.refusals @must
  Rule: Floats of one shape, and a mask that stretches to it

    Scenario Outline: A mask of shape <mask> for logits of shape <logits>
      Given the float32 tensor output_gradient of shape <logits> drawn from normal 1 with seed 1
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 2
      And the bool tensor mask of shape <mask> drawn from coin 0.5 with seed 3
      When masked_softmax_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: masks that don't stretch
        | mask      | logits |
        | [4]       | [2, 3] |
        | [2, 2]    | [2, 3] |
        | [1, 2, 3] | [2, 3] |

    Scenario: A mask of ones and zeros
      Given the float32 tensor output_gradient = [1, 2]
      And the float32 tensor logits = [1, 2]
      And the int32 tensor mask = [1, 0]
      When masked_softmax_gradient is computed
      Then the operation is refused with invalid_dtype

    Scenario: Gradient and logits of different shapes
      Given the float32 tensor output_gradient = [1, 2, 3]
      And the float32 tensor logits = [1, 2]
      And the bool tensor mask = [true, false]
      When masked_softmax_gradient is computed
      Then the operation is refused with invalid_shape

    Scenario Outline: Axis <axis> of a vector
      Given the float32 tensor output_gradient = [1, 2]
      And the float32 tensor logits = [1, 2]
      And the bool tensor mask = [true, false]
      When masked_softmax_gradient is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples: out of range
        | axis |
        | 1    |
        | -2   |

    Scenario: No mask
      Given the float32 tensor output_gradient = [1, 2]
      And the float32 tensor logits = [1, 2]
      When masked_softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the float32 tensor output_gradient = [1, 0]
      And the bool tensor mask = [true, false]
      When masked_softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: No gradient of the output
      Given the float32 tensor logits = [1, 0]
      And the bool tensor mask = [true, false]
      When masked_softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor output_gradient = [1, 0]
      And the float32 tensor logits = [1, 2]
      And the bool tensor mask = [true, true]
      When masked_softmax_gradient is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: unknown, of a wrong type, or out of range
        | attribute      |
        | axis 0.5       |
        | axis true      |
        | keep_dims true |
        | temperature 2  |

  @req:gradients.masked.slope @must
  Rule: It is the slope of masked_softmax

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      And the bool tensor mask of shape <shape> drawn from coin 0.8 with seed <seed>
      When masked_softmax_gradient is computed
      Then the result is the slope of masked_softmax for logits

      Examples: every dtype
        | dtype    | shape  | seed |
        | float32  | [6]    | 700  |
        | float32  | [2, 4] | 701  |
        | float64  | [6]    | 710  |
        | float64  | [2, 4] | 711  |
        | float16  | [6]    | 720  |
        | float16  | [2, 4] | 721  |
        | bfloat16 | [6]    | 730  |
        | bfloat16 | [2, 4] | 731  |
