package io.crosscheck.operation;

import static io.crosscheck.operation.Evaluation.assertNear;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact results under each value of a choice; irrational ones are mpmath 1.3's, at 30 digits. */
class ExactValuesTest {

  private static final Evaluation SPARSE =
      Evaluation.of("sparse_softmax_cross_entropy_with_logits", DType.FLOAT32);

  // o = [1/2, 2^-30], target [0, 1].
  @ParameterizedTest
  @CsvSource({
    "clip_1e-7, divide_by_sum, 16.118095650958319833",
    "clip_dtype_epsilon, divide_by_sum, 15.942385152878742117",
    "log_floor_-100, divide_by_sum, 20.101268238101059121",
    "add_1e-7, divide_by_sum, 16.099640547382580325",
    "clip_then_add_1e-7, divide_by_sum, 15.424948470398374524",
    "none, divide_by_sum, 20.101268238101059121",
    "none, none, 20.794415416798359283",
    "clip_1e-7, none, 16.118095650958319833"
  })
  void probabilities_are_guarded_and_normalised_by_choice(
      String guard, String normalise, double loss) {
    Evaluation row =
        Evaluation.of("categorical_cross_entropy", DType.FLOAT32)
            .input("target", "[0, 1]")
            .input("output", "[0.5, 0x1p-30]")
            .under(Choice.PROBABILITIES_GUARD, guard)
            .under(Choice.PROBABILITIES_NORMALISE, normalise);
    assertNear(loss, row.value());
  }

  // t = 1/4, p = 2^-30 and p = 1.
  @ParameterizedTest
  @CsvSource({
    "clip_1e-7, 4.0295239877395837083, 12.088571763218741125",
    "clip_dtype_epsilon, 3.9855963776266580213, 11.956788894461380751",
    "log_floor_-100, 5.1986038548980817519, 75",
    "add_1e-7, 4.0272063071738526172, 12.088571713218741125",
    "clip_then_add_1e-7, 3.856237117599593631, 11.568711352798780893",
    "none, 5.1986038548980817519, Infinity"
  })
  void both_sides_of_a_binary_probability_are_guarded(String guard, double low, double high) {
    Evaluation elements =
        Evaluation.of("binary_cross_entropy", DType.FLOAT32)
            .input("target", "[0.25, 0.25]")
            .input("output", "[0x1p-30, 1]")
            .under(Choice.PROBABILITIES_GUARD, guard);
    assertNear(low, elements.values()[0]);
    assertNear(high, elements.values()[1]);
  }

  @Test
  void the_floor_of_logarithms_is_minus_100() {
    Evaluation element =
        Evaluation.of("binary_cross_entropy", DType.FLOAT64)
            .input("target", "[1]")
            .input("output", "[1e-60]")
            .under(Choice.PROBABILITIES_GUARD, "log_floor_-100");
    assertThat(element.value(), is(100.0));
    assertNear(138.15510557964274107, element.under(Choice.PROBABILITIES_GUARD, "none").value());
  }

  @Test
  void probabilities_outside_0_to_1_are_clipped_or_refused() {
    Evaluation element =
        Evaluation.of("binary_cross_entropy", DType.FLOAT32)
            .input("target", "[1]")
            .input("output", "[-0.5]");
    assertNear(16.118095650958319833, element.value());
    assertThat(
        element.under(Choice.PROBABILITIES_OUT_OF_RANGE, "refused").refusal(),
        is(RefusalCode.INVALID_PROBABILITY));
  }

  @Test
  void label_smoothing_of_binary_targets_counts_two_classes() {
    Evaluation element =
        Evaluation.of("binary_cross_entropy", DType.FLOAT32)
            .input("target", "[1]")
            .input("output", "[0.25]")
            .with("label_smoothing", 0.5);
    // -3/4 ln 1/4 - 1/4 ln 3/4
    assertNear(1.111641288952863196, element.value());
  }

