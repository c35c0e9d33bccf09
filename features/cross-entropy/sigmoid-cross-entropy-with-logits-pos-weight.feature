Feature: A weight for the positive label

  Where one element in a hundred is positive, a prediction of "no" is right
  99 times. pos_weight q multiplies the positive part of the sigmoid
  cross-entropy, and that part alone:

      loss = q z softplus(-x) + (1 - z) softplus(x)

  q = 1 changes nothing; q > 1 makes misses dearer than false alarms. It is
  broadcast to the logits: one number, or one for each class.

  @req:cross-entropy.pos-weight.definition @must
  Rule: pos_weight multiplies the part of the positive label only

    @smoke
    Scenario: A weight of three at positive, negative and half labels
      Given the float64 tensor labels = [1, 0, 0.5]
      And the float64 tensor pos_weight = 3
      And the float64 tensor logits = [2, 2, 2]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [0.38078403, 2.12692801, 1.25385602]

    Scenario Outline: A weight of <weight>
      Given the float64 tensor labels = [1, 0, 0.25]
      And the float64 tensor pos_weight = [<weight>]
      And the float64 tensor logits = [-1, -1, 5]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples:
        | weight | losses                                 |
        | 0      | [0, 0.31326169, 3.75503651]            |
        | 0.5    | [0.65663084, 0.31326169, 3.75587593]   |
        | 100    | [131.32616875, 0.31326169, 3.92292022] |

    Scenario: One weight for each class
      Given the float64 tensor labels = [[1, 1, 1], [1, 0, 1]]
      And the float64 tensor pos_weight = [1, 2, 10]
      And the float64 tensor logits = [[0, 0, 0], [1, 1, -1]]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [[0.69314718, 1.38629436, 6.93147181], [0.31326169, 1.31326169, 13.13261688]]

    Scenario: One weight for each row
      Given the float64 tensor labels = [[1, 1], [1, 1]]
      And the float64 tensor pos_weight = [[2], [4]]
      And the float64 tensor logits = [[0, 1], [0, 1]]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [[1.38629436, 0.62652338], [2.77258872, 1.25304675]]

    Scenario Outline: Weights of shape <weights> for three axes
      Given the float32 tensor labels of shape [2, 3, 4] drawn from uniform 0 1 with seed 7262
      And the float32 tensor pos_weight of shape <weights> drawn from uniform 1 5 with seed 7263
      And the float32 tensor logits of shape [2, 3, 4] drawn from normal 4 with seed 7264
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: the last axis, the one before, both
        | weights |
        | [4]     |
        | [3, 1]  |
        | [3, 4]  |

    Scenario: A weight of one is no weight
      Giving it made NaN at a logit of -120 in pytorch/pytorch#13773 (B129).

      Given the float32 tensor labels = [1, 0, 1, 0.5]
      And the float32 tensor logits = [-120, -120, 120, 3]
      When sigmoid_cross_entropy_with_logits is computed as plain
      Given the float32 tensor pos_weight = 1
      When sigmoid_cross_entropy_with_logits is computed as weighted
      Then weighted is [120, 0, 0, 1.54859]
      And plain and weighted agree

    Scenario Outline: Large logits with a weight, <dtype>
      Given the <dtype> tensor labels = [1, 0, 1, 0]
      And the <dtype> tensor pos_weight = 4
      And the <dtype> tensor logits = [-1000, -1000, 1000, 1000]
      When sigmoid_cross_entropy_with_logits is computed
      Then the result is [4000, 0, 0, 1000]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: The mean divides by the number of elements, not by the weights
      Given the float64 tensor labels = [1, 0, 1, 1]
      And the float64 tensor pos_weight = 5
      And the float64 tensor logits = [1, 2, -1, 0]
      When sigmoid_cross_entropy_with_logits is computed with reduction mean
      Then the result is 3.43132020

    Scenario Outline: Weighted draws, <dtype>
      Given the <dtype> tensor labels of shape [3, 4] drawn from uniform 0 1 with seed 271
      And the <dtype> tensor pos_weight = [0.25, 1, 3, 20]
      And the <dtype> tensor logits of shape [3, 4] drawn from normal 5 with seed 272
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:cross-entropy.sigmoid.refusals @must
  Rule: Labels and logits have one shape and one float dtype; the weight can be broadcast

    Scenario Outline: Labels of shape <labels> for logits of shape <logits>
      Given the float32 tensor labels of shape <labels> drawn from coin 0.5 with seed 273
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 274
      When sigmoid_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_shape

      Examples:
        | labels | logits |
        | [3]    | [3, 1] |
        | [1, 2] | [3, 2] |
        | []     | [2]    |
        | [2, 3] | [3, 2] |

    Scenario Outline: A weight of shape <weight> for logits of two rows and three columns
      Given the float32 tensor labels = [[1, 0, 1], [0, 1, 0]]
      And the float32 tensor logits = [[1, 2, 3], [4, 5, 6]]
      And the float32 tensor pos_weight of shape <weight> drawn from equal 2 with seed 1
      When sigmoid_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_shape

      Examples:
        | weight    |
        | [2]       |
        | [4]       |
        | [3, 1]    |
        | [1, 2, 3] |

    Scenario Outline: Labels of <labels>, logits of <logits>, a weight of <weight>
      Given the <labels> tensor labels of shape [2] drawn from coin 0.5 with seed 275
      And the <logits> tensor logits of shape [2] drawn from coin 0.5 with seed 276
      And the <weight> tensor pos_weight of shape [2] drawn from equal 2 with seed 1
      When sigmoid_cross_entropy_with_logits is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | labels  | logits  | weight  |
        | int32   | float32 | float32 |
        | bool    | float32 | float32 |
        | float32 | int32   | float32 |
        | float64 | float32 | float32 |
        | float32 | float32 | float16 |

    Scenario: No labels
      Given the float32 tensor logits = [1]
      When sigmoid_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the float32 tensor labels = [1]
      When sigmoid_cross_entropy_with_logits is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      The weight is a tensor, and there is no axis.

      Given the float32 tensor labels = [1, 0]
      And the float32 tensor logits = [2, -1]
      When sigmoid_cross_entropy_with_logits is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute     |
        | reduction all |
        | pos_weight 2  |
        | axis -1       |
