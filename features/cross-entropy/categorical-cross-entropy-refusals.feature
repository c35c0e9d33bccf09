Feature: What categorical cross-entropy refuses

  A refusal is better than a plausible number. Target and output are two
  tensors of one float type and one shape; every attribute has a known name
  and a value in its range.

  @req:cross-entropy.categorical.shape @must
  Rule: Target and output have the same shape

    Scenario Outline: A target of shape <target> for an output of shape <output>
      Given the float32 tensor target of shape <target> drawn from probabilities with seed 81
      And the float32 tensor output of shape <output> drawn from probabilities with seed 82
      When categorical_cross_entropy is computed with from_logits <logits>
      Then the operation is refused with invalid_shape

      Examples: probabilities
        | target | output    | logits |
        | [2, 3] | [3, 2]    | false  |
        | [3]    | [2, 3]    | false  |
        | [1, 3] | [2, 3]    | false  |
        | [2, 3] | [2, 3, 1] | false  |
        | [6]    | [2, 3]    | false  |

      Examples: logits
        | target | output | logits |
        | [2, 4] | [2, 3] | true   |
        | [2]    | [2, 3] | true   |
        | [1, 3] | [2, 3] | true   |

  @req:cross-entropy.categorical.dtype @must
  Rule: Target and output are floats of one dtype

    Scenario Outline: A target of <target> for an output of <output>
      Given the <target> tensor target of shape [2, 2] drawn from coin 0.5 with seed 83
      And the <output> tensor output of shape [2, 2] drawn from coin 0.5 with seed 84
      When categorical_cross_entropy is computed
      Then the operation is refused with invalid_dtype

      Examples: no float
        | target  | output  |
        | int32   | float32 |
        | int64   | float64 |
        | bool    | float32 |
        | float32 | int32   |
        | float32 | bool    |

      Examples: two floats
        | target  | output   |
        | float64 | float32  |
        | float16 | bfloat16 |
        | float32 | float16  |

  @req:cross-entropy.categorical.input @must
  Rule: Both tensors are given

    Scenario: No target
      Given the float32 tensor output = [[0.5, 0.5]]
      When categorical_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario: No output
      Given the float32 tensor target = [[0, 1]]
      When categorical_cross_entropy is computed
      Then the operation is refused with missing_input

  @req:cross-entropy.categorical.attribute @must
  Rule: Attributes have a known name and a value in their range

    Scenario Outline: The attribute <attribute>
      An unknown reduction taken for sum, as a current runtime does, is a wrong number in silence.

      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.5, 0.5], [0.25, 0.75]]
      When categorical_cross_entropy is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples: epsilon outside (0, 0.5)
        | attribute     |
        | epsilon 0     |
        | epsilon -1e-7 |
        | epsilon 0.5   |
        | epsilon 1     |

      Examples: an unknown reduction
        | attribute               |
        | reduction avg           |
        | reduction weighted_mean |
        | reduction Mean          |

      Examples: no such attribute
        | attribute |
        | dim 1     |
        | gamma 2   |

      Examples: another type than the attribute's
        | attribute           |
        | from_logits 1       |
        | axis 0.5            |
        | epsilon true        |
        | label_smoothing yes |
