package io.crosscheck.operation;

import static io.crosscheck.operation.Evaluation.assertNear;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exact values of the losses of probabilities, of their logarithms and of smoothed labels;
 * irrational ones are mpmath 1.3's, at 500 digits.
 */
class LikelihoodValuesTest {

  private static final Evaluation NLL = Evaluation.of("negative_log_likelihood", DType.FLOAT64);
  private static final Evaluation KL = Evaluation.of("kl_divergence", DType.FLOAT64);
  private static final Evaluation FOCAL = Evaluation.of("focal_cross_entropy", DType.FLOAT64);
  private static final Evaluation SMOOTH = Evaluation.of("smooth_labels", DType.FLOAT64);

  @Test
  void a_mean_of_weighted_log_probabilities_divides_by_the_weights_of_the_labels_left() {
    Evaluation rows =
        NLL.input("log_probabilities", "[[-1, -2], [-3, -4], [-5, NaN]]")
            .labels("labels", "[0, 1, 7]")
            .input("class_weights", "[2, 0.5]")
            .with("ignore_index", 7L);
    assertArrayEquals(new double[] {2, 2, 0}, rows.values());
    assertThat(rows.with("reduction", "sum").value(), is(4.0));
    Evaluation mean = rows.with("reduction", "mean");
    assertThat(mean.value(), is(1.6));
    Choice denominator = Choice.WEIGHTED_MEAN_DENOMINATOR;
    assertThat(mean.under(denominator, "count").value(), is(4.0 / 3));
    assertThat(mean.under(denominator, "count_of_nonzero_weights").value(), is(2.0));
  }

  @ParameterizedTest
  @CsvSource({"nan, NaN", "zero, 0", "wraps, 3"})
  void a_negative_label_is_read_by_choice(String value, double loss) {
    Evaluation row = NLL.input("log_probabilities", "[[-1, -2, -3]]").labels("labels", "[-1]");
    assertNear(loss, row.under(Choice.SPARSE_LABEL_NEGATIVE, value).value());
    assertThat(row.refusal(), is(RefusalCode.LABEL_OUT_OF_RANGE));
  }

