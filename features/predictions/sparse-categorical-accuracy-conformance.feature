Feature: sparse_categorical_accuracy over types, sizes and layouts

  The definition is on the page sparse-categorical-accuracy.

  @req:predictions.sparse_categorical_accuracy.lengths @must
  Rule: Any number of classes

    A short axis makes hits frequent, a long one rare; both must be found.

    Scenario Outline: Three rows of <length>
      Given the int64 tensor labels of shape [3] drawn from integers 0 <length> with seed <length>
      And the float32 tensor output of shape [3, <length>] drawn from normal 1 with seed <length>1
      When sparse_categorical_accuracy is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 2      |
        | 3      |
        | 5      |
        | 7      |
        | 8      |
        | 9      |
        | 16     |
        | 17     |
        | 31     |
        | 33     |
        | 65     |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 <length> with seed <length>
      And the <dtype> tensor output of shape [2, <length>] drawn from normal 1 with seed <length>1
      When sparse_categorical_accuracy is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 2      |
        | float64  | 9      |
        | float16  | 3      |
        | float16  | 17     |
        | bfloat16 | 3      |
        | bfloat16 | 33     |

  @req:predictions.sparse_categorical_accuracy.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the int64 tensor labels of shape [<columns>] drawn from integers 0 <length> with seed <columns>
      And the float32 tensor output of shape [<length>, <columns>] drawn from normal 1 with seed <columns>1
      When sparse_categorical_accuracy is computed with axis 0
      Then the result has dtype float32 and shape [<columns>]
      And the result conforms

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
      Given the int64 tensor labels of shape [2, <columns>] drawn from integers 0 <length> with seed <columns>
      And the <dtype> tensor output of shape [2, <length>, <columns>] drawn from normal 1 with seed <columns>1
      When sparse_categorical_accuracy is computed with axis 1
      Then the result has dtype <dtype> and shape [2, <columns>]
      And the result conforms

      Examples: a stride between neighbours, in every dtype
        | dtype    | length | columns |
        | float32  | 7      | 3       |
        | float32  | 17     | 2       |
        | float32  | 3      | 9       |
        | float64  | 9      | 5       |
        | float16  | 5      | 17      |
        | bfloat16 | 33     | 3       |

    Scenario Outline: Axis <axis> of shape <shape> in <dtype>
      Given the int64 tensor labels of shape <reduced> drawn from integers 0 <classes> with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from normal 1 with seed <seed>1
      When sparse_categorical_accuracy is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | classes | axis | dtype    | seed |
        | [5]             | []           | 5       | 0    | float32  | 7880 |
        | [3, 4]          | [4]          | 3       | -2   | float64  | 7881 |
        | [3, 4]          | [3]          | 4       | 1    | float16  | 7882 |
        | [2, 3, 4]       | [3, 4]       | 2       | -3   | bfloat16 | 7883 |
        | [2, 3, 4]       | [2, 4]       | 3       | 1    | float32  | 7884 |
        | [2, 3, 4]       | [2, 3]       | 4       | -1   | float64  | 7885 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 2       | 0    | float16  | 7886 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | 3       | -3   | bfloat16 | 7887 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 4       | 2    | float32  | 7888 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | 5       | -1   | float64  | 7889 |
        | [70, 30]        | [70]         | 30      | -1   | float32  | 7895 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 2       | 0    | float16  | 7890 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | 3       | -4   | bfloat16 | 7891 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2       | 2    | float32  | 7892 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 4       | -2   | float64  | 7893 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 3       | 4    | float16  | 7894 |
