Feature: last_relevant

  A recurrent network, such as an LSTM, gives an output for every step, the padded ones included. The
  output that knows the whole sequence is the one at its last real step:

      last_relevant(values, lengths)[b] = values[b, lengths[b] - 1]

  Values are [batch, steps, ...], lengths one per sequence.

  @req:masking.last_relevant.definition @must
  Rule: The output at position length - 1

    @smoke
    Scenario: Two sequences of lengths one and three
      Given the float32 tensor values = [[10, 11, 12], [20, 21, 22]]
      And the int32 tensor lengths = [1, 3]
      When last_relevant is computed
      Then the result is exactly [10, 22]

    Scenario: Outputs of an LSTM with two units
      Given the float32 tensor values:
        """
        [[[0.1, -0.1], [0.2, -0.2], [9, 9], [9, 9]],
         [[0.5, -0.5], [0.6, -0.6], [0.7, -0.7], [0.8, -0.8]],
         [[0.25, 0.75], [9, 9], [9, 9], [9, 9]]]
        """
      And the int64 tensor lengths = [2, 4, 1]
      When last_relevant is computed
      Then the result has dtype float32 and shape [3, 2]
      And the result is exactly [[0.2, -0.2], [0.8, -0.8], [0.25, 0.75]]

    Scenario Outline: Length <length> of four
      Given the float32 tensor values = [[5, 6, 7, 8]]
      And the int64 tensor lengths = [<length>]
      When last_relevant is computed
      Then the result is exactly [<output>]

      Examples: from the first step to the last
        | length | output |
        | 1      | 5      |
        | 2      | 6      |
        | 3      | 7      |
        | 4      | 8      |

    Scenario Outline: Values of shape <shape> in <dtype>
      Given the <dtype> tensor values of shape <shape> drawn from normal 3 with seed <seed>
      And the int32 tensor lengths of shape [4] drawn from integers 1 6 with seed <seed>
      When last_relevant is computed
      Then the result has dtype <dtype> and shape <result>
      And the result conforms

      Examples: ranks two to five, all float dtypes
        | dtype    | shape           | result       | seed |
        | float32  | [4, 6]          | [4]          | 981  |
        | float64  | [4, 6, 3]       | [4, 3]       | 982  |
        | float16  | [4, 6, 9]       | [4, 9]       | 983  |
        | bfloat16 | [4, 6, 2, 3]    | [4, 2, 3]    | 984  |
        | float32  | [4, 6, 2, 3, 2] | [4, 2, 3, 2] | 985  |
        | float64  | [4, 6, 3, 2]    | [4, 3, 2]    | 986  |
        | float32  | [4, 6, 30]      | [4, 30]      | 987  |

    Scenario: Padding is never read
      Given the float32 tensor values = [[1, NaN, NaN], [2, 3, Infinity]]
      And the int32 tensor lengths = [1, 2]
      When last_relevant is computed
      Then the result is exactly [1, 3]

    Scenario: What stands at the last step comes out as it is
      Given the float32 tensor values = [[0, NaN], [0, -Infinity], [0, -0.0], [0, 1e-45]]
      And the int32 tensor lengths = [2, 2, 2, 2]
      When last_relevant is computed
      Then the result is [NaN, -Infinity, 0, 1.4e-45]

    Scenario: An empty batch
      Given the float32 tensor values of shape [0, 3, 2] = []
      And the int32 tensor lengths of shape [0] = []
      When last_relevant is computed
      Then the result has dtype float32 and shape [0, 2]

  @req:masking.last_relevant.zero_length @must
  Rule: A sequence of length 0 has no last output: a choice

    Position -1 is refused by TensorFlow on CPUs, gives zeros on GPUs (B140), is clamped to the first
    step by XLA (B141), and is the last step where negative positions count from the back.

    Scenario Outline: The <place> sequence is empty
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int32 tensor lengths = <lengths>
      When last_relevant is computed
      Then where last_relevant.zero_length is refused the operation is refused with invalid_length
      And where last_relevant.zero_length is zeros the result is <zeros>
      And where last_relevant.zero_length is wraps the result is <wraps>
      And where last_relevant.zero_length is clamps the result is <clamps>

      Examples: first, second and both
        | place  | lengths | zeros  | wraps  | clamps |
        | first  | [0, 2]  | [0, 5] | [3, 5] | [1, 5] |
        | second | [3, 0]  | [3, 0] | [3, 6] | [3, 4] |
        | whole  | [0, 0]  | [0, 0] | [3, 6] | [1, 4] |

  @req:masking.last_relevant.length @must
  Rule: A length below 0 or past the steps is refused

    Scenario Outline: Lengths <lengths> of three steps
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int64 tensor lengths = <lengths>
      When last_relevant is computed
      Then the operation is refused with invalid_length

      Examples: one past, far past 32 bits, negative
        | lengths         |
        | [4, 1]          |
        | [1, 4]          |
        | [1, 100]        |
        | [4294967297, 1] |
        | [-1, 1]         |
        | [1, -3]         |

  @req:masking.last_relevant.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Values of shape <values>, lengths of shape <lengths>
      Given the float32 tensor values of shape <values> drawn from normal 1 with seed 991
      And the int32 tensor lengths of shape <lengths> drawn from equal 1 with seed 0
      When last_relevant is computed
      Then the operation is refused with invalid_shape

      Examples: one length per sequence
        | values    | lengths |
        | [2, 3]    | [3]     |
        | [2, 3]    | [1]     |
        | [2, 3]    | [2, 1]  |
        | [2, 3]    | []      |
        | [3]       | [3]     |

    Scenario Outline: <values> values, <lengths> lengths
      Given the <values> tensor values = [[1, 2]]
      And the <lengths> tensor lengths = [1]
      When last_relevant is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats, no integers
        | values  | lengths |
        | int32   | int32   |
        | float32 | float32 |

    Scenario: No lengths
      Given the float32 tensor values = [[1, 2]]
      When last_relevant is computed
      Then the operation is refused with missing_input

    Scenario: An axis
      Given the float32 tensor values = [[1, 2]]
      And the int32 tensor lengths = [2]
      When last_relevant is computed with axis 1
      Then the operation is refused with invalid_attribute

    Scenario: No values
      Given the int32 tensor lengths = [1]
      When last_relevant is computed
      Then the operation is refused with missing_input
