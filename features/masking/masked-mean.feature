Feature: masked_mean

  All relevant outputs of a recurrent network, averaged: of values [batch, steps, ...] the mean over
  the steps that the mask [batch, steps] keeps.

      mean = (sum of mask * value) / (sum of mask)

  The mask is bool, or weights in the dtype of the values. What to divide by is where implementations
  go wrong: the number of kept steps, not the number of all.

  @req:masking.masked_mean.definition @must
  Rule: The sum over the kept steps, divided by their number

    @smoke
    Scenario: Two of three steps
      Divided by all three steps the mean would be 1 (B046).

      Given the float32 tensor values = [[1, 2, 60]]
      And the bool tensor mask = [[true, true, false]]
      When masked_mean is computed
      Then the result is [1.5]

    Scenario Outline: Mask <mask>
      Given the float32 tensor values = [[4, 8, 1, 3]]
      And the bool tensor mask = [<mask>]
      When masked_mean is computed
      Then the result is <mean>

      Examples: all, one, holes, the end
        | mask                        | mean  |
        | [true, true, true, true]    | [4]   |
        | [true, false, false, false] | [4]   |
        | [true, false, true, false]  | [2.5] |
        | [false, false, true, true]  | [2]   |
        | [true, true, false, true]   | [5]   |

    Scenario: Rows of different lengths
      Given the float32 tensor values = [[1, 2, 3], [10, 20, 30], [5, 6, 7]]
      And the bool tensor mask = [[true, false, false], [true, true, true], [true, true, false]]
      When masked_mean is computed
      Then the result is [1, 20, 5.5]

    Scenario: Outputs with several features
      Given the float32 tensor values = [[[1, 10], [3, 30], [99, 99]], [[5, -5], [0, 0], [7, 7]]]
      And the bool tensor mask = [[true, true, false], [true, false, false]]
      When masked_mean is computed
      Then the result has dtype float32 and shape [2, 2]
      And the result is [[2, 20], [5, -5]]

    Scenario: From lengths to means
      The mask is what sequence_mask makes of the lengths one and three.

      Given the int32 tensor lengths = [1, 3]
      When sequence_mask is computed as steps
      Given the float32 tensor values = [[6, 100, 100], [1, 2, 6]]
      And the bool tensor mask = [[true, false, false], [true, true, true]]
      When masked_mean is computed as means
      Then steps is exactly [[true, false, false], [true, true, true]]
      And means is [6, 3]

    Scenario Outline: In <dtype>
      Given the <dtype> tensor values = [[1, 2, 5, 100]]
      And the bool tensor mask = [[true, true, true, false]]
      When masked_mean is computed
      Then the result has dtype <dtype> and shape [1]
      And the result is [2.66666666666667]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: Drawn values of shape <shape> in <dtype>
      Given the <dtype> tensor values of shape <shape> drawn from normal 3 with seed <seed>
      And the bool tensor mask of shape <steps> drawn from coin 0.6 with seed <seed>
      When masked_mean is computed
      Then the result has dtype <dtype> and shape <result>
      And the result conforms

      Examples: ranks two to five
        | dtype    | shape           | steps     | result       | seed |
        | float32  | [5, 7]          | [5, 7]    | [5]          | 951  |
        | float32  | [3, 17, 4]      | [3, 17]   | [3, 4]       | 952  |
        | float64  | [3, 9, 5]       | [3, 9]    | [3, 5]       | 953  |
        | float16  | [3, 9, 5]       | [3, 9]    | [3, 5]       | 954  |
        | bfloat16 | [3, 9, 5]       | [3, 9]    | [3, 5]       | 955  |
        | float32  | [2, 8, 3, 2]    | [2, 8]    | [2, 3, 2]    | 956  |
        | float32  | [2, 5, 2, 3, 2] | [2, 5]    | [2, 2, 3, 2] | 957  |
        | float32  | [2, 1000]       | [2, 1000] | [2]          | 958  |

    Scenario Outline: <length> equal steps in <dtype>
      A sum or a count kept in the dtype itself stops growing, at 2048 in float16 and 256 in bfloat16.

      Given the <dtype> tensor values of shape [1, <length>] drawn from equal 1 with seed 0
      And the bool tensor mask of shape [1, <length>] drawn from equal 1 with seed 0
      When masked_mean is computed
      Then the result is [1]

      Examples: past the count where a narrow sum stops
        | dtype    | length |
        | float16  | 4096   |
        | bfloat16 | 1024   |
        | float32  | 4096   |

  @req:masking.masked_mean.axis @must
  Rule: The steps are axis 1, or axis 0 if asked

    Scenario: Along the batch
      Given the float32 tensor values = [[1, 2], [3, 40], [5, 6]]
      And the bool tensor mask = [[true, true], [true, false], [false, true]]
      When masked_mean is computed with axis 0
      Then the result is [2, 4]

    Scenario: Along the batch with features
      Given the float32 tensor values = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
      And the bool tensor mask = [[true, false], [true, true]]
      When masked_mean is computed with axis 0
      Then the result is [[3, 4], [7, 8]]

    Scenario: No axis and axis one are the same
      Given the float32 tensor values = [[1, 2], [3, 5]]
      And the bool tensor mask = [[true, true], [false, true]]
      When masked_mean is computed as plain
      And masked_mean is computed as first with axis 1
      Then plain is [1.5, 5]
      And first is [1.5, 5]

  @req:masking.masked_mean.weights @must
  Rule: Float weights count by their size

    Scenario Outline: Weights <weights>
      Given the float32 tensor values = [[1, 2, 6]]
      And the float32 tensor mask = [<weights>]
      When masked_mean is computed
      Then the result is <mean>

      Examples: ones and zeros, halves, sums other than 1
        | weights           | mean     |
        | [1, 1, 0]         | [1.5]    |
        | [1, 1, 1]         | [3]      |
        | [0.5, 0.5, 0]     | [1.5]    |
        | [2, 0, 1]         | [2.6667] |
        | [0.25, 0.5, 0.25] | [2.75]   |
        | [10, 20, 10]      | [2.75]   |
        | [0, 0, 0.001]     | [6]      |

    Scenario: Bool and float masks agree
      Given the float32 tensor values of shape [3, 8, 5] drawn from normal 2 with seed 961
      And the bool tensor mask of shape [3, 8] drawn from coin 0.7 with seed 962
      When masked_mean is computed as filtered
      Given the float32 tensor mask of shape [3, 8] drawn from coin 0.7 with seed 962
      When masked_mean is computed as weighted
      Then filtered and weighted agree
      And weighted conforms

  @req:masking.masked_mean.hidden @must
  Rule: What stands at a step of weight 0 does not count, unless it leaks

    Multiplying by the mask lets NaN and Infinity in padding through; a filter does not.

    Scenario Outline: <hidden> at a masked step
      Given the float32 tensor values = [[1, <hidden>, 3], [2, 4, 6]]
      And the bool tensor mask = [[true, false, true], [true, true, true]]
      When masked_mean is computed
      Then where masked_not_a_number is excluded the result is [2, 4]
      And where masked_not_a_number is leaks the result is [NaN, 4]

      Examples: no numbers to multiply by 0
        | hidden    |
        | NaN       |
        | Infinity  |
        | -Infinity |

    Scenario: NaN at a step whose float weight is zero
      Given the float32 tensor values = [[NaN, 1, 2]]
      And the float32 tensor mask = [[0, 1, 3]]
      When masked_mean is computed
      Then where masked_not_a_number is excluded the result is [1.75]
      And where masked_not_a_number is leaks the result is [NaN]

    Scenario: A huge finite number at a masked step
      Given the float32 tensor values = [[1, 0x1.fffffep127, 2]]
      And the bool tensor mask = [[true, false, true]]
      When masked_mean is computed
      Then the result is [1.5]

    Scenario: NaN at a kept step
      Given the float32 tensor values = [[[1, NaN], [3, 4]]]
      And the bool tensor mask = [[true, true]]
      When masked_mean is computed
      Then the result is [[2, NaN]]

    Scenario Outline: A kept <what> at the <place>
      Given the float32 tensor values = [<values>, [1, 2, 6]]
      And the bool tensor mask = [[true, true, true], [true, true, true]]
      When masked_mean is computed
      Then the result is [<what>, 3]

      Examples: at either end
        | what      | place      | values            |
        | NaN       | first step | [NaN, 2, 3]       |
        | NaN       | last step  | [1, 2, NaN]       |
        | Infinity  | first step | [Infinity, 2, 3]  |
        | -Infinity | last step  | [1, 2, -Infinity] |

  @req:masking.masked_mean.nothing_kept @must
  Rule: The mean of nothing is NaN or 0

    0/0 in Keras, PyTorch and JAX (B045); a division that returns 0 for a divisor of 0 elsewhere.

    Scenario: A row without a kept step
      Given the float32 tensor values = [[1, 2], [3, 4]]
      And the bool tensor mask = [[false, false], [true, false]]
      When masked_mean is computed
      Then where masked_mean.nothing_kept is nan the result is [NaN, 3]
      And where masked_mean.nothing_kept is zero the result is [0, 3]

    Scenario: Weights of zero only
      Given the float32 tensor values = [[1, 2]]
      And the float32 tensor mask = [[0, 0]]
      When masked_mean is computed
      Then where masked_mean.nothing_kept is nan the result is [NaN]
      And where masked_mean.nothing_kept is zero the result is [0]

    Scenario: No steps at all
      Given the float32 tensor values of shape [2, 0] = []
      And the bool tensor mask of shape [2, 0] = []
      When masked_mean is computed
      Then where masked_mean.nothing_kept is nan the result is [NaN, NaN]
      And where masked_mean.nothing_kept is zero the result is [0, 0]

    Scenario: No batch
      Given the float32 tensor values of shape [0, 3, 2] = []
      And the bool tensor mask of shape [0, 3] = []
      When masked_mean is computed
      Then the result has dtype float32 and shape [0, 2]

  @req:masking.masked_mean.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Values of shape <values>, a mask of shape <mask>
      Given the float32 tensor values of shape <values> drawn from normal 1 with seed 971
      And the bool tensor mask of shape <mask> drawn from equal 1 with seed 0
      When masked_mean is computed
      Then the operation is refused with invalid_shape

      Examples: nothing is stretched
        | values    | mask      |
        | [2, 3]    | [3]       |
        | [2, 3]    | [3, 2]    |
        | [2, 3]    | [1, 3]    |
        | [2, 3, 4] | [2, 4]    |
        | [2, 3, 4] | [2, 3, 4] |
        | [3]       | [3]       |

    Scenario Outline: Axis <axis> of rank three
      Given the float32 tensor values of shape [2, 3, 4] drawn from normal 1 with seed 972
      And the bool tensor mask of shape [2, 3] drawn from equal 1 with seed 0
      When masked_mean is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: the mask has no such axis, nor have the values
        | axis | code              |
        | 2    | invalid_axis      |
        | 3    | invalid_axis      |
        | -4   | invalid_axis      |
        | true | invalid_attribute |

    Scenario Outline: <values> values and a <mask> mask
      Given the <values> tensor values = [[1, 2]]
      And the <mask> tensor mask = [[1, 0]]
      When masked_mean is computed
      Then the operation is refused with invalid_dtype

      Examples: integers, or two float dtypes
        | values  | mask    |
        | float32 | int32   |
        | int32   | float32 |
        | float32 | float64 |

    Scenario: No mask
      Given the float32 tensor values = [[1, 2]]
      When masked_mean is computed
      Then the operation is refused with missing_input

    Scenario: No values
      Given the bool tensor mask = [[true, false]]
      When masked_mean is computed
      Then the operation is refused with missing_input
