Feature: sigmoid over types, sizes and shapes

  The definition is on the page sigmoid.

  @req:softmax.sigmoid.lengths @must
  Rule: Any number of elements, in any shape

    Every element has a result of its own, so a wrong one shows by its place: at the end, past the
    last full vector, or at the start of the next row.

    Scenario Outline: <length> elements
      Given the float32 tensor logits of shape [<length>] drawn from normal 4 with seed <length>
      When sigmoid is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 4      |
        | 5      |
        | 7      |
        | 8      |
        | 9      |
        | 15     |
        | 16     |
        | 31     |
        | 32     |
        | 63     |
        | 64     |
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: <length> elements in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from normal 4 with seed <length>
      When sigmoid is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 8      |
        | float64  | 9      |
        | float64  | 17     |
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

    Scenario Outline: Elements of shape <shape> in <dtype>
      Given the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>
      When sigmoid is computed
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: no axis to five, lengths of one and nought
        | shape           | dtype    | seed |
        | []              | float32  | 7000 |
        | []              | float16  | 7001 |
        | [3, 5]          | float64  | 7002 |
        | [2, 3, 4]       | float32  | 7003 |
        | [2, 3, 4]       | bfloat16 | 7004 |
        | [2, 3, 2, 5]    | float16  | 7005 |
        | [2, 3, 2, 4, 3] | float32  | 7006 |
        | [2, 3, 2, 4, 3] | float64  | 7007 |
        | [3, 1, 4]       | float32  | 7008 |
        | [2, 0, 3]       | float32  | 7009 |
        | [40, 30]        | float32  | 7010 |

  @req:softmax.sigmoid.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor logits of shape [40] drawn from <family> with seed <seed>
      When sigmoid is computed
      Then the result conforms

      Examples: near zero, wide, one-sided, far out
        | family             | dtype    | seed |
        | normal 0.1         | float32  | 7020 |
        | normal 1e-6        | float32  | 7021 |
        | normal 30          | float32  | 7022 |
        | uniform -104 -80   | float32  | 7023 |
        | uniform 80 104     | float32  | 7024 |
        | uniform -1e38 1e38 | float32  | 7025 |
        | alternating 88.7   | float32  | 7026 |
        | alternating 17     | float32  | 7027 |
        | equal 1e-40        | float32  | 7028 |
        | offset 16.6        | float32  | 7029 |
        | normal 100         | float64  | 7030 |
        | uniform -746 -700  | float64  | 7031 |
        | alternating 36.7   | float64  | 7032 |
        | equal 5e-324       | float64  | 7033 |
        | normal 5           | float16  | 7034 |
        | uniform -17.4 -9   | float16  | 7035 |
        | equal 6e-8         | float16  | 7036 |
        | normal 5           | bfloat16 | 7037 |
        | uniform -93 -80    | bfloat16 | 7038 |
        | alternating 1e30   | bfloat16 | 7039 |

  @req:softmax.sigmoid.many @must
  Rule: A hundred thousand elements are no different from one

    Scenario Outline: <length> elements from <family> in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>
      When sigmoid is computed
      Then the result conforms

      @full
      Examples: far more than fit in a register or a cache line
        | length | family    | dtype    | seed |
        | 100000 | normal 5  | float32  | 7050 |
        | 100000 | normal 5  | float16  | 7051 |
        | 100000 | normal 5  | bfloat16 | 7052 |
        | 131072 | normal 30 | float64  | 7053 |

  @req:softmax.sigmoid.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When sigmoid is computed as first
      And sigmoid is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
