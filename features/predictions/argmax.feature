Feature: argmax

  The predicted class: the position, counted from 0, of the largest element of each slice along the
  axis (the last, unless told otherwise). Of equal elements the first counts. The result is int64,
  without the axis, or with length 1 there if keep_dims is true.

  softmax keeps the order of the logits, so that the largest logit is the most probable class and the
  prediction needs no softmax at all.

  @req:predictions.argmax.definition @must
  Rule: The position of the largest element, counted from 0

    @smoke
    Scenario: The predictions of three rows
      Given the float32 tensor values = [[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6]]
      When argmax is computed
      Then the result has dtype int64 and shape [3]
      And the result is exactly [1, 0, 2]

    Scenario Outline: Values <values>
      Given the float32 tensor values = <values>
      When argmax is computed
      Then the result is exactly <position>

      Examples: every place, signs, a single one
        | values                   | position |
        | [9, 1, 2, 3]             | 0        |
        | [1, 9, 2, 3]             | 1        |
        | [1, 2, 9, 3]             | 2        |
        | [1, 2, 3, 9]             | 3        |
        | [-3, -1, -2]             | 1        |
        | [-9, -8, -10, -8.5]      | 1        |
        | [-5, 3, -7]              | 1        |
        | [4]                      | 0        |
        | [1e-45, 0, -1e-45]       | 0        |
        | [-1e-45, -2e-45, -1e-40] | 0        |

    Scenario Outline: Neighbouring numbers in <dtype>
      Compared in a narrower type they would be equal, and the first would win.

      Given the <dtype> tensor values = <values>
      When argmax is computed
      Then the result is exactly <position>

      Examples: one unit in the last place apart
        | dtype    | values                         | position |
        | float64  | [1, 1.0000000000000002]        | 1        |
        | float64  | [1e300, 2e300]                 | 1        |
        | float32  | [1, 1.0000001]                 | 1        |
        | float32  | [16777215, 16777216, 16777214] | 1        |
        | float16  | [1, 1.001, 0.9995]             | 1        |
        | bfloat16 | [1, 1.0078125, 0.99609375]     | 1        |

    Scenario: The most probable class is the one with the largest logit
      Given the float32 tensor logits = [2, -1, 3, 0]
      And the float32 tensor values = [2, -1, 3, 0]
      When softmax is computed as probabilities
      And argmax is computed as class
      Then class is exactly 2
      And probabilities is [0.2562, 0.0128, 0.6964, 0.0347]

    Scenario Outline: Rows of <length> drawn values in <dtype>
      Given the <dtype> tensor values of shape [5, <length>] drawn from normal 1 with seed <length>
      When argmax is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | dtype    | length |
        | float32  | 7      |
        | float32  | 9      |
        | float32  | 17     |
        | float32  | 33     |
        | float32  | 65     |
        | float32  | 1000   |
        | float64  | 31     |
        | float16  | 63     |
        | bfloat16 | 63     |

    Scenario: The largest past the last full vector
      Given the float32 tensor values = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
      When argmax is computed
      Then the result is exactly 16

  @req:predictions.argmax.first @must
  Rule: Of equal elements the first counts

    Older releases of PyTorch returned the last or any of them (B094).

    Scenario Outline: Equal values <values>
      Given the float32 tensor values = <values>
      When argmax is computed
      Then the result is exactly <position>

      Examples: two, three, all, zeros of both signs
        | values                | position |
        | [0, 3, 3, 1]          | 1        |
        | [3, 0, 3]             | 0        |
        | [5, 5, 5]             | 0        |
        | [1, 2, 2, 2, 2, 2, 2] | 1        |
        | [-0.0, 0]             | 0        |
        | [0, -0.0]             | 0        |
        | [-1, -0.0, 0, 0]      | 1        |

    Scenario Outline: Ties everywhere along axis <axis> in <dtype>
      Given the <dtype> tensor values of shape [9, 35] drawn from integers 0 4 with seed <seed>
      When argmax is computed with axis <axis>
      Then the result conforms

      Examples: where lanes of a vector are compared with each other
        | dtype    | axis | seed |
        | float32  | 1    | 1001 |
        | float32  | 0    | 1002 |
        | float64  | 1    | 1003 |
        | float16  | 1    | 1004 |
        | bfloat16 | 0    | 1005 |

    Scenario: A thousand equal elements
      Given the float32 tensor values of shape [1000] drawn from equal 1 with seed 0
      When argmax is computed
      Then the result is exactly 0

  @req:predictions.argmax.axis @must
  Rule: Each slice along the axis has its own position

    Scenario: The columns of a matrix
      Given the float32 tensor values = [[1, 9, 3], [4, 5, 6]]
      When argmax is computed with axis 0
      Then the result is exactly [1, 0, 1]

    Scenario: The rows, and the axis kept
      Given the float32 tensor values = [[1, 9, 3], [4, 5, 6]]
      When argmax is computed with axis 1, keep_dims true
      Then the result is exactly [[1], [2]]

    Scenario: Without an axis the last one, neither the first nor all
      Given the float32 tensor values = [[1, 9, 3], [4, 5, 60]]
      When argmax is computed
      Then the result is exactly [1, 2]

    Scenario: Segmentation, classes along axis one
      Given the float32 tensor values = [[[[1], [5]], [[2], [0]], [[0], [7]]]]
      When argmax is computed with axis 1
      Then the result is exactly [[[1], [2]]]

    Scenario Outline: Axis <axis> of shape <shape>, keep_dims <kept>
      Given the float32 tensor values of shape <shape> drawn from normal 1 with seed <seed>
      When argmax is computed with axis <axis>, keep_dims <kept>
      Then the result has dtype int64 and shape <result>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | kept  | result       | seed |
        | [5]             | 0    | false | []           | 1011 |
        | [5]             | -1   | true  | [1]          | 1012 |
        | [3, 4]          | -2   | false | [4]          | 1013 |
        | [2, 3, 4]       | 0    | false | [3, 4]       | 1014 |
        | [2, 3, 4]       | 1    | true  | [2, 1, 4]    | 1015 |
        | [2, 3, 4]       | -1   | false | [2, 3]       | 1016 |
        | [2, 3, 5, 4]    | 2    | false | [2, 3, 4]    | 1017 |
        | [2, 3, 5, 4]    | -3   | true  | [2, 1, 5, 4] | 1018 |
        | [2, 3, 4, 3, 2] | 1    | false | [2, 4, 3, 2] | 1019 |
        | [2, 3, 4, 3, 2] | -2   | false | [2, 3, 4, 2] | 1020 |
        | [4, 1]          | 1    | false | [4]          | 1021 |
        | [0, 3]          | 1    | false | [0]          | 1022 |

  @req:predictions.argmax.special @must
  Rule: Infinity is the largest; NaN wins or is ignored

    Scenario Outline: Infinite values <values>
      Given the float32 tensor values = <values>
      When argmax is computed
      Then the result is exactly <position>

      Examples: a maximum that starts at 0 or at the smallest finite number fails
        | values                       | position |
        | [1, Infinity, 2]             | 1        |
        | [Infinity, 1, Infinity]      | 0        |
        | [-Infinity, -0x1.fffffep127] | 1        |
        | [-Infinity, -Infinity]       | 0        |
        | [-Infinity, -5, -Infinity]   | 1        |

    Scenario Outline: Values <values>, some not numbers
      NumPy, PyTorch, JAX and ONNX let the first NaN win, TensorFlow passes it over; one WebGL backend
      did either, depending on the place (B092, B093, B096).

      Given the float32 tensor values = <values>
      When argmax is computed
      Then where argmax.not_a_number is wins the result is <wins>
      And where argmax.not_a_number is ignored the result is <ignored>

      Examples: first, middle, last, two, beside Infinity
        | values             | wins | ignored |
        | [NaN, 1, 3]        | 0    | 2       |
        | [1, NaN, 3]        | 1    | 2       |
        | [1, 3, NaN]        | 2    | 1       |
        | [NaN, 3, 3]        | 0    | 1       |
        | [3, NaN, NaN]      | 1    | 0       |
        | [Infinity, NaN, 1] | 1    | 0       |
        | [NaN, NaN]         | 0    | 0       |

    Scenario: A NaN in one row
      Given the float32 tensor values = [[3, 1, NaN], [1, 3, 2]]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is [2, 1]
      And where argmax.not_a_number is ignored the result is [0, 1]

  @req:predictions.argmax.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: With <attributes>
      Given the float32 tensor values = [[1, 2, 3], [3, 5, 7]]
      When argmax is computed with <attributes>
      Then the operation is refused with <code>

      Examples: axes out of range, wrong types, unknown attributes
        | attributes  | code              |
        | axis 2      | invalid_axis      |
        | axis -3     | invalid_axis      |
        | axis false  | invalid_attribute |
        | axis 0.5    | invalid_attribute |
        | keep_dims 1 | invalid_attribute |
        | dtype int32 | invalid_attribute |

    Scenario Outline: The largest of nothing, shape <shape> along axis <axis>
      Given the float32 tensor values of shape <shape> = []
      When argmax is computed with axis <axis>
      Then the operation is refused with invalid_shape

      Examples: empty axes
        | shape  | axis |
        | [0]    | 0    |
        | [2, 0] | 1    |
        | [0, 3] | 0    |

    Scenario: A scalar
      Given the float32 tensor values = 3
      When argmax is computed
      Then the operation is refused with invalid_axis

    Scenario Outline: <dtype> values
      Given the <dtype> tensor values = <values>
      When argmax is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats
        | dtype | values        |
        | int32 | [1, 2]        |
        | bool  | [true, false] |

    Scenario: No values
      When argmax is computed
      Then the operation is refused with missing_input
