Feature: The loss of sequences of different lengths

  A recurrent network gives logits [B, T, K]: for each of B sequences, at each of
  T steps, K classes. Sequences shorter than T are padded; weights [B, T] are 1
  on real steps and 0 on padding (sequence_mask of the lengths makes them).

      sequence_loss = sum of w (ln(exp x1 + ... + exp xK) - x_target) / sum of w

  Both sums run over the axes that are averaged: over all steps (a scalar),
  over the timesteps of each sequence ([B]), over the batch at each timestep
  ([T]), or over nothing: then the weighted losses [B, T] come back undivided.

  The divisor is the sum of the weights, never T, B or B T: otherwise the
  loss would depend on the padding.

  @req:cross-entropy.sequence.flags @must
  Rule: The two flags say over which axes is averaged

    Scenario Outline: Lengths three and one; timesteps <timesteps>, batch <batch>
      Equal logits of two classes cost ln 2 a step; the logits 0 and ln 3 cost ln 4 or ln 4/3. Two
      padded steps have weights of 0 and other logits. A mixture of the two was once ignored without
      a word (tensorflow/addons#329, B134).

      Given the float64 tensor logits:
        """
        [[[0, 0], [0, 1.0986122886681098], [0, 1.0986122886681098]],
         [[1.0986122886681098, 0], [5, 0], [0, 9]]]
        """
      And the int32 tensor targets = [[0, 0, 1], [0, 1, 0]]
      And the float64 tensor weights = [[1, 1, 1], [1, 0, 0]]
      When sequence_loss is computed with average_across_timesteps <timesteps>, average_across_batch <batch>
      Then the result is <loss>
      And the result has dtype float64 and shape <shape>

      Examples:
        | timesteps | batch | shape  | loss                                                       |
        | true      | true  | []     | 0.66370142                                                 |
        | true      | false | [2]    | [0.78904120, 0.28768207]                                   |
        | false     | true  | [3]    | [0.49041463, 1.38629436, 0.28768207]                       |
        | false     | false | [2, 3] | [[0.69314718, 1.38629436, 0.28768207], [0.28768207, 0, 0]] |

    @smoke
    Scenario: Both are averaged unless told otherwise
      Given the float32 tensor logits = [[[1, 2], [3, 0]], [[0, 0], [1, 4]]]
      And the int32 tensor targets = [[0, 1], [1, 1]]
      And the float32 tensor weights = [[1, 1], [1, 0]]
      When sequence_loss is computed as silent
      And sequence_loss is computed as told with average_across_timesteps true, average_across_batch true
      Then silent is 1.684999
      And silent and told are identical

    Scenario: One step of one class costs nothing
      Given the float32 tensor logits = [[[7]]]
      And the int32 tensor targets = [[0]]
      And the float32 tensor weights = [[1]]
      When sequence_loss is computed
      Then the result is 0

    Scenario Outline: Fractional weights; timesteps <timesteps>, batch <batch>
      A weight is a factor and a part of the divisor; dividing by the number of
      weights other than 0 shows here.

      Given the float64 tensor logits = [[[1, 2, 0], [3, 0, -1]], [[0, 0, 0], [1, 4, 2]]]
      And the int64 tensor targets = [[0, 1], [2, 1]]
      And the float64 tensor weights = [[0.5, 2], [0.25, 4]]
      When sequence_loss is computed with average_across_timesteps <timesteps>, average_across_batch <batch>
      Then the result is <loss>

      Examples:
        | timesteps | batch | loss                                                 |
        | true      | true  | 1.15401599                                           |
        | true      | false | [2.73422832, 0.22447933]                             |
        | false     | true  | [1.30460807, 1.13519198]                             |
        | false     | false | [[0.70380298, 6.13176781], [0.27465307, 0.67938408]] |

    Scenario Outline: Random sequences, <dtype>; timesteps <timesteps>, batch <batch>
      Given the <dtype> tensor logits of shape [3, 4, 5] drawn from normal 5 with seed 291
      And the int32 tensor targets of shape [3, 4] drawn from integers 0 5 with seed 292
      And the <dtype> tensor weights of shape [3, 4] drawn from <weights> with seed 293
      When sequence_loss is computed with average_across_timesteps <timesteps>, average_across_batch <batch>
      Then the result conforms

      Examples: zeros and ones
        | dtype    | timesteps | batch | weights  |
        | float16  | true      | true  | coin 0.8 |
        | bfloat16 | true      | true  | coin 0.8 |
        | float32  | true      | true  | coin 0.8 |
        | float64  | true      | true  | coin 0.8 |

      Examples: weights between
        | dtype    | timesteps | batch | weights     |
        | float16  | false     | false | uniform 0 2 |
        | bfloat16 | true      | false | uniform 0 2 |
        | float32  | true      | false | uniform 0 2 |
        | float32  | false     | true  | uniform 0 2 |
        | float32  | false     | false | uniform 0 2 |
        | float64  | false     | true  | uniform 0 2 |

  @req:cross-entropy.sequence.padding @must
  Rule: Padding changes nothing

    Scenario: Two steps, and the same two steps with three steps of padding
      Dividing by T instead of the sum of weights gives two fifths of the loss; the mean
      before the mask (tensorlayer/TensorLayer#109, B137) gives yet another number.

      Given the float32 tensor logits = [[[1, 2, 4], [0, 3, 1]]]
      And the int32 tensor targets = [[2, 0]]
      And the float32 tensor weights = [[1, 1]]
      When sequence_loss is computed as short
      Given the float32 tensor logits = [[[1, 2, 4], [0, 3, 1], [7, 7, 0], [0, 0, 50], [1, 1, 1]]]
      And the int32 tensor targets = [[2, 0, 2, 0, 1]]
      And the float32 tensor weights = [[1, 1, 0, 0, 0]]
      When sequence_loss is computed as padded
      Then short is 1.669846
      And short and padded agree

    Scenario: A batch with an all padded sequence beside a real one
      Given the float32 tensor logits = [[[1, 2], [0, 3]], [[4, 0], [0, 0]]]
      And the int32 tensor targets = [[0, 1], [1, 0]]
      And the float32 tensor weights = [[1, 1], [0, 0]]
      When sequence_loss is computed
      Then the result is 0.680925

    Scenario Outline: <value> among the logits of a padded step; timesteps <timesteps>, batch <batch>
      A mask that multiplies turns NaN times 0 into NaN.

      Given the float32 tensor logits = [[[1, 2], [<value>, 3]], [[4, 0], [0, 2]]]
      And the int32 tensor targets = [[0, 1], [1, 0]]
      And the float32 tensor weights = [[1, 0], [1, 1]]
      When sequence_loss is computed with average_across_timesteps <timesteps>, average_across_batch <batch>
      Then where masked_not_a_number is excluded the result is <excluded>
      And where masked_not_a_number is leaks the result is <leaks>

      Examples: averaged
        | value    | timesteps | batch | excluded             | leaks           |
        | NaN      | true      | true  | 2.486113             | NaN             |
        | NaN      | true      | false | [1.313262, 3.072539] | [NaN, 3.072539] |
        | NaN      | false     | true  | [2.665706, 2.126928] | [2.665706, NaN] |
        | Infinity | true      | true  | 2.486113             | NaN             |

      Examples: each step
        | value | timesteps | batch | excluded                              | leaks                                   |
        | NaN   | false     | false | [[1.313262, 0], [4.018150, 2.126928]] | [[1.313262, NaN], [4.018150, 2.126928]] |

    Scenario: A NaN at a real step is not hidden
      Given the float32 tensor logits = [[[1, 2], [NaN, 3]], [[4, 0], [0, 2]]]
      And the int32 tensor targets = [[0, 1], [1, 0]]
      And the float32 tensor weights = [[1, 0.5], [1, 1]]
      When sequence_loss is computed with average_across_batch false
      Then the result is [NaN, 3.072539]

  @req:cross-entropy.sequence.weights @must
  Rule: The divisor is the sum of the weights averaged over, and where it is 0 the mean is a choice

    Scenario Outline: No weight anywhere, <dtype>
      TensorFlow's first version added 1e-12 to the divisor: 0 in float32, and
      NaN in float16, where 1e-12 is 0.

      Given the <dtype> tensor logits = [[[1, 2], [0, 3]]]
      And the int32 tensor targets = [[0, 1]]
      And the <dtype> tensor weights = [[0, 0]]
      When sequence_loss is computed
      Then where mean.nothing_left is nan the result is NaN
      And where mean.nothing_left is zero the result is 0
      And where mean.nothing_left is refused the operation is refused with invalid_shape

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario Outline: One sequence, or one timestep, without weight: <averaged>
      Given the float64 tensor logits = [[[1, 2], [0, 3]], [[4, 0], [0, 0]]]
      And the int32 tensor targets = [[0, 1], [1, 0]]
      And the float64 tensor weights = <weights>
      When sequence_loss is computed with average_across_timesteps <timesteps>, average_across_batch <batch>
      Then where mean.nothing_left is nan the result is <nan>
      And where mean.nothing_left is zero the result is <zero>

      Examples:
        | averaged  | weights          | timesteps | batch | nan               | zero            |
        | timesteps | [[1, 1], [0, 0]] | true      | false | [0.68092452, NaN] | [0.68092452, 0] |
        | batch     | [[0, 1], [0, 1]] | false     | true  | [NaN, 0.37086727] | [0, 0.37086727] |

    Scenario: Undivided losses need no weight
      Given the float32 tensor logits = [[[1, 2], [0, 3]]]
      And the int32 tensor targets = [[0, 1]]
      And the float32 tensor weights = [[0, 0]]
      When sequence_loss is computed with average_across_timesteps false, average_across_batch false
      Then the result is [[0, 0]]

    Scenario: Scaling all weights changes nothing
      A guard of 1e-12 added to tiny weights does.

      Given the float64 tensor logits = [[[1, 2], [0, 3], [4, -1]]]
      And the int32 tensor targets = [[0, 1, 1]]
      And the float64 tensor weights = [[1, 2, 0.5]]
      When sequence_loss is computed as plain
      Given the float64 tensor weights = [[0x1p-40, 0x1p-39, 0x1p-41]]
      When sequence_loss is computed as scaled
      Then plain is 1.11822688
      And scaled is 1.11822688

    Scenario: The average over the batch divides by weights, not by the batch size
      The old documentation said "divide by the batch size"; at the second timestep one of three
      sequences is left. Dividing twice is a known mistake (tensorflow/tensorflow#3375, B135).

      Given the float64 tensor logits = [[[0, 1], [0, 2]], [[0, 3], [0, 1]], [[1, 0], [2, 2]]]
      And the int32 tensor targets = [[0, 0], [1, 1], [1, 0]]
      And the float64 tensor weights = [[1, 1], [1, 0], [1, 0]]
      When sequence_loss is computed with average_across_timesteps false
      Then the result is [0.89170358, 2.12692801]

    Scenario: The mean of all steps is not the mean of the sequences' means
      Whether words or sentences are averaged changes the training (OpenNMT/OpenNMT-tf#570, B138).

      Given the float64 tensor logits = [[[0, 4], [0, 4], [0, 4]], [[0, 0], [0, 0], [0, 0]]]
      And the int32 tensor targets = [[0, 0, 0], [0, 0, 0]]
      And the float64 tensor weights = [[1, 1, 1], [1, 0, 0]]
      When sequence_loss is computed as all
      And sequence_loss is computed as each with average_across_batch false
      Then all is 3.18689924
      And each is [4.01814993, 0.69314718]

  @req:cross-entropy.sequence.steps @must
  Rule: Each step costs its full sparse cross-entropy

    Scenario Outline: A target far behind in <dtype>
      Given the <dtype> tensor logits = [[[0, 1000], [0, 100]]]
      And the int32 tensor targets = [[0, 0]]
      And the <dtype> tensor weights = [[1, 1]]
      When sequence_loss is computed with average_across_timesteps false, average_across_batch false
      Then the result is [[1000, 100]]

      Examples:
        | dtype    |
        | float16  |
        | bfloat16 |
        | float32  |
        | float64  |

    Scenario: Classes are the last axis, also where all lengths are equal
      Given the float64 tensor logits = [[[1, 2], [4, 0]], [[0, 3], [5, -1]]]
      And the int32 tensor targets = [[0, 1], [1, 0]]
      And the float64 tensor weights = [[1, 1], [1, 1]]
      When sequence_loss is computed with average_across_timesteps false, average_across_batch false
      Then the result is [[1.31326169, 4.01814993], [0.04858735, 2.4756851e-3]]

    Scenario Outline: Target <target> of two classes
      Given the float32 tensor logits = [[[1, 2], [0, 3]]]
      And the int32 tensor targets = [[0, <target>]]
      And the float32 tensor weights = [[1, 1]]
      When sequence_loss is computed
      Then where <choice> is refused the operation is refused with label_out_of_range
      And where <choice> is nan the result is NaN
      And where <choice> is zero the result is 0.656631

      Examples:
        | target | choice                    |
        | 2      | sparse_label.past_classes |
        | -1     | sparse_label.negative     |

  @req:cross-entropy.sequence.refusals @must
  Rule: Logits have three axes, targets and weights the first two of them

    Scenario Outline: Logits <logits>, targets <targets>, weights <weights>
      Given the float32 tensor logits of shape <logits> drawn from normal 1 with seed 301
      And the int32 tensor targets of shape <targets> drawn from integers 0 2 with seed 302
      And the float32 tensor weights of shape <weights> drawn from uniform 0 1 with seed 303
      When sequence_loss is computed
      Then the operation is refused with invalid_shape

      Examples: the number of axes
        | logits       | targets   | weights   |
        | [2, 3]       | [2]       | [2]       |
        | [2, 3, 2, 2] | [2, 3, 2] | [2, 3, 2] |
        | [2, 3, 2]    | [2, 3, 2] | [2, 3]    |
        | [2, 3, 2]    | [6]       | [2, 3]    |

      Examples: their lengths
        | logits    | targets | weights |
        | [2, 3, 2] | [3, 2]  | [2, 3]  |
        | [2, 3, 2] | [2, 3]  | [3, 2]  |
        | [2, 3, 2] | [2, 3]  | [2, 1]  |
        | [2, 3, 2] | [2, 3]  | [1, 3]  |

    Scenario Outline: Logits of <logits>, targets of <targets>, weights of <weights>
      Given the <logits> tensor logits of shape [1, 2, 2] drawn from coin 0.5 with seed 304
      And the <targets> tensor targets of shape [1, 2] drawn from coin 0.5 with seed 305
      And the <weights> tensor weights of shape [1, 2] drawn from coin 1 with seed 306
      When sequence_loss is computed
      Then the operation is refused with invalid_dtype

      Examples:
        | logits  | targets | weights |
        | float32 | float32 | float32 |
        | int32   | int32   | float32 |
        | float32 | int32   | int32   |
        | float32 | int32   | float64 |

    Scenario: No weights
      Given the float32 tensor logits = [[[1, 2]]]
      And the int32 tensor targets = [[0]]
      When sequence_loss is computed
      Then the operation is refused with missing_input

    Scenario: No targets
      Given the float32 tensor logits = [[[1, 2]]]
      And the float32 tensor weights = [[1]]
      When sequence_loss is computed
      Then the operation is refused with missing_input

    Scenario Outline: The attribute <attribute>
      The number of classes given where a flag belongs was Conchylicultor/DeepQA#143 (B136).

      Given the float32 tensor logits = [[[1, 2]]]
      And the int32 tensor targets = [[0]]
      And the float32 tensor weights = [[1]]
      When sequence_loss is computed with <attribute>
      Then the operation is refused with invalid_attribute

      Examples:
        | attribute                      |
        | average_across_timesteps 40000 |
        | average_across_batch 1         |
        | sum_over_batch true            |
        | reduction mean                 |

    Scenario: No logits
      Given the int32 tensor targets = [[1, 0]]
      And the float32 tensor weights = [[1, 1]]
      When sequence_loss is computed
      Then the operation is refused with missing_input
