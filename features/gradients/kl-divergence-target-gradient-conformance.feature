Feature: Gradient of the divergence for its target over types, sizes and shapes

  The definition is on the page kl-divergence-target-gradient.

  @req:gradients.kl-target.lengths @must
  Rule: Any number of elements, in any shape

    Every element has a result of its own, so a wrong one shows by its place: at the end, past the
    last full vector, or at the start of the next row.

    Scenario Outline: <length> elements
      Given the float32 tensor target of shape [<length>] drawn from uniform 0.001 0.99 with seed <length>
      And the float32 tensor output of shape [<length>] drawn from uniform 0.001 0.99 with seed <length>1
      When kl_divergence_target_gradient is computed
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
      Given the <dtype> tensor target of shape [<length>] drawn from uniform 0.001 0.99 with seed <length>
      And the <dtype> tensor output of shape [<length>] drawn from uniform 0.001 0.99 with seed <length>1
      When kl_divergence_target_gradient is computed
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
      Given the <dtype> tensor target of shape <shape> drawn from uniform 0.001 0.99 with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from uniform 0.001 0.99 with seed <seed>1
      When kl_divergence_target_gradient is computed
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

  @req:gradients.kl-target.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor target of shape [40] drawn from uniform 0.001 0.99 with seed <seed>
      And the <dtype> tensor output of shape [40] drawn from <family> with seed <seed>1
      When kl_divergence_target_gradient is computed
      Then the result conforms

      Examples: near and far, around o = e t, hardly more than nothing, far more than one
        | family            | dtype    | seed |
        | uniform 0 1       | float32  | 7420 |
        | uniform 0 1e-6    | float32  | 7421 |
        | uniform 0 1e-30   | float32  | 7422 |
        | uniform 1 1e4     | float32  | 7423 |
        | uniform 1e30 3e38 | float32  | 7424 |
        | equal 0.36787945  | float32  | 7425 |
        | uniform 0.3 0.4   | float32  | 7426 |
        | equal 1e-37       | float32  | 7427 |
        | uniform 0 1       | float64  | 7428 |
        | uniform 0 1e-300  | float64  | 7429 |
        | uniform 1 1e300   | float64  | 7430 |
        | equal 1e-300      | float64  | 7431 |
        | uniform 0 1       | float16  | 7432 |
        | uniform 0 1e-3    | float16  | 7433 |
        | uniform 1 6e4     | float16  | 7434 |
        | uniform 0.3 0.4   | float16  | 7435 |
        | uniform 0 1       | bfloat16 | 7436 |
        | uniform 0 1e-30   | bfloat16 | 7437 |
        | uniform 1e30 3e38 | bfloat16 | 7438 |
        | uniform 0.3 0.4   | bfloat16 | 7439 |

  @req:gradients.kl-target.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor target of shape [3, 33] drawn from uniform 0.001 0.99 with seed 7902
      And the <dtype> tensor output of shape [3, 33] drawn from probabilities with seed 7901
      When kl_divergence_target_gradient is computed as first
      And kl_divergence_target_gradient is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
