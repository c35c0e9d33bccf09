Feature: Sigmoid cross-entropy with logits over types, sizes and shapes

  The definition is on the page sigmoid-cross-entropy-with-logits.

  @req:cross-entropy.sigmoid.lengths @must
  Rule: Any number of elements, in any shape

    Every element has a result of its own, so a wrong one shows by its place: at the end, past the
    last full vector, or at the start of the next row.

    Scenario Outline: <length> elements
      Given the float32 tensor labels of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the float32 tensor logits of shape [<length>] drawn from normal 4 with seed <length>1
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 4      |
        | 5      |
        | 7      |
        | 8      |
        | 9      |
        | 15     |
        | 16     |
        | 17     |
        | 31     |
        | 32     |
        | 33     |
        | 63     |
        | 64     |
        | 65     |
        | 127    |
        | 128    |
        | 129    |

    Scenario Outline: <length> elements in <dtype>
      Given the <dtype> tensor labels of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the <dtype> tensor logits of shape [<length>] drawn from normal 4 with seed <length>1
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 8      |
        | float64  | 9      |
        | float64  | 17     |
        | float16  | 7      |
        | float16  | 9      |
        | float16  | 17     |
        | float16  | 33     |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 9      |
        | bfloat16 | 17     |
        | bfloat16 | 33     |
        | bfloat16 | 65     |

    Scenario Outline: Elements of shape <shape> in <dtype>
      Given the <dtype> tensor labels of shape <shape> drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>1
      When sigmoid_cross_entropy_with_logits is computed
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: no axis to five, lengths of one and nought
        | shape           | dtype    | seed |
        | []              | float32  | 7200 |
        | []              | float16  | 7201 |
        | [3, 5]          | float64  | 7202 |
        | [2, 3, 4]       | float32  | 7203 |
        | [2, 3, 4]       | bfloat16 | 7204 |
        | [2, 3, 2, 5]    | float16  | 7205 |
        | [2, 3, 2, 4, 3] | float32  | 7206 |
        | [2, 3, 2, 4, 3] | float64  | 7207 |
        | [3, 1, 4]       | float32  | 7208 |
        | [2, 0, 3]       | float32  | 7209 |

  @req:cross-entropy.sigmoid.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor labels of shape [40] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape [40] drawn from <family> with seed <seed>1
      When sigmoid_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: near zero, wide, one-sided, far out
        | family             | dtype    | seed |
        | normal 0.1         | float32  | 7220 |
        | normal 1e-6        | float32  | 7221 |
        | normal 30          | float32  | 7222 |
        | uniform -104 -80   | float32  | 7223 |
        | uniform 80 104     | float32  | 7224 |
        | uniform -1e38 1e38 | float32  | 7225 |
        | alternating 88.7   | float32  | 7226 |
        | alternating 17     | float32  | 7227 |
        | equal 1e-40        | float32  | 7228 |
        | offset 16.6        | float32  | 7229 |
        | normal 100         | float64  | 7230 |
        | uniform -746 -700  | float64  | 7231 |
        | alternating 36.7   | float64  | 7232 |
        | equal 5e-324       | float64  | 7233 |
        | normal 5           | float16  | 7234 |
        | uniform -17.4 -9   | float16  | 7235 |
        | equal 6e-8         | float16  | 7236 |
        | normal 5           | bfloat16 | 7237 |
        | uniform -93 -80    | bfloat16 | 7238 |
        | alternating 1e30   | bfloat16 | 7239 |

  @req:cross-entropy.sigmoid.sums @must
  Rule: Sums and means of many elements are accurate

    Scenario Outline: <reduction> of <length> losses in <dtype>
      Given the <dtype> tensor labels of shape [<length>] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor logits of shape [<length>] drawn from normal 4 with seed <seed>1
      When sigmoid_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result has dtype <dtype> and shape []
      And the result conforms

      Examples: hundreds, or a thousand
        | length | dtype    | reduction | seed |
        | 300    | float32  | sum       | 7250 |
        | 300    | float32  | mean      | 7251 |
        | 300    | float64  | sum       | 7252 |
        | 300    | float64  | mean      | 7253 |
        | 1000   | float16  | mean      | 7254 |
        | 1000   | float16  | sum       | 7255 |
        | 1000   | bfloat16 | mean      | 7256 |
        | 1000   | bfloat16 | sum       | 7257 |
        | 301    | float32  | mean      | 7258 |

      @full
      Examples: a hundred thousand
        | length | dtype    | reduction | seed |
        | 100000 | float32  | sum       | 7270 |
        | 100000 | float32  | mean      | 7271 |
        | 100000 | float16  | mean      | 7272 |
        | 100000 | bfloat16 | mean      | 7273 |
        | 100000 | float64  | sum       | 7274 |

    Scenario Outline: The <reduction> over three axes
      Given the float32 tensor labels of shape [3, 4, 5] drawn from uniform 0 1 with seed 7260
      And the float32 tensor logits of shape [3, 4, 5] drawn from normal 4 with seed 7261
      When sigmoid_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result has dtype float32 and shape []
      And the result conforms

      Examples: both
        | reduction |
        | sum       |
        | mean      |

  @req:cross-entropy.sigmoid.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor labels of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When sigmoid_cross_entropy_with_logits is computed as first
      And sigmoid_cross_entropy_with_logits is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
