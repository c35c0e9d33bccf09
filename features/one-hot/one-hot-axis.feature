Feature: one_hot along any axis

  The classes get an axis of their own. It may go anywhere between the axes of the indices: for
  indices of rank r there are r + 1 places, 0 to r, or counted from the back -1 to -(r + 1), in the
  shape of the result. For labels of images, [batch, height, width], axis 1 gives
  [batch, classes, height, width] (channels_first), axis -1 channels_last.

  @req:one-hot.axis.place @must
  Rule: The new axis is where the axis says

    Scenario: Classes first
      Given the int64 tensor indices = [1, 2]
      When one_hot is computed with depth 3, axis 0
      Then the result is exactly [[0, 0], [1, 0], [0, 1]]

    Scenario: Classes last
      Given the int64 tensor indices = [1, 2]
      When one_hot is computed with depth 3, axis 1
      Then the result is exactly [[0, 1, 0], [0, 0, 1]]

    Scenario Outline: Labels of rank two, axis <axis>
      Given the int32 tensor indices = [[1, 0, 0], [1, 1, 0]]
      When one_hot is computed with depth 2, axis <axis>
      Then the result is exactly <result>

      Examples: from the front
        | axis | result                                                        |
        | 0    | [[[0, 1, 1], [0, 0, 1]], [[1, 0, 0], [1, 1, 0]]]              |
        | 1    | [[[0, 1, 1], [1, 0, 0]], [[0, 0, 1], [1, 1, 0]]]              |
        | 2    | [[[0, 1], [1, 0], [1, 0]], [[0, 1], [0, 1], [1, 0]]]          |

    Scenario: A scalar index has one place for the axis
      Given the int64 tensor indices = 2
      When one_hot is computed with depth 3, axis 0
      Then the result is exactly [0, 0, 1]

    Scenario: Labels of a tiny image, channels first
      Given the int64 tensor indices = [[[0, 2], [1, 0]]]
      When one_hot is computed with depth 3, axis 1
      Then the result has dtype float32 and shape [1, 3, 2, 2]
      And the result is exactly [[[[1, 0], [0, 1]], [[0, 0], [1, 0]], [[0, 1], [0, 0]]]]

    Scenario Outline: Indices of shape <shape>, axis <axis>
      Given the int64 tensor indices of shape <shape> drawn from integers 0 5 with seed <seed>
      When one_hot is computed with depth 5, axis <axis>
      Then the result has dtype float32 and shape <result>
      And the result conforms
      And every slice of the result along axis <axis> sums to 1

      Examples: every place for ranks two to four
        | shape        | axis | result          | seed |
        | [2, 3]       | 0    | [5, 2, 3]       | 811  |
        | [2, 3]       | 1    | [2, 5, 3]       | 812  |
        | [2, 3]       | 2    | [2, 3, 5]       | 813  |
        | [2, 3, 4]    | 0    | [5, 2, 3, 4]    | 814  |
        | [2, 3, 4]    | 1    | [2, 5, 3, 4]    | 815  |
        | [2, 3, 4]    | 2    | [2, 3, 5, 4]    | 816  |
        | [2, 3, 4]    | 3    | [2, 3, 4, 5]    | 817  |
        | [2, 3, 4, 2] | 1    | [2, 5, 3, 4, 2] | 818  |
        | [2, 3, 4, 2] | 3    | [2, 3, 4, 5, 2] | 819  |

  @req:one-hot.axis.negative @must
  Rule: The axis may be counted from the back of the result

    TensorFlow knows -1 only; one Keras backend put axis -2 last without a word.

    Scenario Outline: Axis <axis> is <front> for labels of rank two
      Given the int32 tensor indices = [[1, 0, 0], [1, 1, 0]]
      When one_hot is computed with depth 2, axis <axis>
      Then where negative_axis is any the result is <result>
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is refused the operation is refused with invalid_axis

      Examples: beyond -1
        | axis | front | result                                            |
        | -2   | 1     | [[[0, 1, 1], [1, 0, 0]], [[0, 0, 1], [1, 1, 0]]]  |
        | -3   | 0     | [[[0, 1, 1], [0, 0, 1]], [[1, 0, 0], [1, 1, 0]]]  |

    Scenario: Axis minus one is the last
      Given the int32 tensor indices = [[1, 0]]
      When one_hot is computed with depth 2, axis -1
      Then the result is exactly [[[0, 1], [1, 0]]]

  @req:one-hot.axis.range @must
  Rule: An axis outside [-rank - 1, rank] is refused

    Scenario Outline: Axis <axis> for indices <indices>
      Given the int64 tensor indices = <indices>
      When one_hot is computed with depth 3, axis <axis>
      Then the operation is refused with invalid_axis

      Examples: one past either end, and far past
        | indices          | axis |
        | 1                | 1    |
        | 1                | -2   |
        | [0, 1]           | 2    |
        | [0, 1]           | -3   |
        | [[0, 1], [2, 2]] | 3    |
        | [[0, 1], [2, 2]] | -4   |
        | [0, 1]           | 100  |
