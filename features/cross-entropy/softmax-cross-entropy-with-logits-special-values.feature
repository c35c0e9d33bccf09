Feature: Softmax cross-entropy of NaN and infinite logits

  A NaN says that a network has broken; a loss that hides it lets the training
  go on for days. So a NaN logit makes the loss of its slice NaN, and leaves
  the other slices alone.

  A logit of -Infinity is an honest way to rule a class out: its probability
  is 0. The label on such a class costs infinity. A label of 0 on it is
  0 times infinity: NaN in plain arithmetic, nothing in the sense of the
  formula's limit; frameworks differ (a choice).

  @req:cross-entropy.special.not-a-number @must
  Rule: A NaN logit makes the loss of its slice NaN, wherever it stands

    Scenario Outline: A NaN at the <position>, <dtype>
      A maximum that skips NaN, or a comparison that is false for NaN, loses it.

      Given the <dtype> tensor labels = [[0, 1, 0], [0, 1, 0], [0, 1, 0]]
      And the <dtype> tensor logits = [[0, 0, 0], <row>, [5, 5, 5]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [1.0986, NaN, 1.0986]

      Examples: in every place
        | position     | row             | dtype   |
        | first class  | [NaN, 2, 3]     | float32 |
        | label        | [1, NaN, 3]     | float32 |
        | last class   | [1, 2, NaN]     | float32 |
        | whole slice  | [NaN, NaN, NaN] | float32 |
        | largest side | [NaN, 1000, 0]  | float32 |

      Examples: in every dtype
        | position    | row         | dtype    |
        | first class | [NaN, 2, 3] | float16  |
        | label       | [1, NaN, 3] | bfloat16 |
        | last class  | [1, 2, NaN] | float64  |

    Scenario: A NaN among labels
      Given the float32 tensor labels = [[NaN, 1], [0, 1]]
      And the float32 tensor logits = [[0, 0], [0, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [NaN, 0.693147]

    Scenario Outline: Sparse labels and a NaN at the <position>
      A kernel that only reads the label's logit must still see the NaN elsewhere.

      Given the int32 tensor labels = [1, 1]
      And the float32 tensor logits = [<row>, [5, 5, 5]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [NaN, 1.098612]

      Examples:
        | position    | row         |
        | first class | [NaN, 2, 3] |
        | label       | [1, NaN, 3] |
        | last class  | [1, 2, NaN] |

    Scenario Outline: Soft labels beside a spoilt row: logits <logits>
      Given the float32 tensor labels = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
      And the float32 tensor logits = [<logits>, [0, 0, 0]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [NaN, 1.098612]

      Examples: NaN and Infinity: first, middle, last
        | logits           |
        | [NaN, 2, 3]      |
        | [1, NaN, 3]      |
        | [1, 2, NaN]      |
        | [Infinity, 2, 3] |
        | [1, Infinity, 3] |
        | [1, 2, Infinity] |

  @req:cross-entropy.special.ruled-out @must
  Rule: A class at -Infinity has no share in the sum, and costs infinity as the label

    Scenario: Sparse labels beside a class that is ruled out
      Keras gave NaN here on two of its backends: they multiply by the whole one-hot row.

      Given the int32 tensor labels = [0, 2, 1]
      And the float32 tensor logits = [[1, -Infinity, 3], [1, -Infinity, 3], [1, -Infinity, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [2.126928, 0.126928, Infinity]

    Scenario: Dense labels on the ruled out class only
      Given the float32 tensor labels = [[0, 1], [0.5, 0.5]]
      And the float32 tensor logits = [[3, -Infinity], [3, -Infinity]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [Infinity, Infinity]

    Scenario: A label of zero on a class that is ruled out
      optax gave NaN, and then NaN gradients: google-deepmind/optax#896 (B106).

      Given the float32 tensor labels = [[1, 0, 0], [0, 0, 1]]
      And the float32 tensor logits = [[1, -Infinity, 3], [1, -Infinity, 3]]
      When softmax_cross_entropy_with_logits is computed
      Then where zero_label_times_negative_infinity is nan the result is [NaN, NaN]
      And where zero_label_times_negative_infinity is zero the result is [2.126928, 0.126928]

    Scenario: All but the label are ruled out
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[-Infinity, -7, -Infinity], [0, -Infinity, -Infinity]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [0, 0]

    Scenario: The largest finite float is no infinity
      A logit of -3.4e38 beside 0 costs 3.4e38 as the label, and nothing otherwise.

      Given the float32 tensor labels = [[1, 0], [0, 1]]
      And the float32 tensor logits = [[0, -0x1.fffffep127], [0, -0x1.fffffep127]]
      When softmax_cross_entropy_with_logits is computed
      Then the result is [0, 3.4028235e38]

  @req:cross-entropy.special.nothing-finite @must
  Rule: A slice of -Infinity only, or with +Infinity, has no loss but NaN

    Scenario Outline: A slice of <row>
      Given the int32 tensor labels = [0, 1]
      And the float32 tensor logits = [<row>, [0, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [NaN, 0.693147]

      Examples:
        | row                    |
        | [-Infinity, -Infinity] |
        | [Infinity, Infinity]   |
        | [Infinity, NaN]        |

    Scenario: +Infinity beside the label
      Given the int32 tensor labels = [1, 0]
      And the float32 tensor logits = [[Infinity, 0], [Infinity, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN]
      And where log_softmax.positive_infinity is limits the result is [Infinity, NaN]
