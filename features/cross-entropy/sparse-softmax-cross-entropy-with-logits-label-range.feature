Feature: Integer labels outside the classes

  A label of -1 or K has no class. The most common causes are labels that count
  from 1 and paddings of -1 without an ignore_index. The only safe answer is a
  refusal. Frameworks have given NaN, 0 (so that nobody noticed), the last
  class, or an exception, and differently on CPU and GPU: it is the subject of
  tensorflow/tensorflow#8484 (B001), #10268 (B002), #3739 (B003), #4443 (B004), #126005 (B005),
  #57173 (B006), #56979 (B007) and #41635 (B008), pytorch/pytorch#12670 (B060) and
  google-deepmind/optax#1185 (B107).

  @req:cross-entropy.labels.refused @must
  Rule: A label outside [0, K) is refused, unless another value of the choices is declared or seen

    Scenario Outline: Label <label> among three classes, type <type>
      Given the <type> tensor labels = [0, <label>, 2]
      And the float32 tensor logits = [[1, 2, 3], [1, 2, 3], [1, 2, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where <choice> is refused the operation is refused with label_out_of_range

      Examples: below
        | label       | type  | choice                |
        | -1          | int32 | sparse_label.negative |
        | -4          | int64 | sparse_label.negative |
        | -2147483648 | int32 | sparse_label.negative |

      Examples: past the classes
        | label      | type  | choice                    |
        | 3          | int32 | sparse_label.past_classes |
        | 255        | int64 | sparse_label.past_classes |
        | 2147483647 | int32 | sparse_label.past_classes |
        | 4294967296 | int64 | sparse_label.past_classes |
        | 4294967297 | int64 | sparse_label.past_classes |

    Scenario Outline: Labels that count from one, along axis <axis>
      K is the length of the class axis: on a 2 by 4 matrix the largest label is 1 along axis 0.

      Given the int32 tensor labels = <labels>
      And the float32 tensor logits = [[1, 2, 3, 4], [8, 7, 6, 5]]
      When sparse_softmax_cross_entropy_with_logits is computed with axis <axis>
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

      Examples:
        | axis | labels       |
        | 1    | [4, 1]       |
        | 0    | [1, 0, 2, 1] |

    Scenario: Only another value than the label is ignored
      -1 is not ignored of itself, as it once was in effect (tensorflow/tensorflow#4443, B004).

      Given the int32 tensor labels = [1, -1]
      And the float32 tensor logits = [[1, 2, 3], [1, 2, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed with ignore_index -100
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range

    Scenario: A class weight of zero is no excuse
      Given the int32 tensor labels = [1, 3]
      And the float32 tensor class_weights = [0, 1, 0]
      And the float32 tensor logits = [[1, 2, 3], [1, 2, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range

  @req:cross-entropy.labels.choices @should
  Rule: Implementations that don't refuse are recognised by what they give

    Scenario: A label of minus one
      "wraps" takes the last class, as Python's indices do. CPU and GPU have disagreed on it
      (tensorflow/tensorflow#10268, B002; #57173, B006).

      Given the int32 tensor labels = [0, -1]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.negative is refused the operation is refused with label_out_of_range
      And where sparse_label.negative is nan the result is [3.169846, NaN]
      And where sparse_label.negative is zero the result is [3.169846, 0]
      And where sparse_label.negative is wraps the result is [3.169846, 0.169846]

    Scenario: A label of K
      A GPU trained on with NaN (tensorflow/tensorflow#56979, B007).

      Given the int32 tensor labels = [0, 3]
      And the float32 tensor logits = [[1, 2, 4], [1, 2, 4]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then where sparse_label.past_classes is refused the operation is refused with label_out_of_range
      And where sparse_label.past_classes is nan the result is [3.169846, NaN]
      And where sparse_label.past_classes is zero the result is [3.169846, 0]
