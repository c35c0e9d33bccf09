Feature: What should the last layer give: probabilities or logits?

  Logits are the raw numbers of the last layer; softmax turns them into
  probabilities. categorical_cross_entropy takes either:

      from_logits false   the output has been through softmax
      from_logits true    the output is raw; the loss does the softmax itself

  Both give the same loss for the same network, as long as the probability of
  the right class stays above 1e-7. Below it the clip holds the first form at
  -ln 1e-7 = 16.118, while the second goes on growing with the gap between
  the logits: the two forms part at a gap of 16.118. That is where a gradient
  stops in the first form, and why the second is the better choice for training.

  The mistake to look out for is the mixed one: probabilities given with
  from_logits true are softmaxed twice, logits given with from_logits false
  not at all. Neither raises an error; the loss is just wrong.

  @req:cross-entropy.logits.agree @must
  Rule: Up to the clip the loss of softmaxed logits is the loss of the logits

    @smoke
    Scenario: Probabilities of one half and two quarters
      The logits are ln 2, 0 and 0: their exponentials 2, 1 and 1 have the sum 4.

      Given the float32 tensor target = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      And the float32 tensor output = [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
      When categorical_cross_entropy is computed as probabilities
      Given the float32 tensor output = [[0.69314718, 0, 0], [0.69314718, 0, 0], [0.69314718, 0, 0]]
      When categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is [0.693147, 1.386294, 1.386294]
      And logits is [0.693147, 1.386294, 1.386294]
      And probabilities and logits agree

    Scenario Outline: Two classes, the right one <gap> below the other
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [<other>, <right>]
      When categorical_cross_entropy is computed as probabilities
      Given the float64 tensor output = [0, -<gap>]
      When categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is <loss>
      And logits is <loss>

      Examples: both forms say the same
        | gap    | other               | right                 | loss        |
        | 0      | 0.5                 | 0.5                   | 0.69314718  |
        | 1      | 0.73105857863000488 | 0.26894142136999512   | 1.31326169  |
        | 2      | 0.88079707797788244 | 0.11920292202211756   | 2.12692801  |
        | 5      | 0.99330714907571514 | 0.0066928509242848556 | 5.00671535  |
        | 10     | 0.99995460213129757 | 4.5397868702434395e-5 | 10.00004540 |
        | 14     | 0.99999916847197234 | 8.3152802766413214e-7 | 14.00000083 |
        | 16     | 0.99999988746483794 | 1.1253516205509499e-7 | 16.00000011 |
        | 16.1   | 0.99999989817397344 | 1.0182602656265927e-7 | 16.10000010 |
        | 16.118 | 0.99999989999044445 | 1.0000955555138965e-7 | 16.11800010 |

    Scenario: The mean of losses of logits
      Given the float32 tensor target of shape [3, 5] drawn from probabilities with seed 77
      And the float32 tensor output of shape [3, 5] drawn from normal 3 with seed 78
      When categorical_cross_entropy is computed with from_logits true, reduction mean
      Then the result conforms
      And the result has dtype float32 and shape []

    Scenario: Ten classes with soft targets
      Given the float64 tensor target = [0.1, 0.2, 0, 0, 0.3, 0, 0.4, 0, 0, 0]
      And the float64 tensor output:
        """
        [0.01128677361400102, 0.030680631616869998, 0.083398603409783771, 0.22670090816767779,
         0.6162369591673613, 0.0041521719697472756, 0.0015274987038783546, 0.00056193536957287156,
         0.018608743734980439, 0.0068457742461271822]
        """
      When categorical_cross_entropy is computed as probabilities
      Given the float64 tensor output = [0, 1, 2, 3, 4, -1, -2, -3, 0.5, -0.5]
      When categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is 3.88412372
      And logits is 3.88412372

  @req:cross-entropy.logits.saturation @must
  Rule: Past the clip the probabilities stay at 16.118 and the logits go on

    Scenario Outline: Two classes, the right one further below the other: <gap>
      A user saw two losses for one network and took it for a bug: keras-team/keras#17634 (B023).

      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [1, <right>]
      When categorical_cross_entropy is computed as probabilities
      Given the float64 tensor output = [0, -<gap>]
      When categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is 16.11809565
      And logits is <loss>

      Examples:
        | gap   | right      | loss        |
        | 16.12 | 9.9809e-8  | 16.12000010 |
        | 16.2  | 9.2136e-8  | 16.20000009 |
        | 17    | 4.1399e-8  | 17.00000004 |
        | 20    | 2.0612e-9  | 20.00000000 |
        | 50    | 1.9287e-22 | 50          |
        | 100   | 3.7201e-44 | 100         |
        | 1000  | 0          | 1000        |

    Scenario Outline: No clip inside the loss of logits, <dtype>
      Theano's and TensorFlow.js' forms applied softmax and then the clip to
      logits as well: every loss beyond 16.118 came out as 16.118.

      Given the <dtype> tensor target = [[1, 0, 0], [1, 0, 0], [1, 0, 0]]
      And the <dtype> tensor output = [[0, 20, 0], [0, 100, 50], [0, 1000, 0]]
      When categorical_cross_entropy is computed with from_logits true
      Then the result is <losses>

      Examples:
        | dtype    | losses                 |
        | float16  | [20, 100, 1000]        |
        | bfloat16 | [20, 100, 1000]        |
        | float32  | [20, 100, 1000]        |
        | float64  | [20.000000, 100, 1000] |

    Scenario: The epsilon of the clip has no part in the loss of logits
      Given the float64 tensor target = [[1, 0], [0, 1]]
      And the float64 tensor output = [[0, 8], [0, 8]]
      When categorical_cross_entropy is computed with from_logits true, epsilon 0.25
      Then the result is [8.00033541, 3.3540637e-4]

    Scenario: A confident and right prediction of logits costs less than the clip
      Given the float64 tensor target = [[1, 0], [1, 0]]
      And the float64 tensor output = [[20, 0], [40, 0]]
      When categorical_cross_entropy is computed with from_logits true
      Then the result is [2.0611536e-9, 4.2483543e-18]

  @req:cross-entropy.logits.flag @must
  Rule: from_logits decides, not the look of the numbers

    Scenario: The same positive numbers read both ways
      An output that happens to sum to 1 is not taken for probabilities where
      logits were announced: it goes through softmax (keras-team/keras#6143, B024).

      Given the float64 tensor target = [[1, 0, 0], [0, 0, 1]]
      And the float64 tensor output = [[0.7, 0.2, 0.1], [0.7, 0.2, 0.1]]
      When categorical_cross_entropy is computed as probabilities
      And categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is [0.35667494, 2.30258509]
      And logits is [0.76794955, 1.36794955]

    Scenario: Logits read as probabilities are divided by their sum, not softmaxed
      Given the float64 tensor target = [[1, 0, 0], [0, 0, 1]]
      And the float64 tensor output = [[2, 1, 1], [2, 1, 1]]
      When categorical_cross_entropy is computed as probabilities
      And categorical_cross_entropy is computed as logits with from_logits true
      Then probabilities is [0.69314718, 1.38629436]
      And logits is [0.55144471, 1.55144471]

    Scenario: Without the attribute the output is probabilities
      Given the float32 tensor target = [[1, 0], [0, 1]]
      And the float32 tensor output = [[0.25, 0.75], [0.25, 0.75]]
      When categorical_cross_entropy is computed as silent
      And categorical_cross_entropy is computed as explicit with from_logits false
      Then silent is [1.386294, 0.287682]
      And silent and explicit are identical

    Scenario Outline: Logits in this operation are those of the fused loss: <dtype>, <family>
      Given the <dtype> tensor target of shape [3, 5] drawn from probabilities with seed 31
      And the <dtype> tensor labels of shape [3, 5] drawn from probabilities with seed 31
      And the <dtype> tensor output of shape [3, 5] drawn from <family> with seed 32
      And the <dtype> tensor logits of shape [3, 5] drawn from <family> with seed 32
      When categorical_cross_entropy is computed as keras with from_logits true
      And softmax_cross_entropy_with_logits is computed as fused
      Then keras conforms
      And keras and fused agree

      Examples:
        | dtype    | family      |
        | float32  | normal 0.1  |
        | float32  | normal 30   |
        | float64  | normal 5    |
        | float64  | normal 1000 |
        | float16  | normal 5    |
        | bfloat16 | normal 5    |
