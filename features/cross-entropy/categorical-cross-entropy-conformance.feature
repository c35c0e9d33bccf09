Feature: Categorical cross-entropy over types, sizes and layouts

  The definition is on the page categorical-cross-entropy. Outputs are divided by their sum along
  the classes first, so a sum that runs along the wrong axis, or too short, changes every loss.

  @req:cross-entropy.categorical.lengths @must
  Rule: Any number of classes works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor target of shape [3, <length>] drawn from probabilities with seed <length>
      And the float32 tensor output of shape [3, <length>] drawn from probabilities with seed <length>1
      When categorical_cross_entropy is computed
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
      Given the <dtype> tensor target of shape [2, <length>] drawn from probabilities with seed <length>
      And the <dtype> tensor output of shape [2, <length>] drawn from probabilities with seed <length>1
      When categorical_cross_entropy is computed
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

  @req:cross-entropy.categorical.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor target of shape [<length>, <columns>] drawn from probabilities with seed <columns>
      And the float32 tensor output of shape [<length>, <columns>] drawn from probabilities with seed <columns>1
      When categorical_cross_entropy is computed with axis 0
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
      Given the <dtype> tensor target of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>
      And the <dtype> tensor output of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>1
      When categorical_cross_entropy is computed with axis 1
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
      Given the <dtype> tensor target of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from probabilities with seed <seed>1
      When categorical_cross_entropy is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | axis | dtype    | seed |
        | [5]             | []           | 0    | float32  | 5200 |
        | [3, 4]          | [4]          | -2   | float64  | 5201 |
        | [3, 4]          | [3]          | 1    | float16  | 5202 |
        | [2, 3, 4]       | [3, 4]       | -3   | bfloat16 | 5203 |
        | [2, 3, 4]       | [2, 4]       | 1    | float32  | 5204 |
        | [2, 3, 4]       | [2, 3]       | -1   | float64  | 5205 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 0    | float16  | 5206 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | -3   | bfloat16 | 5207 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 2    | float32  | 5208 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | -1   | float64  | 5209 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 0    | float16  | 5210 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | -4   | bfloat16 | 5211 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2    | float32  | 5212 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | -2   | float64  | 5213 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 4    | float16  | 5214 |

  @req:cross-entropy.categorical.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor target of shape [2, 100] drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape [2, 100] drawn from <family> with seed <seed>1
      When categorical_cross_entropy is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family           | dtype    | seed |
        | uniform 0 1      | float32  | 5220 |
        | uniform 0 1      | float64  | 5221 |
        | uniform 0 1      | float16  | 5222 |
        | uniform 0 1      | bfloat16 | 5223 |
        | coin 0.5         | float32  | 5224 |
        | coin 0.5         | float16  | 5225 |
        | equal 0.01       | float32  | 5226 |
        | equal 1e-30      | float32  | 5227 |
        | equal 0.25       | float16  | 5228 |
        | uniform 0 1e-6   | float32  | 5229 |
        | uniform 0 1e6    | float32  | 5230 |
        | probabilities    | float64  | 5232 |
        | uniform 0 1e-200 | float64  | 5233 |

  @req:cross-entropy.categorical.vocabulary @must
  Rule: Tens of thousands of classes do not wear out the sum

    A sum of outputs kept in float16 overflows past 65,504, one in bfloat16 stops at 256.

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor target of shape [<length>] drawn from probabilities with seed <seed>
      And the <dtype> tensor output of shape [<length>] drawn from <family> with seed <seed>1
      When categorical_cross_entropy is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family        | dtype    | seed |
        | 32768  | probabilities | float32  | 5250 |
        | 131072 | uniform 0 1   | float32  | 5251 |
        | 131072 | probabilities | float64  | 5252 |
        | 100000 | equal 0.5     | float16  | 5253 |
        | 100000 | equal 0.5     | bfloat16 | 5254 |

  @req:cross-entropy.categorical.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor target of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor output of shape [3, 33] drawn from probabilities with seed 7903
      When categorical_cross_entropy is computed as first
      And categorical_cross_entropy is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
