package io.crosscheck.verdict;

import static io.crosscheck.verdict.ConformsTo.conformsTo;
import static io.crosscheck.verdict.Operations.argmax;
import static io.crosscheck.verdict.Operations.logSumExp;
import static io.crosscheck.verdict.Operations.oneHot;
import static io.crosscheck.verdict.Operations.sequenceMask;
import static io.crosscheck.verdict.Operations.softmax;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Test;

class ConformsToTest {

  private final float[] equal = {3, 3};

  @Test
  void says_what_is_expected() {
    assertThat(
        StringDescription.toString(conformsTo(softmax(equal).axis(0))),
        is("softmax of logits (float32 [2]) with axis 0, within the standard bound"));
    assertThat(
        StringDescription.toString(conformsTo(softmax(equal)).strictly()),
        is("softmax of logits (float32 [2]), within the strict bound"));
  }

  @Test
  void says_which_element_differs_and_how_to_ask_again() {
    // By hand: u = 2^-24, p = 0.5, d = 0, n = 2, S = 3: u·p·(23 + 2 ln 2) + 2^-148 = 7.268e-07.
    assertThat(
        mismatch(conformsTo(softmax(equal)), new float[] {0.5f, 0.25f}),
        is(
            """
            softmax (float32): 1 of 2 elements outside the standard bound
              at [1]: result 0.25 (0x3e800000), exact value 0.5
                error 0.2500 = 4.19e+06 ulp, allowed 7.268e-07, err/bound 3.440e+05
                input logits[1] = 3 (0x40400000)
            request: {"id":1,"operation":"softmax","attributes":{},"inputs":{"logits":\
            {"dtype":"float32","shape":[2],"values":[3,3]}}}"""));
  }

  @Test
  void null_is_a_mismatch() {
    assertThat(conformsTo(softmax(equal)).matches(null), is(false));
    assertThat(mismatch(conformsTo(softmax(equal)), null), is("was null"));
  }

  @Test
  void the_strict_bound_is_narrower() {
    // 12 ulp below 0.5; strict allows u·p·(8 + ln 2) = 8.69 ulp of 2^-25 each, standard 24.39.
    float[] off = {0.5f, 0.5f - 12 * 0x1p-25f};
    assertThat(off, conformsTo(softmax(equal)));
    assertThat(off, not(conformsTo(softmax(equal)).strictly()));
  }

  @Test
  void results_may_be_arrays_tensors_or_boxed_numbers() {
    assertThat(new double[] {0.5, 0.5}, conformsTo(softmax(new double[] {1, 1})));
    assertThat(Tensor.ofFloats(Shape.of(2), 0.5f, 0.5f), conformsTo(softmax(equal)));
    assertThat(new float[][] {{1}, {1}}, conformsTo(softmax(new float[2][1])));
    assertThat(3f, conformsTo(logSumExp(new float[] {3})));
    assertThat(
        new boolean[] {true, true, false}, conformsTo(sequenceMask(2).attribute("maxlen", 3)));
    assertThat(
        new int[] {0, 1, 0},
        conformsTo(oneHot(1).attribute("depth", 3).attribute("dtype", DType.INT32)));
  }

  @Test
  void any_integer_type_holds_an_index() {
    float[][] values = {{1, 2}, {4, 3}};
    assertThat(new long[] {1, 0}, conformsTo(argmax(values)));
    assertThat(new int[] {1, 0}, conformsTo(argmax(values)));
    assertThat(new int[] {1, 1}, not(conformsTo(argmax(values))));
  }

  @Test
  void float_arrays_hold_16_bit_results_that_are_rounded() {
    Computation half = softmax(equal).in(DType.FLOAT16);
    assertThat(new float[] {0.5f, 0.5f}, conformsTo(half));
    assertThat(new double[] {0.5, 0.5}, conformsTo(half).strictly());
    assertThat(
        mismatch(conformsTo(half), new float[] {0.5f, 0.50001f}),
        is("element 1 is 0.50001, which is no float16; expected results rounded to it"));
  }

  @Test
  void the_type_and_shape_of_a_result_matter() {
    assertThat(
        mismatch(conformsTo(softmax(equal)), new double[] {0.5, 0.5}),
        startsWith(
            "softmax: the result is a float64 tensor of shape [2]; expected float32 of shape"
                + " [2]\nrequest: "));
    assertThat(new float[][] {{0.5f, 0.5f}}, not(conformsTo(softmax(equal))));
    assertThat(
        mismatch(conformsTo(softmax(equal)), new float[][] {{1}, {}}),
        startsWith("axis 1 holds an array of length 0; expected all of length 1"));
    assertThat(
        mismatch(conformsTo(softmax(equal)), "0.5"), startsWith("a String is no tensor; expected"));
  }

  @Test
  void a_refusal_may_be_what_the_specification_says() {
    Computation beyond = softmax(equal).axis(1);
    assertThat(new Answer.Refused(RefusalCode.INVALID_AXIS, ""), conformsTo(beyond));
    assertThat(
        mismatch(conformsTo(beyond), new float[] {0.5f, 0.5f}),
        startsWith("softmax gave a result; expected a refusal with invalid_axis\nrequest: "));
    assertThat(
        mismatch(conformsTo(softmax(equal).axis(0)), new Answer.Refused(RefusalCode.OTHER, "no")),
        startsWith("softmax refused with other (no); expected a result\nrequest: "));
  }

  @Test
  void any_value_of_a_choice_matches() {
    float[] left = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    assertThat(new float[] {Float.NaN, Float.NaN}, conformsTo(softmax(left)));
    assertThat(new float[] {0, 0}, conformsTo(softmax(left)));
    assertThat(new float[] {0.5f, 0.5f}, conformsTo(softmax(left)));
    assertThat(new float[] {1, 0}, not(conformsTo(softmax(left))));
  }

  @Test
  void a_long_request_is_cut() {
    String mismatch = mismatch(conformsTo(softmax(new float[5000])), new float[5000]);
    String last = mismatch.lines().reduce((a, b) -> b).orElseThrow();
    assertThat(last, startsWith("request (the first 2000 of "));
    assertThat(last.endsWith("…"), is(true));
  }

  private static String mismatch(Matcher<?> matcher, Object actual) {
    StringDescription description = new StringDescription();
    assertThat(matcher.matches(actual), is(false));
    matcher.describeMismatch(actual, description);
    return description.toString();
  }
}
