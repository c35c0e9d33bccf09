Feature: one_hot

  A class number becomes a list of zeros with a single one, at the place of the class:

      one_hot(3, depth 5) = [0, 0, 0, 1, 0]

  Places are counted from 0, so class 3 is the fourth. (The text that these pages grew from had the 1
  of this very example in the wrong place: being off by one is the commonest mistake with one-hot
  vectors.) depth is the number of classes. The new axis of that length is the last, unless told
  otherwise. The result is float32, unless told otherwise.

  @req:one-hot.one_hot.position @must
  Rule: The one stands at the index, counted from 0

    @smoke
    Scenario: Class three of five
      Given the int64 tensor indices = [3]
      When one_hot is computed with depth 5
      Then the result is exactly [[0, 0, 0, 1, 0]]

    Scenario Outline: Class <index> of four
      Given the int32 tensor indices = <index>
      When one_hot is computed with depth 4
      Then the result is exactly <vector>

      Examples: a scalar index gives a vector
        | index | vector       |
        | 0     | [1, 0, 0, 0] |
        | 1     | [0, 1, 0, 0] |
        | 2     | [0, 0, 1, 0] |
        | 3     | [0, 0, 0, 1] |

    Scenario: A batch of labels, one class twice
      Given the int64 tensor indices = [2, 0, 2, 1]
      When one_hot is computed with depth 3
      Then the result is exactly:
        | 0 | 0 | 1 |
        | 1 | 0 | 0 |
        | 0 | 0 | 1 |
        | 0 | 1 | 0 |

    Scenario: Words of two sentences
      Given the int32 tensor indices = [[1, 0, 3], [2, 2, 0]]
      When one_hot is computed with depth 4
      Then the result has dtype float32 and shape [2, 3, 4]
      And the result is exactly:
        """
        [[[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]],
         [[0, 0, 1, 0], [0, 0, 1, 0], [1, 0, 0, 0]]]
        """

    Scenario: A single class
      Given the int64 tensor indices = [0, 0]
      When one_hot is computed with depth 1
      Then the result is exactly [[1], [1]]

    Scenario: More classes than labels use
      The depth is given, never taken from the largest label.

      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 5
      Then the result is exactly [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0]]

    Scenario Outline: Drawn indices of shape <shape> and <depth> classes
      Given the <dtype> tensor indices of shape <shape> drawn from integers 0 <depth> with seed <seed>
      When one_hot is computed with depth <depth>
      Then the result conforms
      And every slice of the result along axis -1 sums to 1

      Examples: around the widths of vector registers
        | dtype | shape        | depth | seed |
        | int32 | [7]          | 9     | 801  |
        | int64 | [5]          | 17    | 802  |
        | int64 | [33]         | 3     | 803  |
        | int32 | [2, 3]       | 65    | 804  |
        | int64 | [2, 3, 4]    | 7     | 805  |
        | int32 | [2, 2, 2, 3] | 5     | 806  |

      Examples: many axes, many indices
        | dtype | shape           | depth | seed |
        | int64 | [2, 1, 3, 1, 2] | 4     | 807  |
        | int64 | [1000]          | 3     | 808  |

    Scenario: The labels come back by argmax
      Given the float32 tensor values = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
      When argmax is computed as labels
      Given the int64 tensor indices = [2, 0, 1]
      When one_hot is computed as vectors with depth 3
      Then labels is exactly [2, 0, 1]
      And vectors is exactly [[0, 0, 1], [1, 0, 0], [0, 1, 0]]

  @req:one-hot.one_hot.values @must
  Rule: The on value stands at the index, the off value elsewhere

    Scenario Outline: <values>
      Given the int64 tensor indices = [1, 0]
      When one_hot is computed with depth 3, <values>
      Then the result is exactly <vectors>

      Examples: both, one of them, both the same, exchanged
        | values                     | vectors                              |
        | on_value 5, off_value -1   | [[-1, 5, -1], [5, -1, -1]]           |
        | on_value 0.5               | [[0, 0.5, 0], [0.5, 0, 0]]           |
        | off_value 0.25             | [[0.25, 1, 0.25], [1, 0.25, 0.25]]   |
        | on_value 0, off_value 1    | [[1, 0, 1], [0, 1, 1]]               |
        | on_value 7, off_value 7    | [[7, 7, 7], [7, 7, 7]]               |
        | on_value 0.9, off_value 0.05 | [[0.05, 0.9, 0.05], [0.9, 0.05, 0.05]] |

    Scenario: The on value is not the off value
      A Java library had the two exchanged (B056).

      Given the int32 tensor indices = [[0], [2]]
      When one_hot is computed with depth 3, on_value 2, off_value 9
      Then the result is exactly [[[2, 9, 9]], [[9, 9, 2]]]

  @req:one-hot.one_hot.dtype @must
  Rule: The result has the dtype asked for, float32 if none

    Scenario: No dtype
      Given the int64 tensor indices = [1]
      When one_hot is computed with depth 2
      Then the result has dtype float32 and shape [1, 2]

    Scenario Outline: <indices> indices, <dtype> result
      Given the <indices> tensor indices = [1, 2]
      When one_hot is computed with depth 3, dtype <dtype>
      Then the result has dtype <dtype> and shape [2, 3]
      And the result is exactly <vectors>

      Examples: floats
        | indices | dtype    | vectors                |
        | int32   | float16  | [[0, 1, 0], [0, 0, 1]] |
        | int64   | bfloat16 | [[0, 1, 0], [0, 0, 1]] |
        | int32   | float32  | [[0, 1, 0], [0, 0, 1]] |
        | int64   | float64  | [[0, 1, 0], [0, 0, 1]] |

      Examples: integers and truth values
        | indices | dtype | vectors                                        |
        | int64   | int32 | [[0, 1, 0], [0, 0, 1]]                         |
        | int32   | int64 | [[0, 1, 0], [0, 0, 1]]                         |
        | int64   | bool  | [[false, true, false], [false, false, true]]   |
        | int32   | bool  | [[false, true, false], [false, false, true]]   |

    Scenario Outline: On and off values in <dtype>
      Given the int64 tensor indices = [0]
      When one_hot is computed with depth 2, dtype <dtype>, <values>
      Then the result is exactly <vectors>

      Examples: rounded once to the dtype, integers kept
        | dtype    | values                         | vectors                                |
        | float16  | on_value 0.1, off_value 1e-8   | [[0.1, 0]]                             |
        | bfloat16 | on_value 0.1, off_value 3.3    | [[0.1, 3.3]]                           |
        | float64  | on_value 0.1, off_value 1e-300 | [[0.1, 1e-300]]                        |
        | int32    | on_value -7, off_value 2       | [[-7, 2]]                              |
        | int64    | on_value 3, off_value -1       | [[3, -1]]                              |
        | bool     | on_value 0, off_value 1        | [[false, true]]                        |
