Feature: What SciPy answers

  scipy.special of SciPy 1.17 on NumPy 2.4. Its softmax, log_softmax and logsumexp work on the whole
  array unless an axis is given. Two answers are its own: a single number has a softmax, and beside
  an Infinity the other logarithms have their limits.

  @req:dialects.scipy.softmax @may
  Rule: A NaN or an Infinity spoils its slice, subnormals are kept, and a single number is a slice of one

    Observed with SciPy 1.17.1.

    Scenario: A NaN among the logits
      Given the float32 tensor logits = [1, NaN, 3]
      When softmax is computed
      Then where softmax.not_a_number is poisons_slice the result is [NaN, NaN, NaN]
      And where softmax.not_a_number is stays_local the result is [0, NaN, 0]

    Scenario: An infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When softmax is computed
      Then where softmax.positive_infinity is nan_slice the result is [NaN, NaN, NaN]
      And where softmax.positive_infinity is nan_local the result is [0, NaN, 0]

    Scenario: Every logit at -Infinity
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When softmax is computed
      Then where softmax.all_negative_infinity is nan the result is [NaN, NaN]
      And where softmax.all_negative_infinity is uniform the result is [0.5, 0.5]

    Scenario: A single number
      Given the float32 tensor logits = -7
      When softmax is computed
      Then where softmax.scalar is one the result is 1
      And where softmax.scalar is refused the operation is refused with invalid_axis

    Scenario: A probability below the normal numbers
      Given the float32 tensor logits = [0, -90]
      When softmax is computed
      Then where subnormals is kept the result is [1, 8.194e-40]
      And where subnormals is flushed the result is [1, 0]

  @req:dialects.scipy.logarithms @may
  Rule: Beside an infinite logit the others are -Infinity

    scipy.special.log_softmax puts 0 for a maximum that is not finite. logsumexp handles infinities
    since scipy/scipy#3515 (B119).

    Scenario: The logarithms beside an infinite logit
      Given the float32 tensor logits = [1, Infinity, 3]
      When log_softmax is computed
      Then where log_softmax.positive_infinity is limits the result is [-Infinity, NaN, -Infinity]
      And where log_softmax.positive_infinity is nan the result is [NaN, NaN, NaN]

    Scenario: The logarithm of a sum of nothing but zeros
      Given the float32 tensor logits = [-Infinity, -Infinity]
      When log_sum_exp is computed
      Then where log_sum_exp.all_negative_infinity is negative_infinity the result is -Infinity
      And where log_sum_exp.all_negative_infinity is nan the result is NaN

  @req:dialects.scipy.divergence @may
  Rule: A target of 0 adds nothing

    The sum of scipy.special.rel_entr; observed with SciPy 1.17.1.

    Scenario: A class that does not occur
      Given the float64 tensor target = [0, 1]
      And the float64 tensor output = [0.5, 0.5]
      When kl_divergence is computed
      Then where kl.zero_target is zero the result is 0.6931471806
      And where kl.zero_target is clipped the result is 0.6931456381

  @req:dialects.scipy.argmax @may
  Rule: NaN is the largest

    numpy.argmax of NumPy 2.4.6.

    Scenario: The largest of one, NaN and three
      Given the float32 tensor values = [1, NaN, 3]
      When argmax is computed
      Then where argmax.not_a_number is wins the result is 1
      And where argmax.not_a_number is ignored the result is 2
