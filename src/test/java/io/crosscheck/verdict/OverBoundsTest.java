package io.crosscheck.verdict;

import static io.crosscheck.verdict.Operations.oneHot;
import static io.crosscheck.verdict.Operations.softmax;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverBoundsTest {

  private static final float[] EQUAL = {3, 3};

  @ParameterizedTest
  @EnumSource
  void every_profile_is_measured_whichever_is_judged_by(Profile judged) {
    // 12 of 2^-25 below the exact 0.5. u·p = 2^-25, and 2·eta vanishes beside it:
    // strict allows 8 + ln 2, standard 20 + 2 ln 2 + (2 + 1), relaxed 2/8 more.
    Measurement measured = measure(judged, 0.5f, 0.5f - 12 * 0x1p-25f).orElseThrow();
    double ln2 = 0.6931471805599453;
    assertThat(measured.overBounds().get(Profile.STRICT), closeTo(12 / (8 + ln2), 1e-9));
    assertThat(measured.overBounds().get(Profile.STANDARD), closeTo(12 / (23 + 2 * ln2), 1e-9));
    assertThat(measured.overBounds().get(Profile.RELAXED), closeTo(12 / (23.25 + 2 * ln2), 1e-9));
    assertThat(measured.worstOverBound(), is(measured.overBounds().get(judged)));
  }

  @ParameterizedTest
  @EnumSource(names = {"STRICT", "RELAXED"})
  void few_ulp_are_measured_under_the_standard_profile_and_the_one_judged_by(Profile judged) {
    Map<Profile, Double> measured =
        measure(judged, 0.5f, 0.5f - 4 * 0x1p-25f).orElseThrow().overBounds();
    double ln2 = 0.6931471805599453;
    boolean strict = judged == Profile.STRICT;
    assertThat(measured.get(Profile.STANDARD), closeTo(4 / (23 + 2 * ln2), 1e-9));
    assertThat(measured.get(Profile.STRICT), closeTo(strict ? 4 / (8 + ln2) : 0, 1e-9));
    assertThat(measured.get(Profile.RELAXED), closeTo(strict ? 0 : 4 / (23.25 + 2 * ln2), 1e-9));
  }

  @Test
  void four_ulp_are_few() {
    Measurement four = measure(Profile.STANDARD, 0.5f, 0.5f + 0x1p-22f).orElseThrow();
    assertThat(four.worstUlp(), is(OverBounds.FEW_ULP));
    assertThat(four.overBounds().get(Profile.STRICT), is(0.0));
    Measurement more = measure(Profile.STANDARD, 0.5f, 0.5f + 5 * 0x1p-24f).orElseThrow();
    assertThat(more.overBounds().get(Profile.STRICT), closeTo(10 / (8 + 0.6931471805599453), 1e-9));
  }

  @Test
  void a_right_nan_is_beyond_no_bound() {
    Answer answer =
        new Answer.Output(Tensor.ofFloats(Shape.of(2, 2), Float.NaN, Float.NaN, 0.5f, 0.5f));
    Computation rows = softmax(new float[][] {{Float.NaN, 1}, EQUAL});
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    Measurement measured = judge.judge(rows.request(), answer).measurement().orElseThrow();
    assertThat(measured.overBounds().get(Profile.RELAXED), is(0.0));
  }

  @Test
  void a_right_result_is_at_no_distance() {
    Measurement measured = measure(Profile.STANDARD, 0.5f, 0.5f).orElseThrow();
    assertThat(
        measured.overBounds(),
        is(Map.of(Profile.STRICT, 0.0, Profile.STANDARD, 0.0, Profile.RELAXED, 0.0)));
  }

  @Test
  void not_a_number_is_beyond_every_bound() {
    Measurement measured = measure(Profile.STANDARD, 0.5f, Float.NaN).orElseThrow();
    assertThat(measured.overBounds().get(Profile.RELAXED), is(Double.POSITIVE_INFINITY));
    assertThat(measured.elements(), is(1L));
    assertThat(measured.worstUlp(), is(0.0));
  }

  @Test
  void what_must_be_exact_is_not_measured() {
    Answer right = new Answer.Output(Tensor.ofFloats(Shape.of(2), 0, 1));
    Computation hot = oneHot(1).attribute("depth", 2);
    Verdict verdict = new Judge(Profile.STANDARD, Map.of()).judge(hot.request(), right);
    assertThat(verdict.passed(), is(true));
    assertThat(verdict.measurement(), is(Optional.empty()));
  }

  private static Optional<Measurement> measure(Profile judged, float... result) {
    Answer answer = new Answer.Output(Tensor.ofFloats(Shape.of(2), result));
    return new Judge(judged, Map.of()).judge(softmax(EQUAL).request(), answer).measurement();
  }
}
