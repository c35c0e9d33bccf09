Feature: The gradient through a softmax

  Something behind a softmax has a gradient g for its outputs. What is it for the logits? Each output
  depends on every logit of its slice, and the sum over them comes out as

      softmax_gradient(g, x) = (g - m) s          with s = softmax(x), m = sum of g s

  m is the mean of the gradient, weighted by the probabilities. A gradient that is the same
  everywhere moves nothing, because the probabilities sum to 1 whatever the logits do; and the
  result of every slice sums to 0.

  @req:gradients.softmax.definition @must
  Rule: Each gradient less the weighted mean, times the probability

    @smoke
    Scenario: Two equal logits
      The mean of 1 and 0 is 1/2; half of the distance from it, on either side.

      Given the float32 tensor output_gradient = [1, 0]
      And the float32 tensor logits = [5, 5]
      When softmax_gradient is computed
      Then the result is [0.25, -0.25]
      And the result has dtype float32 and shape [2]

    Scenario Outline: A gradient of <gradient> at the logits 1, 2, 3 in <dtype>
      Given the <dtype> tensor output_gradient = <gradient>
      And the <dtype> tensor logits = [1, 2, 3]
      When softmax_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | gradient   | dtype    | result                                          |
        | [1, 0, 0]  | float16  | [0.08193, -0.02203, -0.05989]                   |
        | [0, 0, 1]  | float16  | [-0.05989, -0.1628, 0.2227]                     |
        | [1, -2, 4] | float16  | [-0.1136, -1.043, 1.156]                        |
        | [1, 0, 0]  | bfloat16 | [0.0819, -0.0220, -0.0599]                      |
        | [0, 0, 1]  | bfloat16 | [-0.0599, -0.163, 0.223]                        |
        | [1, -2, 4] | bfloat16 | [-0.114, -1.04, 1.16]                           |
        | [1, 0, 0]  | float32  | [0.0819251, -0.0220330, -0.0598920]             |
        | [0, 0, 1]  | float32  | [-0.0598920, -0.162803, 0.222695]               |
        | [1, -2, 4] | float32  | [-0.113577, -1.04292, 1.15650]                  |
        | [1, 0, 0]  | float64  | [0.08192506906, -0.02203304452, -0.05989202454] |
        | [0, 0, 1]  | float64  | [-0.05989202454, -0.1628034020, 0.2226954265]   |
        | [1, -2, 4] | float64  | [-0.1135769401, -1.042919545, 1.156496486]      |

    Scenario: The columns of a matrix
      Given the float64 tensor output_gradient = [[1, 0, 2], [0, 4, 2]]
      And the float64 tensor logits = [[0, 1, 2], [0, 2, 5]]
      When softmax_gradient is computed with axis 0
      Then the result is [[0.25000000, -0.78644773, 0], [-0.25000000, 0.78644773, 0]]

  @req:gradients.softmax.constant @must
  Rule: A gradient that is the same everywhere moves nothing

    Scenario Outline: A gradient of <g> for every one of <n> classes in <dtype>
      Given the <dtype> tensor output_gradient of shape [2, <n>] drawn from equal <g> with seed 1
      And the <dtype> tensor logits of shape [2, <n>] drawn from normal 3 with seed 8101
      When softmax_gradient is computed
      Then the result conforms
      And every slice of the result along axis 1 sums to 0

      Examples: in every dtype
        | g   | n  | dtype    |
        | 1   | 5  | float32  |
        | -7  | 5  | float64  |
        | 0.5 | 10 | float16  |
        | 3   | 10 | bfloat16 |

    Scenario: One class has nowhere to go
      Given the float32 tensor output_gradient = [[3], [-4]]
      And the float32 tensor logits = [[10], [-1000]]
      When softmax_gradient is computed
      Then the result is [[0], [0]]

  @req:gradients.softmax.sum @must
  Rule: The result of every slice sums to 0

    Scenario Outline: A gradient of normal <scale> in <dtype> along axis <axis>
      Given the <dtype> tensor output_gradient of shape [4, 6, 5] drawn from normal <scale> with seed <seed>
      And the <dtype> tensor logits of shape [4, 6, 5] drawn from normal 2 with seed <seed>
      When softmax_gradient is computed with axis <axis>
      Then every slice of the result along axis <axis> sums to 0

      Examples: every dtype and axis
        | scale | dtype    | axis | seed |
        | 1     | float32  | 0    | 8111 |
        | 10    | float32  | 1    | 8112 |
        | 1     | float32  | 2    | 8113 |
        | 1     | float64  | 1    | 8114 |
        | 1     | float16  | -1   | 8115 |
        | 1     | bfloat16 | 1    | 8116 |

  @req:gradients.softmax.range @must
  Rule: Large logits overflow nothing, and a class that is ruled out gets no gradient

    Scenario Outline: Logits <logits> in <dtype>
      Given the <dtype> tensor output_gradient = <gradient>
      And the <dtype> tensor logits = <logits>
      When softmax_gradient is computed
      Then the result is <result>

      Examples: far out, far apart, ruled out
        | logits            | gradient  | dtype   | result                            |
        | [1000, 1000]      | [1, 0]    | float32 | [0.25, -0.25]                     |
        | [-1000, -1000]    | [1, 0]    | float32 | [0.25, -0.25]                     |
        | [3e38, 3e38]      | [1, 0]    | float32 | [0.25, -0.25]                     |
        | [0, -20]          | [1, 0]    | float32 | [2.06115e-9, -2.06115e-9]         |
        | [0, -20]          | [1, 0]    | float64 | [2.06115361e-9, -2.06115361e-9]   |
        | [0, -200]         | [1, 0]    | float32 | [0, 0]                            |
        | [0, -200]         | [1, 0]    | float64 | [1.38389653e-87, -1.38389653e-87] |
        | [1, -Infinity, 3] | [1, 5, 0] | float32 | [0.104994, 0, -0.104994]          |
        | [-Infinity, 7]    | [9, 4]    | float32 | [0, 0]                            |

  @req:gradients.softmax.special @must
  Rule: NaN and +Infinity make a slice NaN; other slices don't notice

    Scenario Outline: Logits <logits>
      Given the float32 tensor output_gradient = [[1, 0, 2], [1, 0, 1]]
      And the float32 tensor logits = [<logits>, [5, 5, -Infinity]]
      When softmax_gradient is computed
      Then the result is [[NaN, NaN, NaN], [0.25, -0.25, 0]]

      Examples: at every place
        | logits           |
        | [NaN, 1, 2]      |
        | [1, NaN, 2]      |
        | [1, 2, NaN]      |
        | [Infinity, 1, 2] |
        | [1, 2, Infinity] |

    Scenario: A gradient that is NaN
      The mean has it, and with the mean every class.

      Given the float32 tensor output_gradient = [NaN, 0, 1]
      And the float32 tensor logits = [1, 2, 3]
      When softmax_gradient is computed
      Then the result is [NaN, NaN, NaN]

    Scenario Outline: Beside a spoilt row: logits <logits>
      Given the float32 tensor output_gradient = [[1, 0, 0], [1, 0, 0]]
      And the float32 tensor logits = [<logits>, [0, 0, 0]]
      When softmax_gradient is computed
      Then the result is [[NaN, NaN, NaN], [0.2222, -0.1111, -0.1111]]

      Examples: first, middle, last
        | logits      |
        | [NaN, 2, 3] |
        | [1, NaN, 3] |
        | [1, 2, NaN] |

  @req:gradients.softmax.all_negative_infinity @may
  Rule: Where every class is ruled out, the gradient is that of whatever the softmax is

    Scenario: Three classes ruled out
      Given the float32 tensor output_gradient = [3, 0, 0]
      And the float32 tensor logits = [-Infinity, -Infinity, -Infinity]
      When softmax_gradient is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN, NaN]
      And where softmax.all_negative_infinity is zeros the result is [0, 0, 0]
      And where softmax.all_negative_infinity is uniform the result is [0.66666667, -0.33333333, -0.33333333]

  @req:gradients.softmax.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, rows of <n>
      Given the <dtype> tensor output_gradient of shape [4, <n>] drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape [4, <n>] drawn from normal <scale> with seed <seed>
      When softmax_gradient is computed
      Then the result has dtype <dtype> and shape [4, <n>]
      And the result conforms

      Examples: four scales in every dtype
        | dtype    | scale | n   | seed |
        | float16  | 0.1   | 7   | 8200 |
        | float16  | 1     | 7   | 8201 |
        | float16  | 5     | 100 | 8202 |
        | float16  | 30    | 7   | 8203 |
        | bfloat16 | 0.1   | 7   | 8204 |
        | bfloat16 | 1     | 7   | 8205 |
        | bfloat16 | 5     | 100 | 8206 |
        | bfloat16 | 30    | 7   | 8207 |
        | float32  | 0.1   | 7   | 8208 |
        | float32  | 1     | 7   | 8209 |
        | float32  | 5     | 100 | 8210 |
        | float32  | 30    | 7   | 8211 |
        | float64  | 0.1   | 7   | 8212 |
        | float64  | 1     | 7   | 8213 |
        | float64  | 5     | 100 | 8214 |
        | float64  | 30    | 7   | 8215 |

    Scenario Outline: Two rows of <n> in <dtype>
      Lengths around the widths of vector registers, with odd ends.

      Given the <dtype> tensor output_gradient of shape [2, <n>] drawn from normal 1 with seed <n>
      And the <dtype> tensor logits of shape [2, <n>] drawn from normal 3 with seed <n>
      When softmax_gradient is computed
      Then the result conforms

      Examples: float32
        | n   | dtype   |
        | 1   | float32 |
        | 2   | float32 |
        | 7   | float32 |
        | 8   | float32 |
        | 9   | float32 |
        | 15  | float32 |
        | 16  | float32 |
        | 17  | float32 |
        | 31  | float32 |
        | 32  | float32 |
        | 33  | float32 |
        | 63  | float32 |
        | 64  | float32 |
        | 65  | float32 |
        | 127 | float32 |
        | 129 | float32 |

      Examples: float64
        | n  | dtype   |
        | 3  | float64 |
        | 8  | float64 |
        | 9  | float64 |
        | 17 | float64 |
        | 33 | float64 |
        | 65 | float64 |

    Scenario Outline: A <family> row of 1000 in <dtype>
      Given the <dtype> tensor output_gradient of shape [1000] drawn from normal 1 with seed 8250
      And the <dtype> tensor logits of shape [1000] drawn from <family> with seed 8251
      When softmax_gradient is computed
      Then the result conforms

      Examples: where formats run out
        | family              | dtype    |
        | dominant 20         | float32  |
        | dominant 80         | float32  |
        | dominant 700        | float64  |
        | dominant 12         | float16  |
        | equal 3             | float32  |
        | offset 10000        | float32  |
        | offset -10000       | float32  |
        | offset 1e30         | float32  |
        | alternating 50      | float32  |
        | sorted 10           | float32  |
        | stagnation -16.6356 | float32  |
        | dominant 80         | bfloat16 |

    @full
    Scenario Outline: <n> classes in <dtype>
      Given the <dtype> tensor output_gradient of shape [<n>] drawn from normal 1 with seed 8260
      And the <dtype> tensor logits of shape [<n>] drawn from normal 1 with seed 8261
      When softmax_gradient is computed
      Then the result conforms

      Examples: sums that a narrow type can't hold
        | n      | dtype    |
        | 32768  | float32  |
        | 100000 | float16  |
        | 100000 | bfloat16 |
        | 131072 | float32  |

  @req:gradients.softmax.axis @must
  Rule: The slices along the axis have nothing to do with each other

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      Given the float32 tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When softmax_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | seed |
        | [5]             | 0    | 8270 |
        | [3, 4]          | 0    | 8271 |
        | [3, 4]          | -1   | 8272 |
        | [2, 3, 4]       | 0    | 8273 |
        | [2, 3, 4]       | 1    | 8274 |
        | [2, 3, 4]       | -3   | 8275 |
        | [2, 3, 2, 4]    | 2    | 8276 |
        | [2, 3, 2, 4]    | -3   | 8277 |
        | [2, 3, 2, 3, 2] | 0    | 8278 |
        | [2, 3, 2, 3, 2] | 3    | 8279 |
        | [2, 3, 2, 3, 2] | -1   | 8280 |
        | [1, 4]          | 1    | 8281 |
        | [1]             | 0    | 8282 |

    Scenario Outline: Shape <shape> has nothing along axis <axis>, or nowhere to look
      Given the float32 tensor output_gradient of shape <shape> = []
      And the float32 tensor logits of shape <shape> = []
      When softmax_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>

      Examples: empty axes and empty batches
        | shape     | axis |
        | [0]       | 0    |
        | [2, 0]    | 1    |
        | [0, 3]    | 1    |
        | [0, 3]    | 0    |
        | [2, 0, 3] | 1    |

  @req:gradients.softmax.refusals @must
  Rule: Floats of one dtype and one shape, and an axis that they have

    Scenario Outline: Axis <axis> of a matrix
      Given the float32 tensor output_gradient = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[1, 2], [3, 5]]
      When softmax_gradient is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | 1.5  | invalid_attribute |
        | true | invalid_attribute |

    Scenario Outline: output_gradient of shape <first> for logits of shape <second>
      Given the float32 tensor output_gradient of shape <first> drawn from uniform 0 1 with seed 1
      And the float32 tensor logits of shape <second> drawn from uniform 0 1 with seed 2
      When softmax_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: shapes that don't fit
        | first  | second |
        | [2, 4] | [2, 3] |
        | [6]    | [2, 3] |
        | [3, 2] | [2, 3] |

    Scenario: Scalars have no axis
      Given the float32 tensor output_gradient = 1
      And the float32 tensor logits = 1
      When softmax_gradient is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <first> and <second>
      Given the <first> tensor output_gradient = [1, 0]
      And the <second> tensor logits = [1, 2]
      When softmax_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | first   | second  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No output_gradient
      Given the float32 tensor logits = [1, 2]
      When softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: An attribute that there isn't
      Given the float32 tensor output_gradient = [1, 0]
      And the float32 tensor logits = [1, 2]
      When softmax_gradient is computed with temperature 2
      Then the operation is refused with invalid_attribute

    Scenario: No logits
      Given the float32 tensor output_gradient = [1, 0]
      When softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: Nothing at all
      When softmax_gradient is computed
      Then the operation is refused with missing_input

  @req:gradients.softmax.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns beside each other
      Given the float32 tensor output_gradient of shape [<length>, <columns>] drawn from normal 1 with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      When softmax_gradient is computed with axis 0
      Then the result conforms

      Examples: columns around the widths of vector registers
        | length | columns |
        | 3      | 7       |
        | 5      | 8       |
        | 3      | 9       |
        | 2      | 16      |
        | 4      | 17      |
        | 3      | 33      |
        | 2      | 65      |
        | 33     | 3       |
        | 65     | 2       |

    Scenario Outline: Two blocks of <length> by <columns> in <dtype>, classes in the middle
      Given the <dtype> tensor output_gradient of shape [2, <length>, <columns>] drawn from normal 1 with seed <columns>
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>1
      When softmax_gradient is computed with axis 1
      Then the result conforms

      Examples: a stride between neighbours, in every dtype
        | dtype    | length | columns |
        | float32  | 7      | 3       |
        | float32  | 17     | 2       |
        | float32  | 3      | 9       |
        | float64  | 9      | 5       |
        | float16  | 5      | 17      |
        | bfloat16 | 33     | 3       |

    Scenario Outline: Axis <axis> of <shape>, lengths all different, in <dtype>
      Given the <dtype> tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>1
      When softmax_gradient is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: ranks and axes not on the other pages
        | shape           | axis | dtype    | seed |
        | [2, 3, 4]       | 2    | float32  | 6400 |
        | [2, 3, 4, 5]    | -4   | float64  | 6401 |
        | [2, 3, 4, 5]    | 2    | float16  | 6402 |
        | [2, 3, 4, 5]    | -1   | bfloat16 | 6403 |
        | [2, 3, 2, 4, 3] | 0    | float32  | 6404 |
        | [2, 3, 2, 4, 3] | -4   | float64  | 6405 |
        | [2, 3, 2, 4, 3] | 2    | float16  | 6406 |
        | [2, 3, 2, 4, 3] | -1   | bfloat16 | 6407 |

  @req:gradients.softmax.slope @must
  Rule: It is the slope of softmax

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When softmax_gradient is computed
      Then the result is the slope of softmax for logits

      Examples: every dtype
        | dtype    | shape  | seed |
        | float32  | [4]    | 700  |
        | float32  | [2, 3] | 701  |
        | float64  | [4]    | 710  |
        | float64  | [2, 3] | 711  |
        | float16  | [4]    | 720  |
        | float16  | [2, 3] | 721  |
        | bfloat16 | [4]    | 730  |
        | bfloat16 | [2, 3] | 731  |
