Feature: Gradient of sparse softmax cross-entropy over types, sizes and layouts

  The definition is on the page sparse-softmax-cross-entropy-gradient. It is softmax, less 1 at the
  label: counted with the wrong stride the 1 is subtracted from another slice.

  @req:gradients.sparse.lengths @must
  Rule: Any number of classes works

    A kernel works on 8, 16, 32 or 64 elements at a time and treats the rest apart; a read or write
    past the end of one row shows in the next.

    Scenario Outline: Three rows of <length>
      Given the int64 tensor labels of shape [3] drawn from integers 0 <length> with seed <length>
      And the float32 tensor logits of shape [3, <length>] drawn from normal 3 with seed <length>1
      When sparse_softmax_cross_entropy_gradient is computed
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
      And the <dtype> tensor logits of shape [2, <length>] drawn from normal 3 with seed <length>1
      When sparse_softmax_cross_entropy_gradient is computed
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

    Scenario Outline: As the gradient of one-hot labels, in <dtype>
      The two have differed (google-deepmind/optax#1335, B108).

      Given the int64 tensor labels = [2, 0, 3]
      And the <dtype> tensor logits of shape [3, 4] drawn from normal <scale> with seed 6399
      When sparse_softmax_cross_entropy_gradient is computed as sparse
      Given the <dtype> tensor labels = [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]]
      When softmax_cross_entropy_gradient is computed as dense
      Then sparse conforms
      And dense conforms
      And sparse and dense agree

      Examples: small and large logits
        | dtype    | scale |
        | float32  | 1     |
        | float32  | 30    |
        | float64  | 5     |
        | float16  | 5     |
        | bfloat16 | 5     |

  @req:gradients.sparse.strides @must
  Rule: The classes may lie apart

    Where the classes are not the last axis, neighbours in a slice lie apart in memory, and it is
    neighbouring slices that share a vector.

    Scenario Outline: Slices of <length> down <columns> columns
      Given the int64 tensor labels of shape [<columns>] drawn from integers 0 <length> with seed <columns>
      And the float32 tensor logits of shape [<length>, <columns>] drawn from normal 3 with seed <columns>1
      When sparse_softmax_cross_entropy_gradient is computed with axis 0
      Then the result conforms

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
      And the <dtype> tensor logits of shape [2, <length>, <columns>] drawn from normal 3 with seed <columns>1
      When sparse_softmax_cross_entropy_gradient is computed with axis 1
      Then the result conforms

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
      And the <dtype> tensor logits of shape <shape> drawn from normal 3 with seed <seed>1
      When sparse_softmax_cross_entropy_gradient is computed with axis <axis>
      Then the result has dtype <dtype> and shape <shape>
      And the result conforms

      Examples: every axis of ranks one to five, each length its own
        | shape           | reduced      | classes | axis | dtype    | seed |
        | [5]             | []           | 5       | 0    | float32  | 6300 |
        | [3, 4]          | [4]          | 3       | -2   | float64  | 6301 |
        | [3, 4]          | [3]          | 4       | 1    | float16  | 6302 |
        | [2, 3, 4]       | [3, 4]       | 2       | -3   | bfloat16 | 6303 |
        | [2, 3, 4]       | [2, 4]       | 3       | 1    | float32  | 6304 |
        | [2, 3, 4]       | [2, 3]       | 4       | -1   | float64  | 6305 |
        | [2, 3, 4, 5]    | [3, 4, 5]    | 2       | 0    | float16  | 6306 |
        | [2, 3, 4, 5]    | [2, 4, 5]    | 3       | -3   | bfloat16 | 6307 |
        | [2, 3, 4, 5]    | [2, 3, 5]    | 4       | 2    | float32  | 6308 |
        | [2, 3, 4, 5]    | [2, 3, 4]    | 5       | -1   | float64  | 6309 |
        | [2, 3, 2, 4, 3] | [3, 2, 4, 3] | 2       | 0    | float16  | 6310 |
        | [2, 3, 2, 4, 3] | [2, 2, 4, 3] | 3       | -4   | bfloat16 | 6311 |
        | [2, 3, 2, 4, 3] | [2, 3, 4, 3] | 2       | 2    | float32  | 6312 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 3] | 4       | -2   | float64  | 6313 |
        | [2, 3, 2, 4, 3] | [2, 3, 2, 4] | 3       | 4    | float16  | 6314 |

  @req:gradients.sparse.spread @must
  Rule: However the inputs are spread, the result is within its bound

    Scenario Outline: Drawn from <family> in <dtype>
      Given the int64 tensor labels of shape [2] drawn from integers 0 100 with seed <seed>
      And the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>1
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result conforms

      Examples: near and far, in order, one far ahead, two groups far apart, all shifted
        | family              | dtype    | seed |
        | normal 0.1          | float32  | 6320 |
        | normal 30           | float32  | 6321 |
        | uniform -80 80      | float32  | 6322 |
        | sorted 5            | float32  | 6323 |
        | dominant 40         | float32  | 6324 |
        | equal 3             | float32  | 6325 |
        | offset 1e4          | float32  | 6326 |
        | offset -1e4         | float32  | 6327 |
        | offset 1e30         | float32  | 6328 |
        | alternating 43      | float32  | 6329 |
        | alternating 88      | float32  | 6330 |
        | stagnation -16.6356 | float32  | 6331 |
        | normal 30           | float64  | 6332 |
        | uniform 0 700       | float64  | 6333 |
        | dominant 300        | float64  | 6334 |
        | alternating 350     | float64  | 6335 |
        | offset 1e10         | float64  | 6336 |
        | normal 5            | float16  | 6337 |
        | uniform -8 8        | float16  | 6338 |
        | offset 1e3          | float16  | 6339 |
        | alternating 4       | float16  | 6340 |
        | normal 5            | bfloat16 | 6341 |
        | uniform -80 80      | bfloat16 | 6342 |
        | dominant 20         | bfloat16 | 6343 |

  @req:gradients.sparse.vocabulary @must
  Rule: Tens of thousands of classes do not wear out the sum

    Scenario Outline: <length> classes from <family> in <dtype>
      Given the int64 tensor labels of shape [] drawn from integers 0 <length> with seed <seed>
      And the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>1
      When sparse_softmax_cross_entropy_gradient is computed
      Then the result conforms

      @full
      Examples: as many as a vocabulary has words
        | length | family   | dtype    | seed |
        | 32768  | normal 5 | float32  | 6350 |
        | 131072 | normal 1 | float32  | 6351 |
        | 32768  | normal 5 | float64  | 6352 |
        | 100000 | normal 1 | float16  | 6355 |
        | 100000 | normal 1 | bfloat16 | 6356 |

  @req:gradients.sparse.repeatable @must
  Rule: Asked twice, the answer is the same to the last bit

    Whoever works in place spoils the inputs of the second question, whoever leaves memory as it was
    found gives another answer.

    Scenario Outline: Once and again in <dtype>
      Given the int32 tensor labels of shape [3] drawn from integers 0 33 with seed 7904
      And the <dtype> tensor logits of shape [3, 33] drawn from normal 3 with seed 7901
      When sparse_softmax_cross_entropy_gradient is computed as first
      And sparse_softmax_cross_entropy_gradient is computed as second
      Then first and second are identical
      And second conforms

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
