Feature: masked_softmax

  softmax over the positions that the mask keeps (true), exactly 0 at the others: what attention does
  with padding. It is as if the masked logits were not there, whatever they hold.

      masked_softmax([0, ln 2, 100], [true, true, false]) = [1/3, 2/3, 0]

  Many implementations put a very negative number, such as -1e9, in the place of masked logits, or
  add it to them. These pages hold the inputs for which that is not the same.

  @req:masking.masked_softmax.definition @must
  Rule: softmax over the kept positions, exactly 0 elsewhere

    @smoke
    Scenario: The third of three is masked
      Given the float32 tensor logits = [0, 0.6931471805599453, 100]
      And the bool tensor mask = [true, true, false]
      When masked_softmax is computed
      Then the result is [0.3333, 0.6667, 0]

    Scenario Outline: Mask <mask>
      Given the float32 tensor logits = [1, 2, 3, 5]
      And the bool tensor mask = <mask>
      When masked_softmax is computed
      Then the result is <probabilities>

      Examples: all kept, one, two, holes
        | mask                        | probabilities                    |
        | [true, true, true, true]    | [0.0152, 0.0414, 0.1125, 0.8310] |
        | [false, true, true, true]   | [0, 0.0420, 0.1142, 0.8438]      |
        | [true, true, false, false]  | [0.2689, 0.7311, 0, 0]           |
        | [true, false, true, false]  | [0.1192, 0, 0.8808, 0]           |
        | [false, true, false, false] | [0, 1, 0, 0]                     |

    Scenario: The zeros are exact
      Given the float32 tensor logits = [5, 5, 900, -900]
      And the bool tensor mask = [true, true, false, false]
      When masked_softmax is computed
      Then the result is exactly [0.5, 0.5, 0, 0]

    Scenario Outline: In <dtype>
      Given the <dtype> tensor logits = [1, 9, 2, 3]
      And the bool tensor mask = [true, false, true, true]
      When masked_softmax is computed
      Then the result has dtype <dtype> and shape [4]
      And the result is [0.09003057317038, 0, 0.24472847105480, 0.66524095577482]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Masked is as if compacted
      Given the float32 tensor logits = [1.5, -2, 0.25, 4]
      When softmax is computed as compacted
      Given the float32 tensor logits = [7, 1.5, -2, 7, 0.25, 4, 7]
      And the bool tensor mask = [false, true, true, false, true, true, false]
      When masked_softmax is computed as masked
      Then compacted is [0.07408, 0.00224, 0.02122, 0.90246]
      And masked is [0, 0.07408, 0.00224, 0, 0.02122, 0.90246, 0]

    Scenario: With everything kept it is softmax
      Given the float32 tensor logits of shape [3, 17] drawn from normal 3 with seed 921
      And the bool tensor mask of shape [3, 17] drawn from equal 1 with seed 0
      When softmax is computed as plain
      And masked_softmax is computed as masked
      Then plain and masked agree
      And masked conforms

    Scenario Outline: Drawn logits of shape <shape>, about <share> kept, axis <axis>
      Given the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>
      And the bool tensor mask of shape <shape> drawn from coin <share> with seed <seed>
      When masked_softmax is computed with axis <axis>
      Then the result conforms

      Examples: any axis, any length
        | dtype    | shape        | share | axis | seed |
        | float32  | [4, 9]       | 0.7   | 1    | 931  |
        | float32  | [4, 33]      | 0.9   | -1   | 932  |
        | float32  | [9, 5]       | 0.7   | 0    | 933  |
        | float32  | [2, 7, 3]    | 0.8   | 1    | 934  |
        | float32  | [2, 3, 5, 4] | 0.8   | 2    | 935  |
        | float64  | [4, 17]      | 0.7   | 1    | 936  |
        | float16  | [4, 15]      | 0.7   | 1    | 937  |
        | bfloat16 | [4, 15]      | 0.7   | 1    | 938  |
        | float32  | [2, 1023]    | 0.5   | 1    | 939  |

  @req:masking.masked_softmax.hidden @must
  Rule: What stands at a masked position never shows

    Scenario Outline: <dtype> with <hidden> masked
      Given the <dtype> tensor logits = [1, <hidden>, 2]
      And the bool tensor mask = [true, false, true]
      When masked_softmax is computed
      Then the result is [0.2689, 0, 0.7311]

      Examples: much larger than what is kept
        | dtype    | hidden         |
        | float32  | 89             |
        | float32  | 1e10           |
        | float32  | 0x1.fffffep127 |
        | float16  | 65504          |
        | bfloat16 | 3e38           |
        | float64  | 1e300          |

      Examples: much smaller
        | dtype   | hidden          |
        | float32 | -0x1.fffffep127 |
        | float16 | -65504          |
        | float32 | -Infinity       |

    Scenario Outline: <dtype> with a masked <hidden>
      A multiplication by the mask leaks: 0 times NaN is NaN (B113). Where the mask is a filter, the
      bad number is never read.

      Given the <dtype> tensor logits = [[<hidden>, 1, 2], [1, 2, <hidden>], [2, <hidden>, 1]]
      And the bool tensor mask = [[false, true, true], [true, true, false], [true, false, true]]
      When masked_softmax is computed
      Then where masked_not_a_number is excluded the result is:
        """
        [[0, 0.2689, 0.7311],
         [0.2689, 0.7311, 0],
         [0.7311, 0, 0.2689]]
        """
      And where masked_not_a_number is leaks the result is [[NaN, NaN, NaN], [NaN, NaN, NaN], [NaN, NaN, NaN]]

      Examples: no numbers to multiply by 0
        | dtype   | hidden   |
        | float32 | NaN      |
        | float32 | Infinity |
        | float64 | NaN      |

  @req:masking.masked_softmax.very_negative @must
  Rule: Kept logits may be as negative as they like

    Filling masked places with -1e9 makes them the largest where all kept logits are below: the
    probability goes to the masked places, and out of a released Keras layer came zeros only (B033).
    An added -1e4 or the smallest float leaks likewise (B084, B085, B116).

    Scenario Outline: <dtype> logits <logits>, the middle one masked
      Given the <dtype> tensor logits = <logits>
      And the bool tensor mask = [true, false, true]
      When masked_softmax is computed
      Then the result is <probabilities>

      Examples: below every usual filling
        | dtype    | logits                                | probabilities       |
        | float32  | [-2e9, 5, -2e9]                       | [0.5, 0, 0.5]       |
        | float32  | [-1e30, -1e30, -1e30]                 | [0.5, 0, 0.5]       |
        | float32  | [-0x1.fffffep127, 0, -0x1.fffffep127] | [0.5, 0, 0.5]       |
        | float32  | [-20000, 0, -20001]                   | [0.7311, 0, 0.2689] |
        | float16  | [-65504, 0, -65504]                   | [0.5, 0, 0.5]       |
        | float16  | [-40000, 10, -40000]                  | [0.5, 0, 0.5]       |
        | bfloat16 | [-2e9, 0, -2e9]                       | [0.5, 0, 0.5]       |
        | float64  | [-1e300, 0, -1e300]                   | [0.5, 0, 0.5]       |

    Scenario: Large logits kept with a difference that an added filling swallows
      Given the float32 tensor logits = [1000, 1001, 2000]
      And the bool tensor mask = [true, true, false]
      When masked_softmax is computed
      Then the result is [0.2689, 0.7311, 0]

  @req:masking.masked_softmax.broadcast @must
  Rule: The mask stretches to the shape of the logits

    Scenario: One mask for every row
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      And the bool tensor mask = [true, true, false]
      When masked_softmax is computed
      Then the result is [[0.2689, 0.7311, 0], [0.1192, 0.8808, 0]]

    Scenario: A row of shape one by three
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      And the bool tensor mask = [[false, true, true]]
      When masked_softmax is computed
      Then the result is [[0, 0.2689, 0.7311], [0, 0.1192, 0.8808]]

    Scenario: A column, along the columns
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7], [0, 0, 0]]
      And the bool tensor mask = [[true], [true], [false]]
      When masked_softmax is computed with axis 0
      Then the result is [[0.1192, 0.0474, 0.0180], [0.8808, 0.9526, 0.9820], [0, 0, 0]]

    Scenario: Attention scores, one padding mask per sequence
      Scores [batch, queries, keys], mask [batch, 1, keys].

      Given the float32 tensor logits = [[[1, 2, 3], [0, 0, 0]], [[1, 0, 2], [4, 4, 9]]]
      And the bool tensor mask = [[[true, true, false]], [[true, true, true]]]
      When masked_softmax is computed
      Then the result is:
        """
        [[[0.2689, 0.7311, 0], [0.5, 0.5, 0]],
         [[0.2447, 0.0900, 0.6652], [6.648e-3, 6.648e-3, 0.9867]]]
        """

    Scenario: A scalar that keeps all
      Given the float32 tensor logits = [1, 2, 3]
      And the bool tensor mask = true
      When masked_softmax is computed
      Then the result is [0.0900, 0.2447, 0.6652]

    Scenario Outline: A mask of shape <mask> for logits of shape <shape>
      A mask that would widen the result went unnoticed in Keras (B031).

      Given the float32 tensor logits of shape <shape> drawn from normal 1 with seed 941
      And the bool tensor mask of shape <mask> drawn from equal 1 with seed 0
      When masked_softmax is computed
      Then the operation is refused with invalid_shape

      Examples: too long, too short, of higher rank
        | shape  | mask      |
        | [2, 3] | [4]       |
        | [2, 3] | [2]       |
        | [2, 3] | [3, 3]    |
        | [3]    | [2, 3]    |
        | [2, 3] | [1, 2, 3] |

  @req:masking.masked_softmax.nothing_kept @must
  Rule: A slice with nothing kept is a choice

    NaN by the definition, zeros in most attention layers today, an even distribution where a filling
    is used (B032, B079, B086). The other slices are as ever.

    Scenario Outline: <dtype> rows, the second masked whole
      Given the <dtype> tensor logits = [[0, 0, 0, 0], [1, 2, 3, 4]]
      And the bool tensor mask = [[true, true, false, false], [false, false, false, false]]
      When masked_softmax is computed
      Then where masked_softmax.nothing_kept is nan the result is [[0.5, 0.5, 0, 0], [NaN, NaN, NaN, NaN]]
      And where masked_softmax.nothing_kept is zeros the result is [[0.5, 0.5, 0, 0], [0, 0, 0, 0]]
      And where masked_softmax.nothing_kept is uniform the result is [[0.5, 0.5, 0, 0], [0.25, 0.25, 0.25, 0.25]]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: A column masked whole
      Given the float32 tensor logits = [[0, 7], [0, 7]]
      And the bool tensor mask = [true, false]
      When masked_softmax is computed with axis 0
      Then where masked_softmax.nothing_kept is nan the result is [[0.5, NaN], [0.5, NaN]]
      And where masked_softmax.nothing_kept is zeros the result is [[0.5, 0], [0.5, 0]]
      And where masked_softmax.nothing_kept is uniform the result is [[0.5, 0.5], [0.5, 0.5]]

  @req:masking.masked_softmax.special @must
  Rule: Kept special logits are as in softmax

    Scenario: A kept -Infinity
      Given the float32 tensor logits = [-Infinity, 1, 50, 2]
      And the bool tensor mask = [true, true, false, true]
      When masked_softmax is computed
      Then the result is [0, 0.2689, 0, 0.7311]

    Scenario: A kept NaN
      What is masked stays 0 beside it.

      Given the float32 tensor logits = [[1, NaN, 7], [1, 2, 7]]
      And the bool tensor mask = [true, true, false]
      When masked_softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [[NaN, NaN, 0], [0.2689, 0.7311, 0]]
      And where softmax.not_a_number is stays_local the result is [[0, NaN, 0], [0.2689, 0.7311, 0]]

    Scenario: An empty batch
      Given the float32 tensor logits of shape [0, 3] = []
      And the bool tensor mask = [true, false, true]
      When masked_softmax is computed
      Then the result has dtype float32 and shape [0, 3]

    Scenario Outline: A kept NaN: logits <logits>, the last masked
      Given the float32 tensor logits = <logits>
      And the bool tensor mask = [true, true, true, false]
      When masked_softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN, 0]
      And where softmax.not_a_number is stays_local the result is <local>

      Examples: at each kept place
        | logits         | local          |
        | [NaN, 1, 1, 9] | [NaN, 0, 0, 0] |
        | [1, NaN, 1, 9] | [0, NaN, 0, 0] |
        | [1, 1, NaN, 9] | [0, 0, NaN, 0] |

  @req:masking.masked_softmax.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: Axis <axis> of rank two
      Given the float32 tensor logits = [[1, 2], [3, 4]]
      And the bool tensor mask = [true, false]
      When masked_softmax is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range, or no integer
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | true | invalid_attribute |

    Scenario Outline: A <dtype> mask
      Numbers are no mask: 0 and 1, 0 and -10000, drop and keep would all be possible readings.

      Given the float32 tensor logits = [1, 2]
      And the <dtype> tensor mask = [1, 0]
      When masked_softmax is computed
      Then the operation is refused with invalid_dtype

      Examples: numbers
        | dtype   |
        | int32   |
        | float32 |

    Scenario: Integer logits
      Given the int32 tensor logits = [1, 2]
      And the bool tensor mask = [true, true]
      When masked_softmax is computed
      Then the operation is refused with invalid_dtype

    Scenario: No mask
      Given the float32 tensor logits = [1, 2]
      When masked_softmax is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the bool tensor mask = [true, true]
      When masked_softmax is computed
      Then the operation is refused with missing_input
