Feature: From many losses to one number

  reduce_loss takes losses l, and weights w if there are any, and makes of them

      none                       w l, as many as there were
      sum                        the sum of w l
      mean                       the sum of w l, divided by the number N of losses
      weighted_mean              ..., divided by the sum of the weights
      mean_over_nonzero_weights  ..., divided by the number of weights other than 0

  Without weights every weight is 1, and the three means are one. With weights
  they differ, and frameworks differ in which of them they call the mean:
  Keras divides by N, PyTorch and scikit-learn by the sum of the weights, the
  old TensorFlow losses by the count of nonzero weights.

  @req:cross-entropy.reduce.definition @must
  Rule: Each reduction has its own denominator

    Scenario Outline: Four losses with unequal weights: <reduction>
      The weighted losses sum to 13; N is 4, the weights sum to 6, and 3 of them aren't 0.

      Given the float64 tensor loss = [1, 2, 3, 6]
      And the float64 tensor weights = [4, 0, 1, 1]
      When reduce_loss is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction                 | loss         |
        | none                      | [4, 0, 3, 6] |
        | sum                       | 13           |
        | mean                      | 3.25         |
        | weighted_mean             | 2.1666666667 |
        | mean_over_nonzero_weights | 4.3333333333 |

    Scenario Outline: Without weights: <reduction>
      Given the float64 tensor loss = [[1, 2], [3, 6], [0, 0.5]]
      When reduce_loss is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction                 | loss                       |
        | none                      | [[1, 2], [3, 6], [0, 0.5]] |
        | sum                       | 12.5                       |
        | mean                      | 2.0833333333               |
        | weighted_mean             | 2.0833333333               |
        | mean_over_nonzero_weights | 2.0833333333               |

    @smoke
    Scenario: The mean is the default
      Given the float32 tensor loss = [1, 2, 6]
      And the float32 tensor weights = [1, 1, 0]
      When reduce_loss is computed
      Then the result is 1
      And the result has dtype float32 and shape []

    Scenario Outline: Fractional and large weights: <reduction>
      Given the float64 tensor loss = [0.5, 4, 8]
      And the float64 tensor weights = [0.25, 100, 1e-3]
      When reduce_loss is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction                 | loss         |
        | mean                      | 133.37766667 |
        | weighted_mean             | 3.99131181   |
        | mean_over_nonzero_weights | 133.37766667 |

    Scenario Outline: Negative weights are numbers like others: <reduction>
      Given the float64 tensor loss = [1, 2, 4]
      And the float64 tensor weights = [-1, 3, 0]
      When reduce_loss is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction                 | loss       |
        | none                      | [-1, 6, 0] |
        | sum                       | 5          |
        | weighted_mean             | 2.5        |
        | mean_over_nonzero_weights | 2.5        |

    Scenario: Negative losses keep their sign
      Given the float64 tensor loss = [-1, 0.5, -2]
      When reduce_loss is computed
      Then the result is -0.83333333

    Scenario: A mean of means is not the mean
      Two batches of 1 and 3 losses: gradient accumulation got this wrong in
      huggingface/transformers#34191 and others (B139). Their means are 8 and 2; the mean of all is 3.5, not 5.

      Given the float64 tensor loss = [8]
      When reduce_loss is computed as small
      Given the float64 tensor loss = [1, 2, 3]
      When reduce_loss is computed as large
      Given the float64 tensor loss = [8, 1, 2, 3]
      When reduce_loss is computed as all
      Then small is 8
      And large is 2
      And all is 3.5

    Scenario Outline: Many losses, <dtype>, <reduction>
      Given the <dtype> tensor loss of shape [<n>] drawn from uniform 0 4 with seed 281
      And the <dtype> tensor weights of shape [<n>] drawn from <weights> with seed 282
      When reduce_loss is computed with reduction <reduction>
      Then the result conforms

      Examples: some weights zero
        | dtype    | n  | weights  | reduction                 |
        | float16  | 40 | coin 0.5 | weighted_mean             |
        | bfloat16 | 40 | coin 0.5 | mean_over_nonzero_weights |
        | float32  | 40 | coin 0.7 | mean                      |
        | float32  | 40 | coin 0.7 | weighted_mean             |
        | float64  | 40 | coin 0.7 | mean_over_nonzero_weights |

      Examples: weights between
        | dtype   | n    | weights     | reduction     |
        | float16 | 40   | uniform 0 2 | none          |
        | float32 | 1000 | uniform 0 2 | sum           |
        | float32 | 1000 | uniform 0 2 | weighted_mean |
        | float64 | 40   | uniform 0 2 | weighted_mean |

    Scenario Outline: Four thousand equal losses, <dtype>
      A float16 sum sticks at 2,048, a bfloat16 one at 256.

      Given the <dtype> tensor loss of shape [4096] drawn from equal 1.5 with seed 1
      When reduce_loss is computed
      Then the result is 1.5

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |

    Scenario: A mean of large float16 losses
      Four times 40,000 is beyond float16; their mean is not.

      Given the float16 tensor loss = [40000, 40000, 40000, 40000]
      When reduce_loss is computed
      Then the result is 40000

  @req:cross-entropy.reduce.nothing-left @must
  Rule: A mean over nothing is 0/0: a choice; sums of nothing are 0

    Scenario Outline: All weights are zero: <reduction>
      PyTorch and ONNX say NaN, Keras and TensorFlow 0, scikit-learn refuses.

      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed with reduction <reduction>
      Then where mean.nothing_left is nan the result is NaN
      And where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is refused the operation is refused with invalid_shape

      Examples:
        | reduction                 |
        | weighted_mean             |
        | mean_over_nonzero_weights |

    Scenario: Zero weights leave sum and plain mean defined
      Given the float32 tensor loss = [1, 2]
      And the float32 tensor weights = [0, 0]
      When reduce_loss is computed as total with reduction sum
      And reduce_loss is computed as average with reduction mean
      And reduce_loss is computed as losses with reduction none
      Then total is 0
      And average is 0
      And losses is [0, 0]

    Scenario: No losses at all
      Given the float32 tensor loss of shape [0] = []
      When reduce_loss is computed as total with reduction sum
      And reduce_loss is computed as losses with reduction none
      And reduce_loss is computed as average with reduction mean
      Then total is 0
      And losses has dtype float32 and shape [0]
      And where mean.nothing_left is nan average is NaN
      And where mean.nothing_left is zero average is 0

  @req:cross-entropy.reduce.not-a-number @must
  Rule: NaN is not lost, and under a weight of 0 it is left out or, by choice, leaks

    Scenario Outline: A NaN that counts: <reduction>
      Given the float32 tensor loss = [1, NaN, 2]
      When reduce_loss is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction     | loss        |
        | none          | [1, NaN, 2] |
        | sum           | NaN         |
        | mean          | NaN         |
        | weighted_mean | NaN         |

    Scenario Outline: <value> under a weight of zero: <reduction>
      Given the float32 tensor loss = [1, <value>, 2]
      And the float32 tensor weights = [1, 0, 3]
      When reduce_loss is computed with reduction <reduction>
      Then where masked_not_a_number is excluded the result is <excluded>
      And where masked_not_a_number is leaks the result is <leaks>

      Examples:
        | value    | reduction                 | excluded  | leaks       |
        | NaN      | none                      | [1, 0, 6] | [1, NaN, 6] |
        | NaN      | sum                       | 7         | NaN         |
        | NaN      | weighted_mean             | 1.75      | NaN         |
        | Infinity | mean_over_nonzero_weights | 3.5       | NaN         |

    Scenario: An infinite loss makes an infinite mean
      Given the float32 tensor loss = [1, Infinity]
      When reduce_loss is computed
      Then the result is Infinity

    Scenario Outline: The <reduction> of <loss>
      Given the float32 tensor loss = <loss>
      When reduce_loss is computed with reduction <reduction>
      Then the result is <result>

      Examples: first, last, and infinities that cancel
        | loss                     | reduction | result    |
        | [NaN, 1, 2]              | sum       | NaN       |
        | [1, 2, NaN]              | sum       | NaN       |
        | [NaN, 1, 2]              | mean      | NaN       |
        | [1, 2, NaN]              | mean      | NaN       |
        | [Infinity, 1, 2]         | sum       | Infinity  |
        | [1, 2, -Infinity]        | mean      | -Infinity |
        | [Infinity, 1, -Infinity] | sum       | NaN       |
        | [-Infinity, 1, Infinity] | mean      | NaN       |

  @req:cross-entropy.reduce.refusals @must
  Rule: Weights have the shape and dtype of the losses, and the reduction is a known one

    Scenario Outline: Weights of shape <weights> for losses of shape <loss>
      Given the float32 tensor loss of shape <loss> drawn from uniform 0 1 with seed 283
      And the float32 tensor weights of shape <weights> drawn from uniform 0 1 with seed 284
      When reduce_loss is computed
      Then the operation is refused with invalid_shape

      Examples:
        | loss   | weights |
        | [3]    | [4]     |
        | [2, 3] | [6]     |
        | [2, 3] | [3, 2]  |
        | [3]    | [3, 1]  |

    Scenario Outline: Losses of <loss> with weights of <weights>
      Given the <loss> tensor loss of shape [2] drawn from coin 0.5 with seed 285
      And the <weights> tensor weights of shape [2] drawn from coin 0.5 with seed 286
      When reduce_loss is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | loss    | weights |
        | int32   | float32 |
        | float32 | int32   |
        | float32 | bool    |
        | float32 | float64 |

    Scenario: No losses given
      Given the float32 tensor weights = [1]
      When reduce_loss is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor loss = [1, 2]
      When reduce_loss is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute                     |
        | reduction average             |
        | reduction sum_over_batch_size |
        | reduction true                |
        | axis 0                        |
