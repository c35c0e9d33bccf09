Feature: Negative log-likelihood over types, sizes and layouts

  The definition is on the page negative-log-likelihood. Nothing is computed but a sign: what can go
  wrong is which element is taken.

  @req:cross-entropy.negative-log-likelihood.lengths @must
  Rule: Any number of classes works

    Scenario Outline: Three rows of <length>
      Given the int64 tensor labels of shape [3] drawn from integers 0 <length> with seed <length>
      And the float32 tensor log_probabilities of shape [3, <length>] drawn from normal 3 with seed <length>
      When negative_log_likelihood is computed
      Then the result conforms

      Examples: around the widths of vector registers
        | length |
        | 1      |
        | 2      |
        | 3      |
        | 7      |
        | 8      |
        | 9      |
        | 16     |
        | 31     |
        | 33     |
        | 64     |
        | 65     |
        | 127    |
        | 129    |

    Scenario Outline: Two rows of <length> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 <length> with seed <length>
      And the <dtype> tensor log_probabilities of shape [2, <length>] drawn from normal 3 with seed <length>
      When negative_log_likelihood is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 9      |
        | float64  | 33     |
        | float16  | 7      |
        | float16  | 65     |
        | bfloat16 | 7      |
        | bfloat16 | 17     |

  @req:cross-entropy.negative-log-likelihood.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the int64 tensor labels of shape [<columns>] drawn from integers 0 <length> with seed <columns>
      And the float32 tensor log_probabilities of shape [<length>, <columns>] drawn from normal 3 with seed <columns>
      When negative_log_likelihood is computed with axis 0
      Then the result has dtype float32 and shape [<columns>]
      And the result conforms

      Examples: columns around the widths of vector registers
        | length | columns |
        | 3      | 7       |
        | 5      | 8       |
        | 3      | 9       |
        | 2      | 16      |
        | 4      | 17      |
        | 3      | 33      |
        | 2      | 65      |
        | 33     | 3       |
        | 65     | 2       |

    Scenario Outline: Two blocks of <length> by <columns> in <dtype>, classes in the middle
      Given the int64 tensor labels of shape [2, <columns>] drawn from integers 0 <length> with seed <columns>
      And the <dtype> tensor log_probabilities of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>
      When negative_log_likelihood is computed with axis 1
      Then the result has dtype <dtype> and shape [2, <columns>]
      And the result conforms

      Examples: a stride between neighbours, in every dtype
        | dtype    | length | columns |
        | float32  | 7      | 3       |
        | float32  | 17     | 2       |
        | float32  | 3      | 9       |
        | float64  | 9      | 5       |
        | float16  | 5      | 17      |
        | bfloat16 | 33     | 3       |

    Scenario Outline: Axis <axis> of shape <shape> in <dtype>
      Given the int64 tensor labels of shape <reduced> drawn from integers 0 <classes> with seed <seed>
      And the <dtype> tensor log_probabilities of shape <shape> drawn from normal 3 with seed <seed>
      When negative_log_likelihood is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | classes | axis | dtype    | seed |
        | [5]             | []           | 5       | 0    | float32  | 5500 |
        | [3, 4]          | [4]          | 3       | -2   | float64  | 5501 |
        | [3, 4]          | [3]          | 4       | 1    | float16  | 5502 |
        | [2, 3, 4]       | [3, 4]       | 2       | -3   | bfloat16 | 5503 |
        | [2, 3, 4]       | [2, 4]       | 3       | 1    | float32  | 5504 |
        | [2, 3, 4]       | [2, 3]       | 4       | -1   | float64  | 5505 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 2       | 0    | float16  | 5506 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | 3       | -3   | bfloat16 | 5507 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 4       | 2    | float32  | 5508 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | 5       | -1   | float64  | 5509 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 2       | 0    | float16  | 5510 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | 3       | -4   | bfloat16 | 5511 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2       | 2    | float32  | 5512 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 4       | -2   | float64  | 5513 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 3       | 4    | float16  | 5514 |

  @req:cross-entropy.negative-log-likelihood.many-axes @must
  Rule: With weights, ignored labels and up to seven axes it is still the same loss

    Batch, classes, and up to five more axes: the largest shapes of ONNX's own tests, with the
    combinations that are found there.

    Scenario Outline: Seven axes in <dtype>
      Given the int64 tensor labels of shape [3, 2, 2, 3, 1, 2] drawn from integers 0 5 with seed 6521
      And the <dtype> tensor log_probabilities of shape [3, 5, 2, 2, 3, 1, 2] drawn from normal 3 with seed 6521
      When negative_log_likelihood is computed with axis 1
      Then the result has dtype <dtype> and shape [3, 2, 2, 3, 1, 2]
      And the result conforms

      Examples: every float dtype
        | dtype    |
        | float32  |
        | float64  |
        | float16  |
        | bfloat16 |

    Scenario Outline: Seven axes with class weights, reduction <reduction>
      Given the int32 tensor labels of shape [3, 2, 2, 3, 1, 2] drawn from integers 0 5 with seed 6522
      And the float32 tensor log_probabilities of shape [3, 5, 2, 2, 3, 1, 2] drawn from normal 3 with seed 6522
      And the float32 tensor class_weights of shape [5] drawn from uniform 0.1 1 with seed 6522
      When negative_log_likelihood is computed with axis 1, reduction <reduction>
      Then the result conforms

      Examples: each reduction
        | reduction |
        | none      |
        | sum       |
        | mean      |

    Scenario Outline: Labels from <lowest>, <ignored> ignored, class weights, shape <shape>, reduction <reduction>
      Given the int64 tensor labels of shape <reduced> drawn from integers <lowest> <end> with seed 6523
      And the float32 tensor log_probabilities of shape <shape> drawn from normal 3 with seed 6523
      And the float32 tensor class_weights of shape [5] drawn from uniform 0.1 1 with seed 6523
      When negative_log_likelihood is computed with axis 1, ignore_index <ignored>, reduction <reduction>
      Then the result conforms

      Examples: ignored below, among and above the classes
        | lowest | end | ignored | shape           | reduced      | reduction |
        | -1     | 5   | -1      | [3, 5]          | [3]          | mean      |
        | -1     | 5   | -1      | [3, 5, 6]       | [3, 6]       | mean      |
        | -1     | 5   | -1      | [3, 5, 6]       | [3, 6]       | none      |
        | 0      | 5   | 2       | [3, 5, 2]       | [3, 2]       | mean      |
        | 0      | 5   | 2       | [3, 5, 2, 7]    | [3, 2, 7]    | mean      |
        | 0      | 5   | 2       | [3, 5, 2, 7]    | [3, 2, 7]    | sum       |
        | 0      | 6   | 5       | [3, 5, 2, 3, 2] | [3, 2, 3, 2] | sum       |
        | 0      | 6   | 5       | [3, 5, 2, 3, 2] | [3, 2, 3, 2] | mean      |

    Scenario Outline: Labels from <lowest>, <ignored> ignored, no weights, shape <shape>
      Given the int64 tensor labels of shape <reduced> drawn from integers <lowest> <end> with seed 6524
      And the float64 tensor log_probabilities of shape <shape> drawn from normal 3 with seed 6524
      When negative_log_likelihood is computed with axis 1, ignore_index <ignored>, reduction mean
      Then the result conforms

      Examples: the mean of what is left
        | lowest | end | ignored | shape           | reduced      |
        | 0      | 5   | 2       | [4, 5]          | [4]          |
        | 0      | 5   | 2       | [4, 5, 2]       | [4, 2]       |
        | 0      | 5   | 2       | [4, 5, 2, 7]    | [4, 2, 7]    |
        | -1     | 5   | -1      | [3, 5, 2, 3, 2] | [3, 2, 3, 2] |

  @req:cross-entropy.negative-log-likelihood.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the int32 tensor labels of shape [3] drawn from integers 0 33 with seed 7904
      And the <dtype> tensor log_probabilities of shape [3, 33] drawn from normal 3 with seed 7901
      When negative_log_likelihood is computed as first
      And negative_log_likelihood is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
