Feature: log_sum_exp

  A smooth maximum, and the denominator of softmax as a logarithm:

      log_sum_exp(x) = ln(exp(x[0]) + exp(x[1]) + ... + exp(x[n-1]))

  It is never below the largest logit m, and at most ln n above it. Computed as m + ln sum exp(x - m)
  nothing overflows. The axis is dropped, or kept with length 1 if keep_dims is true.

  @req:softmax.log_sum_exp.definition @must
  Rule: The logarithm of the sum of the exponentials

    @smoke
    Scenario: Logarithms of one, two and three add up to that of six
      Given the float64 tensor logits = [0, 0.6931471805599453, 1.0986122886681098]
      When log_sum_exp is computed
      Then the result is 1.7917594692

    Scenario Outline: Logits <logits>
      Given the float32 tensor logits = <logits>
      When log_sum_exp is computed
      Then the result is <sum>

      Examples: by hand
        | logits                   | sum     |
        | [0, 0]                   | 0.6931  |
        | [0, 0, 0, 0]             | 1.3863  |
        | [1, 2, 3]                | 3.4076  |
        | [-5, -5]                 | -4.3069 |
        | [7]                      | 7       |
        | [-0.6931472, -0.6931472] | -1.9e-9 |
        | [3, -1, 0.5, 2]          | 3.3841  |

    Scenario Outline: Three classes as <dtype>
      Given the <dtype> tensor logits = [1, 2, 3]
      When log_sum_exp is computed
      Then the result has dtype <dtype> and shape []
      And the result is 3.40760596444438

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:softmax.log_sum_exp.axis @must
  Rule: The axis is dropped, or kept with length 1

    Scenario: The columns of a matrix
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_sum_exp is computed with axis 0
      Then the result is [3.1269, 5.0486, 7.0181]

    Scenario: The rows of a matrix, kept as a column
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_sum_exp is computed with keep_dims true
      Then the result has dtype float32 and shape [2, 1]
      And the result is [[3.4076], [7.1429]]

    Scenario: With and without the axis kept, the numbers are the same
      Given the float32 tensor logits of shape [3, 4, 5] drawn from normal 3 with seed 701
      When log_sum_exp is computed as kept with axis 1, keep_dims true
      And log_sum_exp is computed as dropped with axis 1, keep_dims false
      Then kept has dtype float32 and shape [3, 1, 5]
      And dropped has dtype float32 and shape [3, 5]
      And kept and dropped agree
      And dropped conforms

    Scenario Outline: Axis <axis> of shape <shape>
      Given the float32 tensor logits of shape <shape> drawn from normal 3 with seed <seed>
      When log_sum_exp is computed with axis <axis>
      Then the result has dtype float32 and shape <reduced>
      And the result conforms

      Examples: ranks one to five
        | shape           | axis | reduced      | seed |
        | [5]             | 0    | []           | 711  |
        | [3, 4]          | 0    | [4]          | 712  |
        | [3, 4]          | -1   | [3]          | 713  |
        | [2, 3, 4]       | 0    | [3, 4]       | 714  |
        | [2, 3, 4]       | 1    | [2, 4]       | 715  |
        | [2, 3, 4]       | -1   | [2, 3]       | 716  |
        | [2, 3, 5, 4]    | 1    | [2, 5, 4]    | 717  |
        | [2, 3, 5, 4]    | -2   | [2, 3, 4]    | 718  |
        | [2, 3, 4, 3, 2] | 0    | [3, 4, 3, 2] | 719  |
        | [2, 3, 4, 3, 2] | 2    | [2, 3, 3, 2] | 720  |
        | [2, 3, 4, 3, 2] | -4   | [2, 4, 3, 2] | 721  |
        | [2, 3, 4, 3, 2] | -1   | [2, 3, 4, 3] | 722  |

  @req:softmax.log_sum_exp.range @must
  Rule: Large and small logits are shifted first

    The unshifted formula overflows past 88.7 in float32; WebNN's own sample has it.

    Scenario Outline: <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When log_sum_exp is computed
      Then the result is <sum>

      Examples: past the range of exp
        | dtype    | logits              | sum        |
        | float32  | [1000, 1000]        | 1000.6931  |
        | float32  | [89, 88, 87]        | 89.4076    |
        | float32  | [-1000, -1001]      | -999.6867  |
        | float32  | [-104, -104]        | -103.3069  |
        | float32  | [300, 0, -300]      | 300        |
        | float64  | [710, 709]          | 710.3133   |
        | float64  | [-800, -800]        | -799.3069  |
        | float16  | [12, 11]            | 12.3133    |
        | float16  | [-20, -20]          | -19.3069   |
        | bfloat16 | [100, 100]          | 100.6931   |
        | float32  | [0x1.fffffep127, 0] | 3.40282e38 |

  @req:softmax.log_sum_exp.accuracy @must
  Rule: The result is within the error bound

    Scenario Outline: <family>, slices of <length> in <dtype>
      Given the <dtype> tensor logits of shape [2, <length>] drawn from <family> with seed <seed>
      When log_sum_exp is computed
      Then the result conforms

      Examples: short slices
        | family         | length | dtype    | seed |
        | normal 1       | 2      | float32  | 731  |
        | normal 5       | 10     | float32  | 732  |
        | normal 30      | 33     | float32  | 733  |
        | offset -3      | 17     | float32  | 734  |
        | uniform -90 90 | 65     | float32  | 735  |
        | normal 2       | 9      | float64  | 736  |
        | normal 2       | 31     | float16  | 737  |
        | normal 2       | 31     | bfloat16 | 738  |

      Examples: long slices
        | family              | length | dtype    | seed |
        | normal 1            | 1000   | float32  | 739  |
        | stagnation -16.6356 | 1000   | float32  | 0    |
        | equal 0             | 2048   | float16  | 0    |
        | equal 0             | 2048   | bfloat16 | 0    |

    @full
    Scenario Outline: <length> classes from <family> in <dtype>
      Given the <dtype> tensor logits of shape [<length>] drawn from <family> with seed 0
      When log_sum_exp is computed
      Then the result conforms

      Examples: vocabularies
        | family              | length | dtype    |
        | equal 0             | 100000 | float16  |
        | equal 0             | 100000 | bfloat16 |
        | stagnation -16.6356 | 131072 | float32  |

  @req:softmax.log_sum_exp.special @must
  Rule: Infinities and NaN

    Infinity in, Infinity out, whatever the rest; NaN gives NaN. Only -Infinity means a sum of 0,
    whose logarithm is -Infinity (some return NaN; B115, B119).

    Scenario Outline: Special logits <logits>
      Given the float32 tensor logits = <logits>
      When log_sum_exp is computed
      Then the result is <sum>

      Examples: one Infinity, two, first and last
        | logits                | sum      |
        | [Infinity, 1]         | Infinity |
        | [1, 2, Infinity]      | Infinity |
        | [Infinity, Infinity]  | Infinity |
        | [Infinity, -Infinity] | Infinity |

      Examples: NaN anywhere
        | logits           | sum |
        | [NaN, 1, 2]      | NaN |
        | [1, NaN, 2]      | NaN |
        | [1, 2, NaN]      | NaN |
        | [-Infinity, NaN] | NaN |

      Examples: -Infinity adds nothing
        | logits            | sum    |
        | [-Infinity, 1, 3] | 3.1269 |
        | [2, -Infinity]    | 2      |

    Scenario Outline: Nothing but -Infinity in <dtype>
      Given the <dtype> tensor logits = [[-Infinity, -Infinity], [0, -Infinity]]
      When log_sum_exp is computed
      Then where log_sum_exp.all_negative_infinity is negative_infinity the result is [-Infinity, 0]
      And where log_sum_exp.all_negative_infinity is nan the result is [NaN, 0]

      Examples: two dtypes
        | dtype   |
        | float32 |
        | float16 |

    Scenario: The sum of no exponentials
      It is 0, and its logarithm -Infinity. NumPy-based implementations raised an error here (B121).

      Given the float32 tensor logits of shape [2, 0] = []
      When log_sum_exp is computed with axis 1
      Then the result is [-Infinity, -Infinity]

    Scenario: An empty batch gives an empty result
      Given the float32 tensor logits of shape [0, 3] = []
      When log_sum_exp is computed
      Then the result has dtype float32 and shape [0]

    Scenario: The sum of no exponentials along an axis in the middle
      Given the float32 tensor logits of shape [2, 0, 3] = []
      When log_sum_exp is computed as dropped with axis 1
      And log_sum_exp is computed as kept with axis 1, keep_dims true
      Then dropped is [[-Infinity, -Infinity, -Infinity], [-Infinity, -Infinity, -Infinity]]
      And kept has dtype float32 and shape [2, 1, 3]

  @req:softmax.log_sum_exp.refusals @must
  Rule: Wrong requests are refused

    Scenario Outline: With <attributes>
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_sum_exp is computed with <attributes>
      Then the operation is refused with <code>

      Examples: axes out of range, wrong types, unknown attributes
        | attributes    | code              |
        | axis 2        | invalid_axis      |
        | axis -3       | invalid_axis      |
        | axis true     | invalid_attribute |
        | keep_dims 1   | invalid_attribute |
        | keep_dims yes | invalid_attribute |
        | keepdims true | invalid_attribute |

    Scenario: Integer logits
      ONNX Runtime takes int32 and truncates the result: log_sum_exp of [1, 2] is 2 there.

      Given the int32 tensor logits = [1, 2]
      When log_sum_exp is computed
      Then the operation is refused with invalid_dtype

    Scenario: No tensor at all
      When log_sum_exp is computed
      Then the operation is refused with missing_input
