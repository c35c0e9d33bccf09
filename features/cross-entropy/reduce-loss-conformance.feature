Feature: reduce_loss over types, sizes and shapes

  The definition is on the page reduce-loss. A sum is split among the lanes of a vector, and what is
  left at the end is added by itself.

  @req:cross-entropy.reduce.lengths @must
  Rule: Any number of losses

    Weights of 0 and 1 in no order: every lane has some of both.

    Scenario Outline: <reduction> of <length> losses in <dtype>
      Given the <dtype> tensor loss of shape [<length>] drawn from uniform 0 3 with seed <length>
      And the <dtype> tensor weights of shape [<length>] drawn from coin 0.7 with seed <length>1
      When reduce_loss is computed with reduction <reduction>
      Then the result conforms

      Examples: around the widths of vector registers
        | length | dtype   | reduction                 |
        | 1      | float32 | sum                       |
        | 3      | float32 | mean                      |
        | 4      | float32 | weighted_mean             |
        | 5      | float32 | mean_over_nonzero_weights |
        | 7      | float32 | sum                       |
        | 8      | float32 | mean                      |
        | 9      | float32 | weighted_mean             |
        | 15     | float32 | mean_over_nonzero_weights |
        | 16     | float32 | sum                       |
        | 17     | float32 | mean                      |
        | 31     | float32 | weighted_mean             |
        | 32     | float32 | mean_over_nonzero_weights |
        | 33     | float32 | sum                       |
        | 63     | float32 | mean                      |
        | 64     | float32 | weighted_mean             |
        | 65     | float32 | mean_over_nonzero_weights |
        | 127    | float32 | sum                       |
        | 128    | float32 | mean                      |
        | 129    | float32 | weighted_mean             |
        | 257    | float32 | mean_over_nonzero_weights |

      Examples: other dtypes, with other widths
        | length | dtype    | reduction                 |
        | 5      | float64  | sum                       |
        | 9      | float64  | mean                      |
        | 17     | float64  | weighted_mean             |
        | 33     | float64  | mean_over_nonzero_weights |
        | 65     | float64  | sum                       |
        | 5      | float16  | mean                      |
        | 9      | float16  | weighted_mean             |
        | 17     | float16  | mean_over_nonzero_weights |
        | 33     | float16  | sum                       |
        | 65     | float16  | mean                      |
        | 5      | bfloat16 | weighted_mean             |
        | 9      | bfloat16 | mean_over_nonzero_weights |
        | 17     | bfloat16 | sum                       |
        | 33     | bfloat16 | mean                      |
        | 65     | bfloat16 | weighted_mean             |

  @req:cross-entropy.reduce.shapes @must
  Rule: Losses of any shape become one number

    Scenario Outline: <reduction> of losses of shape <shape>
      Given the float32 tensor loss of shape <shape> drawn from normal 3 with seed <seed>
      And the float32 tensor weights of shape <shape> drawn from uniform 0.5 2 with seed <seed>1
      When reduce_loss is computed with reduction <reduction>
      Then the result has dtype float32 and shape <result>
      And the result conforms

      Examples: no axis to five
        | shape           | reduction                 | result    | seed |
        | []              | mean                      | []        | 7400 |
        | []              | none                      | []        | 7401 |
        | [3, 5]          | weighted_mean             | []        | 7402 |
        | [3, 5]          | none                      | [3, 5]    | 7403 |
        | [2, 3, 4]       | mean                      | []        | 7404 |
        | [2, 3, 4]       | none                      | [2, 3, 4] | 7405 |
        | [2, 1, 4]       | weighted_mean             | []        | 7406 |
        | [2, 3, 2, 5]    | sum                       | []        | 7407 |
        | [2, 3, 2, 4, 3] | mean_over_nonzero_weights | []        | 7408 |
        | [2, 3, 2, 4, 3] | weighted_mean             | []        | 7409 |

  @req:cross-entropy.reduce.spread @must
  Rule: However the losses are spread, the result is within its bound

    Terms that cancel, terms that vanish one by one, and sums past the largest number of the dtype
    whose mean is an ordinary one.

    Scenario Outline: <reduction> of losses from <family> in <dtype>
      Given the <dtype> tensor loss of shape [1000] drawn from <family> with seed <seed>
      When reduce_loss is computed with reduction <reduction>
      Then the result conforms

      Examples: cancelling, stagnating, overflowing
        | family            | dtype    | reduction | seed |
        | alternating 1e4   | float32  | sum       | 7420 |
        | alternating 1e30  | float32  | mean      | 7421 |
        | normal 1          | float32  | sum       | 7422 |
        | sorted 1e6        | float32  | mean      | 7423 |
        | dominant 1e7      | float32  | sum       | 7424 |
        | stagnation 1e-8   | float32  | sum       | 7425 |
        | equal 1e-40       | float32  | sum       | 7426 |
        | equal 1000        | float16  | mean      | 7427 |
        | normal 100        | float16  | mean      | 7428 |
        | alternating 60000 | float16  | sum       | 7429 |
        | equal 3           | bfloat16 | sum       | 7430 |
        | normal 1          | bfloat16 | mean      | 7431 |
        | stagnation 1e-17  | float64  | sum       | 7432 |
        | sorted 1e9        | float64  | mean      | 7433 |

    Scenario Outline: <reduction> of <length> losses from <family> in <dtype>, the longest
      Given the <dtype> tensor loss of shape [<length>] drawn from <family> with seed <seed>
      When reduce_loss is computed with reduction <reduction>
      Then the result conforms

      @full
      Examples: an epoch
        | length | family      | dtype    | reduction | seed |
        | 100000 | uniform 0 1 | float16  | mean      | 7440 |
        | 100000 | uniform 0 1 | bfloat16 | mean      | 7441 |
        | 131072 | uniform 0 1 | float32  | sum       | 7442 |
        | 131072 | normal 1    | float32  | mean      | 7443 |
        | 131072 | uniform 0 1 | float64  | sum       | 7444 |

  @req:cross-entropy.reduce.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor loss of shape [3, 33] drawn from normal 3 with seed 7901
      And the <dtype> tensor weights of shape [3, 33] drawn from probabilities with seed 7902
      When reduce_loss is computed as first with reduction weighted_mean
      And reduce_loss is computed as second with reduction weighted_mean
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
