Feature: Binary cross-entropy

  For a yes-or-no question with truth t in [0, 1] and predicted probability p

      loss = -t ln p - (1 - t) ln(1 - p)

  for each element on its own: there is no sum over classes. p is first
  clipped to [epsilon, 1 - epsilon], epsilon = 1e-7.

  This is the loss of a sigmoid, not of a softmax. With the logit
  x = ln(p/(1 - p)) of the clipped p it is the sigmoid cross-entropy of x, which
  is how several libraries compute it: clip, back to the logit, sigmoid
  cross-entropy. With from_logits true the output is x itself, and no
  clip takes place.

  @req:cross-entropy.binary.definition @must
  Rule: The loss of an element is -t ln p - (1 - t) ln(1 - p)

    @smoke
    Scenario: Yes and no at a half, a quarter and three quarters
      Given the float32 tensor target = [1, 0, 1, 0, 1, 0]
      And the float32 tensor output = [0.5, 0.5, 0.25, 0.25, 0.75, 0.75]
      When binary_cross_entropy is computed
      Then the result is [0.693147, 0.693147, 1.386294, 0.287682, 0.287682, 1.386294]
      And the result has dtype float32 and shape [6]

    Scenario Outline: Truth <target>, prediction <output>
      A Java library had forgotten the logarithm, and the sign (deepjavalibrary/djl#1345, B057).

      Given the float64 tensor target = <target>
      And the float64 tensor output = <output>
      When binary_cross_entropy is computed
      Then the result is <loss>

      Examples: hard targets
        | target | output | loss         |
        | 1      | 0.9    | 0.10536052   |
        | 0      | 0.9    | 2.30258509   |
        | 1      | 0.001  | 6.90775528   |
        | 0      | 0.001  | 1.0005003e-3 |

      Examples: soft targets
        | target | output | loss       |
        | 0.5    | 0.5    | 0.69314718 |
        | 0.25   | 0.75   | 1.11164129 |
        | 0.75   | 0.75   | 0.56233514 |
        | 0.1    | 0.6    | 0.87574422 |

      Examples: targets that are no probability are computed as they are
        | target | output | loss        |
        | 2      | 0.25   | 2.48490665  |
        | -1     | 0.25   | -0.81093022 |

    Scenario: A matrix keeps its shape and is not summed over its last axis
      Nor are its rows divided by their sums.

      Given the float64 tensor target = [[1, 0, 0], [0, 1, 1]]
      And the float64 tensor output = [[0.5, 0.5, 0.5], [0.125, 0.25, 0.75]]
      When binary_cross_entropy is computed
      Then the result is [[0.69314718, 0.69314718, 0.69314718], [0.13353139, 1.38629436, 0.28768207]]

    Scenario Outline: None, sum and mean over all elements: <reduction>
      Given the float64 tensor target = [[1, 0, 0], [0, 1, 1]]
      And the float64 tensor output = [[0.5, 0.5, 0.5], [0.125, 0.25, 0.75]]
      When binary_cross_entropy is computed with reduction <reduction>
      Then the result is <loss>

      Examples:
        | reduction | loss       |
        | sum       | 3.88694937 |
        | mean      | 0.64782489 |

    Scenario Outline: Probabilities drawn at random, <dtype>, targets <targets>
      Given the <dtype> tensor target of shape [4, 5] drawn from <targets> with seed 231
      And the <dtype> tensor output of shape [4, 5] drawn from uniform 0 1 with seed 232
      When binary_cross_entropy is computed
      Then the result conforms

      Examples:
        | dtype    | targets     |
        | float16  | coin 0.5    |
        | float16  | uniform 0 1 |
        | bfloat16 | coin 0.5    |
        | bfloat16 | uniform 0 1 |
        | float32  | coin 0.5    |
        | float32  | uniform 0 1 |
        | float64  | coin 0.5    |
        | float64  | uniform 0 1 |

    Scenario: A scalar and an empty tensor
      Given the float32 tensor target = 1
      And the float32 tensor output = 0.25
      When binary_cross_entropy is computed as single
      Given the float32 tensor target of shape [0, 2] = []
      And the float32 tensor output of shape [0, 2] = []
      When binary_cross_entropy is computed as empty
      Then single is 1.386294
      And empty has dtype float32 and shape [0, 2]

  @req:cross-entropy.binary.clip @must
  Rule: p is clipped to [epsilon, 1 - epsilon], once and exactly

    Scenario: Certain and wrong, certain and right
      Adding epsilon after the clip as well gives 15.4249 for the first
      (tensorflow/tensorflow#41595, B018, and keras-team/keras#15249, B019); a floor of
      -100 under the logarithm gives 100.

      Given the float64 tensor target = [1, 0, 1, 0]
      And the float64 tensor output = [0, 1, 1, 0]
      When binary_cross_entropy is computed
      Then the result is [16.118095651, 16.118095651, 1.00000005e-7, 1.00000005e-7]

    Scenario Outline: The clip in <dtype>
      With 1 - 1e-7 rounded to 1 the second loss is infinite in float16, and the third NaN: 0 times
      infinity. float32 may hold 1 - 1e-7 as 0.99999988, which makes the second loss 15.94
      (allowed); it may not hold it as 1. Two compilers had no clip (pytorch/xla#2446, B130;
      ml-explore/mlx#1280, B131).

      Given the <dtype> tensor target = [1, 1, 0]
      And the <dtype> tensor output = [0, 1, 0]
      When binary_cross_entropy is computed as sure
      Given the <dtype> tensor target = [0, 0.5]
      And the <dtype> tensor output = [1, 1]
      When binary_cross_entropy is computed as wrong
      Then sure is [16.118096, 1.0e-7, 1.0e-7]
      And wrong is [16.118096, 8.059048]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: Around the clip at <output>
      Given the float64 tensor target = [1, 0]
      And the float64 tensor output = [<output>, <output>]
      When binary_cross_entropy is computed
      Then the result is <losses>

      Examples: inside
        | output    | losses                        |
        | 1.01e-7   | [16.108145320, 1.01000005e-7] |
        | 0.9999998 | [2.00000020e-7, 15.424948470] |

      Examples: outside
        | output     | losses                        |
        | 0.99e-7    | [16.118095651, 1.00000005e-7] |
        | 0.99999995 | [1.00000005e-7, 16.118095651] |

    Scenario Outline: Another epsilon: <epsilon>
      Given the float64 tensor target = [1, 0, 1]
      And the float64 tensor output = [0, 1, 0.75]
      When binary_cross_entropy is computed with epsilon <epsilon>
      Then the result is <losses>

      Examples:
        | epsilon | losses                                 |
        | 1e-3    | [6.90775528, 6.90775528, 0.28768207]   |
        | 0.3     | [1.20397280, 1.20397280, 0.35667494]   |
        | 1e-15   | [34.53877639, 34.53877639, 0.28768207] |

    Scenario: The guards of other frameworks
      Given the float32 tensor target = [1, 1]
      And the float32 tensor output = [0, 0.5]
      When binary_cross_entropy is computed
      Then where probabilities.guard is clip_1e-7 the result is [16.118096, 0.693147]
      And where probabilities.guard is clip_dtype_epsilon the result is [15.942385, 0.693147]
      And where probabilities.guard is log_floor_-100 the result is [100, 0.693147]
      And where probabilities.guard is clip_then_add_1e-7 the result is [15.424948, 0.693147]

    Scenario: A prediction that is no probability
      Negative, and a little beyond 1 as in pytorch/pytorch#51866 (B126).

      Given the float64 tensor target = [1, 0, 1, 0]
      And the float64 tensor output = [-0.25, -0.25, 1.0000001, 1.0000001]
      When binary_cross_entropy is computed
      Then where probabilities.out_of_range is clipped the result is:
        """
        [16.11809565, 1.0000001e-7, 1.0000001e-7, 16.11809565]
        """
      And where probabilities.out_of_range is refused the operation is refused with invalid_probability

    Scenario: A prediction that is NaN
      Given the float32 tensor target = [1, 0, 1]
      And the float32 tensor output = [NaN, NaN, 0.5]
      When binary_cross_entropy is computed
      Then the result is [NaN, NaN, 0.693147]

    Scenario Outline: NaN first and last, in target and output, in <dtype>
      Given the <dtype> tensor target = [NaN, 1, 1, 0, 1, 1, 1, 1, NaN]
      And the <dtype> tensor output = [0.5, 0.5, NaN, 0.5, 0.5, 0.5, 0.5, NaN, 0.5]
      When binary_cross_entropy is computed
      Then the result is [NaN, 0.6931, NaN, 0.6931, 0.6931, 0.6931, 0.6931, NaN, NaN]

      Examples: all float dtypes
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

  @req:cross-entropy.binary.sigmoid @must
  Rule: It is the sigmoid cross-entropy of the logit of p, up to the clip

    Scenario Outline: The logit <logit>
      Given the float64 tensor target = [1, 0, 0.25]
      And the float64 tensor output = [<p>, <p>, <p>]
      When binary_cross_entropy is computed as probabilities
      Given the float64 tensor output = [<logit>, <logit>, <logit>]
      When binary_cross_entropy is computed as logits with from_logits true
      Then probabilities is <losses>
      And logits is <losses>

      Examples:
        | logit | p                     | losses                              |
        | 0     | 0.5                   | [0.6931472, 0.6931472, 0.6931472]   |
        | 1     | 0.73105857863000488   | [0.3132617, 1.3132617, 1.0632617]   |
        | -1    | 0.26894142136999512   | [1.3132617, 0.3132617, 0.5632617]   |
        | 3     | 0.95257412682243322   | [0.0485874, 3.0485874, 2.2985874]   |
        | -8    | 0.0003353501304664781 | [8.0003354, 3.354064e-4, 2.0003354] |
        | 12    | 0.99999385582539779   | [6.14419e-6, 12.000006, 9.000006]   |
        | 16    | 0.99999988746483794   | [1.12535e-7, 16.000000, 12.000000]  |
        | -16   | 1.1253516205509499e-7 | [16.000000, 1.12535e-7, 4.000000]   |

    Scenario Outline: Past the clip the logit <logit> goes on
      A loss that clips the sigmoid of its logits stays at 15.94 and 16.118. The way over
      probabilities loses what the logits hold (keras-team/keras#9247, B021).

      Given the <dtype> tensor target = [0, 1]
      And the <dtype> tensor output = [<logit>, <logit>]
      When binary_cross_entropy is computed with from_logits true
      Then the result is <losses>

      Examples: in float32
        | dtype   | logit | losses            |
        | float32 | 17    | [17, 4.1399e-8]   |
        | float32 | 100   | [100, 3.7201e-44] |
        | float32 | -20   | [2.0612e-9, 20]   |
        | float32 | 1000  | [1000, 0]         |
        | float32 | -1000 | [0, 1000]         |

      Examples: in the others
        | dtype    | logit | losses        |
        | float16  | 17    | [17, 4.14e-8] |
        | bfloat16 | 100   | [100, 0]      |
        | float64  | -750  | [0, 750]      |

    Scenario Outline: from_logits is the sigmoid cross-entropy, <dtype>
      Given the <dtype> tensor target of shape [3, 4] drawn from uniform 0 1 with seed 241
      And the <dtype> tensor output of shape [3, 4] drawn from normal 5 with seed 242
      And the <dtype> tensor labels of shape [3, 4] drawn from uniform 0 1 with seed 241
      And the <dtype> tensor logits of shape [3, 4] drawn from normal 5 with seed 242
      When binary_cross_entropy is computed as keras with from_logits true
      And sigmoid_cross_entropy_with_logits is computed as fused
      Then keras conforms
      And keras and fused agree

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |
