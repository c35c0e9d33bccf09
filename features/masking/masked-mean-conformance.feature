Feature: masked_mean over types, sizes and layouts

  The definition is on the page masked-mean. The steps are seldom the last axis: their neighbours
  lie a whole row of features apart.

  @req:masking.masked_mean.lengths @must
  Rule: Any number of steps and features

    Scenario Outline: Two sequences of <steps> steps with <features> features in <dtype>
      Given the <dtype> tensor values of shape [2, <steps>, <features>] drawn from normal 3 with seed <seed>
      And the bool tensor mask of shape [2, <steps>] drawn from coin 0.7 with seed <seed>1
      When masked_mean is computed
      Then the result has dtype <dtype> and shape [2, <features>]
      And the result conforms

      Examples: steps around the widths of vector registers
        | steps | features | dtype   | seed |
        | 7     | 2        | float32 | 7600 |
        | 8     | 2        | float32 | 7601 |
        | 9     | 2        | float32 | 7602 |
        | 15    | 2        | float32 | 7603 |
        | 16    | 2        | float32 | 7604 |
        | 17    | 2        | float32 | 7605 |
        | 31    | 2        | float32 | 7606 |
        | 32    | 2        | float32 | 7607 |
        | 33    | 2        | float32 | 7608 |
        | 63    | 2        | float32 | 7609 |
        | 64    | 2        | float32 | 7610 |
        | 65    | 2        | float32 | 7611 |
        | 129   | 2        | float32 | 7612 |

      Examples: features around the widths
        | steps | features | dtype   | seed |
        | 4     | 1        | float32 | 7620 |
        | 4     | 7        | float32 | 7621 |
        | 4     | 8        | float32 | 7622 |
        | 4     | 9        | float32 | 7623 |
        | 4     | 16       | float32 | 7624 |
        | 4     | 17       | float32 | 7625 |
        | 4     | 31       | float32 | 7626 |
        | 4     | 33       | float32 | 7627 |
        | 4     | 63       | float32 | 7628 |
        | 4     | 65       | float32 | 7629 |
        | 4     | 129      | float32 | 7630 |

      Examples: the other dtypes
        | steps | features | dtype    | seed |
        | 5     | 3        | float64  | 7640 |
        | 9     | 5        | float64  | 7641 |
        | 4     | 17       | float64  | 7642 |
        | 7     | 3        | float16  | 7643 |
        | 17    | 2        | float16  | 7644 |
        | 4     | 33       | float16  | 7645 |
        | 7     | 3        | bfloat16 | 7646 |
        | 17    | 2        | bfloat16 | 7647 |
        | 4     | 33       | bfloat16 | 7648 |

  @req:masking.masked_mean.spread @must
  Rule: However the values are spread, the mean is within its bound

    Scenario Outline: Values from <family> in <dtype>
      Given the <dtype> tensor values of shape [2, 100] drawn from <family> with seed <seed>
      And the bool tensor mask of shape [2, 100] drawn from coin 0.7 with seed <seed>1
      When masked_mean is computed
      Then the result conforms

      Examples: cancelling, stagnating, far out
        | family            | dtype    | seed |
        | alternating 1e4   | float32  | 7660 |
        | normal 1e-20      | float32  | 7661 |
        | offset 1e6        | float32  | 7662 |
        | sorted 1e5        | float32  | 7663 |
        | dominant 1e8      | float32  | 7664 |
        | equal 1e36        | float32  | 7665 |
        | stagnation 1e-8   | float32  | 7666 |
        | alternating 1e200 | float64  | 7667 |
        | sorted 5          | float64  | 7668 |
        | offset 1e3        | float16  | 7669 |
        | equal 300         | float16  | 7670 |
        | alternating 6e4   | float16  | 7671 |
        | offset 1e3        | bfloat16 | 7672 |
        | dominant 1e5      | bfloat16 | 7673 |

    Scenario Outline: <steps> steps from <family> in <dtype>
      Given the <dtype> tensor values of shape [1, <steps>] drawn from <family> with seed <seed>
      And the bool tensor mask of shape [1, <steps>] drawn from coin 0.7 with seed <seed>1
      When masked_mean is computed
      Then the result conforms

      @full
      Examples: longer than any text
        | steps  | family      | dtype    | seed |
        | 100000 | uniform 0 1 | float16  | 7680 |
        | 100000 | uniform 0 1 | bfloat16 | 7681 |
        | 131072 | normal 1    | float32  | 7682 |
        | 131072 | normal 1    | float64  | 7683 |

  @req:masking.masked_mean.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor values of shape [3, 33] drawn from normal 3 with seed 7901
      And the bool tensor mask of shape [3, 33] drawn from coin 0.7 with seed 7905
      When masked_mean is computed as first
      And masked_mean is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
