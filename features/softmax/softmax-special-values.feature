Feature: softmax of infinities and NaN

  A logit of -Infinity is an excluded class: exp gives exactly 0 and the others share the rest. A
  logit of Infinity has no meaning, because Infinity less Infinity is not a number, and a NaN has
  none to begin with. Implementations disagree on how far the NaN spreads: over the slice (most), or
  only where the bad logit stands, with 0 elsewhere (TensorFlow on oneDNN, OpenVINO on CPUs; B091).
  No implementation may let it leave its slice.

  @req:softmax.special.negative_infinity @must
  Rule: A class at -Infinity gets exactly 0, the others share the rest

    Scenario Outline: <dtype> logits <logits>, some excluded
      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: first, middle, last and all but one
        | dtype    | logits                               | probabilities       |
        | float32  | [-Infinity, 1, 3]                    | [0, 0.1192, 0.8808] |
        | float32  | [1, -Infinity, 3]                    | [0.1192, 0, 0.8808] |
        | float32  | [1, 3, -Infinity]                    | [0.1192, 0.8808, 0] |
        | float32  | [-Infinity, -Infinity, -7]           | [0, 0, 1]           |
        | float32  | [-Infinity, -2000, -Infinity, -2000] | [0, 0.5, 0, 0.5]    |
        | float64  | [1, -Infinity, 3]                    | [0.1192, 0, 0.8808] |
        | float16  | [1, -Infinity, 3]                    | [0.1192, 0, 0.8808] |
        | bfloat16 | [1, -Infinity, 3]                    | [0.1192, 0, 0.8808] |

    Scenario: The zero is exact
      Given the float32 tensor logits = [0, -Infinity, 0]
      When softmax is computed
      Then the result is exactly [0.5, 0, 0.5]

    Scenario: In a column
      Given the float32 tensor logits = [[-Infinity, 0], [1, -Infinity], [3, 0]]
      When softmax is computed with axis 0
      Then the result is [[0, 0.5], [0.1192, 0], [0.8808, 0.5]]

  @req:softmax.special.all_negative_infinity @must
  Rule: A slice of -Infinity only has no classes left

    By the definition 0/0. A kernel that serves attention may return zeros instead, so that a fully
    masked row stays harmless (B079, B146), or an even distribution.

    Scenario Outline: <dtype> with every logit at -Infinity
      Given the <dtype> tensor logits = [-Infinity, -Infinity, -Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN, NaN, NaN]
      And where softmax.all_negative_infinity is zeros the result is [0, 0, 0, 0]
      And where softmax.all_negative_infinity is uniform the result is [0.25, 0.25, 0.25, 0.25]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: The row above and the row below are untouched
      Given the float32 tensor logits = [[0, 1], [-Infinity, -Infinity], [1, 0]]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [[0.2689, 0.7311], [NaN, NaN], [0.7311, 0.2689]]
      And where softmax.all_negative_infinity is zeros the result is [[0.2689, 0.7311], [0, 0], [0.7311, 0.2689]]
      And where softmax.all_negative_infinity is uniform the result is [[0.2689, 0.7311], [0.5, 0.5], [0.7311, 0.2689]]

    Scenario: A single class at -Infinity
      Given the float32 tensor logits = [[-Infinity], [2]]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [[NaN], [1]]
      And where softmax.all_negative_infinity is zeros the result is [[0], [1]]
      And where softmax.all_negative_infinity is uniform the result is [[1], [1]]

  @req:softmax.special.positive_infinity @must
  Rule: Infinity makes its slice NaN, or itself NaN and the others 0

    It is what an overflow leaves behind, as of attention scores in float16 (pytorch/pytorch#60939,
    B080).

    Scenario Outline: <dtype> logits <logits>, not finite
      Given the <dtype> tensor logits = <logits>
      When softmax is computed with axis 0
      Then where softmax.positive_infinity is nan_slice the result is <slice>
      And where softmax.positive_infinity is nan_local the result is <local>

      Examples: one Infinity: first, middle, last
        | dtype   | logits                   | slice           | local       |
        | float32 | [Infinity, 1, 3]         | [NaN, NaN, NaN] | [NaN, 0, 0] |
        | float32 | [1, Infinity, 3]         | [NaN, NaN, NaN] | [0, NaN, 0] |
        | float32 | [1, 3, Infinity]         | [NaN, NaN, NaN] | [0, 0, NaN] |
        | float32 | [Infinity, -Infinity, 0] | [NaN, NaN, NaN] | [NaN, 0, 0] |

      Examples: more than one
        | dtype   | logits                         | slice           | local           |
        | float32 | [Infinity, 0, Infinity]        | [NaN, NaN, NaN] | [NaN, 0, NaN]   |
        | float32 | [Infinity, Infinity, Infinity] | [NaN, NaN, NaN] | [NaN, NaN, NaN] |

      Examples: the other dtypes
        | dtype    | logits           | slice           | local       |
        | float16  | [1, Infinity, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |
        | bfloat16 | [1, Infinity, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |
        | float64  | [1, Infinity, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |

    Scenario: Only the row with the Infinity is affected
      Given the float32 tensor logits = [[1, 2], [Infinity, 0], [2, 1]]
      When softmax is computed
      Then where softmax.positive_infinity is nan_slice the result is [[0.2689, 0.7311], [NaN, NaN], [0.7311, 0.2689]]
      And where softmax.positive_infinity is nan_local the result is [[0.2689, 0.7311], [NaN, 0], [0.7311, 0.2689]]

  @req:softmax.special.not_a_number @must
  Rule: NaN makes its slice NaN, or itself NaN and the others 0

    A maximum that drops NaN, as some vector instructions do, must not turn the NaN into an ordinary
    probability (B146).

    Scenario Outline: <dtype> logits <logits>, not numbers
      Given the <dtype> tensor logits = <logits>
      When softmax is computed with axis 0
      Then where softmax.not_a_number is poisons_slice the result is <poisoned>
      And where softmax.not_a_number is stays_local the result is <local>

      Examples: one NaN: first, middle, last
        | dtype   | logits      | poisoned        | local       |
        | float32 | [NaN, 1, 3] | [NaN, NaN, NaN] | [NaN, 0, 0] |
        | float32 | [1, NaN, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |
        | float32 | [1, 3, NaN] | [NaN, NaN, NaN] | [0, 0, NaN] |

      Examples: NaN next to -Infinity, and NaN only
        | dtype   | logits              | poisoned        | local           |
        | float32 | [-Infinity, NaN, 0] | [NaN, NaN, NaN] | [0, NaN, 0]     |
        | float32 | [NaN, NaN, NaN]     | [NaN, NaN, NaN] | [NaN, NaN, NaN] |
        | float32 | [NaN]               | [NaN]           | [NaN]           |

      Examples: the other dtypes
        | dtype    | logits      | poisoned        | local       |
        | float16  | [1, NaN, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |
        | bfloat16 | [1, NaN, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |
        | float64  | [1, NaN, 3] | [NaN, NaN, NaN] | [0, NaN, 0] |

      Examples: past the width of a vector register
        | dtype   | logits                                                | poisoned                                                                              | local                                                 |
        | float32 | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NaN] | [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN] | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NaN] |

    @smoke
    Scenario: A row with a NaN beside an ordinary row
      Given the float32 tensor logits = [[1, NaN, 3], [1, 2, 3]]
      When softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [[NaN, NaN, NaN], [0.0900, 0.2447, 0.6652]]
      And where softmax.not_a_number is stays_local the result is [[0, NaN, 0], [0.0900, 0.2447, 0.6652]]

    Scenario: A column with a NaN beside an ordinary column
      Given the float32 tensor logits = [[NaN, 1], [0, 2]]
      When softmax is computed with axis 0
      Then where softmax.not_a_number is poisons_slice the result is [[NaN, 0.2689], [NaN, 0.7311]]
      And where softmax.not_a_number is stays_local the result is [[NaN, 0.2689], [0, 0.7311]]
