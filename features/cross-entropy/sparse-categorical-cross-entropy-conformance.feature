Feature: Categorical cross-entropy of integer labels over types, sizes and layouts

  The definition is on the page sparse-categorical-cross-entropy. A sum that runs along the wrong
  axis, or too short, changes every loss; so does another element than the label's.

  @req:cross-entropy.sparse-categorical.lengths @must
  Rule: Any number of classes works

    Scenario Outline: Three rows of <length>
      Given the int64 tensor labels of shape [3] drawn from integers 0 <length> with seed <length>
      And the float32 tensor output of shape [3, <length>] drawn from uniform 0 1 with seed <length>
      When sparse_categorical_cross_entropy is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 7      |
        | 8      |
        | 9      |
        | 16     |
        | 31     |
        | 33     |
        | 64     |
        | 65     |
        | 127    |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 <length> with seed <length>
      And the <dtype> tensor output of shape [2, <length>] drawn from uniform 0 1 with seed <length>
      When sparse_categorical_cross_entropy is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 9      |
        | float64  | 33     |
        | float16  | 7      |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 17     |

  @req:cross-entropy.sparse-categorical.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the int64 tensor labels of shape [<columns>] drawn from integers 0 <length> with seed <columns>
      And the float32 tensor output of shape [<length>, <columns>] drawn from uniform 0 1 with seed <columns>
      When sparse_categorical_cross_entropy is computed with axis 0
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
      And the <dtype> tensor output of shape [2, <length>, <columns>] drawn from uniform 0 1 with seed <columns>
      When sparse_categorical_cross_entropy is computed with axis 1
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
      And the <dtype> tensor output of shape <shape> drawn from uniform 0 1 with seed <seed>
      When sparse_categorical_cross_entropy is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | classes | axis | dtype    | seed |
        | [5]             | []           | 5       | 0    | float32  | 8200 |
        | [3, 4]          | [4]          | 3       | -2   | float64  | 8201 |
        | [3, 4]          | [3]          | 4       | 1    | float16  | 8202 |
        | [2, 3, 4]       | [3, 4]       | 2       | -3   | bfloat16 | 8203 |
        | [2, 3, 4]       | [2, 4]       | 3       | 1    | float32  | 8204 |
        | [2, 3, 4]       | [2, 3]       | 4       | -1   | float64  | 8205 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 2       | 0    | float16  | 8206 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | 3       | -3   | bfloat16 | 8207 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 4       | 2    | float32  | 8208 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | 5       | -1   | float64  | 8209 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 2       | 0    | float16  | 8210 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | 3       | -4   | bfloat16 | 8211 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2       | 2    | float32  | 8212 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 4       | -2   | float64  | 8213 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 3       | 4    | float16  | 8214 |

  @req:cross-entropy.sparse-categorical.spread @must
  Rule: However the outputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the int64 tensor labels of shape [4] drawn from integers 0 100 with seed <seed>
      And the <dtype> tensor output of shape [4, 100] drawn from <family> with seed <seed>1
      When sparse_categorical_cross_entropy is computed
      Then the result conforms

      Examples: near and far, all equal, hardly more than nothing, far more than one
        | family           | dtype    | seed |
        | uniform 0 1      | float32  | 8120 |
        | uniform 0 1      | float64  | 8121 |
        | uniform 0 1      | float16  | 8122 |
        | uniform 0 1      | bfloat16 | 8123 |
        | coin 0.5         | float32  | 8124 |
        | equal 0.01       | float32  | 8125 |
        | equal 1e-30      | float32  | 8126 |
        | equal 0.25       | float16  | 8127 |
        | uniform 0 1e-6   | float32  | 8128 |
        | uniform 0 1e6    | float32  | 8129 |
        | uniform 0 1e-200 | float64  | 8130 |

    Scenario Outline: <length> classes from <family> in <dtype>
      A sum of outputs kept in float16 overflows past 65,504, one in bfloat16 stops at 256.

      Given the int32 tensor labels = [99999, 70000]
      And the <dtype> tensor output of shape [2, <length>] drawn from <family> with seed <seed>
      When sparse_categorical_cross_entropy is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family        | dtype    | seed |
        | 131072 | probabilities | float32  | 8140 |
        | 131072 | uniform 0 1   | float64  | 8141 |
        | 100000 | equal 0.5     | float16  | 8142 |
        | 100000 | equal 0.5     | bfloat16 | 8143 |

  @req:cross-entropy.sparse-categorical.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the int32 tensor labels of shape [3] drawn from integers 0 33 with seed 8150
      And the <dtype> tensor output of shape [3, 33] drawn from uniform 0 1 with seed 8151
      When sparse_categorical_cross_entropy is computed as first
      And sparse_categorical_cross_entropy is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
