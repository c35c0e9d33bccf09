Feature: What binary cross-entropy refuses

  Every element has a loss of its own, so there is one shape for all: a target of
  another shape is never stretched to fit. A mistake in the arguments is answered by an
  error that says which one it is, and never by a number.

  @req:cross-entropy.binary.refusals @must
  Rule: Target and output are floats of one dtype and one shape, and attributes are in range

    Scenario Outline: A target of shape <target> for an output of shape <output>
      A target [3] beside an output [3, 1] is broadcast to nine losses in many libraries.

      Given the float32 tensor target of shape <target> drawn from coin 0.5 with seed 251
      And the float32 tensor output of shape <output> drawn from uniform 0 1 with seed 252
      When binary_cross_entropy is computed with from_logits <logits>
      Then the operation is refused with invalid_shape

      Examples:
        | target | output | logits |
        | [3]    | [3, 1] | false  |
        | [1, 2] | [3, 2] | false  |
        | []     | [2]    | false  |
        | [4]    | [2, 2] | true   |

    Scenario Outline: A target of <target> for an output of <output>
      Given the <target> tensor target of shape [3] drawn from coin 0.5 with seed 253
      And the <output> tensor output of shape [3] drawn from coin 0.5 with seed 254
      When binary_cross_entropy is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | target  | output  |
        | int32   | float32 |
        | bool    | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor output = [0.5]
      When binary_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the float32 tensor target = [1]
      When binary_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      Given the float32 tensor target = [1, 0]
      And the float32 tensor output = [0.5, 0.25]
      When binary_cross_entropy is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute     |
        | epsilon 0     |
        | epsilon 0.5   |
        | epsilon -1e-7 |
        | reduction max |
        | axis 0        |
        | pos_weight 2  |
        | from_logits 0 |
