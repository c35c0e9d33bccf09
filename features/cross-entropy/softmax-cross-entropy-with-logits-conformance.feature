Feature: Softmax cross-entropy with logits over types, sizes and layouts

  The definition is on the page softmax-cross-entropy-with-logits. Here it
  meets numbers nobody chose by hand: seeded draws of every type and size.

  16-bit tensors are computed in float32 or better and rounded once: a float16
  accumulator stops growing at 2,048 equal terms of 1, bfloat16's at 256.

  @req:cross-entropy.conformance.dtype @must
  Rule: Every float dtype conforms for small and large logits

    Scenario Outline: <dtype>, normal logits times <scale>, <classes> classes
      Given the <dtype> tensor labels of shape [4, <classes>] drawn from probabilities with seed 2<seed>
      And the <dtype> tensor logits of shape [4, <classes>] drawn from normal <scale> with seed <seed>
      When softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: float32
        | dtype   | scale | classes | seed |
        | float32 | 0.1   | 2       | 101  |
        | float32 | 1     | 3       | 102  |
        | float32 | 5     | 10      | 103  |
        | float32 | 30    | 10      | 104  |

      Examples: float64
        | dtype   | scale | classes | seed |
        | float64 | 0.1   | 2       | 111  |
        | float64 | 1     | 3       | 112  |
        | float64 | 5     | 10      | 113  |
        | float64 | 30    | 10      | 114  |
        | float64 | 1000  | 10      | 115  |

      Examples: float16
        | dtype   | scale | classes | seed |
        | float16 | 0.1   | 2       | 121  |
        | float16 | 1     | 3       | 122  |
        | float16 | 5     | 10      | 123  |
        | float16 | 30    | 10      | 124  |

      Examples: bfloat16
        | dtype    | scale | classes | seed |
        | bfloat16 | 0.1   | 2       | 131  |
        | bfloat16 | 1     | 3       | 132  |
        | bfloat16 | 5     | 10      | 133  |
        | bfloat16 | 30    | 10      | 134  |

    Scenario Outline: Sparse labels, <dtype>, normal logits times <scale>, <classes> classes
      Given the int64 tensor labels of shape [5] drawn from integers 0 <classes> with seed 3<seed>
      And the <dtype> tensor logits of shape [5, <classes>] drawn from normal <scale> with seed <seed>
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples:
        | dtype    | scale | classes | seed |
        | float32  | 0.1   | 1       | 141  |
        | float32  | 1     | 2       | 142  |
        | float32  | 5     | 3       | 143  |
        | float32  | 30    | 10      | 144  |
        | float64  | 1     | 10      | 145  |
        | float64  | 30    | 3       | 146  |
        | float16  | 5     | 10      | 147  |
        | bfloat16 | 5     | 10      | 148  |

    Scenario Outline: <family> logits in <dtype>
      Given the int32 tensor labels = [0, 3, 6]
      And the <dtype> tensor logits of shape [3, 7] drawn from <family> with seed 151
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: families that break a shortcut
        | family             | dtype   |
        | alternating 88     | float32 |
        | alternating 400    | float64 |
        | alternating 11     | float16 |
        | sorted 30          | float32 |
        | dominant 100       | float32 |
        | offset -1e5        | float32 |
        | uniform -1e38 1e38 | float32 |
        | equal 1e-40        | float32 |

  @req:cross-entropy.conformance.classes @must
  Rule: Many classes do not wear out the sum

    Scenario: Equal logits of float16, four thousand classes
      ln 4096 = 8.3178. A float16 sum sticks at 2,048 and gives 7.62.

      Given the int32 tensor labels = [0, 4095]
      And the float16 tensor logits of shape [2, 4096] drawn from equal 3 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [8.3178, 8.3178]

    Scenario: Equal logits of bfloat16, a thousand classes
      ln 1000 = 6.9078. A bfloat16 sum sticks at 256 and gives 5.55.

      Given the int32 tensor labels = [999]
      And the bfloat16 tensor logits of shape [1, 1000] drawn from equal 3 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [6.9078]

    Scenario Outline: A thousand classes, <dtype>, normal logits times <scale>
      Given the int32 tensor labels = [0, 999]
      And the <dtype> tensor logits of shape [2, 1000] drawn from normal <scale> with seed 161
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples:
        | dtype    | scale |
        | float32  | 1     |
        | float32  | 30    |
        | float64  | 5     |
        | bfloat16 | 5     |

    Scenario Outline: Numbers of classes around vector widths: <classes>
      A tail that is dropped, or read twice, shows in the loss of equal logits at once.

      Given the int32 tensor labels = [0]
      And the float32 tensor logits of shape [1, <classes>] drawn from equal 0.5 with seed 1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples:
        | classes | loss      |
        | 7       | [1.94591] |
        | 8       | [2.07944] |
        | 9       | [2.19722] |
        | 15      | [2.70805] |
        | 17      | [2.83321] |
        | 31      | [3.43399] |
        | 33      | [3.49651] |
        | 65      | [4.17439] |
        | 127     | [4.84419] |

    @full
    Scenario Outline: A hundred thousand classes, <dtype>, <family>
      In float16 the sum itself is beyond the largest float16: infinite in
      frameworks that hold it there, where the exact loss of equal logits is 11.51.

      Given the int32 tensor labels = [50000]
      And the <dtype> tensor logits of shape [1, 100000] drawn from <family> with seed 171
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples:
        | dtype    | family              |
        | float16  | equal 0             |
        | bfloat16 | equal 0             |
        | float32  | equal 0             |
        | float32  | stagnation -16.6356 |
        | float16  | normal 5            |
        | float64  | normal 5            |

  @req:cross-entropy.conformance.axis @must
  Rule: Every axis of every rank conforms

    Scenario Outline: Dense labels, shape <shape>, axis <axis>
      Given the float32 tensor labels of shape <shape> drawn from probabilities with seed 181
      And the float32 tensor logits of shape <shape> drawn from normal 5 with seed 182
      When softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the result conforms
      And the result has dtype float32 and shape <losses>

      Examples:
        | shape           | axis | losses       |
        | [4]             | 0    | []           |
        | [3, 4]          | 0    | [4]          |
        | [2, 3, 4]       | 0    | [3, 4]       |
        | [2, 3, 4]       | 1    | [2, 4]       |
        | [2, 3, 4]       | 2    | [2, 3]       |
        | [2, 3, 4, 2]    | 1    | [2, 4, 2]    |
        | [2, 3, 4, 2]    | -2   | [2, 3, 2]    |
        | [2, 3, 2, 2, 3] | -4   | [2, 2, 2, 3] |
        | [33, 3]         | 0    | [3]          |
        | [3, 1, 4]       | 1    | [3, 4]       |

    Scenario Outline: An axis out of range: <axis> of shape <shape>
      Given the float32 tensor labels of shape <shape> drawn from probabilities with seed 183
      And the float32 tensor logits of shape <shape> drawn from normal 1 with seed 184
      When softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | shape     | axis |
        | [3]       | 1    |
        | [3]       | -2   |
        | [2, 3]    | 2    |
        | [2, 3, 4] | -4   |

    Scenario: The axis before the last, by its negative number
      TensorFlow accepts -1 and no other negative axis here.

      Given the float32 tensor labels = [[1, 0, 0], [0, 1, 1]]
      And the float32 tensor logits = [[1, 2, 3], [3, 1, 0]]
      When softmax_cross_entropy_with_logits is computed with axis -2
      Then where negative_axis is any the result is [2.126928, 1.313262, 3.048587]
      And where negative_axis is only_minus_one the operation is refused with invalid_axis
      And where negative_axis is refused the operation is refused with invalid_axis

  @req:cross-entropy.conformance.batch @must
  Rule: Slices are independent and an empty batch is no error

    Scenario Outline: An empty batch of shape <shape>
      Given the <dtype> tensor labels of shape <shape> = []
      And the <dtype> tensor logits of shape <shape> = []
      When softmax_cross_entropy_with_logits is computed
      Then the result has dtype <dtype> and shape <losses>

      Examples:
        | shape     | losses | dtype   |
        | [0, 3]    | [0]    | float32 |
        | [0, 2, 3] | [0, 2] | float64 |
        | [2, 0, 3] | [2, 0] | float16 |

    Scenario: A broken neighbour has no influence
      Given the float32 tensor labels = [[0.5, 0.25, 0.25]]
      And the float32 tensor logits = [[0.5, -2.25, 7]]
      When softmax_cross_entropy_with_logits is computed as alone
      Given the float32 tensor labels = [[1, 0, 0], [0.5, 0.25, 0.25], [0, 1, 0]]
      And the float32 tensor logits = [[NaN, 1, 2], [0.5, -2.25, 7], [1e30, 0, 1]]
      When softmax_cross_entropy_with_logits is computed as together
      Then alone is [5.564098]
      And together is [NaN, 5.56410, 1000000015047466219876688855040.00000]

  @req:cross-entropy.conformance.lengths @must
  Rule: Any number of classes works with dense labels

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the float32 tensor labels of shape [3, <length>] drawn from probabilities with seed <length>
      And the float32 tensor logits of shape [3, <length>] drawn from normal 4 with seed <length>1
      When softmax_cross_entropy_with_logits is computed
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
      Given the <dtype> tensor labels of shape [2, <length>] drawn from probabilities with seed <length>
      And the <dtype> tensor logits of shape [2, <length>] drawn from normal 4 with seed <length>1
      When softmax_cross_entropy_with_logits is computed
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

  @req:cross-entropy.conformance.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the float32 tensor labels of shape [<length>, <columns>] drawn from probabilities with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 4 with seed <columns>1
      When softmax_cross_entropy_with_logits is computed with axis 0
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
      Given the <dtype> tensor labels of shape [2, <length>, <columns>] drawn from probabilities with seed <columns>
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 4 with seed <columns>1
      When softmax_cross_entropy_with_logits is computed with axis 1
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

    Scenario Outline: Axis <axis> of shape <shape> in <dtype>, dense labels
      Given the <dtype> tensor labels of shape <shape> drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>1
      When softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: ranks and axes not on the other pages
        | shape           | reduced      | axis | dtype    | seed |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 0    | float32  | 5300 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | -3   | float64  | 5301 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 2    | float16  | 5302 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | -1   | bfloat16 | 5303 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 0    | float32  | 5304 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | -3   | float64  | 5305 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 3    | float16  | 5306 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | -1   | bfloat16 | 5307 |

  @req:cross-entropy.conformance.spread @must
  Rule: However the logits are spread, the loss is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor labels of shape [2, 100] drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>1
      When softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 5320 |
        | normal 30           | float32  | 5321 |
        | uniform -80 80      | float32  | 5322 |
        | sorted 5            | float32  | 5323 |
        | dominant 40         | float32  | 5324 |
        | equal 3             | float32  | 5325 |
        | offset 1e4          | float32  | 5326 |
        | offset -1e4         | float32  | 5327 |
        | offset 1e30         | float32  | 5328 |
        | alternating 43      | float32  | 5329 |
        | alternating 88      | float32  | 5330 |
        | stagnation -16.6356 | float32  | 5331 |
        | normal 30           | float64  | 5332 |
        | uniform 0 700       | float64  | 5333 |
        | dominant 300        | float64  | 5334 |
        | alternating 350     | float64  | 5335 |
        | offset 1e10         | float64  | 5336 |
        | normal 5            | float16  | 5337 |
        | uniform -8 8        | float16  | 5338 |
        | offset 1e3          | float16  | 5339 |
        | alternating 4       | float16  | 5340 |
        | normal 5            | bfloat16 | 5341 |
        | uniform -80 80      | bfloat16 | 5342 |
        | dominant 20         | bfloat16 | 5343 |

  @req:cross-entropy.conformance.vocabulary @must
  Rule: Tens of thousands of classes do not wear out the sum

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor labels of shape [<length>] drawn from probabilities with seed <seed>
      And the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>1
      When softmax_cross_entropy_with_logits is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family              | dtype    | seed |
        | 32768  | normal 5            | float32  | 5350 |
        | 131072 | normal 1            | float32  | 5351 |
        | 131072 | stagnation -16.6356 | float32  | 5352 |
        | 131072 | normal 5            | float64  | 5353 |
        | 100000 | equal 0             | float16  | 5354 |
        | 100000 | equal 0             | bfloat16 | 5355 |
        | 100000 | normal 1            | float16  | 5356 |

  @req:cross-entropy.conformance.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor labels of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When softmax_cross_entropy_with_logits is computed as first
      And softmax_cross_entropy_with_logits is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
