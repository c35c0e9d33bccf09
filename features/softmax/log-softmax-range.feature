Feature: log_softmax of logits far apart and far away

  Two faults are common. Taking the logarithm of softmax fails once the probability leaves its
  format: at a gap of 88 digits go, past 104 the result is -Infinity (float32; 745 in float64, 17 in
  float16). Computing ln sum as one number and then subtracting it from the logit fails under a large
  common offset, where that number has no digits left for the logarithm.

  @req:softmax.log_softmax.gap @must
  Rule: The logarithm of a tiny probability is an ordinary number

    Apple's GPU backend of PyTorch returned -Infinity instead of -91 (B072); others cut off at
    ln(1e-7) = -16.118 by a clip (B143).

    Scenario Outline: A gap of <gap> in <dtype>
      Given the <dtype> tensor logits = [0, -<gap>]
      When log_softmax is computed
      Then the result is <logarithms>

      Examples: float32, past the clip, past the normal numbers, past the subnormal ones
        | dtype   | gap   | logarithms                  |
        | float32 | 10    | [-4.53989e-5, -10.000045]   |
        | float32 | 16.5  | [-6.82560e-8, -16.500000]   |
        | float32 | 17    | [-4.13994e-8, -17]          |
        | float32 | 50    | [-1.92875e-22, -50]         |
        | float32 | 88    | [-6.05460e-39, -88]         |
        | float32 | 91    | [-3.01441e-40, -91]         |
        | float32 | 103.5 | [-1.12337e-45, -103.500000] |
        | float32 | 104   | [0, -104]                   |
        | float32 | 1000  | [0, -1000]                  |
        | float32 | 1e10  | [0, -10000000000.0]         |
        | float32 | 1e38  | [0, -1.00000e38]            |

      Examples: float64
        | dtype   | gap   | logarithms                          |
        | float64 | 17    | [-0.000000041399, -17.000000041399] |
        | float64 | 104   | [-6.81355682155e-46, -104]          |
        | float64 | 708   | [-3.30755300364e-308, -708]         |
        | float64 | 745   | [-2.82235073047e-324, -745]         |
        | float64 | 746   | [0, -746]                           |
        | float64 | 1e300 | [0, -1.00000e300]                   |

      Examples: float16 and bfloat16
        | dtype    | gap  | logarithms          |
        | float16  | 9    | [-0.000123, -9]     |
        | float16  | 16   | [-1.12535e-7, -16]  |
        | float16  | 17.5 | [0, -17.500000]     |
        | float16  | 1000 | [0, -1000]          |
        | bfloat16 | 17   | [-4.13994e-8, -17]  |
        | bfloat16 | 87   | [-1.64581e-38, -87] |
        | bfloat16 | 94   | [0, -94]            |
        | bfloat16 | 1000 | [0, -1000]          |

    Scenario: Alternating extremes
      Given the float32 tensor logits of shape [2, 33] drawn from alternating 88 with seed 0
      When log_softmax is computed
      Then the result conforms

    Scenario: The largest finite difference overflows
      Given the float32 tensor logits = [0x1.fffffep127, -0x1.fffffep127]
      When log_softmax is computed
      Then the result conforms

  @req:softmax.log_softmax.offset @must
  Rule: A common offset changes nothing

    Two equal logits of 1e8 gave 0 instead of -ln 2 (B067), a third framework lost its digits at -1e7
    (B068).

    @smoke
    Scenario: Two equal logits of a hundred million
      Given the float32 tensor logits = [1e8, 1e8]
      When log_softmax is computed
      Then the result is [-0.6931, -0.6931]

    Scenario Outline: Large <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When log_softmax is computed
      Then the result is <logarithms>

      Examples: equal and nearly equal
        | dtype    | logits                         | logarithms                  |
        | float32  | [1000, 1000, 1000]             | [-1.0986, -1.0986, -1.0986] |
        | float32  | [89, 88, 87]                   | [-0.4076, -1.4076, -2.4076] |
        | float32  | [-1e7, -1e7]                   | [-0.6931, -0.6931]          |
        | float32  | [10000000, 10000001, 10000002] | [-2.4076, -1.4076, -0.4076] |
        | float32  | [1e30, 1e30, 1e30]             | [-1.0986, -1.0986, -1.0986] |
        | float32  | [-200, -201]                   | [-0.3133, -1.3133]          |
        | float64  | [1e15, 1000000000000001]       | [-1.3133, -0.3133]          |
        | float64  | [710, 709]                     | [-0.3133, -1.3133]          |
        | float16  | [1000, 1000]                   | [-0.6931, -0.6931]          |
        | float16  | [12, 11]                       | [-0.3133, -1.3133]          |
        | float16  | [-18, -19]                     | [-0.3133, -1.3133]          |
        | bfloat16 | [300, 300]                     | [-0.6931, -0.6931]          |
        | bfloat16 | [-120, -120, -121]             | [-0.8620, -0.8620, -1.8620] |

      Examples: the largest there are
        | dtype    | logits                                           | logarithms         |
        | float16  | [65504, 65504]                                   | [-0.6931, -0.6931] |
        | bfloat16 | [0x1.fep127, 0x1.fep127]                         | [-0.6931, -0.6931] |
        | float32  | [-0x1.fffffep127, -0x1.fffffep127]               | [-0.6931, -0.6931] |
        | float64  | [0x1.fffffffffffffp1023, 0x1.fffffffffffffp1023] | [-0.6931, -0.6931] |

    Scenario Outline: <dtype> logits moved to <moved>
      Given the <dtype> tensor logits = [0, 1, 2, 5]
      When log_softmax is computed as plain
      Given the <dtype> tensor logits = <moved>
      When log_softmax is computed as moved
      Then plain and moved agree
      And moved conforms

      Examples: exact offsets
        | dtype    | moved                                                        |
        | float32  | [1048576, 1048577, 1048578, 1048581]                         |
        | float32  | [-1048576, -1048575, -1048574, -1048571]                     |
        | float64  | [1099511627776, 1099511627777, 1099511627778, 1099511627781] |
        | float16  | [1024, 1025, 1026, 1029]                                     |
        | bfloat16 | [-128, -127, -126, -123]                                     |

    Scenario Outline: Draws around <offset> in <dtype>
      Given the <dtype> tensor logits of shape [3, 50] drawn from offset <offset> with seed <seed>
      When log_softmax is computed
      Then the result conforms

      Examples: thousands, and more than the digits of the format
        | dtype   | offset | seed |
        | float32 | 1e4    | 621  |
        | float32 | -1e4   | 622  |
        | float32 | 1e30   | 623  |
        | float64 | 1e10   | 624  |
        | float16 | 1e3    | 625  |

  @req:softmax.log_softmax.dominant @should
  Rule: Where one class dominates, its logarithm is small but not lost

    In exact arithmetic the logarithm of the largest class is the negative sum of the other
    probabilities. The error bound is absolute, so 0 is still inside it in float32; what is outside
    is a wrong sign of size or a clip such as 1 - 1e-7.

    Scenario Outline: A lead of <lead> in <dtype>
      Given the <dtype> tensor logits = [<lead>, 0, 0]
      When log_softmax is computed
      Then the result is <logarithms>

      Examples: ever smaller
        | dtype   | lead | logarithms                            |
        | float32 | 5    | [-0.013386, -5.013386, -5.013386]     |
        | float32 | 12   | [-1.22883e-5, -12.000012, -12.000012] |
        | float32 | 40   | [-8.49671e-18, -40, -40]              |
        | float64 | 12   | [-1.22883e-5, -12.000012, -12.000012] |
        | float64 | 20   | [-4.12231e-9, -20.000000, -20.000000] |
        | float16 | 5    | [-0.013386, -5.013386, -5.013386]     |

  @req:softmax.log_softmax.accuracy @must
  Rule: The result is within the error bound

    Scenario Outline: <family>, slices of <length> in <dtype>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from <family> with seed <seed>
      When log_softmax is computed
      Then the result conforms

      Examples: short slices, for the exponential and the logarithm
        | family         | length | dtype    | seed |
        | normal 0.1     | 2      | float32  | 631  |
        | normal 1       | 3      | float32  | 632  |
        | normal 1       | 10     | float32  | 633  |
        | normal 5       | 10     | float32  | 634  |
        | normal 30      | 10     | float32  | 635  |
        | sorted 5       | 100    | float32  | 636  |
        | dominant 40    | 100    | float32  | 637  |
        | uniform -90 90 | 100    | float32  | 638  |
        | normal 1       | 10     | float64  | 639  |
        | uniform 0 2000 | 100    | float64  | 640  |
        | normal 3       | 100    | float16  | 641  |
        | normal 3       | 100    | bfloat16 | 642  |

      Examples: long slices, for the sum
        | family              | length | dtype    | seed |
        | normal 1            | 1000   | float32  | 643  |
        | stagnation -16.6356 | 1000   | float32  | 0    |
        | equal 0             | 2048   | float16  | 0    |
        | equal 0             | 2048   | bfloat16 | 0    |
        | stagnation -7.625   | 1024   | float16  | 0    |

    @full
    Scenario Outline: <length> classes from <family> in <dtype>
      float16 cannot hold the sum of 100,000 ones: most implementations that sum in float16 answer
      -Infinity.

      Given the <dtype> tensor logits of shape [<length>] drawn from <family> with seed <seed>
      When log_softmax is computed
      Then the result conforms

      Examples: vocabularies
        | family              | length | dtype    | seed |
        | equal 0             | 100000 | float16  | 0    |
        | equal 0             | 100000 | bfloat16 | 0    |
        | stagnation -16.6356 | 131072 | float32  | 0    |
        | normal 1            | 100000 | float16  | 644  |
