Feature: select_steps

  One step of each sequence, by its position, counted from 0: the word that a
  question is about, or the step where a game was won:

      select_steps(values, indices)[b] = values[b, indices[b]]

  Values are [batch, steps, ...], indices one per sequence. last_relevant is this
  with indices one below the lengths.

  @req:masking.select_steps.definition @must
  Rule: The values at the step that the index names

    @smoke
    Scenario: Step two of the first sequence, step nought of the second
      Given the float32 tensor values = [[10, 11, 12], [20, 21, 22]]
      And the int32 tensor indices = [2, 0]
      When select_steps is computed
      Then the result is exactly [12, 20]
      And the result has dtype float32 and shape [2]

    Scenario Outline: Index <index> of four
      Given the float32 tensor values = [[5, 6, 7, 8]]
      And the int64 tensor indices = [<index>]
      When select_steps is computed
      Then the result is exactly [<value>]

      Examples: from the first step to the last
        | index | value |
        | 0     | 5     |
        | 1     | 6     |
        | 2     | 7     |
        | 3     | 8     |

    Scenario: Steps of two features
      Each index takes the whole step, from its own sequence.

      Given the float32 tensor values:
        """
        [[[1, 2], [3, 4], [5, 6]],
         [[10, 20], [30, 40], [50, 60]]]
        """
      And the int32 tensor indices = [1, 2]
      When select_steps is computed
      Then the result is exactly [[3, 4], [50, 60]]

    Scenario: The same step of every sequence, and every step of the same
      Given the float32 tensor values = [[1, 2, 3], [1, 2, 3], [1, 2, 3]]
      And the int32 tensor indices = [0, 1, 2]
      When select_steps is computed as diagonal
      Given the int32 tensor indices = [1, 1, 1]
      When select_steps is computed as column
      Then diagonal is exactly [1, 2, 3]
      And column is exactly [2, 2, 2]

    Scenario Outline: Values of shape <shape> in <dtype>
      Given the <dtype> tensor values of shape <shape> drawn from normal 3 with seed <seed>
      And the <type> tensor indices of shape [4] drawn from integers 0 6 with seed <seed>
      When select_steps is computed
      Then the result has dtype <dtype> and shape <result>
      And the result conforms

      Examples: ranks two to five, all float dtypes
        | dtype    | shape           | type  | result       | seed |
        | float32  | [4, 6]          | int32 | [4]          | 2601 |
        | float64  | [4, 6, 3]       | int64 | [4, 3]       | 2602 |
        | float16  | [4, 6, 9]       | int32 | [4, 9]       | 2603 |
        | bfloat16 | [4, 6, 2, 3]    | int64 | [4, 2, 3]    | 2604 |
        | float32  | [4, 6, 2, 3, 2] | int32 | [4, 2, 3, 2] | 2605 |

      Examples: odd tails and lengths of one
        | dtype   | shape        | type  | result    | seed |
        | float32 | [4, 6, 17]   | int32 | [4, 17]   | 2606 |
        | float32 | [4, 33, 5]   | int64 | [4, 5]    | 2607 |
        | float32 | [4, 6, 1]    | int32 | [4, 1]    | 2608 |
        | float64 | [4, 65]      | int32 | [4]       | 2609 |
        | float16 | [4, 6, 1, 1] | int32 | [4, 1, 1] | 2610 |

    Scenario: The last relevant output
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int32 tensor lengths = [2, 3]
      And the int32 tensor indices = [1, 2]
      When select_steps is computed as selected
      And last_relevant is computed as relevant
      Then selected is exactly [2, 6]
      And selected and relevant are identical

  @req:masking.select_steps.values @must
  Rule: What stands there comes out as it is, and nothing else is read

    A product with a one-hot row of the steps gives NaN as soon as one of the others is NaN.

    Scenario Outline: NaN and infinities at the other steps, <dtype>
      Given the <dtype> tensor values = [[1, NaN, NaN], [Infinity, 3, -Infinity], [NaN, Infinity, 5]]
      And the int32 tensor indices = [0, 1, 2]
      When select_steps is computed
      Then the result is exactly [1, 3, 5]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Special values at the step itself
      Given the float32 tensor values = [[0, NaN], [0, Infinity], [0, -Infinity], [0, -0.0], [0, 0x1p-149], [0, 0x1.fffffep127]]
      And the int32 tensor indices = [1, 1, 1, 1, 1, 1]
      When select_steps is computed
      Then the result is [NaN, Infinity, -Infinity, 0, 0x1p-149, 0x1.fffffep127]

  @req:masking.select_steps.empty @must
  Rule: Without sequences or features there is nothing to select

    Scenario Outline: Values of shape <shape>
      Given the float32 tensor values of shape <shape> = []
      And the int32 tensor indices of shape <batch> drawn from integers 0 3 with seed 2611
      When select_steps is computed
      Then the result has dtype float32 and shape <result>

      Examples:
        | shape     | batch | result |
        | [0, 3]    | [0]   | [0]    |
        | [0, 3, 2] | [0]   | [0, 2] |
        | [2, 3, 0] | [2]   | [2, 0] |
        | [0, 0]    | [0]   | [0]    |

  @req:masking.select_steps.past_the_end @must
  Rule: An index past the last step is refused

    Clamping it to the last step, as XLA does (tensorflow/tensorflow#118076, B141), or reading into the next sequence hides
    a mistake.

    Scenario Outline: Indices <indices> of three steps
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int64 tensor indices = <indices>
      When select_steps is computed
      Then the operation is refused with label_out_of_range

      Examples: one past, far past 32 bits
        | indices                  |
        | [3, 1]                   |
        | [1, 3]                   |
        | [1, 100]                 |
        | [4294967297, 1]          |
        | [0, 9223372036854775807] |

    Scenario: No step at all
      Given the float32 tensor values of shape [1, 0] = []
      And the int32 tensor indices = [0]
      When select_steps is computed
      Then the operation is refused with label_out_of_range

  @req:masking.select_steps.negative @should
  Rule: A negative index is refused

    NumPy and PyTorch's indexing count it from the back; TensorFlow refused it on CPUs and gave
    zeros on GPUs (tensorflow/tensorflow#15091, B140).

    Scenario Outline: Indices <indices>
      Given the float32 tensor values = [[1, 2, 3], [4, 5, 6]]
      And the int64 tensor indices = <indices>
      When select_steps is computed
      Then the operation is refused with label_out_of_range

      Examples:
        | indices |
        | [-1, 1] |
        | [1, -3] |
        | [-4, 0] |

  @req:masking.select_steps.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Values of shape <values>, indices of shape <indices>
      Given the float32 tensor values of shape <values> drawn from normal 1 with seed 2621
      And the int32 tensor indices of shape <indices> drawn from equal 1 with seed 0
      When select_steps is computed
      Then the operation is refused with invalid_shape

      Examples: one index per sequence
        | values | indices |
        | [2, 3] | [3]     |
        | [2, 3] | [1]     |
        | [2, 3] | [2, 1]  |
        | [2, 3] | []      |
        | [3]    | [3]     |

    Scenario Outline: <values> values, <indices> indices
      Given the <values> tensor values = [[1, 2]]
      And the <indices> tensor indices = [1]
      When select_steps is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats, no integers
        | values  | indices |
        | int32   | int32   |
        | float32 | float32 |

    Scenario: No indices
      Given the float32 tensor values = [[1, 2]]
      When select_steps is computed
      Then the operation is refused with missing_input

    Scenario: No values
      Given the int32 tensor indices = [1]
      When select_steps is computed
      Then the operation is refused with missing_input

    Scenario: An axis
      Given the float32 tensor values = [[1, 2]]
      And the int32 tensor indices = [1]
      When select_steps is computed with axis 1
      Then the operation is refused with invalid_attribute
