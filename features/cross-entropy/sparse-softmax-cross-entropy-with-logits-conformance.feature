Feature: Sparse softmax cross-entropy with logits over types, sizes and layouts

  The definition is on the page sparse-softmax-cross-entropy-with-logits. The label picks one
  element of each slice: counted with the wrong stride it picks one of another slice.

  @req:cross-entropy.sparse.lengths @must
  Rule: Any number of classes works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the int64 tensor labels of shape [3] drawn from integers 0 <length> with seed <length>
      And the float32 tensor logits of shape [3, <length>] drawn from normal 4 with seed <length>1
      When sparse_softmax_cross_entropy_with_logits is computed
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

    Scenario Outline: Two rows of <length> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 <length> with seed <length>
      And the <dtype> tensor logits of shape [2, <length>] drawn from normal 4 with seed <length>1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: other dtypes, with other widths
        | dtype    | length |
        | float64  | 3      |
        | float64  | 5      |
        | float64  | 8      |
        | float64  | 9      |
        | float64  | 17     |
        | float64  | 33     |
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

  @req:cross-entropy.sparse.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector. cross_entropy on a GPU read such input as if its
    elements were neighbours (pytorch/pytorch#67167, B071).

    Scenario Outline: Slices of <length> down <columns> columns
      Given the int64 tensor labels of shape [<columns>] drawn from integers 0 <length> with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 4 with seed <columns>1
      When sparse_softmax_cross_entropy_with_logits is computed with axis 0
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
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 4 with seed <columns>1
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1
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
      And the <dtype> tensor logits of shape <shape> drawn from normal 4 with seed <seed>1
      When sparse_softmax_cross_entropy_with_logits is computed with axis <axis>
      Then the result has dtype <dtype> and shape <reduced>
      And the result conforms

      Examples: ranks and axes not on the other pages
        | shape           | reduced      | classes | axis | dtype    | seed |
        | [2, 3, 4]       | [3, 4]       | 2       | 0    | float32  | 5400 |
        | [2, 3, 4]       | [2, 4]       | 3       | -2   | float64  | 5401 |
        | [2, 3, 4]       | [2, 3]       | 4       | 2    | float16  | 5402 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 2       | -4   | bfloat16 | 5403 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | 3       | 1    | float32  | 5404 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 4       | -2   | float64  | 5405 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | 5       | 3    | float16  | 5406 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 2       | -5   | bfloat16 | 5407 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | 3       | 1    | float32  | 5408 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2       | -3   | float64  | 5409 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 4       | 3    | float16  | 5410 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 3       | -1   | bfloat16 | 5411 |

  @req:cross-entropy.sparse.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 100 with seed <seed>
      And the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 5420 |
        | normal 30           | float32  | 5421 |
        | uniform -80 80      | float32  | 5422 |
        | sorted 5            | float32  | 5423 |
        | dominant 40         | float32  | 5424 |
        | equal 3             | float32  | 5425 |
        | offset 1e4          | float32  | 5426 |
        | offset -1e4         | float32  | 5427 |
        | offset 1e30         | float32  | 5428 |
        | alternating 43      | float32  | 5429 |
        | alternating 88      | float32  | 5430 |
        | stagnation -16.6356 | float32  | 5431 |
        | normal 30           | float64  | 5432 |
        | uniform 0 700       | float64  | 5433 |
        | dominant 300        | float64  | 5434 |
        | alternating 350     | float64  | 5435 |
        | offset 1e10         | float64  | 5436 |
        | normal 5            | float16  | 5437 |
        | uniform -8 8        | float16  | 5438 |
        | offset 1e3          | float16  | 5439 |
        | alternating 4       | float16  | 5440 |
        | normal 5            | bfloat16 | 5441 |
        | uniform -80 80      | bfloat16 | 5442 |
        | dominant 20         | bfloat16 | 5443 |

  @req:cross-entropy.sparse.vocabulary @must
  Rule: Tens of thousands of classes do not wear out the sum

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the int64 tensor labels of shape [] drawn from integers 0 <length> with seed <seed>
      And the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>1
      When sparse_softmax_cross_entropy_with_logits is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family              | dtype   | seed |
        | 32768  | normal 5            | float32 | 5450 |
        | 131072 | normal 1            | float32 | 5451 |
        | 131072 | stagnation -16.6356 | float32 | 5452 |
        | 131072 | normal 5            | float64 | 5453 |
        | 100000 | normal 1            | float16 | 5454 |

  @req:cross-entropy.sparse.many-axes @must
  Rule: With weights, ignored labels and up to seven axes it is still the same loss

    Batch, classes, and up to five more axes: the largest shapes of ONNX's own tests, with the
    combinations that are found there.

    Scenario Outline: Seven axes in <dtype>
      Given the int64 tensor labels of shape [3, 2, 2, 3, 1, 2] drawn from integers 0 5 with seed 6501
      And the <dtype> tensor logits of shape [3, 5, 2, 2, 3, 1, 2] drawn from normal 3 with seed 6501
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1
      Then the result has dtype <dtype> and shape [3, 2, 2, 3, 1, 2]
      And the result conforms

      Examples: every float dtype
        | dtype    |
        | float32  |
        | float64  |
        | float16  |
        | bfloat16 |

    Scenario Outline: Seven axes with class weights, reduction <reduction>
      Given the int32 tensor labels of shape [3, 2, 2, 3, 1, 2] drawn from integers 0 5 with seed 6502
      And the float32 tensor logits of shape [3, 5, 2, 2, 3, 1, 2] drawn from normal 3 with seed 6502
      And the float32 tensor class_weights of shape [5] drawn from uniform 0.1 1 with seed 6502
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1, reduction <reduction>
      Then the result conforms

      Examples: each reduction
        | reduction |
        | none      |
        | sum       |
        | mean      |

    Scenario Outline: Labels from <lowest>, <ignored> ignored, class weights, shape <shape>, reduction <reduction>
      Given the int64 tensor labels of shape <reduced> drawn from integers <lowest> <end> with seed 6503
      And the float32 tensor logits of shape <shape> drawn from normal 3 with seed 6503
      And the float32 tensor class_weights of shape [5] drawn from uniform 0.1 1 with seed 6503
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1, ignore_index <ignored>, reduction <reduction>
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
      Given the int64 tensor labels of shape <reduced> drawn from integers <lowest> <end> with seed 6504
      And the float64 tensor logits of shape <shape> drawn from normal 3 with seed 6504
      When sparse_softmax_cross_entropy_with_logits is computed with axis 1, ignore_index <ignored>, reduction mean
      Then the result conforms

      Examples: the mean of what is left
        | lowest | end | ignored | shape           | reduced      |
        | 0      | 5   | 2       | [4, 5]          | [4]          |
        | 0      | 5   | 2       | [4, 5, 2]       | [4, 2]       |
        | 0      | 5   | 2       | [4, 5, 2, 7]    | [4, 2, 7]    |
        | -1     | 5   | -1      | [3, 5, 2, 3, 2] | [3, 2, 3, 2] |

  @req:cross-entropy.sparse.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the int32 tensor labels of shape [3] drawn from integers 0 33 with seed 7904
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When sparse_softmax_cross_entropy_with_logits is computed as first
      And sparse_softmax_cross_entropy_with_logits is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