  @Test
  void a_weight_of_zero_at_minus_infinity_is_a_choice_and_at_nan_is_not() {
    Evaluation row =
        NLL.input("log_probabilities", "[-Infinity, NaN]")
            .labels("labels", "0")
            .input("class_weights", "[0, 0]");
    Choice choice = Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY;
    assertThat(row.value(), is(Double.NaN));
    assertThat(row.under(choice, "zero").value(), is(0.0));
    assertThat(row.labels("labels", "1").under(choice, "zero").value(), is(Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({
    "'[0.5, 0.25, 0.25]', '[0.25, 0.25, 0.5]', 0.1732867951399863273543",
    "'[0.2, 0.3, 0.5]', '[0.5, 0.25, 0.25]', 0.2180119109433280173384",
    "'[3, 1]', '[1, 4]', 1.909542504884438455351",
    "'[1]', '[0x1p-1074]', 744.4400719213812623141",
    "'[0x1p-1074]', '[0x1p-1074]', 0",
    "'[0.5, 0.5]', '[0x1.00000008p-1, 0x1.fffffffp-2]', 1.734723475976807097421e-18",
    "'[1, 0]', '[0, 1]', Infinity",
    "'[0.5, 0.5]', '[Infinity, 0.5]', -Infinity",
    "'[Infinity, 1]', '[2, 1]', Infinity",
    "'[-1, 1]', '[-1, 1]', NaN",
    "'[1, 0]', '[1, -1]', NaN",
    "'[]', '[]', 0"
  })
  void divergences(String target, String output, double divergence) {
    assertNear(divergence, KL.input("target", target).input("output", output).value());
  }

  @ParameterizedTest
  @CsvSource({
    "'[0, 1]', '[0.5, 0.5]', 0.6931456380650982695798",
    "'[0.5, 0.5]', '[0, 1]', 7.365900644919214607272",
    "'[0, 0]', '[0, 0]', 0",
    "'[NaN, 0]', '[1, 1]', NaN"
  })
  void clipped_divergences(String target, String output, double divergence) {
    Evaluation clipped = KL.under(Choice.KL_ZERO_TARGET, "clipped");
    assertNear(divergence, clipped.input("target", target).input("output", output).value());
  }

  @ParameterizedTest
  @CsvSource({
    // 1/2 ln 2 + 1/2 ln(1/2); 3 ln(1/3) + 3 ln 3; 12·12 = 6·24
    "'[0.5, 0.5]', '[0.25, 1]'",
    "'[3, 3]', '[9, 1]'",
    "'[12, 12]', '[6, 24]'",
    // (3/2)^6·(4/9)^3 = 1
    "'[6, 0, 3]', '[4, 5, 6.75]'"
  })
  void logarithms_that_cancel_to_the_last_digit_are_seen_to(String target, String output) {
    assertThat(KL.input("target", target).input("output", output).value(), is(0.0));
  }

  @Test
  void logarithms_that_almost_cancel_are_told_from_those_that_do() {
    // 1/2 ln(1/2 / a) + 1/2 ln(1/2 / b) with ab = (1 − 2^-60)/4
    Evaluation pair =
        KL.input("target", "[0.5, 0.5]").input("output", "[0x1.00000004p-1, 0x1.fffffff8p-2]");
    assertThat(pair.value() > 0, is(true));
  }

  // (Σt)·ln Σ exp(x) − Σ t·x: rational where Σt is 0, smoothed or not.
  @ParameterizedTest
  @CsvSource({
    "'[1, -1]', '[0.5, 0.5]', 0, 0",
    "'[2, -1, -1]', '[1, 0.5, 1.5]', 0, 0",
    "'[2, -1, -1]', '[1, 0.5, 1.75]', 0, 0.25",
    "'[0, -1]', '[0.5, 0.5]', 0.5, 0",
    "'[1, -2]', '[-3, -3]', 0.5, 0",
    "'[1, -1, 0]', '[3, 3, -Infinity]', 0, 0",
    "'[1, -1]', '[1, 0.5]', 0, -0.5"
  })
  void dense_losses_of_labels_that_cancel(
      String labels, String logits, double smoothing, double loss) {
    Evaluation row =
        Evaluation.of("softmax_cross_entropy_with_logits", DType.FLOAT64)
            .input("labels", labels)
            .input("logits", logits)
            .with("label_smoothing", smoothing)
            .under(Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY, "zero");
    assertNear(loss, row.value());
  }

  @ParameterizedTest
  @CsvSource({
    "'[1, 0]', '[0, 3]', 0.25, 2, 0.6915701102563155086124",
    "'[0, 1]', '[0, 3]', 0.25, 2, 2.732083112424938069489e-05",
    "'[0, 1]', '[0, 3]', 1, 0.5, 0.010581101849395962117",
    "'[1, 0]', '[40, 0]', 1, 2, 7.667648073721999550997e-53",
    "'[1, 0]', '[40, 0]', 1, 0.5, 8.756510762696520301288e-27",
    "'[0, 1]', '[800, 0]', 1, 2, 800",
    "'[0.5, 0.5]', '[0, 1]', 1, 1, 0.5221601330741138566501",
    "'[0, 1, 0]', '[1, 2, 4]', 0.25, 0, 0.5424615048890714121947",
    "'[0.2, 0.3, 0.5]', '[1, 2, 4]', 0.25, 2, 0.2736662530057071684691",
    "'[1, -1]', '[0, -0.0]', 1, 2, 0",
    "'[0.5, 2, -0.5]', '[3, -Infinity, 3]', 1, 2, Infinity",
    "'[1, 0, -1]', '[3, 9, 3]', 1, 0.5, 0",
    "'[1]', '[5]', 1, 0, 0",
    "'[1]', '[5]', 1, 0.5, 0",
    "'[1, 0]', '[-Infinity, 0]', 1, 2, Infinity",
    "'[0, 1]', '[-Infinity, 0]', 1, 2, NaN",
    "'[1, 0]', '[NaN, 0]', 1, 2, NaN",
    "'[0, 1]', '[NaN, 0]', 1, 0, NaN",
    "'[1, 0]', '[0, Infinity]', 1, 2, NaN",
    "'[]', '[]', 1, 2, 0"
  })
  void focal_losses(String target, String logits, double alpha, double gamma, double loss) {
    Evaluation row =
        FOCAL
            .input("target", target)
            .input("logits", logits)
            .with("alpha", alpha)
            .with("gamma", gamma);
    assertNear(loss, row.value());
  }

  @Test
  void what_softmax_makes_of_a_slice_without_a_finite_logit_weighs_a_focal_loss() {
    Evaluation row =
        FOCAL
            .input("target", "[1, 0]")
            .input("logits", "[-Infinity, -Infinity]")
            .with("alpha", 4.0)
            .with("gamma", 1L);
    Choice choice = Choice.SOFTMAX_ALL_NEGATIVE_INFINITY;
    assertThat(row.value(), is(Double.NaN));
    // 4 · (1/2) · ln 2
    assertNear(1.3862943611198906188, row.under(choice, "uniform").value());
    Evaluation zeros = row.under(choice, "zeros");
    Choice product = Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY;
    assertThat(zeros.under(product, "zero").value(), is(Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource({"class_axis, 0.75, 0.25", "last_axis, 0.625, 0.125"})
  void smoothing_divides_by_the_classes_or_the_last_axis(String classes, double hot, double cold) {
    Evaluation columns =
        SMOOTH
            .input("labels", "[[1, 0, 1, 0], [0, 1, 0, 1]]")
            .with("alpha", 0.5)
            .with("axis", 0L)
            .under(Choice.LABEL_SMOOTHING_CLASSES, classes);
    assertThat(columns.values()[0], is(hot));
    assertThat(columns.values()[1], is(cold));
  }

  @Test
  void an_alpha_too_small_for_the_digits_of_one_is_kept_apart() {
    Evaluation row = SMOOTH.input("labels", "[1, 0]").with("alpha", 1e-300);
    assertThat(row.values()[0], is(1.0));
    assertThat(row.values()[1], is(5e-301));
  }

  @Test
  void attributes_out_of_range_are_refused() {
    Evaluation row = FOCAL.input("target", "[1, 0]").input("logits", "[0, 0]");
    assertThat(row.with("gamma", -0.5).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(row.with("gamma", Double.NaN).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(row.with("alpha", Double.NaN).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    Evaluation labels = SMOOTH.input("labels", "[1, 0]");
    assertThat(labels.refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(labels.with("alpha", 1.5).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
  }
}
