Feature: Binary cross-entropy over types, sizes and shapes

  The definition is on the page binary-cross-entropy.

  @req:cross-entropy.binary.lengths @must
  Rule: Any number of elements, in any shape

    Every element has a result of its own, so a wrong one shows by its place: at the end, past the
    last full vector, or at the start of the next row.

    Scenario Outline: <length> elements
      Given the float32 tensor target of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the float32 tensor output of shape [<length>] drawn from uniform 0 1 with seed <length>1
      When binary_cross_entropy is computed
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
      Given the <dtype> tensor target of shape [<length>] drawn from uniform 0 1 with seed <length>
      And the <dtype> tensor output of shape [<length>] drawn from uniform 0 1 with seed <length>1
      When binary_cross_entropy is computed
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
      Given the <dtype> tensor target of shape <shape> drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor output of shape <shape> drawn from uniform 0 1 with seed <seed>1
      When binary_cross_entropy is computed
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: no axis to five, lengths of one and nought
        | shape           | dtype    | seed |
        | []              | float32  | 7100 |
        | []              | float16  | 7101 |
        | [3, 5]          | float64  | 7102 |
        | [2, 3, 4]       | float32  | 7103 |
        | [2, 3, 4]       | bfloat16 | 7104 |
        | [2, 3, 2, 5]    | float16  | 7105 |
        | [2, 3, 2, 4, 3] | float32  | 7106 |
        | [2, 3, 2, 4, 3] | float64  | 7107 |
        | [3, 1, 4]       | float32  | 7108 |
        | [2, 0, 3]       | float32  | 7109 |

  @req:cross-entropy.binary.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the <dtype> tensor target of shape [40] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor output of shape [40] drawn from <family> with seed <seed>1
      When binary_cross_entropy is computed
      Then the result conforms

      Examples: near zero, wide, one-sided, far out
        | family             | dtype    | seed |
        | uniform 0.9 1      | float32  | 7120 |
        | uniform 0 0.001    | float32  | 7121 |
        | uniform 0 1e-6     | float32  | 7122 |
        | uniform 0.999999 1 | float32  | 7123 |
        | coin 0.5           | float32  | 7124 |
        | equal 0.5          | float32  | 7125 |
        | uniform 0.9 1      | float64  | 7126 |
        | uniform 0 1e-6     | float64  | 7127 |
        | coin 0.5           | float64  | 7128 |
        | uniform 0.99 1     | float16  | 7129 |
        | coin 0.5           | float16  | 7130 |
        | uniform 0 0.001    | float16  | 7131 |
        | uniform 0.99 1     | bfloat16 | 7132 |
        | coin 0.5           | bfloat16 | 7133 |
        | uniform 0 1e-6     | bfloat16 | 7134 |

  @req:cross-entropy.binary.sums @must
  Rule: Sums and means of many elements are accurate

    float16 holds nothing above 65,504, bfloat16 does not count past 256: the losses are added up in
    a wider type.

    Scenario Outline: <reduction> of <length> losses in <dtype>
      Given the <dtype> tensor target of shape [<length>] drawn from uniform 0 1 with seed <seed>
      And the <dtype> tensor output of shape [<length>] drawn from uniform 0 1 with seed <seed>1
      When binary_cross_entropy is computed with reduction <reduction>
      Then the result has dtype <dtype> and shape []
      And the result conforms

      Examples: hundreds, or a thousand
        | length | dtype    | reduction | seed |
        | 300    | float32  | sum       | 7150 |
        | 300    | float32  | mean      | 7151 |
        | 300    | float64  | sum       | 7152 |
        | 300    | float64  | mean      | 7153 |
        | 1000   | float16  | mean      | 7154 |
        | 1000   | float16  | sum       | 7155 |
        | 1000   | bfloat16 | mean      | 7156 |
        | 1000   | bfloat16 | sum       | 7157 |
        | 301    | float32  | mean      | 7158 |

      @full
      Examples: a hundred thousand
        | length | dtype    | reduction | seed |
        | 100000 | float32  | sum       | 7170 |
        | 100000 | float32  | mean      | 7171 |
        | 100000 | float16  | mean      | 7172 |
        | 100000 | bfloat16 | mean      | 7173 |
        | 100000 | float64  | sum       | 7174 |

    Scenario Outline: The mean over shape <shape>, from_logits <logits>, smoothing <smoothing>
      Given the float32 tensor target of shape <shape> drawn from uniform 0 1 with seed 7160
      And the float32 tensor output of shape <shape> drawn from uniform 0 1 with seed 7161
      When binary_cross_entropy is computed with from_logits <logits>, label_smoothing <smoothing>, reduction mean
      Then the result has dtype float32 and shape []
      And the result conforms

      Examples: two axes and three
        | shape     | logits | smoothing |
        | [2, 3, 4] | false  | 0         |
        | [2, 3, 4] | false  | 0.2       |
        | [5, 4]    | true   | 0         |
        | [2, 3, 4] | true   | 0.1       |

  @req:cross-entropy.binary.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the <dtype> tensor target of shape [3, 33] drawn from probabilities with seed 7902
      And the <dtype> tensor output of shape [3, 33] drawn from probabilities with seed 7903
      When binary_cross_entropy is computed as first
      And binary_cross_entropy is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
