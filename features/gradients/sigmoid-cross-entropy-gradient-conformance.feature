Feature: Gradient of sigmoid cross-entropy over types, sizes and shapes

  The definition is on the page sigmoid-cross-entropy-gradient.

  @req:gradients.sigmoid.lengths @must
  Rule: Any number of elements, in any shape

    Every element has a result of its own, so a wrong one shows by its place: at the end, past the
    last full vector, or at the start of the next row.

    Scenario Outline: <length> elements
      Given the float32 tensor labels of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the float32 tensor logits of shape [<length>] drawn from normal 4 with seed <length>1
      When sigmoid_cross_entropy_gradient is computed
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
        | 65     |
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: <length> elements in <dtype>
      Given the <dtype> tensor labels of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the <dtype> tensor logits of shape [<length>] drawn from normal 4 with seed <length>1
      When sigmoid_cross_entropy_gradient is computed
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
      Given the <dtype> tensor labels of shape <shape> drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>1
      When sigmoid_cross_entropy_gradient is computed
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: no axis to five, lengths of one and nought
        | shape           | dtype    | seed |
        | []              | float32  | 7300 |
        | []              | float16  | 7301 |
        | [3, 5]          | float64  | 7302 |
        | [2, 3, 4]       | float32  | 7303 |
        | [2, 3, 4]       | bfloat16 | 7304 |
        | [2, 3, 2, 5]    | float16  | 7305 |
        | [2, 3, 2, 4, 3] | float32  | 7306 |
        | [2, 3, 2, 4, 3] | float64  | 7307 |
        | [3, 1, 4]       | float32  | 7308 |
        | [2, 0, 3]       | float32  | 7309 |

  @req:gradients.sigmoid.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor labels of shape [40] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape [40] drawn from <family> with seed <seed>1
      When sigmoid_cross_entropy_gradient is computed
      Then the result conforms

      Examples: near zero, wide, one-sided, far out
        | family             | dtype    | seed |
        | normal 0.1         | float32  | 7320 |
        | normal 1e-6        | float32  | 7321 |
        | normal 30          | float32  | 7322 |
        | uniform -104 -80   | float32  | 7323 |
        | uniform 80 104     | float32  | 7324 |
        | uniform -1e38 1e38 | float32  | 7325 |
        | alternating 88.7   | float32  | 7326 |
        | alternating 17     | float32  | 7327 |
        | equal 1e-40        | float32  | 7328 |
        | offset 16.6        | float32  | 7329 |
        | normal 100         | float64  | 7330 |
        | uniform -746 -700  | float64  | 7331 |
        | alternating 36.7   | float64  | 7332 |
        | equal 5e-324       | float64  | 7333 |
        | normal 5           | float16  | 7334 |
        | uniform -17.4 -9   | float16  | 7335 |
        | equal 6e-8         | float16  | 7336 |
        | normal 5           | bfloat16 | 7337 |
        | uniform -93 -80    | bfloat16 | 7338 |
        | alternating 1e30   | bfloat16 | 7339 |

  @req:gradients.sigmoid.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor labels of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When sigmoid_cross_entropy_gradient is computed as first
      And sigmoid_cross_entropy_gradient is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
