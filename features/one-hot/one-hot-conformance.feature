Feature: one_hot over sizes and layouts

  The definition is on the page one-hot.

  @req:one-hot.one_hot.depths @must
  Rule: Any depth and any number of labels

    The depth is a length of the result, whatever the labels hold (onnx/onnx#8177, B104).

    Scenario Outline: <labels> labels of <depth> classes
      Given the int64 tensor indices of shape [<labels>] drawn from integers 0 <depth> with seed <seed>
      When one_hot is computed with depth <depth>
      Then the result has dtype float32 and shape [<labels>, <depth>]
      And the result conforms

      Examples: depths around the widths of vector registers
        | labels | depth | seed |
        | 3      | 1     | 7700 |
        | 3      | 2     | 7701 |
        | 3      | 7     | 7702 |
        | 3      | 8     | 7703 |
        | 3      | 15    | 7704 |
        | 3      | 16    | 7705 |
        | 3      | 31    | 7706 |
        | 3      | 32    | 7707 |
        | 3      | 33    | 7708 |
        | 3      | 63    | 7709 |
        | 3      | 64    | 7710 |
        | 3      | 129   | 7711 |

      Examples: labels around the widths
        | labels | depth | seed |
        | 1      | 3     | 7720 |
        | 8      | 3     | 7721 |
        | 9      | 3     | 7722 |
        | 16     | 3     | 7723 |
        | 17     | 3     | 7724 |
        | 65     | 3     | 7725 |

      @full
      Examples: as many as a vocabulary has words
        | labels | depth  | seed |
        | 3      | 100000 | 7730 |
        | 1      | 131072 | 7731 |

    Scenario Outline: Ten classes before the last axis, as <dtype>, on 3 and off 1
      Given the int64 tensor indices = [[1, 9], [2, 4]]
      When one_hot is computed as front with depth 10, axis 1, dtype <dtype>, on_value 3, off_value 1
      And one_hot is computed as back with depth 10, axis -2, dtype <dtype>, on_value 3, off_value 1
      Then front has dtype <dtype> and shape [2, 10, 2]
      And front conforms
      And back conforms

      Examples: floats wide and narrow, integers
        | dtype    |
        | float32  |
        | bfloat16 |
        | float16  |
        | int32    |
        | int64    |

  @req:one-hot.axis.layout @must
  Rule: The new axis may go to every place of ranks one to four

    Scenario Outline: Labels of shape <shape>, the classes along axis <axis>
      Given the int32 tensor indices of shape <shape> drawn from integers 0 7 with seed <seed>
      When one_hot is computed with depth 7, axis <axis>
      Then the result has dtype float32 and shape <result>
      And the result conforms
      And every slice of the result along axis <axis> sums to 1

      Examples: from the front and from the back in turn
        | shape        | axis | result          | seed |
        | [5]          | 0    | [7, 5]          | 7740 |
        | [5]          | -1   | [5, 7]          | 7741 |
        | [2, 3]       | 0    | [7, 2, 3]       | 7742 |
        | [2, 3]       | -2   | [2, 7, 3]       | 7743 |
        | [2, 3]       | 2    | [2, 3, 7]       | 7744 |
        | [2, 3, 4]    | -4   | [7, 2, 3, 4]    | 7745 |
        | [2, 3, 4]    | 1    | [2, 7, 3, 4]    | 7746 |
        | [2, 3, 4]    | -2   | [2, 3, 7, 4]    | 7747 |
        | [2, 3, 4]    | 3    | [2, 3, 4, 7]    | 7748 |
        | [2, 3, 4, 2] | -5   | [7, 2, 3, 4, 2] | 7749 |
        | [2, 3, 4, 2] | 1    | [2, 7, 3, 4, 2] | 7750 |
        | [2, 3, 4, 2] | -3   | [2, 3, 7, 4, 2] | 7751 |
        | [2, 3, 4, 2] | 3    | [2, 3, 4, 7, 2] | 7752 |
        | [2, 3, 4, 2] | -1   | [2, 3, 4, 2, 7] | 7753 |
