Feature: sequence_mask

  Sequences of different lengths share one tensor by padding the short ones. The mask says which steps
  are real: for each length a row that is true at the positions below it.

      sequence_mask([1, 3]) = [[true, false, false], [true, true, true]]

  The rows are as wide as the largest length, or maxlen wide. The result is bool, or numbers 1 and 0
  of the dtype asked for: such rows serve as weights.

  @req:masking.sequence_mask.definition @must
  Rule: True where the position is below the length

    @smoke
    Scenario: Lengths one, three and two
      Given the int32 tensor lengths = [1, 3, 2]
      When sequence_mask is computed
      Then the result is exactly:
        | true | false | false |
        | true | true  | true  |
        | true | true  | false |

    Scenario Outline: Length <length> of four
      An inverted mask, or one that counts positions from 1, differs in every row.

      Given the int64 tensor lengths = <length>
      When sequence_mask is computed with maxlen 4
      Then the result is exactly <mask>

      Examples: a scalar length gives a vector
        | length | mask                         |
        | 0      | [false, false, false, false] |
        | 1      | [true, false, false, false]  |
        | 2      | [true, true, false, false]   |
        | 3      | [true, true, true, false]    |
        | 4      | [true, true, true, true]     |

    Scenario: Lengths of rank two
      Once refused (deepjavalibrary/djl#828, B058).

      Given the int32 tensor lengths = [[1, 0], [2, 1]]
      When sequence_mask is computed
      Then the result has dtype bool and shape [2, 2, 2]
      And the result is exactly [[[true, false], [false, false]], [[true, true], [true, false]]]

    Scenario Outline: Drawn lengths of shape <shape>, maxlen <maxlen>
      Given the <dtype> tensor lengths of shape <shape> drawn from integers 0 <maxlen> with seed <seed>
      When sequence_mask is computed with maxlen <maxlen>
      Then the result conforms

      Examples: around the widths of vector registers
        | dtype | shape     | maxlen | seed |
        | int32 | [5]       | 7      | 901  |
        | int64 | [9]       | 17     | 902  |
        | int64 | [3, 3]    | 33     | 903  |
        | int32 | [2, 2, 2] | 65     | 904  |

      Examples: more axes, more lengths
        | dtype | shape        | maxlen | seed |
        | int64 | [2, 1, 3, 2] | 5      | 905  |
        | int32 | [700]        | 4      | 906  |

    Scenario Outline: One sequence of length <length>
      Given the int32 tensor lengths = [<length>]
      When sequence_mask is computed
      Then the result is exactly <mask>

      Examples: without anything to compare it with
        | length | mask                 |
        | 1      | [[true]]             |
        | 3      | [[true, true, true]] |

  @req:masking.sequence_mask.maxlen @must
  Rule: The width is the largest length, at least 0, unless maxlen is given

    Scenario: The widest row sets the width
      Given the int64 tensor lengths = [2, 5, 0]
      When sequence_mask is computed
      Then the result has dtype bool and shape [3, 5]
      And the result conforms

    Scenario: A larger maxlen pads with false
      Given the int32 tensor lengths = [1, 2]
      When sequence_mask is computed with maxlen 5
      Then the result is exactly [[true, false, false, false, false], [true, true, false, false, false]]

    Scenario Outline: Lengths <lengths>
      Given the int32 tensor lengths = <lengths>
      When sequence_mask is computed
      Then the result has dtype bool and shape <shape>
      And the result conforms

      Examples: no step at all, and a negative length
        | lengths  | shape  |
        | [0, 0]   | [2, 0] |
        | [-1, -5] | [2, 0] |
        | [-2, 1]  | [2, 1] |
        | 0        | [0]    |

    Scenario: No sequences
      Given the int32 tensor lengths of shape [0] = []
      When sequence_mask is computed with maxlen 3
      Then the result has dtype bool and shape [0, 3]

    Scenario: maxlen nil
      Given the int32 tensor lengths = [0, 0]
      When sequence_mask is computed with maxlen 0
      Then the result is exactly [[], []]

    Scenario: A negative length keeps nothing
      Given the int64 tensor lengths = [-1, 2, -9223372036854775808]
      When sequence_mask is computed with maxlen 2
      Then the result is exactly [[false, false], [true, true], [false, false]]

  @req:masking.sequence_mask.past_maxlen @must
  Rule: A length past maxlen fills its row, or widens all rows

    TensorFlow cuts at maxlen, ND4J raises maxlen to the largest length. A length that no longer fits
    32 bits must not come round as 0, as it once did.

    Scenario: Five of three
      Given the int32 tensor lengths = [5, 1]
      When sequence_mask is computed with maxlen 3
      Then where sequence_mask.length_past_maxlen is truncated the result is [[true, true, true], [true, false, false]]
      And where sequence_mask.length_past_maxlen is maxlen_raised the result is:
        """
        [[true, true, true, true, true],
         [true, false, false, false, false]]
        """

    Scenario: One of none
      Given the int64 tensor lengths = [1]
      When sequence_mask is computed with maxlen 0
      Then where sequence_mask.length_past_maxlen is truncated the result is [[]]
      And where sequence_mask.length_past_maxlen is maxlen_raised the result is [[true]]

    Scenario: Lengths past 32 bits
      Cut down to 32 bits they are 1 and 0 (tensorflow/tensorflow#6518, B048).

      Given the int64 tensor lengths = [4294967297, 8589934592, 1]
      When sequence_mask is computed with maxlen 2
      Then where sequence_mask.length_past_maxlen is truncated the result is [[true, true], [true, true], [true, false]]

  @req:masking.sequence_mask.dtype @must
  Rule: The mask has the dtype asked for, bool if none

    Scenario Outline: As <dtype>
      Given the int64 tensor lengths = [2, 0]
      When sequence_mask is computed with dtype <dtype>
      Then the result has dtype <dtype> and shape [2, 2]
      And the result is exactly <mask>

      Examples: every dtype
        | dtype    | mask                             |
        | bool     | [[true, true], [false, false]]   |
        | int32    | [[1, 1], [0, 0]]                 |
        | int64    | [[1, 1], [0, 0]]                 |
        | float16  | [[1, 1], [0, 0]]                 |
        | bfloat16 | [[1, 1], [0, 0]]                 |
        | float32  | [[1, 1], [0, 0]]                 |
        | float64  | [[1, 1], [0, 0]]                 |

  @req:masking.sequence_mask.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: With <attributes>
      Given the int32 tensor lengths = [1, 2]
      When sequence_mask is computed with <attributes>
      Then the operation is refused with invalid_attribute

      Examples: below zero, wrong types, unknown names
        | attributes   |
        | maxlen -1    |
        | maxlen 2.5   |
        | maxlen true  |
        | maxlen long  |
        | dtype mask   |
        | dtype false  |
        | length 3     |

    Scenario Outline: <dtype> lengths
      A huge float length ended the process (tensorflow/tensorflow#46698, B047).

      Given the <dtype> tensor lengths = <lengths>
      When sequence_mask is computed
      Then the operation is refused with invalid_dtype

      Examples: no integers
        | dtype   | lengths       |
        | float32 | [1.5, 2]      |
        | bool    | [true, false] |

    Scenario: No lengths
      When sequence_mask is computed with maxlen 3
      Then the operation is refused with missing_input
