Feature: The gradient of the softmax cross-entropy

  The gradient that every classifier is trained by:

      softmax_cross_entropy_gradient(t, x) = s sum(t) - t          with s = softmax(x)

  for the logits of each slice's own loss, before any mean over the batch. For labels that sum to 1
  it is what was predicted less what was true. Computed as s - 1, the gradient of a class that is
  almost certain loses its digits; the sum of the other classes has them.

  @req:gradients.cross-entropy.definition @must
  Rule: Prediction less truth

    @smoke
    Scenario: Two equal logits
      Given the float32 tensor labels = [1, 0]
      And the float32 tensor logits = [5, 5]
      When softmax_cross_entropy_gradient is computed
      Then the result is [-0.5, 0.5]
      And the result has dtype float32 and shape [2]

    Scenario Outline: Labels <labels> at the logits 1, 2, 3 in <dtype>
      Given the <dtype> tensor labels = <labels>
      And the <dtype> tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: hard and soft labels in every dtype
        | labels            | dtype    | result                                         |
        | [1, 0, 0]         | float16  | [-0.9100, 0.2447, 0.6652]                      |
        | [0, 0, 1]         | float16  | [0.09003, 0.2447, -0.3348]                     |
        | [0.25, 0.25, 0.5] | float16  | [-0.1600, -0.005272, 0.1652]                   |
        | [1, 0, 0]         | bfloat16 | [-0.910, 0.245, 0.665]                         |
        | [0, 0, 1]         | bfloat16 | [0.0900, 0.245, -0.335]                        |
        | [0.25, 0.25, 0.5] | bfloat16 | [-0.160, -0.00527, 0.165]                      |
        | [1, 0, 0]         | float32  | [-0.909969, 0.244728, 0.665241]                |
        | [0, 0, 1]         | float32  | [0.0900306, 0.244728, -0.334759]               |
        | [0.25, 0.25, 0.5] | float32  | [-0.159969, -0.00527153, 0.165241]             |
        | [1, 0, 0]         | float64  | [-0.9099694268, 0.2447284711, 0.6652409558]    |
        | [0, 0, 1]         | float64  | [0.09003057317, 0.2447284711, -0.3347590442]   |
        | [0.25, 0.25, 0.5] | float64  | [-0.1599694268, -0.005271528945, 0.1652409558] |

    Scenario: Labels that are what was predicted
      Given the float64 tensor labels = [[0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0, 0]]
      And the float64 tensor logits = [[9, 9, 9, 9], [2, 2, -Infinity, -Infinity]]
      When softmax_cross_entropy_gradient is computed
      Then the result is [[0, 0, 0, 0], [0, 0, 0, 0]]

    Scenario: One class costs nothing and moves nowhere
      Given the float32 tensor labels = [[1], [1]]
      And the float32 tensor logits = [[10], [-1000]]
      When softmax_cross_entropy_gradient is computed
      Then the result is [[0], [0]]

  @req:gradients.cross-entropy.certain @must
  Rule: A class that is almost certain keeps a gradient

    Scenario Outline: The label leads by <gap> in <dtype>
      Given the <dtype> tensor labels = [1, 0]
      And the <dtype> tensor logits = [<gap>, 0]
      When softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: both sides are as large
        | gap  | dtype    | result                          |
        | 5    | float16  | [-0.006693, 0.006693]           |
        | 5    | bfloat16 | [-0.00669, 0.00669]             |
        | 10   | float32  | [-4.53979e-5, 4.53979e-5]       |
        | 20   | float64  | [-2.06115362e-9, 2.06115362e-9] |
        | -10  | float32  | [-0.999955, 0.999955]           |
        | -100 | float32  | [-1.000000, 1.000000]           |

  @req:gradients.cross-entropy.sum @must
  Rule: The gradient of every slice sums to 0 where it is scaled by the labels' sum

    Scenario Outline: Labels drawn as probabilities in <dtype> along axis 1
      Given the <dtype> tensor labels of shape [5, 8] drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape [5, 8] drawn from normal 3 with seed <seed>
      When softmax_cross_entropy_gradient is computed
      Then every slice of the result along axis 1 sums to 0

      Examples: the wide dtypes
        | dtype   | seed |
        | float32 | 8511 |
        | float64 | 8512 |

  @req:gradients.cross-entropy.labels-not-summing-to-one @may
  Rule: For labels that don't sum to 1 the prediction is scaled, or it isn't

    The derivative of the loss as it is defined scales (PyTorch, JAX); TensorFlow answers prediction
    less label whatever the labels sum to (D22).

    Scenario: Labels that sum to 2
      Given the float64 tensor labels = [1, 1, 0]
      And the float64 tensor logits = [1, 2, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is scaled the result is [-0.81993885, -0.51054306, 1.3304819]
      And where gradient.labels_not_summing_to_one is softmax_minus_labels the result is:
        """
        [-0.90996943, -0.75527153, 0.66524096]
        """

    Scenario: No label at all
      A loss of 0 with a large gradient trains a model towards nothing (tensorflow/tensorflow#2327,
      B010).

      Given the float32 tensor labels = [0, 0]
      And the float32 tensor logits = [3, 3]
      When softmax_cross_entropy_gradient is computed
      Then where gradient.labels_not_summing_to_one is scaled the result is [0, 0]
      And where gradient.labels_not_summing_to_one is softmax_minus_labels the result is [0.5, 0.5]

  @req:gradients.cross-entropy.broadcast @may
  Rule: Labels of one row stand for all rows, or are refused

    Scenario: One row of labels for two rows of logits
      Given the float32 tensor labels = [[1, 0]]
      And the float32 tensor logits = [[5, 5], [0, 0]]
      When softmax_cross_entropy_gradient is computed
      Then where labels_broadcast is allowed the result is [[-0.5, 0.5], [-0.5, 0.5]]
      And where labels_broadcast is refused the operation is refused with invalid_shape

  @req:gradients.cross-entropy.range @must
  Rule: Large logits overflow nothing, and NaN stays in its slice

    Scenario Outline: Logits <logits>
      By way of a softmax whose probability underflows the gradient was lost
      (tensorflow/tensorflow#60314, B036): a label far behind then moved nothing.

      Given the float32 tensor labels = <labels>
      And the float32 tensor logits = <logits>
      When softmax_cross_entropy_gradient is computed
      Then the result is <result>

      Examples: far out, ruled out, not a number
        | logits                     | labels           | result                    |
        | [1000, 1000]               | [1, 0]           | [-0.5, 0.5]               |
        | [-1000, -1000]             | [0, 1]           | [0.5, -0.5]               |
        | [3e38, -3e38]              | [0, 1]           | [1, -1]                   |
        | [5, -Infinity, 5]          | [1, 0, 0]        | [-0.5, 0, 0.5]            |
        | [5, -Infinity]             | [0, 1]           | [1, -1]                   |
        | [[NaN, 1], [5, 5]]         | [[1, 0], [1, 0]] | [[NaN, NaN], [-0.5, 0.5]] |
        | [[Infinity, 1], [5, 5]]    | [[1, 0], [1, 0]] | [[NaN, NaN], [-0.5, 0.5]] |

    Scenario Outline: Beside a spoilt row: logits <logits>
      Given the float32 tensor labels = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
      And the float32 tensor logits = [<logits>, [0, 0, 0]]
      When softmax_cross_entropy_gradient is computed
      Then where <choice> is <whole> the result is [[NaN, NaN, NaN], [-0.1667, 0.0833, 0.0833]]
      And where <choice> is <alone> the result is [<local>, [-0.1667, 0.0833, 0.0833]]

      Examples: first, middle, last
        | logits           | choice                    | whole         | alone       | local               |
        | [NaN, 2, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [NaN, -0.25, -0.25] |
        | [1, NaN, 3]      | softmax.not_a_number      | poisons_slice | stays_local | [-0.5, NaN, -0.25]  |
        | [1, 2, NaN]      | softmax.not_a_number      | poisons_slice | stays_local | [-0.5, -0.25, NaN]  |
        | [Infinity, 2, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [NaN, -0.25, -0.25] |
        | [1, Infinity, 3] | softmax.positive_infinity | nan_slice     | nan_local   | [-0.5, NaN, -0.25]  |
        | [1, 2, Infinity] | softmax.positive_infinity | nan_slice     | nan_local   | [-0.5, -0.25, NaN]  |

  @req:gradients.cross-entropy.accuracy @must
  Rule: The result is exact to the error bound

    Scenario Outline: <dtype>, logits of normal <scale>, rows of <n>
      Given the <dtype> tensor labels of shape [4, <n>] drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape [4, <n>] drawn from normal <scale> with seed <seed>
      When softmax_cross_entropy_gradient is computed
      Then the result has dtype <dtype> and shape [4, <n>]
      And the result conforms

      Examples: four scales in every dtype
        | dtype    | scale | n   | seed |
        | float16  | 0.1   | 7   | 8600 |
        | float16  | 1     | 7   | 8601 |
        | float16  | 5     | 100 | 8602 |
        | float16  | 30    | 7   | 8603 |
        | bfloat16 | 0.1   | 7   | 8604 |
        | bfloat16 | 1     | 7   | 8605 |
        | bfloat16 | 5     | 100 | 8606 |
        | bfloat16 | 30    | 7   | 8607 |
        | float32  | 0.1   | 7   | 8608 |
        | float32  | 1     | 7   | 8609 |
        | float32  | 5     | 100 | 8610 |
        | float32  | 30    | 7   | 8611 |
        | float64  | 0.1   | 7   | 8612 |
        | float64  | 1     | 7   | 8613 |
        | float64  | 5     | 100 | 8614 |
        | float64  | 30    | 7   | 8615 |

    Scenario Outline: Two rows of <n> in <dtype>
      Lengths around the widths of vector registers, with odd ends.

      Given the <dtype> tensor labels of shape [2, <n>] drawn from probabilities with seed <n>
      And the <dtype> tensor logits of shape [2, <n>] drawn from normal 3 with seed <n>
      When softmax_cross_entropy_gradient is computed
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
      Given the <dtype> tensor labels of shape [1000] drawn from probabilities with seed 8650
      And the <dtype> tensor logits of shape [1000] drawn from <family> with seed 8651
      When softmax_cross_entropy_gradient is computed
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
      Given the <dtype> tensor labels of shape [<n>] drawn from probabilities with seed 8660
      And the <dtype> tensor logits of shape [<n>] drawn from normal 1 with seed 8661
      When softmax_cross_entropy_gradient is computed
      Then the result conforms

      Examples: sums that a narrow type can't hold
        | n      | dtype    |
        | 32768  | float32  |
        | 100000 | float16  |
        | 100000 | bfloat16 |
        | 131072 | float32  |

  @req:gradients.cross-entropy.axis @must
  Rule: The slices along the axis have nothing to do with each other

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      Given the float32 tensor labels of shape <shape> drawn from probabilities with seed <seed>
      And the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When softmax_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | seed |
        | [5]             | 0    | 8670 |
        | [3, 4]          | 0    | 8671 |
        | [3, 4]          | -1   | 8672 |
        | [2, 3, 4]       | 0    | 8673 |
        | [2, 3, 4]       | 1    | 8674 |
        | [2, 3, 4]       | -3   | 8675 |
        | [2, 3, 2, 4]    | 2    | 8676 |
        | [2, 3, 2, 4]    | -3   | 8677 |
        | [2, 3, 2, 3, 2] | 0    | 8678 |
        | [2, 3, 2, 3, 2] | 3    | 8679 |
        | [2, 3, 2, 3, 2] | -1   | 8680 |
        | [1, 4]          | 1    | 8681 |
        | [1]             | 0    | 8682 |

    Scenario Outline: Shape <shape> has nothing along axis <axis>, or nowhere to look
      Given the float32 tensor labels of shape <shape> = []
      And the float32 tensor logits of shape <shape> = []
      When softmax_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>

      Examples: empty axes and empty batches
        | shape     | axis |
        | [0]       | 0    |
        | [2, 0]    | 1    |
        | [0, 3]    | 1    |
        | [0, 3]    | 0    |
        | [2, 0, 3] | 1    |

  @req:gradients.cross-entropy.refusals @must
  Rule: Floats of one dtype and one shape, and an axis that they have

    Scenario Outline: Axis <axis> of a matrix
      Given the float32 tensor labels = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[1, 2], [3, 5]]
      When softmax_cross_entropy_gradient is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | 1.5  | invalid_attribute |
        | true | invalid_attribute |

    Scenario Outline: labels of shape <first> for logits of shape <second>
      Given the float32 tensor labels of shape <first> drawn from uniform 0 1 with seed 1
      And the float32 tensor logits of shape <second> drawn from uniform 0 1 with seed 2
      When softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_shape

      Examples: shapes that don't fit
        | first  | second |
        | [2, 4] | [2, 3] |
        | [6]    | [2, 3] |
        | [3, 2] | [2, 3] |

    Scenario: Scalars have no axis
      Given the float32 tensor labels = 1
      And the float32 tensor logits = 1
      When softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <first> and <second>
      Given the <first> tensor labels = [1, 0]
      And the <second> tensor logits = [1, 2]
      When softmax_cross_entropy_gradient is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and two dtypes
        | first   | second  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No labels
      Given the float32 tensor logits = [1, 2]
      When softmax_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

    Scenario: An attribute that there isn't
      Given the float32 tensor labels = [1, 0]
      And the float32 tensor logits = [1, 2]
      When softmax_cross_entropy_gradient is computed with temperature 2
      Then the operation is refused with invalid_attribute

    Scenario: No logits
      Given the float32 tensor labels = [1, 0]
      When softmax_cross_entropy_gradient is computed
      Then the operation is refused with missing_input

  @req:gradients.cross-entropy.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns beside each other
      Given the float32 tensor labels of shape [<length>, <columns>] drawn from probabilities with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      When softmax_cross_entropy_gradient is computed with axis 0
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
      Given the <dtype> tensor labels of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>1
      When softmax_cross_entropy_gradient is computed with axis 1
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
      Given the <dtype> tensor labels of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>1
      When softmax_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: ranks and axes not on the other pages
        | shape           | axis | dtype    | seed |
        | [2, 3, 4]       | 2    | float32  | 6440 |
        | [2, 3, 4, 5]    | -4   | float64  | 6441 |
        | [2, 3, 4, 5]    | 2    | float16  | 6442 |
        | [2, 3, 4, 5]    | -1   | bfloat16 | 6443 |
        | [2, 3, 2, 4, 3] | 0    | float32  | 6444 |
        | [2, 3, 2, 4, 3] | -4   | float64  | 6445 |
        | [2, 3, 2, 4, 3] | 2    | float16  | 6446 |
        | [2, 3, 2, 4, 3] | -1   | bfloat16 | 6447 |

  @req:gradients.cross-entropy.slope @must
  Rule: It is the slope of softmax_cross_entropy_with_logits

    A central difference of certified values needs no formula for the derivative: a sign, a factor or a
    term that both formula and program have wrong is seen.

    Scenario Outline: Draws of <shape> in <dtype>, seed <seed>
      Given the <dtype> tensor labels of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When softmax_cross_entropy_gradient is computed
      Then the result is the slope of softmax_cross_entropy_with_logits for logits

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