  @ParameterizedTest
  @CsvSource({
    "class_axis, 1.6269280110429724964, 0.69314718055994530942",
    "last_axis, 1.439106675869143747, 0.57762265046662109118"
  })
  void label_smoothing_divides_by_the_classes_or_the_last_axis(
      String classes, double first, double second) {
    Evaluation columns =
        Evaluation.of("softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("logits", "[[1, 2, 4], [3, 2, 4]]")
            .input("labels", "[[1, 1, 1], [0, 0, 0]]")
            .with("axis", 0L)
            .with("label_smoothing", 0.5)
            .under(Choice.LABEL_SMOOTHING_CLASSES, classes);
    assertNear(first, columns.values()[0]);
    assertNear(second, columns.values()[1]);
  }

  @Test
  void smoothed_sparse_labels_weigh_every_class_by_its_own_weight() {
    Evaluation row =
        SPARSE
            .input("logits", "[[1, 2, 3]]")
            .labels("labels", "[0]")
            .input("class_weights", "[1, 2, 4]")
            .with("label_smoothing", 0.25);
    assertNear(2.3768079525925070726, row.value());
  }

  @Test
  void an_ignored_label_may_lie_outside_the_classes_and_counts_for_nothing() {
    Evaluation rows =
        SPARSE
            .input("logits", "[[1, 2, 3], [1, 2, 3]]")
            .labels("labels", "[0, -100]")
            .with("ignore_index", -100L);
    assertNear(2.4076059644443803045, rows.values()[0]);
    assertThat(rows.values()[1], is(0.0));
    assertNear(2.4076059644443803045, rows.with("reduction", "mean").value());
    assertThat(rows.with("ignore_index", -1L).refusal(), is(RefusalCode.LABEL_OUT_OF_RANGE));
  }

  @ParameterizedTest
  @CsvSource({"nan, NaN", "zero, 0", "wraps, 1.4076059644443803045"})
  void a_negative_label_is_read_by_choice(String value, double loss) {
    Evaluation row = SPARSE.input("logits", "[[1, 2, 3]]").labels("labels", "[-2]");
    assertNear(loss, row.under(Choice.SPARSE_LABEL_NEGATIVE, value).value());
    assertThat(row.refusal(), is(RefusalCode.LABEL_OUT_OF_RANGE));
  }

  @ParameterizedTest
  @CsvSource({
    // weights 2 and 0 of labels 0 and 1, loss of the first 2.4076: 2l / 2, 2l / 2, 2l / 1.
    "sum_of_weights, 2.4076059644443803045",
    "count, 2.4076059644443803045",
    "count_of_nonzero_weights, 4.815211928888760609"
  })
  void a_weighted_mean_divides_by_choice(String denominator, double loss) {
    Evaluation rows =
        SPARSE
            .input("logits", "[[1, 2, 3], [1, 2, 3]]")
            .labels("labels", "[0, 1]")
            .input("class_weights", "[2, 0, 1]")
            .with("reduction", "mean")
            .under(Choice.WEIGHTED_MEAN_DENOMINATOR, denominator);
    assertNear(loss, rows.value());
  }

  @Test
  void a_mean_of_which_nothing_is_left_is_a_choice() {
    Evaluation ignored =
        SPARSE
            .input("logits", "[[1, 2, 3]]")
            .labels("labels", "[1]")
            .with("ignore_index", 1L)
            .with("reduction", "mean");
    Evaluation unweighted =
        Evaluation.of("reduce_loss", DType.FLOAT32)
            .input("loss", "[1, 2]")
            .input("weights", "[0, 0]")
            .with("reduction", "weighted_mean");
    Evaluation empty = Evaluation.of("reduce_loss", DType.FLOAT32).input("loss", "[]");
    for (Evaluation mean : new Evaluation[] {ignored, unweighted, empty}) {
      assertThat(mean.value(), is(Double.NaN));
      assertThat(mean.under(Choice.MEAN_NOTHING_LEFT, "zero").value(), is(0.0));
      assertThat(
          mean.under(Choice.MEAN_NOTHING_LEFT, "refused").refusal(), is(RefusalCode.INVALID_SHAPE));
    }
    assertThat(empty.with("reduction", "sum").value(), is(0.0));
  }

  @Test
  void empty_tensors_have_empty_results() {
    Tensor none = Tensor.ofNumbers(DType.FLOAT32, Shape.of(0, 3));
    Tensor noClass = Tensor.ofNumbers(DType.FLOAT32, Shape.of(2, 0));
    for (String operation : new String[] {"softmax", "log_softmax", "log_sum_exp", "sigmoid"}) {
      Evaluation empty = Evaluation.of(operation, DType.FLOAT32).input("logits", none);
      assertThat(operation, empty.values().length, is(0));
    }
    Evaluation noClasses = Evaluation.of("log_sum_exp", DType.FLOAT32).input("logits", noClass);
    double lowest = Double.NEGATIVE_INFINITY;
    assertArrayEquals(new double[] {lowest, lowest}, noClasses.values());
    Evaluation argmax = Evaluation.of("argmax", DType.FLOAT32).input("values", noClass);
    assertThat(argmax.refusal(), is(RefusalCode.INVALID_SHAPE));
    assertThat(argmax.with("axis", 0L).values().length, is(0));
    Evaluation noSteps =
        Evaluation.of("last_relevant", DType.FLOAT32)
            .input("values", "[[]]")
            .labels("lengths", "[0]");
    assertThat(noSteps.refusal(), is(RefusalCode.INVALID_LENGTH));
  }

  @Test
  void a_weight_of_zero_hides_nan_or_lets_it_leak() {
    Evaluation sum =
        Evaluation.of("reduce_loss", DType.FLOAT32)
            .input("loss", "[NaN, 2]")
            .input("weights", "[0, 3]")
            .with("reduction", "sum");
    assertThat(sum.value(), is(6.0));
    assertThat(sum.under(Choice.MASKED_NOT_A_NUMBER, "leaks").value(), is(Double.NaN));
  }

  @Test
  void a_positive_weight_multiplies_the_positive_part_alone() {
    Evaluation element =
        Evaluation.of("sigmoid_cross_entropy_with_logits", DType.FLOAT32)
            .input("labels", "[0.5]")
            .input("logits", "[1]")
            .input("pos_weight", "3");
    assertNear(1.1265233750364456681, element.value());
  }

  @ParameterizedTest
  @CsvSource({
    // label 0, 1 and 1/2 at Infinity, then at -Infinity
    "exact, Infinity 0 Infinity, 0 Infinity Infinity",
    "tensorflow, NaN NaN NaN, NaN Infinity Infinity",
    "pytorch, Infinity NaN Infinity, NaN NaN NaN",
    "optax, Infinity NaN Infinity, NaN Infinity Infinity"
  })
  void infinite_logits_follow_the_formula_of_the_choice(String value, String up, String down) {
    String[] logits = {"Infinity", "-Infinity"};
    String[] expected = {up, down};
    for (int i = 0; i < 2; i++) {
      Evaluation three =
          Evaluation.of("sigmoid_cross_entropy_with_logits", DType.FLOAT32)
              .input("labels", "[0, 1, 0.5]")
              .input("logits", "[X, X, X]".replace("X", logits[i]))
              .under(Choice.SIGMOID_CROSS_ENTROPY_INFINITE, value);
      String[] losses = expected[i].split(" ");
      for (int k = 0; k < 3; k++) {
        assertNear(Double.parseDouble(losses[k]), three.values()[k]);
      }
    }
  }

  @Test
  void a_one_hot_too_large_to_hold_is_refused() {
    Evaluation pair = Evaluation.of("one_hot", DType.FLOAT32).labels("indices", "[0, 1]");
    assertThat(pair.with("depth", 2147483647L).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(pair.with("depth", 2147483648L).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(pair.refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
  }

  @Test
  void one_hot_values_must_be_of_the_dtype() {
    Evaluation one =
        Evaluation.of("one_hot", DType.FLOAT32)
            .labels("indices", "[0]")
            .with("depth", 1L)
            .with("dtype", "int64");
    assertThat(one.with("on_value", 0x1p62).value(), is(0x1p62));
    assertThat(one.with("on_value", -0x1p63).value(), is(-0x1p63));
    assertThat(one.with("on_value", 0x1p63).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(one.with("on_value", 0.5).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(one.with("on_value", Double.NaN).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    Evaluation bool = one.with("dtype", "bool");
    assertThat(bool.with("on_value", 2.0).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
  }
}
