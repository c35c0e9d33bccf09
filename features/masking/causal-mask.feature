Feature: causal_mask

  A model that writes one word after another must not look ahead: position 3 may
  use positions 0 to 3, and no later ones. The mask has a row for each query and a
  column for each key, and is true where the key is no later than the query:

      causal_mask(query_length 3, key_length 3) = [[true, false, false],
                                                    [true, true,  false],
                                                    [true, true,  true ]]

  Where there are fewer queries than keys two readings are in use. In the first
  the queries are the first ones (top_left), in the second they are the last ones of
  the sequence, as when earlier keys come from a cache (bottom_right):

      key <= query                                  top_left
      key <= query + key_length - query_length      bottom_right

  @req:masking.causal_mask.definition @must
  Rule: True where the key is no later than the query

    @smoke
    Scenario: Three by three
      When causal_mask is computed with query_length 3, key_length 3
      Then the result is exactly:
        | true | false | false |
        | true | true  | false |
        | true | true  | true  |
      And the result has dtype bool and shape [3, 3]

    Scenario Outline: <n> by <n>, <alignment>
      Where the lengths are equal the alignment doesn't matter.

      When causal_mask is computed with query_length <n>, key_length <n>, alignment <alignment>
      Then the result is exactly <mask>

      Examples: small squares
        | n | alignment    | mask                                                                                                           |
        | 1 | top_left     | [[true]]                                                                                                       |
        | 1 | bottom_right | [[true]]                                                                                                       |
        | 2 | top_left     | [[true, false], [true, true]]                                                                                  |
        | 2 | bottom_right | [[true, false], [true, true]]                                                                                  |
        | 4 | top_left     | [[true, false, false, false], [true, true, false, false], [true, true, true, false], [true, true, true, true]] |
        | 4 | bottom_right | [[true, false, false, false], [true, true, false, false], [true, true, true, false], [true, true, true, true]] |

    Scenario: A transposed mask looks ahead
      Query 0 sees key 0 only; key 0 is seen by every query. A reference implementation had its mask
      wrong (onnx/onnx#7297, B083).

      When causal_mask is computed with query_length 2, key_length 2
      Then the result is exactly [[true, false], [true, true]]

    Scenario Outline: <queries> queries, <keys> keys, <alignment>
      When causal_mask is computed with query_length <queries>, key_length <keys>, alignment <alignment>
      Then the result conforms
      And the result has dtype bool and shape [<queries>, <keys>]

      Examples: around the widths of vector registers
        | queries | keys | alignment    |
        | 7       | 9    | top_left     |
        | 9       | 7    | bottom_right |
        | 16      | 17   | bottom_right |
        | 33      | 31   | top_left     |
        | 65      | 64   | bottom_right |
        | 1       | 129  | bottom_right |
        | 129     | 1    | top_left     |

    @full
    Scenario Outline: <n> by <n> positions
      When causal_mask is computed with query_length <n>, key_length <n>, dtype bool
      Then the result conforms

      Examples: a page of text
        | n   |
        | 500 |

  @req:masking.causal_mask.alignment @must
  Rule: With other lengths the first queries meet the first keys, or the last the last

    Scenario Outline: <queries> queries see <keys> keys, <alignment>
      Alignments have been mixed up where lengths differ: pytorch/pytorch#103082, #108108,
      Dao-AILab/flash-attention#517, ml-explore/mlx#2835, onnx/onnx#8054 (B081).

      When causal_mask is computed with query_length <queries>, key_length <keys>, alignment <alignment>
      Then the result is exactly <mask>

      Examples: more keys than queries
        | queries | keys | alignment    | mask                                                                    |
        | 2       | 3    | top_left     | [[true, false, false], [true, true, false]]                             |
        | 2       | 3    | bottom_right | [[true, true, false], [true, true, true]]                               |
        | 1       | 4    | top_left     | [[true, false, false, false]]                                           |
        | 1       | 4    | bottom_right | [[true, true, true, true]]                                              |
        | 2       | 5    | top_left     | [[true, false, false, false, false], [true, true, false, false, false]] |
        | 2       | 5    | bottom_right | [[true, true, true, true, false], [true, true, true, true, true]]       |

      Examples: more queries than keys
        | queries | keys | alignment    | mask                                                                          |
        | 3       | 2    | top_left     | [[true, false], [true, true], [true, true]]                                   |
        | 3       | 2    | bottom_right | [[false, false], [true, false], [true, true]]                                 |
        | 4       | 1    | top_left     | [[true], [true], [true], [true]]                                              |
        | 4       | 1    | bottom_right | [[false], [false], [false], [true]]                                           |
        | 5       | 2    | top_left     | [[true, false], [true, true], [true, true], [true, true], [true, true]]       |
        | 5       | 2    | bottom_right | [[false, false], [false, false], [false, false], [true, false], [true, true]] |

    Scenario: The next word with a cache of three
      One new query at the end of four keys sees them all, if it is read as the last; read as the
      first it sees the first key alone.

      When causal_mask is computed as last with query_length 1, key_length 4, alignment bottom_right
      And causal_mask is computed as first with query_length 1, key_length 4, alignment top_left
      Then last is exactly [[true, true, true, true]]
      And first is exactly [[true, false, false, false]]

    Scenario: More queries than keys, ends aligned
      The first two queries come before all keys and see nothing: a softmax over their rows has
      nothing to sum.

      When causal_mask is computed with query_length 4, key_length 2, alignment bottom_right
      Then the result is exactly [[false, false], [false, false], [true, false], [true, true]]

  @req:masking.causal_mask.default_alignment @must
  Rule: The alignment where none is given is a choice

    PyTorch and JAX align the top left corner, flash-attention and MLX the bottom right one.

    Scenario Outline: <queries> queries, <keys> keys, no alignment given
      When causal_mask is computed with query_length <queries>, key_length <keys>
      Then where causal.default_alignment is top_left the result is <top>
      And where causal.default_alignment is bottom_right the result is <bottom>

      Examples:
        | queries | keys | top                                         | bottom                                        |
        | 2       | 3    | [[true, false, false], [true, true, false]] | [[true, true, false], [true, true, true]]     |
        | 3       | 2    | [[true, false], [true, true], [true, true]] | [[false, false], [true, false], [true, true]] |
        | 1       | 3    | [[true, false, false]]                      | [[true, true, true]]                          |

  @req:masking.causal_mask.empty @must
  Rule: A length may be 0

    Scenario Outline: Nothing to see: <queries> queries, <keys> keys, <alignment>
      When causal_mask is computed with query_length <queries>, key_length <keys>, alignment <alignment>
      Then the result has dtype bool and shape [<queries>, <keys>]
      And the result conforms

      Examples: nobody asks, or there is nothing to see
        | queries | keys | alignment    |
        | 0       | 0    | top_left     |
        | 0       | 3    | top_left     |
        | 0       | 3    | bottom_right |
        | 2       | 0    | top_left     |
        | 2       | 0    | bottom_right |

  @req:masking.causal_mask.dtype @must
  Rule: The mask has the dtype asked for, bool if none

    Scenario Outline: As <dtype>
      When causal_mask is computed with query_length 2, key_length 3, alignment bottom_right, dtype <dtype>
      Then the result has dtype <dtype> and shape [2, 3]
      And the result is exactly <mask>

      Examples: every dtype
        | dtype    | mask                                      |
        | bool     | [[true, true, false], [true, true, true]] |
        | int32    | [[1, 1, 0], [1, 1, 1]]                    |
        | int64    | [[1, 1, 0], [1, 1, 1]]                    |
        | float16  | [[1, 1, 0], [1, 1, 1]]                    |
        | bfloat16 | [[1, 1, 0], [1, 1, 1]]                    |
        | float32  | [[1, 1, 0], [1, 1, 1]]                    |
        | float64  | [[1, 1, 0], [1, 1, 1]]                    |

  @req:masking.causal_mask.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: With <attributes>
      When causal_mask is computed with <attributes>
      Then the operation is refused with invalid_attribute

      Examples: below zero, left out, wrong types, unknown names, too large to hold
        | attributes                                        |
        | query_length -1, key_length 2                     |
        | query_length 2, key_length -1                     |
        | query_length 2                                    |
        | key_length 2                                      |
        | query_length 2.5, key_length 2                    |
        | query_length true, key_length 2                   |
        | query_length 2, key_length 2, alignment top_right |
        | query_length 2, key_length 2, alignment true      |
        | query_length 2, key_length 2, dtype mask          |
        | query_length 2, key_length 2, diagonal 1          |
        | query_length 4294967298, key_length 1             |
        | query_length 65536, key_length 65536              |

    Scenario: Nothing at all
      When causal_mask is computed
      Then the operation is refused with invalid_attribute
