Feature: sequence_loss over types, sizes and flags

  The definition is on the page sequence-loss. Three lengths meet here, and each may be the one that
  a vector does not divide: sequences, steps and classes.

  @req:cross-entropy.sequence.lengths @must
  Rule: Any number of sequences, steps and classes

    Scenario Outline: <batch> sequences of <steps> steps and <classes> classes in <dtype>
      Given the <dtype> tensor logits of shape [<batch>, <steps>, <classes>] drawn from normal 3 with seed <seed>
      And the int32 tensor targets of shape [<batch>, <steps>] drawn from integers 0 <classes> with seed <seed>1
      And the <dtype> tensor weights of shape [<batch>, <steps>] drawn from uniform 0.5 2 with seed <seed>2
      When sequence_loss is computed
      Then the result has dtype <dtype> and shape []
      And the result conforms

      Examples: classes around the widths of vector registers
        | batch | steps | classes | dtype   | seed |
        | 2     | 3     | 1       | float32 | 7500 |
        | 2     | 3     | 2       | float32 | 7501 |
        | 2     | 3     | 4       | float32 | 7502 |
        | 2     | 3     | 7       | float32 | 7503 |
        | 2     | 3     | 8       | float32 | 7504 |
        | 2     | 3     | 9       | float32 | 7505 |
        | 2     | 3     | 15      | float32 | 7506 |
        | 2     | 3     | 16      | float32 | 7507 |
        | 2     | 3     | 17      | float32 | 7508 |
        | 2     | 3     | 31      | float32 | 7509 |
        | 2     | 3     | 33      | float32 | 7510 |
        | 2     | 3     | 63      | float32 | 7511 |
        | 2     | 3     | 65      | float32 | 7512 |
        | 2     | 3     | 129     | float32 | 7513 |

      Examples: steps around the widths
        | batch | steps | classes | dtype   | seed |
        | 2     | 1     | 3       | float32 | 7520 |
        | 2     | 7     | 3       | float32 | 7521 |
        | 2     | 8     | 3       | float32 | 7522 |
        | 2     | 9     | 3       | float32 | 7523 |
        | 2     | 16    | 3       | float32 | 7524 |
        | 2     | 17    | 3       | float32 | 7525 |
        | 2     | 31    | 3       | float32 | 7526 |
        | 2     | 33    | 3       | float32 | 7527 |
        | 2     | 65    | 3       | float32 | 7528 |

      Examples: sequences around the widths
        | batch | steps | classes | dtype   | seed |
        | 1     | 2     | 3       | float32 | 7530 |
        | 8     | 2     | 3       | float32 | 7531 |
        | 9     | 2     | 3       | float32 | 7532 |
        | 17    | 2     | 3       | float32 | 7533 |
        | 33    | 2     | 3       | float32 | 7534 |
        | 65    | 2     | 3       | float32 | 7535 |

      Examples: the other dtypes
        | batch | steps | classes | dtype    | seed |
        | 2     | 3     | 9       | float64  | 7540 |
        | 3     | 5     | 17      | float64  | 7541 |
        | 2     | 3     | 17      | float16  | 7542 |
        | 2     | 9     | 5       | float16  | 7543 |
        | 2     | 3     | 17      | bfloat16 | 7544 |
        | 3     | 7     | 65      | bfloat16 | 7545 |

  @req:cross-entropy.sequence.averages @must
  Rule: Each average in each dtype has the shape of what is left

    Scenario Outline: Averaged over steps <steps>, over the batch <batch>, in <dtype>
      Given the <dtype> tensor logits of shape [3, 5, 7] drawn from normal 3 with seed <seed>
      And the int32 tensor targets of shape [3, 5] drawn from integers 0 7 with seed <seed>1
      And the <dtype> tensor weights of shape [3, 5] drawn from uniform 0.5 2 with seed <seed>2
      When sequence_loss is computed with average_across_timesteps <steps>, average_across_batch <batch>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every pair of flags that leaves an axis
        | dtype    | steps | batch | shape  | seed |
        | float32  | true  | false | [3]    | 7550 |
        | float32  | false | true  | [5]    | 7551 |
        | float32  | false | false | [3, 5] | 7552 |
        | float64  | true  | false | [3]    | 7553 |
        | float64  | false | true  | [5]    | 7554 |
        | float64  | false | false | [3, 5] | 7555 |
        | float16  | true  | false | [3]    | 7556 |
        | float16  | false | true  | [5]    | 7557 |
        | float16  | false | false | [3, 5] | 7558 |
        | bfloat16 | true  | false | [3]    | 7559 |
        | bfloat16 | false | true  | [5]    | 7560 |
        | bfloat16 | false | false | [3, 5] | 7561 |

  @req:cross-entropy.sequence.spread @must
  Rule: However the logits are spread, the loss is within its bound

    Scenario Outline: Logits from <family> in <dtype>
      Given the <dtype> tensor logits of shape [2, 3, 20] drawn from <family> with seed <seed>
      And the int32 tensor targets of shape [2, 3] drawn from integers 0 20 with seed <seed>1
      And the <dtype> tensor weights of shape [2, 3] drawn from uniform 0.5 2 with seed <seed>2
      When sequence_loss is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family          | dtype    | seed |
        | normal 0.1      | float32  | 7570 |
        | normal 30       | float32  | 7571 |
        | uniform -80 80  | float32  | 7572 |
        | sorted 5        | float32  | 7573 |
        | dominant 40     | float32  | 7574 |
        | equal 3         | float32  | 7575 |
        | offset 1e4      | float32  | 7576 |
        | offset -1e4     | float32  | 7577 |
        | offset 1e30     | float32  | 7578 |
        | alternating 43  | float32  | 7579 |
        | alternating 88  | float32  | 7580 |
        | normal 30       | float64  | 7582 |
        | uniform 0 700   | float64  | 7583 |
        | dominant 300    | float64  | 7584 |
        | alternating 350 | float64  | 7585 |
        | offset 1e10     | float64  | 7586 |
        | normal 5        | float16  | 7587 |
        | uniform -8 8    | float16  | 7588 |
        | offset 1e3      | float16  | 7589 |
        | alternating 4   | float16  | 7590 |
        | normal 5        | bfloat16 | 7591 |
        | uniform -80 80  | bfloat16 | 7592 |
        | dominant 20     | bfloat16 | 7593 |

    Scenario Outline: <batch> sequences of <steps> steps and <classes> classes in <dtype>, the longest
      Given the <dtype> tensor logits of shape [<batch>, <steps>, <classes>] drawn from normal 3 with seed <seed>
      And the int32 tensor targets of shape [<batch>, <steps>] drawn from integers 0 <classes> with seed <seed>1
      And the <dtype> tensor weights of shape [<batch>, <steps>] drawn from uniform 0.5 2 with seed <seed>2
      When sequence_loss is computed
      Then the result conforms

      @full
      Examples: a page of text
        | batch | steps | classes | dtype    | seed |
        | 4     | 100   | 1000    | float32  | 7595 |
        | 2     | 1000  | 100     | float16  | 7596 |
        | 2     | 1000  | 100     | bfloat16 | 7597 |
        | 2     | 10    | 10000   | float64  | 7598 |
