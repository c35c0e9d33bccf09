Feature: What softmax refuses

  A wrong request gets a refusal with a code that says what was wrong, never a number. An axis is
  never wrapped round or clamped into range.

  @req:softmax.refusals.axis @must
  Rule: An axis outside [-rank, rank) is refused

    An axis past the end went unchecked in a Keras backend (B034), and a modulo once turned axis 7 of
    rank three into 1.

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor logits of shape <shape> drawn from normal 1 with seed 1
      When softmax is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples: one past either end
        | shape     | axis |
        | [3]       | 1    |
        | [3]       | -2   |
        | [2, 3]    | 2    |
        | [2, 3]    | -3   |
        | [2, 3, 2] | 3    |
        | [2, 3, 2] | -4   |

      Examples: far past
        | shape     | axis       |
        | [2, 3, 2] | 7          |
        | [2, 3]    | 100        |
        | [2, 3]    | -100       |
        | [2, 3]    | 4294967296 |

      Examples: of an empty tensor
        | shape  | axis |
        | [0, 3] | 2    |
        | [2, 0] | -3   |

  @req:softmax.refusals.scalar @must
  Rule: A scalar has no axis

    Most refuse it; PyTorch and SciPy take it for one class, whose probability is 1 (B102).

    Scenario Outline: A <dtype> scalar
      Given the <dtype> tensor logits = 2.5
      When softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 1

      Examples: two dtypes
        | dtype   |
        | float32 |
        | float64 |

  @req:softmax.refusals.dtype @must
  Rule: Logits are floats

    Integers are not converted: SciPy's unsigned logits wrapped round to NaN when the maximum was
    subtracted.

    Scenario Outline: <dtype> logits
      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the operation is refused with invalid_dtype

      Examples: integers and truth values
        | dtype | logits        |
        | int32 | [1, 2, 3]     |
        | int64 | [1, 2, 3]     |
        | bool  | [true, false] |

  @req:softmax.refusals.missing_input @must
  Rule: Without logits there is nothing to compute

    Scenario: No tensor at all
      When softmax is computed
      Then the operation is refused with missing_input

    Scenario: An axis, but no tensor
      When softmax is computed with axis 0
      Then the operation is refused with missing_input

  @req:softmax.refusals.attribute @must
  Rule: The axis is an integer, and there is no other attribute

    true is not 1: Keras took axis=True for axis 1 (B025).

    Scenario Outline: With <attributes>
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When softmax is computed with <attributes>
      Then the operation is refused with invalid_attribute

      Examples: no integer
        | attributes |
        | axis true  |
        | axis false |
        | axis 0.5   |
        | axis last  |

      Examples: no attribute of softmax
        | attributes            |
        | dim 1                 |
        | axis 1, temperature 2 |
        | keep_dims true        |
