Feature: softmax of large logits

  exp overflows quickly: past 88.72 in float32 and bfloat16, 709.78 in float64, 11.09 in float16. Yet
  softmax itself never overflows, because a common shift of all logits changes nothing. Subtracting
  the largest logit of the slice first leaves only exponentials of at most 1.

  An implementation that skips the shift returns NaN (infinity divided by infinity) or 0. Ordinary
  test data never show it: the logits must be that large (B012, B149, B150).

  @req:softmax.overflow.shift @must
  Rule: Logits whose exponentials overflow still give probabilities

    @smoke
    Scenario: A thousand, a thousand and nothing
      Given the float32 tensor logits = [1000, 1000, 0]
      When softmax is computed
      Then the result is [0.5, 0.5, 0]

    Scenario Outline: Large <dtype> logits <logits>
      A backend of Keras lacked the shift (keras-team/keras#9606, B041).

      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: float32, just past the range of exp
        | dtype   | logits           | probabilities            |
        | float32 | [88.8, 88]       | [0.6900, 0.3100]         |
        | float32 | [89, 88, 87]     | [0.6652, 0.2447, 0.0900] |
        | float32 | [88, 88, 88, 88] | [0.25, 0.25, 0.25, 0.25] |
        | float32 | [1000, 999, 998] | [0.6652, 0.2447, 0.0900] |

      Examples: float64, just past the range of exp
        | dtype   | logits           | probabilities            |
        | float64 | [709.8, 709]     | [0.6900, 0.3100]         |
        | float64 | [709, 709, 709]  | [0.3333, 0.3333, 0.3333] |
        | float64 | [1000, 999, 998] | [0.6652, 0.2447, 0.0900] |

      Examples: float16, exponentials beyond 65504
        | dtype   | logits          | probabilities            |
        | float16 | [11.1, 11]      | [0.5254, 0.4746]         |
        | float16 | [12, 11, 10]    | [0.6652, 0.2447, 0.0900] |
        | float16 | [11, 11, 11]    | [0.3333, 0.3333, 0.3333] |
        | float16 | [200, 199, 100] | [0.7311, 0.2689, 0]      |

      Examples: bfloat16, the range of float32
        | dtype    | logits           | probabilities            |
        | bfloat16 | [89, 88]         | [0.7311, 0.2689]         |
        | bfloat16 | [1000, 996, 996] | [0.9647, 0.0177, 0.0177] |

    Scenario: A matrix is shifted as well as a vector
      An early softmax for Java shifted vectors and forgot the shift for matrices (B145).

      Given the float32 tensor logits = [[200, 201, 199], [0, 1, -1]]
      When softmax is computed
      Then the result is [[0.2447, 0.6652, 0.0900], [0.2447, 0.6652, 0.0900]]

    Scenario: A middle axis is shifted as well as the last
      Given the float32 tensor logits = [[[200, 1], [201, 0]], [[95, -95], [90, -90]]]
      When softmax is computed with axis 1
      Then the result is [[[0.2689, 0.7311], [0.7311, 0.2689]], [[0.9933, 6.693e-3], [6.693e-3, 0.9933]]]

    Scenario: Small logits scaled up by a huge factor
      A compiler that moved the scale behind the shift turned this into NaN (B076).

      Given the float32 tensor logits = [1e14, -2e14, 5e13]
      When softmax is computed
      Then the result is [1, 0, 0]

  @req:softmax.overflow.negative @must
  Rule: Very negative logits do not underflow together

    Without the shift all exponentials are 0 and the result is 0/0. A running maximum that starts at 0
    instead of -Infinity makes the same mistake (B087).

    Scenario Outline: Very negative <dtype> logits <logits>
      A WebGL kernel gave 3.4e38 for a row with -1e9 (tensorflow/tfjs#5394, B088).

      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: all exponentials would be zero
        | dtype    | logits                   | probabilities            |
        | float32  | [-1000, -1001, -1002]    | [0.6652, 0.2447, 0.0900] |
        | float32  | [-104, -104]             | [0.5, 0.5]               |
        | float32  | [-88, -89, -90]          | [0.6652, 0.2447, 0.0900] |
        | float64  | [-746, -747]             | [0.7311, 0.2689]         |
        | float64  | [-1e300, -1e300, -1e300] | [0.3333, 0.3333, 0.3333] |
        | float16  | [-18, -18, -18, -18]     | [0.25, 0.25, 0.25, 0.25] |
        | float16  | [-1000, -1001]           | [0.7311, 0.2689]         |
        | bfloat16 | [-120, -121]             | [0.7311, 0.2689]         |

      Examples: far below the float that some start the maximum at
        | dtype   | logits                   | probabilities            |
        | float32 | [-1e10, -1e10, -2e10]    | [0.5, 0.5, 0]            |
        | float32 | [-3e38, -3e38, -3.1e38]  | [0.5, 0.5, 0]            |
        | float32 | [-1e9, -1e9, -1e9, -1e9] | [0.25, 0.25, 0.25, 0.25] |
        | float16 | [-60000, -60000]         | [0.5, 0.5]               |

  @req:softmax.overflow.largest @must
  Rule: The largest finite logits are taken

    Scenario Outline: Extreme <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When softmax is computed
      Then the result is <probabilities>

      Examples: equal
        | dtype    | logits                                             | probabilities            |
        | float16  | [65504, 65504]                                     | [0.5, 0.5]               |
        | bfloat16 | [0x1.fep127, 0x1.fep127]                           | [0.5, 0.5]               |
        | float32  | [0x1.fffffep127, 0x1.fffffep127, 0x1.fffffep127]   | [0.3333, 0.3333, 0.3333] |
        | float64  | [0x1.fffffffffffffp1023, 0x1.fffffffffffffp1023]   | [0.5, 0.5]               |
        | float32  | [-0x1.fffffep127, -0x1.fffffep127]                 | [0.5, 0.5]               |
        | float64  | [-0x1.fffffffffffffp1023, -0x1.fffffffffffffp1023] | [0.5, 0.5]               |

      Examples: so far apart that their difference overflows
        | dtype    | logits                                               | probabilities |
        | float16  | [65504, -65504]                                      | [1, 0]        |
        | bfloat16 | [-0x1.fep127, 0x1.fep127]                            | [0, 1]        |
        | float32  | [0x1.fffffep127, -0x1.fffffep127, 0]                 | [1, 0, 0]     |
        | float64  | [0, 0x1.fffffffffffffp1023, -0x1.fffffffffffffp1023] | [0, 1, 0]     |

  @req:softmax.overflow.offset @must
  Rule: A common offset changes nothing

    The offsets are chosen so that both lists of logits are exact in the dtype: the exact values are
    the same, and the results must agree within their error bounds. Forms such as exp(x - ln sum) lose
    their digits here (B067, B068).

    Scenario Outline: <dtype> logits moved by <offset>
      Given the <dtype> tensor logits = [0, 1, 2, 5]
      When softmax is computed as plain
      Given the <dtype> tensor logits = <moved>
      When softmax is computed as moved
      Then plain and moved agree
      And moved is [0.00627, 0.01704, 0.04632, 0.93037]

      Examples: offsets up
        | dtype    | offset        | moved                                                        |
        | float32  | 100           | [100, 101, 102, 105]                                         |
        | float32  | 10000         | [10000, 10001, 10002, 10005]                                 |
        | float32  | 1048576       | [1048576, 1048577, 1048578, 1048581]                         |
        | float64  | 1000          | [1000, 1001, 1002, 1005]                                     |
        | float64  | 1099511627776 | [1099511627776, 1099511627777, 1099511627778, 1099511627781] |
        | float16  | 1024          | [1024, 1025, 1026, 1029]                                     |
        | bfloat16 | 128           | [128, 129, 130, 133]                                         |

      Examples: offsets down
        | dtype    | offset         | moved                                                            |
        | float32  | -200           | [-200, -199, -198, -195]                                         |
        | float32  | -1048576       | [-1048576, -1048575, -1048574, -1048571]                         |
        | float64  | -1099511627776 | [-1099511627776, -1099511627775, -1099511627774, -1099511627771] |
        | float16  | -1024          | [-1024, -1023, -1022, -1019]                                     |
        | bfloat16 | -128           | [-128, -127, -126, -123]                                         |

    Scenario Outline: Draws around <offset> in <dtype>
      Given the <dtype> tensor logits of shape [3, 50] drawn from offset <offset> with seed <seed>
      When softmax is computed
      Then the result conforms
      And every slice of the result along axis 1 sums to 1

      Examples: offsets that leave some of the digits
        | dtype    | offset | seed |
        | float32  | 1e4    | 201  |
        | float32  | -1e4   | 202  |
        | float64  | 1e4    | 203  |
        | float16  | 1e3    | 204  |
        | bfloat16 | -100   | 205  |

      Examples: offsets that leave none, so that all logits are equal
        | dtype    | offset | seed |
        | float32  | 1e30   | 206  |
        | float32  | -1e30  | 207  |
        | float64  | 1e30   | 208  |
        | bfloat16 | 1e30   | 209  |
        | float64  | -1e300 | 210  |
