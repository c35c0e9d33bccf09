Feature: What holds for every softmax

  Some things are true of softmax whatever the logits, and need no expected numbers: the results lie
  between 0 and 1 and sum to 1, the larger logit never gets the smaller probability, and reordering
  the classes reorders the probabilities.

  @req:softmax.properties.distribution @must
  Rule: Every slice is a probability distribution

    Scenario Outline: <family> in <dtype> along axis <axis>
      Given the <dtype> tensor logits of shape [4, 6, 5] drawn from <family> with seed <seed>
      When softmax is computed with axis <axis>
      Then every element of the result lies between 0 and 1
      And every slice of the result along axis <axis> sums to 1

      Examples: all dtypes and axes
        | dtype    | family         | axis | seed |
        | float32  | normal 1       | 0    | 501  |
        | float32  | normal 30      | 1    | 502  |
        | float32  | offset 1e4     | 2    | 503  |
        | float64  | normal 5       | 0    | 504  |
        | float64  | uniform 0 2000 | 1    | 505  |
        | float16  | normal 2       | 1    | 506  |
        | float16  | offset -300    | 2    | 507  |
        | bfloat16 | normal 2       | 0    | 508  |
        | bfloat16 | alternating 88 | 2    | 509  |

  @req:softmax.properties.order @must
  Rule: The order of the logits is kept

    Scenario Outline: <family> in <dtype>
      Given the <dtype> tensor logits of shape [3, 40] drawn from <family> with seed <seed>
      When softmax is computed
      Then the result keeps the order of logits along axis 1

      Examples: in order already, mixed, with many ties, with tiny results
        | dtype    | family        | seed |
        | float32  | sorted 3      | 511  |
        | float32  | normal 1      | 512  |
        | float32  | integers 0 4  | 513  |
        | float32  | uniform -90 0 | 514  |
        | float64  | normal 10     | 515  |
        | float16  | normal 3      | 516  |
        | bfloat16 | normal 3      | 517  |

    Scenario: Order down the columns
      Given the float32 tensor logits of shape [9, 7] drawn from normal 3 with seed 518
      When softmax is computed with axis 0
      Then the result keeps the order of logits along axis 0

  @req:softmax.properties.permutation @must
  Rule: Reordered classes get reordered probabilities

    Scenario Outline: <order>
      Given the float32 tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: the same four logits in every place
        | order                     | logits        | probabilities                        |
        | Ascending                 | [-2, 0, 1, 3] | [0.00565, 0.04177, 0.11355, 0.83902] |
        | Descending                | [3, 1, 0, -2] | [0.83902, 0.11355, 0.04177, 0.00565] |
        | The largest in the middle | [0, 3, -2, 1] | [0.04177, 0.83902, 0.00565, 0.11355] |
        | Rotated                   | [1, 3, -2, 0] | [0.11355, 0.83902, 0.00565, 0.04177] |

    Scenario: A matrix along its columns is its transpose along its rows
      Given the float32 tensor logits = [[4], [-2], [0.5]]
      When softmax is computed as upright with axis 0
      Given the float32 tensor logits = [[4, -2, 0.5]]
      When softmax is computed as lying with axis 1
      Then upright is [[0.96836], [0.00240], [0.02924]]
      And lying is [[0.96836, 0.00240, 0.02924]]

  @req:softmax.properties.repeatable @should
  Rule: The same logits give the same bits

    Scenario Outline: Asked twice in <dtype>
      Given the <dtype> tensor logits of shape [7, 129] drawn from normal 3 with seed <seed>
      When softmax is computed as first
      And softmax is computed as second
      Then first and second are identical

      Examples: all float dtypes
        | dtype    | seed |
        | float16  | 521  |
        | bfloat16 | 522  |
        | float32  | 523  |
        | float64  | 524  |

    Scenario: The input is not changed by the first call
      Given the float32 tensor logits = [1, 2, 3]
      When softmax is computed as first
      And softmax is computed as second with axis 0
      Then first and second agree
      And second is [0.0900, 0.2447, 0.6652]
