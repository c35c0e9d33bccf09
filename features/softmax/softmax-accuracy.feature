Feature: softmax within its error bound

  The result may differ from the exact value p by

      u p (20 + 2 d + 2 ln n + S(n)),   S(n) = min(n, 256) + log2 n

  where u is half the distance from 1 to the next larger number of the dtype, n the length of the
  slice and d the distance of the logit to the largest. float16 and bfloat16 may differ by two units
  in their last place. These bounds hold every careful implementation and reject the careless ones,
  given the right inputs: one kind of fault needs short slices, another long ones, so there are
  families of seeded draws.

  @req:softmax.accuracy.exponential @must
  Rule: The exponential is accurate

    On slices of at most 1,000 the sum contributes little, and what is left is the exponential's own
    error: a fast approximation good to four digits is outside.

    Scenario Outline: Normal logits times <scale> in <dtype>, slices of <length>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from normal <scale> with seed <seed>
      When softmax is computed
      Then the result conforms

      Examples: float32
        | dtype   | scale | length | seed |
        | float32 | 0.1   | 2      | 301  |
        | float32 | 1     | 2      | 302  |
        | float32 | 5     | 3      | 303  |
        | float32 | 30    | 3      | 304  |
        | float32 | 0.1   | 10     | 305  |
        | float32 | 1     | 10     | 306  |
        | float32 | 5     | 10     | 307  |
        | float32 | 30    | 10     | 308  |
        | float32 | 1     | 1000   | 309  |
        | float32 | 5     | 1000   | 310  |
        | float32 | 30    | 1000   | 311  |

      Examples: float64
        | dtype   | scale | length | seed |
        | float64 | 1     | 2      | 321  |
        | float64 | 5     | 3      | 322  |
        | float64 | 0.1   | 10     | 323  |
        | float64 | 1     | 10     | 324  |
        | float64 | 30    | 10     | 325  |
        | float64 | 5     | 1000   | 326  |
        | float64 | 100   | 10     | 327  |

      Examples: float16
        | dtype   | scale | length | seed |
        | float16 | 1     | 2      | 331  |
        | float16 | 1     | 10     | 332  |
        | float16 | 5     | 10     | 333  |
        | float16 | 5     | 100    | 334  |
        | float16 | 1     | 1000   | 335  |

      Examples: bfloat16
        | dtype    | scale | length | seed |
        | bfloat16 | 1     | 2      | 341  |
        | bfloat16 | 1     | 10     | 342  |
        | bfloat16 | 5     | 10     | 343  |
        | bfloat16 | 5     | 100    | 344  |
        | bfloat16 | 1     | 1000   | 345  |

    Scenario Outline: Logits from <family> in <dtype>
      Given the <dtype> tensor logits of shape [2, 100] drawn from <family> with seed <seed>
      When softmax is computed
      Then the result conforms
      And every slice of the result along axis 1 sums to 1

      Examples: a uniform spread, in order, one class far ahead, two groups far apart
        | family          | dtype    | seed |
        | uniform -1 1    | float32  | 351  |
        | uniform -80 80  | float32  | 352  |
        | uniform -8 8    | float16  | 353  |
        | uniform -80 80  | bfloat16 | 354  |
        | uniform 0 700   | float64  | 355  |
        | sorted 5        | float32  | 356  |
        | sorted 5        | float64  | 357  |
        | dominant 12     | float32  | 358  |
        | dominant 40     | float32  | 359  |
        | dominant 8      | float16  | 360  |
        | dominant 300    | float64  | 361  |
        | alternating 10  | float32  | 362  |
        | alternating 43  | float32  | 363  |
        | alternating 88  | float32  | 364  |
        | alternating 4   | float16  | 365  |
        | alternating 350 | float64  | 366  |

  @req:softmax.accuracy.summation @must
  Rule: The sum is accurate, however long the slice

    The stagnation input [0, c, c, c, ...] has an exp(c) just small enough to vanish when added to 1
    in the dtype. Added one by one to a running sum, all of them vanish: the error counts the length
    of the chain of additions. Random logits hide this.

    Scenario Outline: Terms that vanish one by one, <length> of them in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from stagnation <gap> with seed 0
      When softmax is computed
      Then the result conforms

      Examples: a thousand and a few
        | dtype    | length | gap      |
        | float32  | 1000   | -16.6356 |
        | float32  | 4096   | -16.6356 |
        | float16  | 1000   | -7.625   |
        | float16  | 4096   | -7.625   |
        | bfloat16 | 1000   | -5.5625  |
        | bfloat16 | 4096   | -5.5625  |
        | float64  | 4096   | -36.7369 |

      @full
      Examples: as many as a vocabulary has words
        | dtype    | length | gap      |
        | float32  | 32768  | -16.6356 |
        | float32  | 131072 | -16.6356 |
        | bfloat16 | 100000 | -5.5625  |
        | float64  | 131072 | -36.7369 |

    Scenario Outline: <length> equal logits in <dtype>
      Each probability is exactly 1/n. A sum kept in float16 stops at 2048, one in bfloat16 at 256,
      one in float32 at 16,777,216.

      Given the <dtype> tensor logits of shape [<length>] drawn from equal 0 with seed 0
      When softmax is computed
      Then the result conforms
      And every slice of the result along axis 0 sums to 1

      Examples: past the count where a narrow sum stops
        | dtype    | length |
        | float16  | 4096   |
        | bfloat16 | 512    |
        | bfloat16 | 4096   |
        | float32  | 4096   |

      @full
      Examples: past the largest number of float16
        | dtype    | length |
        | float16  | 100000 |
        | bfloat16 | 100000 |
        | float32  | 131072 |

    @full
    Scenario: Twenty million equal logits down a column
      A float32 sum of ones stops at 2^24, which is 16,777,216. Down a column an implementation may
      add one by one what it adds in lanes along a row: PyTorch 2.13 on a CPU does.

      Given the float32 tensor logits of shape [20000000, 1] drawn from equal 0 with seed 0
      When softmax is computed with axis 0
      Then the result conforms

    Scenario: Equal logits down a column, where some implementations sum otherwise
      Given the bfloat16 tensor logits of shape [2048, 2] drawn from equal 1 with seed 0
      When softmax is computed with axis 0
      Then the result conforms
      And every slice of the result along axis 0 sums to 1

    Scenario Outline: Normal logits times <scale>, <length> classes in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from normal <scale> with seed <seed>
      When softmax is computed
      Then the result conforms
      And every slice of the result along axis 0 sums to 1

      Examples: a few thousand
        | dtype    | scale | length | seed |
        | float32  | 1     | 4096   | 371  |
        | float16  | 1     | 4096   | 372  |
        | bfloat16 | 1     | 4096   | 373  |

      @full
      Examples: as many as a vocabulary has words
        | dtype    | scale | length | seed |
        | float32  | 1     | 32768  | 374  |
        | float32  | 5     | 131072 | 375  |
        | float64  | 1     | 131072 | 376  |
        | float16  | 1     | 100000 | 377  |
        | bfloat16 | 1     | 100000 | 378  |

    @full
    Scenario: Logits with a large offset and many classes
      Given the float32 tensor logits of shape [32768] drawn from offset 1e4 with seed 379
      When softmax is computed
      Then the result conforms
