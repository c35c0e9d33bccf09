Feature: argmax over types, sizes and layouts

  The definition is on the page argmax. A vector finds a largest element in each of its lanes, and
  has to find the first of the largest among them.

  @req:predictions.argmax.lengths @must
  Rule: Any number of elements

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor values of shape [3, <length>] drawn from normal 3 with seed <length>
      When argmax is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 2      |
        | 3      |
        | 5      |
        | 7      |
        | 8      |
        | 9      |
        | 15     |
        | 16     |
        | 17     |
        | 31     |
        | 32     |
        | 33     |
        | 63     |
        | 64     |
        | 65     |
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the <dtype> tensor values of shape [2, <length>] drawn from normal 3 with seed <length>
      When argmax is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 8      |
        | float64  | 9      |
        | float64  | 17     |
        | float64  | 33     |
        | float16  | 7      |
        | float16  | 9      |
        | float16  | 17     |
        | float16  | 33     |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 9      |
        | bfloat16 | 17     |
        | bfloat16 | 33     |
        | bfloat16 | 65     |

    Scenario Outline: The largest is the last of <length>
      Given the float32 tensor values of shape [<length>] drawn from sorted 1 with seed <length>
      When argmax is computed
      Then the result is exactly <last>

      Examples: past the last full vector
        | length | last |
        | 2      | 1    |
        | 7      | 6    |
        | 8      | 7    |
        | 9      | 8    |
        | 16     | 15   |
        | 17     | 16   |
        | 31     | 30   |
        | 32     | 31   |
        | 33     | 32   |
        | 63     | 62   |
        | 64     | 63   |
        | 65     | 64   |

      @full
      Examples: at the end of a vocabulary
        | length | last   |
        | 100000 | 99999  |
        | 131072 | 131071 |

    Scenario Outline: <length> equals
      Given the <dtype> tensor values of shape [<length>] drawn from equal <value> with seed 0
      When argmax is computed
      Then the result is exactly 0

      Examples: the first counts, in whichever lane
        | length | dtype    | value     |
        | 9      | float32  | -7        |
        | 17     | float32  | 0         |
        | 33     | float16  | -1        |
        | 65     | bfloat16 | 3         |
        | 33     | float64  | 1e+300    |
        | 129    | float32  | -Infinity |

    Scenario Outline: <rows> rows of one
      For an axis of length 1 the answer is 0 (pytorch/pytorch#38922, B095).

      Given the float32 tensor values of shape [<rows>, 1] drawn from normal 1 with seed 7899
      When argmax is computed
      Then the result has dtype int64 and shape [<rows>]
      And the result conforms

      Examples: a few
        | rows |
        | 3    |
        | 65   |

      @full
      Examples: a hundred thousand
        | rows   |
        | 100000 |

  @req:predictions.argmax.strides @must
  Rule: The elements may lie apart

    Where the elements are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor values of shape [<length>, <columns>] drawn from normal 3 with seed <columns>
      When argmax is computed with axis 0
      Then the result has dtype int64 and shape [<columns>]
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

    Scenario Outline: Two blocks of <length> by <columns> in <dtype>, elements in the middle
      Given the <dtype> tensor values of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>
      When argmax is computed with axis 1
      Then the result has dtype int64 and shape [2, <columns>]
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
      Given the <dtype> tensor values of shape <shape> drawn from normal 3 with seed <seed>
      When argmax is computed with axis <axis>
      Then the result has dtype int64 and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | axis | dtype    | seed |
        | [5]             | []           | 0    | float32  | 7800 |
        | [3, 4]          | [4]          | -2   | float64  | 7801 |
        | [3, 4]          | [3]          | 1    | float16  | 7802 |
        | [2, 3, 4]       | [3, 4]       | -3   | bfloat16 | 7803 |
        | [2, 3, 4]       | [2, 4]       | 1    | float32  | 7804 |
        | [2, 3, 4]       | [2, 3]       | -1   | float64  | 7805 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 0    | float16  | 7806 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | -3   | bfloat16 | 7807 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 2    | float32  | 7808 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | -1   | float64  | 7809 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 0    | float16  | 7810 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | -4   | bfloat16 | 7811 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2    | float32  | 7812 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | -2   | float64  | 7813 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 4    | float16  | 7814 |
