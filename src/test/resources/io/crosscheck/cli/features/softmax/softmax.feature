Feature: Softmax, a few cases for the tests of the command line

  @req:softmax.test.values @must
  Rule: Values are right

    @smoke
    Scenario: Two equal logits
      Given the float32 tensor logits = [3, 3]
      When softmax is computed
      Then the result is [0.5, 0.5]

    Scenario: Two equal logits in float64
      Given the float64 tensor logits = [3, 3]
      When softmax is computed
      Then the result is [0.5, 0.5]

    @full
    Scenario: Many equal logits
      Given the float32 tensor logits of shape [4] drawn from equal 1 with seed 1
      When softmax is computed
      Then the result is [0.25, 0.25, 0.25, 0.25]

  @req:softmax.test.refusals @should
  Rule: A wrong axis is refused

    Scenario Outline: Axis <axis> of a vector
      Given the float32 tensor logits = [3, 3]
      When softmax is computed with axis <axis>
      Then the operation is refused with invalid_axis

      Examples: too far
        | axis |
        | 1    |
        | -2   |
