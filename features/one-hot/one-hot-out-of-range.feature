Feature: one_hot of indices that are no class, and what it refuses

  An index below 0 or past the last class has no place in the vector. Some libraries then give a
  vector without a one (TensorFlow, JAX), some count negative indices from the back (ONNX), some
  refuse (PyTorch). These are choices. No choice lets the one slip into a neighbour's vector.

  @req:one-hot.range.past_depth @must
  Rule: An index past the last class gives no one, or a refusal

    Scenario Outline: Index <index> of three classes
      In a WebGL kernel the one landed in the next row (B052). Silent zeros are a known trap (B050,
      B054).

      Given the int64 tensor indices = [0, <index>, 1]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[1, 0, 0], [0, 0, 0], [0, 1, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

      Examples: the first beyond, and far beyond 32 bits
        | index       |
        | 3           |
        | 4           |
        | 100         |
        | 4294967296  |
        | 4294967297  |

    Scenario: Labels counted from one instead of zero
      The last class falls off the end, every other label is one place too far (B008).

      Given the int32 tensor indices = [1, 2, 3]
      When one_hot is computed with depth 3
      Then where one_hot.index_past_depth is off the result is [[0, 1, 0], [0, 0, 1], [0, 0, 0]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

    Scenario: Without a place everything has the off value
      Given the int64 tensor indices = [5]
      When one_hot is computed with depth 2, on_value 3, off_value -2
      Then where one_hot.index_past_depth is off the result is [[-2, -2]]
      And where one_hot.index_past_depth is refused the operation is refused with label_out_of_range

  @req:one-hot.range.negative @must
  Rule: A negative index gives no one, counts from the back, or is refused

    ONNX changed from the first to the second at opset 11 (B051).

    Scenario Outline: Negative index <index> of three classes
      One backend of Keras refused them while the others had no one (keras-team/keras-core#427,
      B038).

      Given the int32 tensor indices = [2, <index>]
      When one_hot is computed with depth 3
      Then where one_hot.negative_index is off the result is [[0, 0, 1], [0, 0, 0]]
      And where one_hot.negative_index is wraps the result is [[0, 0, 1], <wrapped>]
      And where one_hot.negative_index is refused the operation is refused with label_out_of_range

      Examples: within a depth of 0, and below
        | index | wrapped   |
        | -1    | [0, 0, 1] |
        | -2    | [0, 1, 0] |
        | -3    | [1, 0, 0] |
        | -4    | [0, 0, 0] |

    Scenario: Along another axis
      Given the int64 tensor indices = [0, -1]
      When one_hot is computed with depth 2, axis 0
      Then where one_hot.negative_index is off the result is [[1, 0], [0, 0]]
      And where one_hot.negative_index is wraps the result is [[1, 0], [0, 1]]
      And where one_hot.negative_index is refused the operation is refused with label_out_of_range

  @req:one-hot.range.depth @must
  Rule: The depth is 1 or more; 0 is a choice, less is refused

    Scenario: No classes at all, no labels either
      Given the int64 tensor indices of shape [0] = []
      When one_hot is computed with depth 3
      Then the result has dtype float32 and shape [0, 3]

    Scenario: No classes for two labels
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 0
      Then where one_hot.zero_depth is empty the result is [[], []]
      And where one_hot.zero_depth is refused the operation is refused with invalid_attribute

    Scenario Outline: Depth <depth>
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth <depth>
      Then the operation is refused with invalid_attribute

      Examples: negative, no integer
        | depth |
        | -1    |
        | -5    |
        | 2.5   |
        | true  |
        | many  |

    Scenario: No depth
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed
      Then the operation is refused with invalid_attribute

  @req:one-hot.range.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: <dtype> indices
      Floats are not cut to integers, truth values are not 0 and 1. A NaN cut to an integer is no
      class either (tensorflow/tfjs-core#1180, B053).

      Given the <dtype> tensor indices = <indices>
      When one_hot is computed with depth 3
      Then the operation is refused with invalid_dtype

      Examples: no integers
        | dtype   | indices       |
        | float32 | [0, 1]        |
        | float64 | [1.5]         |
        | bool    | [true, false] |

    Scenario Outline: With <attributes>
      Given the int64 tensor indices = [0, 1]
      When one_hot is computed with depth 3, <attributes>
      Then the operation is refused with invalid_attribute

      Examples: wrong types, unknown dtypes, unknown attributes
        | attributes                 |
        | on_value true              |
        | off_value none             |
        | dtype float                |
        | dtype float128             |
        | dtype 1                    |
        | axis true                  |
        | axis 0.5                   |
        | classes 3                  |
        | dtype int32, on_value 0.5  |
        | dtype bool, on_value 2     |

    Scenario: No indices
      When one_hot is computed with depth 3
      Then the operation is refused with missing_input
