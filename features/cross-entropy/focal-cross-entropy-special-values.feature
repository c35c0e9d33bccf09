Feature: Focal cross-entropy of NaN and infinite logits, and what it refuses

  Special logits are what they are in log_softmax: NaN and +Infinity make the
  loss of their slice NaN, -Infinity rules a class out.

  @req:cross-entropy.focal.not-a-number @must
  Rule: A NaN makes the loss of its slice NaN, wherever it stands

    Scenario Outline: A NaN at the <position>, <dtype>
      Given the <dtype> tensor target = [[0, 1, 0], [0, 1, 0], [0, 1, 0]]
      And the <dtype> tensor logits = [[0, 0, 0], <row>, [5, 5, 5]]
      When focal_cross_entropy is computed
      Then the result is [0.1221, NaN, 0.1221]

      Examples: in every place
        | position    | row             | dtype   |
        | first class | [NaN, 2, 3]     | float32 |
        | target      | [1, NaN, 3]     | float32 |
        | last class  | [1, 2, NaN]     | float32 |
        | whole slice | [NaN, NaN, NaN] | float32 |

      Examples: in every dtype
        | position    | row         | dtype    |
        | first class | [NaN, 2, 3] | float16  |
        | target      | [1, NaN, 3] | bfloat16 |
        | last class  | [1, 2, NaN] | float64  |

    Scenario: A NaN among the targets
      Given the float32 tensor target = [[NaN, 1], [0, 1]]
      And the float32 tensor logits = [[0, 0], [0, 0]]
      When focal_cross_entropy is computed
      Then the result is [NaN, 0.043322]

    Scenario Outline: A slice of <row>, gamma <gamma>
      Given the float32 tensor target = [[1, 0], [1, 0]]
      And the float32 tensor logits = [<row>, [0, 0]]
      When focal_cross_entropy is computed with gamma <gamma>
      Then the result is [NaN, <other>]

      Examples: nothing finite to measure from
        | row                    | gamma | other    |
        | [-Infinity, -Infinity] | 2     | 0.043322 |
        | [-Infinity, -Infinity] | 0     | 0.173287 |
        | [Infinity, 0]          | 2     | 0.043322 |
        | [Infinity, Infinity]   | 2     | 0.043322 |
        | [0, Infinity]          | 0     | 0.173287 |

  @req:cross-entropy.focal.ruled-out @must
  Rule: A class at -Infinity costs infinity as the target

    Scenario Outline: Ruled out, gamma <gamma>, <dtype>
      Given the <dtype> tensor target = [[0, 1], [0.5, 0.5]]
      And the <dtype> tensor logits = [[3, -Infinity], [3, -Infinity]]
      When focal_cross_entropy is computed with gamma <gamma>
      Then the result is [Infinity, Infinity]

      Examples:
        | gamma | dtype    |
        | 2     | float32  |
        | 0     | float32  |
        | 0.5   | float64  |
        | 2     | float16  |
        | 2     | bfloat16 |

    Scenario: A target of zero on a class that is ruled out
      Given the float32 tensor target = [[1, 0, 0], [0, 0, 1]]
      And the float32 tensor logits = [[1, -Infinity, 3], [1, -Infinity, 3]]
      When focal_cross_entropy is computed with alpha 1
      Then where zero_label_times_negative_infinity is nan the result is [NaN, NaN]
      And where zero_label_times_negative_infinity is zero the result is [1.650078, 0.001804]

    Scenario Outline: All but the target are ruled out, gamma <gamma>
      p is 1 and 1 - p is 0.

      Given the float32 tensor target = [[0, 1, 0]]
      And the float32 tensor logits = [[-Infinity, -7, -Infinity]]
      When focal_cross_entropy is computed with gamma <gamma>
      Then where zero_label_times_negative_infinity is nan the result is [NaN]
      And where zero_label_times_negative_infinity is zero the result is [0]

      Examples:
        | gamma |
        | 0     |
        | 0.5   |
        | 2     |

    Scenario: The largest finite float is no infinity
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[0, -0x1.fffffep127], [0, -0x1.fffffep127]]
      When focal_cross_entropy is computed with alpha 1
      Then the result is [0, 3.4028235e38]

  @req:cross-entropy.focal.refusals @must
  Rule: gamma is at least 0, alpha a number, and all else fits

    Scenario Outline: With <attribute>
      Given the float32 tensor target = [[1, 0]]
      And the float32 tensor logits = [[1, 2]]
      When focal_cross_entropy is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute         |
        | gamma -1          |
        | gamma -1e-9       |
        | gamma NaN         |
        | gamma Infinity    |
        | alpha NaN         |
        | alpha -Infinity   |
        | gamma true        |
        | alpha balanced    |
        | axis 0.5          |
        | reduction mean    |
        | from_logits false |

    Scenario Outline: A target of shape <target> for logits of shape <logits>
      Given the float32 tensor target of shape <target> drawn from uniform 0 1 with seed 2441
      And the float32 tensor logits of shape <logits> drawn from normal 1 with seed 2442
      When focal_cross_entropy is computed
      Then the operation is refused with invalid_shape

      Examples:
        | target | logits |
        | [3]    | [2, 3] |
        | [1, 3] | [2, 3] |
        | [2, 4] | [2, 3] |
        | [2]    | [2, 3] |

    Scenario Outline: <target> target, <logits> logits
      Given the <target> tensor target = [1, 0]
      And the <logits> tensor logits = [1, 1]
      When focal_cross_entropy is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | target  | logits  |
        | int32   | float32 |
        | float32 | int64   |
        | float64 | float32 |

    Scenario: No target
      Given the float32 tensor logits = [0.5, 0.5]
      When focal_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario: No logits
      Given the float32 tensor target = [0.5, 0.5]
      When focal_cross_entropy is computed
      Then the operation is refused with missing_input

    Scenario Outline: Axis <axis> of two
      Given the float32 tensor target = [[1, 0]]
      And the float32 tensor logits = [[1, 2]]
      When focal_cross_entropy is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples:
        | axis |
        | 2    |
        | -3   |
