Feature: softmax along an axis

  The axis says which elements make up a slice: those that differ only in their position along it.
  Axes are counted from 0, or from the back with -1 for the last. The slices have nothing to do with
  each other. Of the result, every slice sums to 1, and only along this axis.

  Every example has different numbers in rows and columns: with symmetric data the wrong axis would
  give the right answer.

  @req:softmax.axis.slice @must
  Rule: Each slice along the axis is normalised on its own

    @smoke
    Scenario: The columns of a matrix
      Given the float32 tensor logits:
        | 1 | 2 | 3 |
        | 3 | 5 | 7 |
      When softmax is computed with axis 0
      Then the result is [[0.1192, 0.0474, 0.0180], [0.8808, 0.9526, 0.9820]]

    Scenario: The rows of a matrix
      Given the float32 tensor logits:
        | 1 | 2 | 3 |
        | 3 | 5 | 7 |
      When softmax is computed with axis 1
      Then the result is [[0.0900, 0.2447, 0.6652], [0.0159, 0.1173, 0.8668]]

    Scenario Outline: Axis <axis> of a tensor of shape <shape>
      A GPU library took two axes only (pytorch/pytorch#3246, B073).

      Given the float32 tensor logits of shape <shape> drawn from normal 2 with seed <seed>
      When softmax is computed with axis <axis>
      Then the result has dtype float32 and shape <shape>
      And the result conforms
      And every slice of the result along axis <axis> sums to 1

      Examples: rank one
        | shape | axis | seed |
        | [5]   | 0    | 101  |
        | [5]   | -1   | 102  |

      Examples: rank two
        | shape  | axis | seed |
        | [3, 4] | 0    | 111  |
        | [3, 4] | 1    | 112  |
        | [3, 4] | -1   | 113  |
        | [3, 4] | -2   | 114  |

      Examples: rank three
        | shape     | axis | seed |
        | [2, 3, 4] | 0    | 121  |
        | [2, 3, 4] | 1    | 122  |
        | [2, 3, 4] | 2    | 123  |
        | [2, 3, 4] | -1   | 124  |
        | [2, 3, 4] | -2   | 125  |
        | [2, 3, 4] | -3   | 126  |

      Examples: rank four
        | shape        | axis | seed |
        | [2, 3, 2, 4] | 0    | 131  |
        | [2, 3, 2, 4] | 1    | 132  |
        | [2, 3, 2, 4] | 2    | 133  |
        | [2, 3, 2, 4] | 3    | 134  |
        | [2, 3, 2, 4] | -1   | 135  |
        | [2, 3, 2, 4] | -2   | 136  |
        | [2, 3, 2, 4] | -3   | 137  |
        | [2, 3, 2, 4] | -4   | 138  |

      Examples: rank five
        | shape           | axis | seed |
        | [2, 3, 2, 3, 2] | 0    | 141  |
        | [2, 3, 2, 3, 2] | 1    | 142  |
        | [2, 3, 2, 3, 2] | 2    | 143  |
        | [2, 3, 2, 3, 2] | 3    | 144  |
        | [2, 3, 2, 3, 2] | 4    | 145  |
        | [2, 3, 2, 3, 2] | -1   | 146  |
        | [2, 3, 2, 3, 2] | -2   | 147  |
        | [2, 3, 2, 3, 2] | -3   | 148  |
        | [2, 3, 2, 3, 2] | -4   | 149  |
        | [2, 3, 2, 3, 2] | -5   | 150  |

    Scenario Outline: A middle axis in <dtype>
      Given the <dtype> tensor logits of shape [3, 5, 4] drawn from normal 2 with seed <seed>
      When softmax is computed with axis 1
      Then the result has dtype <dtype> and shape [3, 5, 4]
      And the result conforms
      And every slice of the result along axis 1 sums to 1

      Examples: the other dtypes
        | dtype    | seed |
        | float16  | 161  |
        | bfloat16 | 162  |
        | float64  | 163  |

  @req:softmax.axis.default @must
  Rule: Without an axis, the last one is meant

    Older definitions differ: ONNX before opset 13 took axis 1 and flattened everything after it
    (B097, B099, B100), and PyTorch without a dim takes the first axis of a rank-three tensor.

    Scenario: Rank two
      Given the float32 tensor logits = [[0, 0.6931471805599453], [1.0986122886681098, 0]]
      When softmax is computed
      Then the result is [[0.3333, 0.6667], [0.7500, 0.2500]]

    Scenario: Rank three, where an old default flattens or takes another axis
      Given the float32 tensor logits = [[[0, 1], [2, 4]], [[3, 1], [0, 5]]]
      When softmax is computed
      Then the result is [[[0.2689, 0.7311], [0.1192, 0.8808]], [[0.8808, 0.1192], [6.693e-3, 0.9933]]]

    Scenario Outline: No axis and axis -1 agree for shape <shape>
      Given the float32 tensor logits of shape <shape> drawn from normal 3 with seed 171
      When softmax is computed as plain
      And softmax is computed as last with axis -1
      Then plain and last agree
      And plain conforms

      Examples: ranks one to five
        | shape           |
        | [6]             |
        | [3, 4]          |
        | [2, 3, 4]       |
        | [2, 2, 3, 4]    |
        | [2, 2, 2, 3, 2] |

  @req:softmax.axis.single @must
  Rule: Only one axis is normalised, nothing is flattened

    Scenario: Axis one of rank three is not everything from axis one on
      ONNX's softmax of opset 12 would make each of the two blocks sum to 1 as a whole (B099).

      Given the float32 tensor logits = [[[1, 2, 3], [4, 2, 0]], [[0, 0, 5], [1, 3, 0]]]
      When softmax is computed with axis 1
      Then the result is:
        """
        [[[0.0474, 0.5, 0.9526], [0.9526, 0.5, 0.0474]],
         [[0.2689, 0.0474, 0.9933], [0.7311, 0.9526, 6.693e-3]]]
        """

    Scenario: Axis zero of rank three is not the whole tensor
      Given the float32 tensor logits = [[[1, 2], [3, 0]], [[4, 0], [1, 1]]]
      When softmax is computed with axis 0
      Then the result is [[[0.0474, 0.8808], [0.8808, 0.2689]], [[0.9526, 0.1192], [0.1192, 0.7311]]]

  @req:softmax.axis.channels @must
  Rule: Classes may come right after the batch, or last

    Images of two by one pixels with three classes, once as [batch, classes, height, width]
    (channels_first, axis 1) and once as [batch, height, width, classes] (channels_last, axis 3).
    The same numbers sit at different places.

    Scenario: channels_first
      Given the float32 tensor logits = [[[[1], [0]], [[2], [0]], [[3], [2]]]]
      When softmax is computed with axis 1
      Then the result is [[[[0.0900], [0.1065]], [[0.2447], [0.1065]], [[0.6652], [0.7870]]]]

    Scenario: channels_last
      Given the float32 tensor logits = [[[[1, 2, 3]], [[0, 0, 2]]]]
      When softmax is computed with axis 3
      Then the result is [[[[0.0900, 0.2447, 0.6652]], [[0.1065, 0.1065, 0.7870]]]]

    Scenario: Batch, classes, two, one
      The shape of the question that many a segmentation network asks: classes along axis 1, two
      positions each, and data without symmetry.

      Given the float32 tensor logits of shape [2, 3, 2, 1] = [1, 5, 2, 0, 3, -1, 0, 2, 4, 2, -2, 7]
      When softmax is computed with axis 1
      Then the result is:
        """
        [[[[0.0900], [0.9909]], [[0.2447], [6.676e-3]], [[0.6652], [2.456e-3]]],
         [[[0.0179], [6.648e-3]], [[0.9796], [6.648e-3]], [[2.428e-3], [0.9867]]]]
        """
      And every slice of the result along axis 1 sums to 1

    Scenario Outline: Axis <axis> of an image batch of shape <shape>
      Given the float32 tensor logits of shape <shape> drawn from normal 4 with seed <seed>
      When softmax is computed with axis <axis>
      Then the result conforms
      And every slice of the result along axis <axis> sums to 1

      Examples: channels first
        | shape         | axis | seed |
        | [4, 10, 2, 1] | 1    | 181  |
        | [2, 21, 5, 3] | 1    | 182  |
        | [2, 21, 5, 3] | -3   | 183  |

      Examples: channels last
        | shape         | axis | seed |
        | [4, 2, 1, 10] | 3    | 184  |
        | [2, 5, 3, 21] | 3    | 185  |
        | [2, 5, 3, 21] | -1   | 186  |

  @req:softmax.axis.negative @must
  Rule: An axis may be counted from the back

    All of [-rank, -1] are taken here. Keras 2.2 took only -1 and the axes from 0 to rank - 1 in the
    functions built on it, and WebNN knows no negative axis: a choice named negative_axis.

    Scenario: Minus two of rank two is the columns
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When softmax is computed with axis -2
      Then where negative_axis is any the result is [[0.1192, 0.0474, 0.0180], [0.8808, 0.9526, 0.9820]]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is refused the operation is refused with invalid_axis

    Scenario: Minus one of rank two is the rows
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When softmax is computed with axis -1
      Then where negative_axis is any the result is [[0.0900, 0.2447, 0.6652], [0.0159, 0.1173, 0.8668]]
      And where negative_axis is only_minus_one the result is [[0.0900, 0.2447, 0.6652], [0.0159, 0.1173, 0.8668]]
      And where negative_axis is refused the operation is refused with invalid_axis

  @req:softmax.axis.independent_slices @must
  Rule: Slices do not influence each other

    Scenario: A row of large logits beside a row of small ones
      A maximum taken over the whole tensor would drown the second row.

      Given the float32 tensor logits = [[500, 499], [-500, -501]]
      When softmax is computed
      Then the result is [[0.7311, 0.2689], [0.7311, 0.2689]]

    Scenario: A column of large logits beside a column of small ones
      Given the float32 tensor logits = [[300, -300], [299, -298]]
      When softmax is computed with axis 0
      Then the result is [[0.7311, 0.1192], [0.2689, 0.8808]]

    Scenario: The first row alone and in a batch
      Given the float32 tensor logits = [[0.5, -1.25, 3]]
      When softmax is computed as alone with axis 1
      Given the float32 tensor logits = [[0.5], [-1.25], [3]]
      When softmax is computed as upright with axis 0
      Then alone is [[0.0749, 0.0130, 0.9121]]
      And alone conforms
      And upright conforms

    Scenario: A bad row spoils only itself
      Given the float32 tensor logits = [[1, 2, 3], [-Infinity, 0, 0], [400, 0, -400], [1, 2, 3]]
      When softmax is computed with axis 1
      Then the result is [[0.0900, 0.2447, 0.6652], [0, 0.5, 0.5], [1, 0, 0], [0.0900, 0.2447, 0.6652]]
