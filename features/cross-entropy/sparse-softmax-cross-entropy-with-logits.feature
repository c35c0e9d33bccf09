Feature: Sparse softmax cross-entropy with logits

  A one-hot label says no more than its position. This operation takes the
  position y itself, an integer in [0, K), for each slice of K logits:

      loss = ln(exp x1 + ... + exp xK) - x_y

  It is the loss of softmax_cross_entropy_with_logits for one_hot(y, K),
  without the K - 1 multiplications by 0. Classes count from 0: labels 1 ... K are a
  common mistake, and K is refused (see the page on the range of labels).
  Labels have the shape of the logits without the axis of the classes.

  @req:cross-entropy.sparse.definition @must
  Rule: The loss is ln of the summed exponentials minus the logit of the label

    @smoke
    Scenario: Each class of the same logits
      The exponentials are 1, 2 and 5, their sum 8: ln 8, ln 4 and ln 1.6.

      Given the int32 tensor labels = [0, 1, 2]
      And the float64 tensor logits:
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
        | 0 | 0.6931471805599453 | 1.6094379124341003 |
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [2.0794415417, 1.3862943611, 0.4700036292]
      And the result has dtype float64 and shape [3]

    Scenario Outline: Label <label> of type <type>
      Given the <type> tensor labels = [<label>]
      And the float32 tensor logits = [[1, 2, 4, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is <loss>

      Examples:
        | label | type  | loss       |
        | 0     | int32 | [3.185182] |
        | 1     | int32 | [2.185182] |
        | 2     | int64 | [0.185182] |
        | 3     | int64 | [4.185182] |

    Scenario: A single class costs nothing
      Given the int32 tensor labels = [0]
      And the float32 tensor logits = [[7]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is [0]

    Scenario: A single example needs no batch
      Given the int32 tensor labels = 2
      And the float32 tensor logits = [1, 2, 4]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is 0.169846
      And the result has dtype float32 and shape []

    Scenario Outline: The label far behind, far ahead, and at a great offset: <dtype>
      ln(sum of exp) - x_label taken literally gives 0 for the last row: bfloat16
      [300, 300] and float16 [1000, 1000] are known to fail in a current library.

      Given the int32 tensor labels = [0, 1, 0]
      And the <dtype> tensor logits = [[0, 128], [0, 128], [<offset>, <offset>]]
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result is <losses>

      Examples:
        | dtype    | offset | losses             |
        | float16  | 1000   | [128, 0, 0.6931]   |
        | bfloat16 | 300    | [128, 0, 0.6931]   |
        | float32  | 1e8    | [128, 0, 0.693147] |

  @req:cross-entropy.sparse.dense @must
  Rule: Sparse labels cost what their one-hot labels cost

    Scenario Outline: Four classes, <dtype>, normal logits times <scale>
      Given the int32 tensor labels = [3, 0, 2, 2, 1]
      And the <dtype> tensor logits of shape [5, 4] drawn from normal <scale> with seed 201
      When sparse_softmax_cross_entropy_with_logits is computed as sparse
      Given the <dtype> tensor labels = [[0, 0, 0, 1], [1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0], [0, 1, 0, 0]]
      When softmax_cross_entropy_with_logits is computed as dense
      Then sparse conforms
      And dense conforms
      And sparse and dense agree

      Examples:
        | dtype    | scale |
        | float16  | 1     |
        | float16  | 30    |
        | bfloat16 | 5     |
        | float32  | 0.1   |
        | float32  | 5     |
        | float32  | 30    |
        | float64  | 1     |
        | float64  | 30    |

    Scenario: The one-hot label of the source text is one place off
      one_hot(3, 5) is [0, 0, 0, 1, 0], not [0, 0, 1, 0, 0]: positions count from 0.

      Given the int32 tensor labels = [3]
      And the float32 tensor logits = [[0, 1, 2, 4, 3]]
      When sparse_softmax_cross_entropy_with_logits is computed as sparse
      Given the float32 tensor labels = [[0, 0, 0, 1, 0]]
      When softmax_cross_entropy_with_logits is computed as right
      Given the float32 tensor labels = [[0, 0, 1, 0, 0]]
      When softmax_cross_entropy_with_logits is computed as wrong
      Then sparse is [0.451914]
      And sparse and right agree
      And wrong is [2.451914]

  @req:cross-entropy.sparse.axis @must
  Rule: Labels have the logits' shape without the axis of the classes

    Scenario: Two pixels, channels first
      Given the int32 tensor labels = [[2, 0]]
      And the float32 tensor logits = [[[1, 4], [0, 2], [3, -1]]]
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1
      Then the result is [[0.169846, 0.132845]]

    Scenario: A square of logits, rows or columns
      Given the int32 tensor labels = [1, 2, 0]
      And the float64 tensor logits = [[1, 2, 4], [0, -1, 3], [7, 1, 0]]
      When sparse_softmax_cross_entropy_with_logits is computed as columns with axis 0
      And sparse_softmax_cross_entropy_with_logits is computed as rows with axis 1
      Then columns is [7.00338490, 1.34901222, 0.32656264]
      And rows is [2.16984602, 0.06588390, 3.3848989e-3]

    Scenario Outline: Logits of shape <shape>, classes along axis <axis>
      More than three axes broke an early sparse loss (keras-team/keras#8624, B040), a
      length of 1 beside the class axis a later one (keras-team/keras#22969, B027).

      Given the int32 tensor labels of shape <labels> drawn from integers 0 <classes> with seed 202
      And the float32 tensor logits of shape <shape> drawn from normal 5 with seed 203
      When sparse_softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the result conforms
      And the result has dtype float32 and shape <labels>

      Examples: last axis
        | shape           | axis | labels       | classes |
        | [2, 3, 4]       | -1   | [2, 3]       | 4       |
        | [2, 3, 2, 4]    | 3    | [2, 3, 2]    | 4       |
        | [2, 2, 3, 2, 3] | -1   | [2, 2, 3, 2] | 3       |

      Examples: another axis
        | shape        | axis | labels    | classes |
        | [5, 3]       | 0    | [3]       | 5       |
        | [2, 5, 3]    | 1    | [2, 3]    | 5       |
        | [2, 5, 3, 4] | 1    | [2, 3, 4] | 5       |
        | [2, 5, 3, 4] | -2   | [2, 5, 4] | 3       |
        | [2, 3, 3]    | 1    | [2, 3]    | 3       |
        | [2, 3, 3, 3] | 1    | [2, 3, 3] | 3       |

      Examples: lengths of one
        | shape     | axis | labels | classes |
        | [3, 4, 1] | 1    | [3, 1] | 4       |
        | [1, 4, 3] | 1    | [1, 3] | 4       |
        | [3, 1]    | 1    | [3]    | 1       |

    Scenario: An empty batch
      Given the int32 tensor labels of shape [0] = []
      And the float32 tensor logits of shape [0, 4] = []
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result has dtype float32 and shape [0]

  @req:cross-entropy.sparse.reduction @must
  Rule: The losses are kept, summed or averaged as asked

    With neither weights nor an ignored label the mean is the sum over the number of labels.

    Scenario Outline: Two rows in <dtype>, reduction <reduction>
      Given the int64 tensor labels = [0, 1]
      And the <dtype> tensor logits = [[0, 0], [0, 1]]
      When sparse_softmax_cross_entropy_with_logits is computed with reduction <reduction>
      Then the result is <loss>

      Examples: one loss a label
        | dtype   | reduction | loss                     |
        | float32 | none      | [0.69314718, 0.31326169] |
        | float16 | none      | [0.69314718, 0.31326169] |

      Examples: their sum
        | dtype   | reduction | loss       |
        | float32 | sum       | 1.00640887 |
        | float64 | sum       | 1.00640887 |
        | float16 | sum       | 1.00640887 |

      Examples: their mean
        | dtype    | reduction | loss       |
        | float32  | mean      | 0.50320443 |
        | float64  | mean      | 0.50320443 |
        | bfloat16 | mean      | 0.50320443 |

    Scenario Outline: The mean of <losses> losses along more than one axis
      Given the int32 tensor labels of shape <labels> drawn from integers 0 5 with seed 204
      And the float32 tensor logits of shape <shape> drawn from normal 5 with seed 205
      When sparse_softmax_cross_entropy_with_logits is computed with axis <axis>, reduction mean
      Then the result conforms
      And the result has dtype float32 and shape []

      Examples: last axis, and channels first
        | losses | shape        | axis | labels    |
        | 6      | [2, 3, 5]    | -1   | [2, 3]    |
        | 24     | [2, 5, 3, 4] | 1    | [2, 3, 4] |
