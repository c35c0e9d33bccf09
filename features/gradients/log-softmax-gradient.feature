Feature: The gradient through a log-softmax

  With a gradient g for the log-probabilities, the gradient for the logits is

      log_softmax_gradient(g, x) = g - s G          with s = softmax(x), G = sum of g

  Every logit takes part in the logarithm of the sum, in proportion to its probability. The result of
  every slice sums to 0. With g = -1 at one class and 0 elsewhere it is s - onehot, the gradient of
  the cross-entropy.

  @req:gradients.log_softmax.definition @must
  Rule: Each gradient less its class's share of their sum

    @smoke
    Scenario: Two equal logits
      Given the float32 tensor output_gradient = [1, 0]
      And the float32 tensor logits = [5, 5]
      When log_softmax_gradient is computed
      Then the result is [0.5, -0.5]
      And the result has dtype float32 and shape [2]

    Scenario Outline: A gradient of <gradient> at the logits 1, 2, 3 in <dtype>
      Given the <dtype> tensor output_gradient = <gradient>
      And the <dtype> tensor logits = [1, 2, 3]
      When log_softmax_gradient is computed
      Then the result is <result>

      Examples: every dtype
        | gradient   | dtype    | result                                        |
        | [1, 0, 0]  | float16  | [0.9100, -0.2447, -0.6652]                    |
        | [0, 0, 1]  | float16  | [-0.09003, -0.2447, 0.3348]                   |
        | [1, -2, 4] | float16  | [0.7299, -2.734, 2.004]                       |
        | [1, 0, 0]  | bfloat16 | [0.910, -0.245, -0.665]                       |
        | [0, 0, 1]  | bfloat16 | [-0.0900, -0.245, 0.335]                      |
        | [1, -2, 4] | bfloat16 | [0.730, -2.73, 2.00]                          |
        | [1, 0, 0]  | float32  | [0.909969, -0.244728, -0.665241]              |
        | [0, 0, 1]  | float32  | [-0.0900306, -0.244728, 0.334759]             |
        | [1, -2, 4] | float32  | [0.729908, -2.73419, 2.00428]                 |
        | [1, 0, 0]  | float64  | [0.9099694268, -0.2447284711, -0.6652409558]  |
        | [0, 0, 1]  | float64  | [-0.09003057317, -0.2447284711, 0.3347590442] |
        | [1, -2, 4] | float64  | [0.7299082805, -2.734185413, 2.004277133]     |

    Scenario: A gradient that sums to 0 passes as it is
      Given the float32 tensor output_gradient = [3, -1, -2]
      And the float32 tensor logits = [1, 20, -3]
      When log_softmax_gradient is computed
      Then the result is exactly [3, -1, -2]

    Scenario: Three equal classes, thirds
      Given the float64 tensor output_gradient = [1, 1, 4]
      And the float64 tensor logits = [7, 7, 7]
      When log_softmax_gradient is computed
      Then the result is [-1, -1, 2]

    Scenario: One class has nowhere to go
      Given the float32 tensor output_gradient = [[3], [-4]]
      And the float32 tensor logits = [[10], [-1000]]
      When log_softmax_gradient is computed
      Then the result is [[0], [0]]

  @req:gradients.log_softmax.sum @must
  Rule: The result of every slice sums to 0

    Scenario Outline: A gradient of normal <scale> in <dtype> along axis <axis>
      Given the <dtype> tensor output_gradient of shape [4, 6, 5] drawn from normal <scale> with seed <seed>
      And the <dtype> tensor logits of shape [4, 6, 5] drawn from normal 2 with seed <seed>
      When log_softmax_gradient is computed with axis <axis>
      Then every slice of the result along axis <axis> sums to 0

      Examples: every dtype and axis
        | scale | dtype    | axis | seed |
        | 1     | float32  | 0    | 8311 |
        | 10    | float32  | 1    | 8312 |
        | 1     | float32  | 2    | 8313 |
        | 1     | float64  | 1    | 8314 |
        | 1     | float16  | -1   | 8315 |
        | 1     | bfloat16 | 1    | 8316 |

  @req:gradients.log_softmax.range @must
  Rule: Large logits overflow nothing, and a class that is ruled out passes its gradient on

    Scenario Outline: Logits <logits> in <dtype>
      Given the <dtype> tensor output_gradient = <gradient>
      And the <dtype> tensor logits = <logits>
      When log_softmax_gradient is computed
      Then the result is <result>

      Examples: far out, far apart, ruled out
        | logits            | gradient  | dtype   | result                    |
        | [1000, 1000]      | [1, 0]    | float32 | [0.5, -0.5]               |
        | [-1000, -1000]    | [1, 0]    | float32 | [0.5, -0.5]               |
        | [0, -20]          | [1, 0]    | float64 | [2.06115e-9, -2.06115e-9] |
        | [0, -20]          | [0, 1]    | float64 | [-1.00000000, 1.00000000] |
        | [0, -200]         | [0, 1]    | float32 | [-1, 1]                   |
        | [1, -Infinity, 3] | [1, 0, 0] | float32 | [0.880797, 0, -0.880797]  |
        | [1, -Infinity]    | [1, 2]    | float32 | [-2, 2]                   |

  @req:gradients.log_softmax.special @must
  Rule: NaN and +Infinity make a slice NaN; other slices don't notice

    Scenario Outline: Logits <logits>
      Given the float32 tensor output_gradient = [[1, 0, 2], [1, 0, 0]]
      And the float32 tensor logits = [<logits>, [5, 5, -Infinity]]
      When log_softmax_gradient is computed
      Then the result is [[NaN, NaN, NaN], [0.5, -0.5, 0]]

      Examples: at every place
        | logits           |
        | [NaN, 1, 2]      |
        | [1, NaN, 2]      |
        | [1, 2, NaN]      |
        | [Infinity, 1, 2] |
        | [1, 2, Infinity] |

    Scenario Outline: Beside a spoilt row: logits <logits>
      Given the float32 tensor output_gradient = [[1, 0, 0], [1, 0, 0]]
      And the float32 tensor logits = [<logits>, [0, 0, 0]]
      When log_softmax_gradient is computed
      Then where <choice> is <whole> the result is [[NaN, NaN, NaN], [0.6667, -0.3333, -0.3333]]
      And where <choice> is <alone> the result is [<local>, [0.6667, -0.3333, -0.3333]]

      Examples: first, middle, last
        | logits           | choice                    | whole         | alone       | local       |
        | [NaN, 2, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [NaN, 0, 0] |
        | [1, NaN, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [1, NaN, 0] |
        | [1, 2, NaN]      | softmax.not_a_number      | poisons_slice | stays_local | [1, 0, NaN] |
        | [Infinity, 2, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [NaN, 0, 0] |
        | [1, Infinity, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [1, NaN, 0] |
        | [1, 2, Infinity] | softmax.positive_infinity | nan_slice     | nan_local   | [1, 0, NaN] |

  @req:gradients.log_softmax.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, rows of <n>
      Given the <dtype> tensor output_gradient of shape [4, <n>] drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape [4, <n>] drawn from normal <scale> with seed <seed>
      When log_softmax_gradient is computed
      Then the result has dtype <dtype> and shape [4, <n>]
      And the result conforms

      Examples: four scales in every dtype
        | dtype    | scale | n   | seed |
        | float16  | 0.1   | 7   | 8400 |
        | float16  | 1     | 7   | 8401 |
        | float16  | 5     | 100 | 8402 |
        | float16  | 30    | 7   | 8403 |
        | bfloat16 | 0.1   | 7   | 8404 |
        | bfloat16 | 1     | 7   | 8405 |
        | bfloat16 | 5     | 100 | 8406 |
        | bfloat16 | 30    | 7   | 8407 |
        | float32  | 0.1   | 7   | 8408 |
        | float32  | 1     | 7   | 8409 |
        | float32  | 5     | 100 | 8410 |
        | float32  | 30    | 7   | 8411 |
        | float64  | 0.1   | 7   | 8412 |
        | float64  | 1     | 7   | 8413 |
        | float64  | 5     | 100 | 8414 |
        | float64  | 30    | 7   | 8415 |

    Scenario Outline: Two rows of <n> in <dtype>
      Lengths around the widths of vector registers, with odd ends.

      Given the <dtype> tensor output_gradient of shape [2, <n>] drawn from normal 1 with seed <n>
      And the <dtype> tensor logits of shape [2, <n>] drawn from normal 3 with seed <n>
      When log_softmax_gradient is computed
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
      Given the <dtype> tensor output_gradient of shape [1000] drawn from normal 1 with seed 8450
      And the <dtype> tensor logits of shape [1000] drawn from <family> with seed 8451
      When log_softmax_gradient is computed
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
      Given the <dtype> tensor output_gradient of shape [<n>] drawn from normal 1 with seed 8460
      And the <dtype> tensor logits of shape [<n>] drawn from normal 1 with seed 8461
      When log_softmax_gradient is computed
      Then the result conforms

      Examples: sums that a narrow type can't hold
        | n      | dtype    |
        | 32768  | float32  |
        | 100000 | float16  |
        | 100000 | bfloat16 |
        | 131072 | float32  |

  @req:gradients.log_softmax.axis @must
  Rule: The slices along the axis have nothing to do with each other

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      Given the float32 tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When log_softmax_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | seed |
        | [5]             | 0    | 8470 |
        | [3, 4]          | 0    | 8471 |
        | [3, 4]          | -1   | 8472 |
        | [2, 3, 4]       | 0    | 8473 |
        | [2, 3, 4]       | 1    | 8474 |
        | [2, 3, 4]       | -3   | 8475 |
        | [2, 3, 2, 4]    | 2    | 8476 |
        | [2, 3, 2, 4]    | -3   | 8477 |
        | [2, 3, 2, 3, 2] | 0    | 8478 |
        | [2, 3, 2, 3, 2] | 3    | 8479 |
        | [2, 3, 2, 3, 2] | -1   | 8480 |
        | [1, 4]          | 1    | 8481 |
        | [1]             | 0    | 8482 |

    Scenario Outline: Shape <shape> has nothing along axis <axis>, or nowhere to look
      Given the float32 tensor output_gradient of shape <shape> = []
      And the float32 tensor logits of shape <shape> = []
      When log_softmax_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>

      Examples: empty axes and empty batches
        | shape     | axis |
        | [0]       | 0    |
        | [2, 0]    | 1    |
        | [0, 3]    | 1    |
        | [0, 3]    | 0    |
        | [2, 0, 3] | 1    |

  @req:gradients.log_softmax.refusals @must
  Rule: Floats of one dtype and one shape, and an axis that they have

    Scenario Outline: Axis <axis> of a matrix
      Given the float32 tensor output_gradient = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[1, 2], [3, 5]]
      When log_softmax_gradient is computed with axis <axis>
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
      When log_softmax_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: shapes that don't fit
        | first  | second |
        | [2, 4] | [2, 3] |
        | [6]    | [2, 3] |
        | [3, 2] | [2, 3] |

    Scenario: Scalars have no axis
      Given the float32 tensor output_gradient = 1
      And the float32 tensor logits = 1
      When log_softmax_gradient is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <first> and <second>
      Given the <first> tensor output_gradient = [1, 0]
      And the <second> tensor logits = [1, 2]
      When log_softmax_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | first   | second  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No output_gradient
      Given the float32 tensor logits = [1, 2]
      When log_softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: An attribute that there isn't
      Given the float32 tensor output_gradient = [1, 0]
      And the float32 tensor logits = [1, 2]
      When log_softmax_gradient is computed with temperature 2
      Then the operation is refused with invalid_attribute

    Scenario: No logits
      Given the float32 tensor output_gradient = [1, 0]
      When log_softmax_gradient is computed
      Then the operation is refused with missing_input

    Scenario: Nothing at all
      When log_softmax_gradient is computed
      Then the operation is refused with missing_input

  @req:gradients.log_softmax.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns beside each other
      Given the float32 tensor output_gradient of shape [<length>, <columns>] drawn from normal 1 with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      When log_softmax_gradient is computed with axis 0
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
      When log_softmax_gradient is computed with axis 1
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
      When log_softmax_gradient is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: ranks and axes not on the other pages
        | shape           | axis | dtype    | seed |
        | [2, 3, 4]       | 2    | float32  | 6420 |
        | [2, 3, 4, 5]    | -4   | float64  | 6421 |
        | [2, 3, 4, 5]    | 2    | float16  | 6422 |
        | [2, 3, 4, 5]    | -1   | bfloat16 | 6423 |
        | [2, 3, 2, 4, 3] | 0    | float32  | 6424 |
        | [2, 3, 2, 4, 3] | -4   | float64  | 6425 |
        | [2, 3, 2, 4, 3] | 2    | float16  | 6426 |
        | [2, 3, 2, 4, 3] | -1   | bfloat16 | 6427 |

  @req:gradients.log_softmax.slope @must
  Rule: It is the slope of log_softmax

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor output_gradient of shape <shape> drawn from normal 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When log_softmax_gradient is computed
      Then the result is the slope of log_softmax for logits

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
