package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The measured errors of results whose elements are off by known steps, beside the same errors
 * worked out one by one in decimals: the shortcut for the many counts as the ladder does.
 */
class MeasurementTest {

  private static final int ROWS = 4;
  private static final int LENGTH = 500;

  private final double[] errors = new double[ROWS * LENGTH];
  private double sum;
  private double signedSum;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void sums_and_extremes_are_those_of_the_elements(Profile profile) {
    Question question = question(profile);
    Measurement measured = question.on(result(question)).measurement().orElseThrow();
    measure(question);
    assertThat(measured.elements(), is((long) errors.length));
    double worst = errors[largest(errors)];
    assertThat(measured.worstUlp(), closeTo(worst, worst * 1e-6));
    assertThat(measured.sumUlp(), closeTo(sum, sum * 1e-6));
    assertThat(measured.signedSumUlp(), closeTo(signedSum, sum * 1e-6));
    for (Profile other : Profile.values()) {
      boolean all = other == profile || other == Profile.STANDARD;
      double[] overBound = overBounds(question, other, all ? 0 : OverBounds.FEW_ULP);
      int at = largest(overBound);
      double most = overBound[at];
      assertThat(other.token(), measured.overBounds().get(other), closeTo(most, most * 1e-6));
      if (other == profile) {
        assertThat(measured.worstOverBound(), closeTo(most, most * 1e-6));
        assertThat(measured.worst().get().index(), is(at));
      }
    }
  }

  @Test
  void the_histogram_has_each_element_in_its_bucket() {
    Question question = question(Profile.STANDARD);
    Map<Integer, Long> histogram =
        question.on(result(question)).measurement().orElseThrow().histogram();
    measure(question);
    assertThat(
        histogram.values().stream().mapToLong(Long::longValue).sum(), is((long) errors.length));
    histogram.forEach(
        (bucket, count) -> {
          // The lowest bucket has all errors below it too.
          double from = bucket == -80 ? 0 : Measurement.upperEnd(bucket - 1);
          double to = Measurement.upperEnd(bucket);
          long expected = 0;
          for (double error : errors) {
            expected += error >= from && error < to ? 1 : 0;
          }
          assertThat("from " + from + " to " + to, count, is(expected));
        });
    assertThat(Measurement.upperEnd(0), is(1.125));
    assertThat(Measurement.upperEnd(-1), is(1.0));
    assertThat(Measurement.upperEnd(23), is(8.0));
  }

  @Test
  void elements_that_must_be_exact_are_not_counted() {
    Verdict verdict =
        Question.of("masked_softmax", DType.FLOAT32)
            .input("logits", "[1, 7, 2, 3]")
            .input("mask", TensorLiteral.parse("[true, false, true, true]", DType.BOOL))
            .on("[0.09003057, 0, 0.24472847, 0.66524096]");
    assertThat(verdict.measurement().orElseThrow().elements(), is(3L));
  }

  @Test
  void of_equal_errors_the_first_is_the_worst_and_empty_buckets_are_left_out() {
    // Each 3 ulp of 0.5 off: 2·(1 + 4/8).
    Measurement measured =
        Question.of("softmax", DType.FLOAT32)
            .input("logits", "[3, 3]")
            .on(0.5 + 3 * 0x1p-24, 0.5 + 3 * 0x1p-24)
            .measurement()
            .orElseThrow();
    assertThat(measured.worst().get().index(), is(0));
    assertThat(measured.histogram(), is(Map.of(12, 2L)));
  }

  private static Question question(Profile profile) {
    Random random = new Random(11);
    double[] logits = random.doubles(ROWS * LENGTH, -6, 6).toArray();
    Tensor tensor = Tensor.ofNumbers(DType.FLOAT32, Shape.of(ROWS, LENGTH), logits);
    return Question.of("softmax", DType.FLOAT32).input("logits", tensor).by(profile);
  }

  /** The reference's results, most of them up to 3 units in the last place off, a few up to 40. */
  private static Tensor result(Question question) {
    CertifiedResult exact = exact(question);
    double[] result = new double[ROWS * LENGTH];
    for (int i = 0; i < result.length; i++) {
      float nearest = (float) exact.rounded(i).getAsDouble();
      int steps = i % 97 == 0 ? i / 97 % 41 : i % 7 - 3;
      result[i] = Float.intBitsToFloat(Float.floatToIntBits(nearest) + steps);
    }
    return Tensor.ofNumbers(DType.FLOAT32, Shape.of(ROWS, LENGTH), result);
  }

  private static CertifiedResult exact(Question question) {
    return new CertifiedResult(Evaluation.of(question.request(), Choices.defaults()));
  }

  private void measure(Question question) {
    CertifiedResult exact = exact(question);
    Tensor result = result(question);
    for (int i = 0; i < errors.length; i++) {
      Enclosure value = exact.tight(i);
      BigDecimal difference = new BigDecimal(result.number(i)).subtract(value.lower());
      double ulp = Math.ulp((float) value.lower().doubleValue());
      errors[i] = difference.abs().doubleValue() / ulp;
      sum += errors[i];
      signedSum += difference.doubleValue() / ulp;
    }
  }

  /** Of errors of more than so many ulp. */
  private double[] overBounds(Question question, Profile profile, double beyond) {
    CertifiedResult exact = exact(question);
    double[] allowed = exact.allowed(profile);
    double[] overBounds = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      double ulp = Math.ulp((float) exact.tight(i).lower().doubleValue());
      overBounds[i] = errors[i] > beyond ? errors[i] * ulp / allowed[i] : 0;
    }
    return overBounds;
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
