Feature: log_softmax of infinities and NaN, and what it refuses

  As for softmax, taken logarithms of: an excluded class (-Infinity) stays at -Infinity, NaN and
  Infinity spoil their slice or only themselves.

  @req:softmax.log_softmax.negative_infinity @must
  Rule: A class at -Infinity stays there, the others are normalised without it

    Scenario Outline: <dtype> logits <logits>
      Given the <dtype> tensor logits = <logits>
      When log_softmax is computed
      Then the result is <logarithms>

      Examples: first, middle, last
        | dtype    | logits                    | logarithms                    |
        | float32  | [-Infinity, 1, 3]         | [-Infinity, -2.1269, -0.1269] |
        | float32  | [1, -Infinity, 3]         | [-2.1269, -Infinity, -0.1269] |
        | float32  | [1, 3, -Infinity]         | [-2.1269, -0.1269, -Infinity] |
        | float64  | [1, -Infinity, 3]         | [-2.1269, -Infinity, -0.1269] |
        | float16  | [1, -Infinity, 3]         | [-2.1269, -Infinity, -0.1269] |
        | bfloat16 | [-Infinity, -Infinity, 2] | [-Infinity, -Infinity, 0]     |

    Scenario: Nothing but -Infinity
      Given the float32 tensor logits = [[-Infinity, -Infinity], [0, 0]]
      When log_softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [[NaN, NaN], [-0.6931, -0.6931]]
      And where softmax.all_negative_infinity is zeros the result is [[-Infinity, -Infinity], [-0.6931, -0.6931]]
      And where softmax.all_negative_infinity is uniform the result is [[-0.6931, -0.6931], [-0.6931, -0.6931]]

  @req:softmax.log_softmax.positive_infinity @must
  Rule: Infinity makes its slice NaN, or the others -Infinity

    The second is what SciPy returns: the limit for the other classes.

    Scenario Outline: Logits <logits>
      Given the float32 tensor logits = <logits>
      When log_softmax is computed
      Then where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]
      And where log_softmax.positive_infinity is limits the result is <limits>

      Examples: first, middle, last, two
        | logits                  | limits                      |
        | [Infinity, 1, 3]        | [NaN, -Infinity, -Infinity] |
        | [1, Infinity, 3]        | [-Infinity, NaN, -Infinity] |
        | [1, 3, Infinity]        | [-Infinity, -Infinity, NaN] |
        | [Infinity, 0, Infinity] | [NaN, -Infinity, NaN]       |

  @req:softmax.log_softmax.not_a_number @must
  Rule: NaN makes its slice NaN, or the others -Infinity

    Scenario Outline: Logits <logits> with the row below untouched
      Given the float32 tensor logits = [<logits>, [0, 0, 0]]
      When log_softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [[NaN, NaN, NaN], [-1.0986, -1.0986, -1.0986]]
      And where softmax.not_a_number is stays_local the result is [<local>, [-1.0986, -1.0986, -1.0986]]

      Examples: first, middle, last
        | logits      | local                       |
        | [NaN, 1, 3] | [NaN, -Infinity, -Infinity] |
        | [1, NaN, 3] | [-Infinity, NaN, -Infinity] |
        | [1, 3, NaN] | [-Infinity, -Infinity, NaN] |

  @req:softmax.log_softmax.refusals @must
  Rule: Wrong requests are refused as by softmax

    Scenario Outline: Axis <axis> of rank two
      Given the float32 tensor logits = [[1, 2, 3], [3, 5, 7]]
      When log_softmax is computed with axis <axis>
      Then the operation is refused with <code>

      Examples: out of range, or no integer
        | axis | code              |
        | 2    | invalid_axis      |
        | -3   | invalid_axis      |
        | true | invalid_attribute |
        | 1.5  | invalid_attribute |

    Scenario Outline: <dtype> logits
      Given the <dtype> tensor logits = <logits>
      When log_softmax is computed
      Then the operation is refused with invalid_dtype

      Examples: no floats
        | dtype | logits        |
        | int32 | [1, 2, 3]     |
        | bool  | [true, false] |

    Scenario: A scalar
      Given the float32 tensor logits = 3
      When log_softmax is computed
      Then where softmax.scalar is refused the operation is refused with invalid_axis
      And where softmax.scalar is one the result is 0

    Scenario: No tensor at all
      When log_softmax is computed
      Then the operation is refused with missing_input
