package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every built-in backend must do: hand-checked values of each operation. Drawn values are in
 * {@link StrictBoundContract}.
 */
public abstract class BuiltInBackendContract {

  private static final Map<Choice, String> FIRST =
      Arrays.stream(Choice.values())
          .collect(Collectors.toMap(Function.identity(), c -> c.allowed().get(0)));

  private Backend backend;

  protected abstract BackendProvider provider();

  @BeforeEach
  void create_where_the_module_is_on() {
    assumeTrue(provider().unavailability().isEmpty() && provider().missingJvmFlags().isEmpty());
    backend = provider().create();
  }

  @AfterEach
  void close() {
    if (backend != null) {
      backend.close();
    }
  }

  /** The backend's answer to a request that it must accept. */
  protected Tensor compute(String operation, Map<String, Tensor> inputs, Object... attributes) {
    Request request = request(operation, inputs, attributes);
    Answer answer = backend.answer(request);
    return answer instanceof Answer.Output output
        ? output.tensor()
        : fail(operation + ": " + answer);
  }

  /** Asserts that the backend's answer is within the strict bound of the exact value. */
  protected Verdict conforms(String operation, Map<String, Tensor> inputs, Object... attributes) {
    Request request = request(operation, inputs, attributes);
    Verdict verdict = new Judge(Profile.STRICT, FIRST).judge(request, backend.answer(request));
    assertThat(verdict.message(), verdict.passed(), is(true));
    return verdict;
  }

  private static Request request(
      String operation, Map<String, Tensor> inputs, Object... attributes) {
    Map<String, Object> named = new TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      named.put((String) attributes[i], attributes[i + 1]);
    }
    return new Request(operation, new Arguments(inputs, named));
  }

  protected static Tensor float32(String literal) {
    return TensorLiteral.parse(literal, DType.FLOAT32);
  }

  protected static Tensor float64(String literal) {
    return TensorLiteral.parse(literal, DType.FLOAT64);
  }

  private static Tensor ints(String literal) {
    return TensorLiteral.parse(literal, DType.INT32);
  }

  private static void close(Tensor actual, String expected, double tolerance) {
    Tensor exact = float64(expected);
    assertThat(actual.shape(), equalTo(exact.shape()));
    for (int i = 0; i < exact.size(); i++) {
      if (Double.isFinite(exact.number(i))) {
        assertThat("element " + i, actual.number(i), closeTo(exact.number(i), tolerance));
      } else {
        assertThat("element " + i, actual.number(i), equalTo(exact.number(i)));
      }
    }
  }

  @Test
  void it_claims_every_operation_of_the_catalogue_and_declares_every_choice() {
    Description description = backend.description();
    assertThat(
        description.operations().keySet(),
        equalTo(Catalogue.operations().stream().map(Operation::name).collect(Collectors.toSet())));
    assertThat(description.choices().size(), equalTo(Choice.values().length));
    assertThat(description.name(), equalTo(provider().name()));
    assertThat(provider().isBuiltIn(), is(true));
  }

  @Test
  void softmax_of_hand_checked_logits() {
    Tensor result = compute("softmax", Map.of("logits", float32("[[1, 2, 3], [0, 0, 0]]")));
    close(
        result,
        "[[0.09003057317, 0.24472847105, 0.66524095577], "
            + "[0.33333333333, 0.33333333333, 0.33333333333]]",
        3e-8);
  }

  @Test
  void softmax_along_the_first_axis() {
    Tensor result = compute("softmax", Map.of("logits", float64("[[1, 5], [2, 5]]")), "axis", 0L);
    close(result, "[[0.2689414213699951, 0.5], [0.7310585786300049, 0.5]]", 1e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0, -90]              | [1, 8.1940126e-40]",
        "[0, -103.97]          | [1, 1e-45]",
        "[0, -105]             | [1, 0]",
        "[3.4e38, -3.4e38]     | [1, 0]",
        "[-Infinity, 0]        | [0, 1]",
        "[1e-45, 0]            | [0.5, 0.5]",
        "[5]                   | [1]",
        "[NaN, 1, 2]           | [NaN, NaN, NaN]",
        "[Infinity, 1]         | [NaN, NaN]",
        "[-Infinity, -Infinity]| [NaN, NaN]",
        "[]                    | []",
      })
  void softmax_where_float32_runs_out(String logits, String expected) {
    Tensor result = compute("softmax", Map.of("logits", float32(logits)));
    close(result, expected, 3e-45);
  }

  @Test
  void special_logits_are_seen_at_every_position_of_vectors_and_tails() {
    for (int length : new int[] {1, 2, 7, 16, 17, 33, 40}) {
      for (int at = 0; at < length; at++) {
        for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
          for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            double[] values = new double[length];
            values[at] = special;
            Tensor logits = Tensor.ofNumbers(dtype, Shape.of(length), values);
            Tensor softmax = compute("softmax", Map.of("logits", logits));
            for (int i = 0; i < length; i++) {
              assertThat(softmax.number(i), equalTo(Double.NaN));
            }
            Tensor lse = compute("log_sum_exp", Map.of("logits", logits));
            assertThat(lse.number(0), equalTo(special));
          }
        }
      }
    }
  }

  @Test
  void log_softmax_keeps_its_accuracy_near_zero() {
    Tensor result = compute("log_softmax", Map.of("logits", float32("[0, -90, -Infinity]")));
    close(result, "[-8.1940126e-40, -90, -Infinity]", 2e-45);
    Tensor wide = compute("log_softmax", Map.of("logits", float64("[0, -90]")));
    assertThat(wide.number(0), closeTo(-8.194012623990515e-40, 1e-54));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0, 0]                 | 0.69314718056",
        "[1000, 1000]           | 1000.69314718056",
        "[-Infinity, 2]         | 2",
        "[-Infinity, -Infinity] | -Infinity",
        "[]                     | -Infinity",
        "[1, NaN]               | NaN",
        "[1, Infinity]          | Infinity",
      })
  void log_sum_exp_of_hand_checked_logits(String logits, String expected) {
    close(compute("log_sum_exp", Map.of("logits", float64(logits))), expected, 1e-10);
  }

  @Test
  void sigmoid_of_hand_checked_logits() {
    String logits = "[0, 1, -1, 1000, -1000, Infinity, -Infinity, NaN]";
    String expected = "[0.5, 0.73105857863, 0.26894142137, 1, 0, 1, 0, NaN]";
    close(compute("sigmoid", Map.of("logits", float32(logits))), expected, 6e-8);
    close(compute("sigmoid", Map.of("logits", float64(logits))), expected, 1e-11);
    close(compute("sigmoid", Map.of("logits", float32("[-90]"))), "[8.1940126e-40]", 3e-45);
  }

  @Test
  void one_hot_puts_the_new_axis_where_it_is_told_and_leaves_rows_off_outside_the_range() {
    Map<String, Tensor> indices = Map.of("indices", ints("[3, -1, 5]"));
    assertThat(
        compute("one_hot", indices, "depth", 5L),
        equalTo(float32("[[0, 0, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]")));
    Tensor first =
        compute(
            "one_hot",
            Map.of("indices", ints("[1, 0]")),
            "depth",
            2L,
            "axis",
            0L,
            "on_value",
            7.0,
            "off_value",
            -1.0,
            "dtype",
            "int64");
    assertThat(first, equalTo(TensorLiteral.parse("[[-1, 7], [7, -1]]", DType.INT64)));
    Tensor bool = compute("one_hot", Map.of("indices", ints("1")), "depth", 2L, "dtype", "bool");
    assertThat(bool, equalTo(TensorLiteral.parse("[false, true]", DType.BOOL)));
  }

  @Test
  void categorical_cross_entropy_of_probabilities_divides_clips_and_takes_logarithms() {
    Tensor target = float64("[[0, 1], [1, 0], [0, 1], [1, 0]]");
    Tensor output = float64("[[1, 3], [0, 2], [0, 2], [0, 0]]");
    Tensor loss = compute("categorical_cross_entropy", Map.of("target", target, "output", output));
    close(loss, "[0.287682072452, 16.118095650958, 1.00000005e-7, NaN]", 1e-12);
  }

  @Test
  void dense_cross_entropy_broadcasts_and_smooths_labels() {
    Map<String, Tensor> inputs =
        Map.of("labels", float64("[[1, 0]]"), "logits", float64("[[0, 0], [1, 0], [0, 1]]"));
    close(
        compute("softmax_cross_entropy_with_logits", inputs),
        "[0.693147180560, 0.313261687518, 1.313261687518]",
        1e-12);
    close(
        compute("softmax_cross_entropy_with_logits", inputs, "label_smoothing", 0.5),
        "[0.693147180560, 0.563261687518, 1.063261687518]",
        1e-12);
    close(
        compute("softmax_cross_entropy_with_logits", inputs, "reduction", "mean"),
        "0.773223518532",
        1e-12);
  }

  @Test
  void a_label_of_zero_at_minus_infinity_is_nan() {
    Map<String, Tensor> inputs =
        Map.of("labels", float32("[1, 0]"), "logits", float32("[0, -Infinity]"));
    close(compute("softmax_cross_entropy_with_logits", inputs), "NaN", 0);
  }

  @Test
  void sparse_cross_entropy_weighs_ignores_and_divides_by_the_weights_left() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            ints("[0, 1, 1]"),
            "logits",
            float64("[[0, 0], [0, 0], [NaN, 0]]"),
            "class_weights",
            float64("[1, 3]"));
    String operation = "sparse_softmax_cross_entropy_with_logits";
    close(compute(operation, inputs), "[0.693147180560, 2.079441541680, NaN]", 1e-12);
    close(
        compute(operation, inputs, "ignore_index", 1L, "reduction", "mean"),
        "0.693147180560",
        1e-12);
    close(compute(operation, inputs, "ignore_index", 1L), "[0.693147180560, 0, 0]", 1e-12);
    Map<String, Tensor> one = Map.of("labels", ints("[0]"), "logits", float64("[[1, 0]]"));
    close(compute(operation, one, "label_smoothing", 0.5), "[0.563261687518]", 1e-12);
    close(compute(operation, one, "ignore_index", 0L, "reduction", "mean"), "NaN", 1e-12);
  }

  @Test
  void binary_cross_entropy_clips_and_smooths() {
    Map<String, Tensor> inputs =
        Map.of("target", float64("[1, 1, 0, 0, 1]"), "output", float64("[0, 1, 1, 0, 0.25]"));
    close(
        compute("binary_cross_entropy", inputs),
        "[16.118095650958, 1.00000005e-7, 16.118095650958, 1.00000005e-7, 1.386294361120]",
        1e-12);
    Map<String, Tensor> half = Map.of("target", float64("[1]"), "output", float64("[0.25]"));
    // 0.75·ln 4 + 0.25·ln(4/3)
    close(compute("binary_cross_entropy", half, "label_smoothing", 0.5), "[1.111641288953]", 1e-12);
  }

  @Test
  void sigmoid_cross_entropy_takes_its_limits_and_weighs_positives() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            float64("[1, 0, 1, 0, 1, 0, 1]"),
            "logits",
            float64("[Infinity, Infinity, -Infinity, -Infinity, 0, NaN, -1000]"));
    close(
        compute("sigmoid_cross_entropy_with_logits", inputs),
        "[0, Infinity, Infinity, 0, 0.693147180560, NaN, 1000]",
        1e-12);
    Map<String, Tensor> weighted =
        Map.of(
            "labels", float64("[1, 0]"),
            "logits", float64("[0, 0]"),
            "pos_weight", float64("[3, 3]"));
    close(
        compute("sigmoid_cross_entropy_with_logits", weighted),
        "[2.079441541680, 0.693147180560]",
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "sum, 16",
    "mean, 4",
    "weighted_mean, 2.6666666666666665",
    "mean_over_nonzero_weights, 5.333333333333333"
  })
  void reduce_loss_divides_as_it_is_told(String reduction, double expected) {
    Map<String, Tensor> inputs =
        Map.of("loss", float64("[1, 2, 4, NaN]"), "weights", float64("[2, 1, 3, 0]"));
    Tensor result = compute("reduce_loss", inputs, "reduction", reduction);
    assertThat(result.number(0), equalTo(expected));
  }

  @Test
  void reduce_loss_of_nothing_is_nan_as_a_mean_and_zero_as_a_sum() {
    Map<String, Tensor> nothing = Map.of("loss", float64("[]"));
    assertThat(compute("reduce_loss", nothing).number(0), equalTo(Double.NaN));
    assertThat(compute("reduce_loss", nothing, "reduction", "sum").number(0), equalTo(0.0));
  }

  @Test
  void masks_select_steps() {
    assertThat(
        compute("sequence_mask", Map.of("lengths", ints("[1, 0, 3]"))),
        equalTo(
            TensorLiteral.parse(
                "[[true, false, false], [false, false, false], [true, true, true]]", DType.BOOL)));
    Tensor values = float32("[[[1, 2], [3, 4]], [[5, 6], [7, NaN]]]");
    assertThat(
        compute("last_relevant", Map.of("values", values, "lengths", ints("[2, 1]"))),
        equalTo(float32("[[3, 4], [5, 6]]")));
    Tensor mask = TensorLiteral.parse("[[true, true], [true, false]]", DType.BOOL);
    assertThat(
        compute("masked_mean", Map.of("values", values, "mask", mask)),
        equalTo(float32("[[2, 3], [5, 6]]")));
    assertThat(
        compute("masked_mean", Map.of("values", values, "mask", mask), "axis", 0L),
        equalTo(float32("[[3, 4], [3, 4]]")));
    Tensor none = TensorLiteral.parse("[[false, false], [true, false]]", DType.BOOL);
    assertThat(
        compute("masked_mean", Map.of("values", values, "mask", none)),
        equalTo(float32("[[NaN, NaN], [5, 6]]")));
  }

  @Test
  void masked_softmax_is_zero_where_masked_and_nan_where_nothing_is_kept() {
    Tensor logits = float32("[[0, NaN, 0], [1, 2, 3], [-Infinity, 9, -Infinity]]");
    Tensor mask =
        TensorLiteral.parse(
            "[[true, false, true], [false, false, false], [true, false, true]]", DType.BOOL);
    assertThat(
        compute("masked_softmax", Map.of("logits", logits, "mask", mask)),
        equalTo(float32("[[0.5, 0, 0.5], [NaN, NaN, NaN], [NaN, 0, NaN]]")));
  }

  @Test
  void sequence_loss_divides_by_the_weights_of_the_axes_averaged() {
    Map<String, Tensor> inputs =
        Map.of(
            "logits",
            float64("[[[0, 0], [1, 0]], [[0, 0], [NaN, 0]]]"),
            "targets",
            ints("[[0, 0], [1, 0]]"),
            "weights",
            float64("[[1, 1], [2, 0]]"));
    close(compute("sequence_loss", inputs), "0.598175807300", 1e-12);
    close(
        compute("sequence_loss", inputs, "average_across_batch", false),
        "[0.503204434039, 0.693147180560]",
        1e-12);
    close(
        compute("sequence_loss", inputs, "average_across_timesteps", false),
        "[0.693147180560, 0.313261687518]",
        1e-12);
    close(
        compute(
            "sequence_loss",
            inputs,
            "average_across_timesteps",
            false,
            "average_across_batch",
            false),
        "[[0.693147180560, 0.313261687518], [1.386294361120, 0]]",
        1e-12);
  }

  @Test
  void argmax_takes_the_first_of_equals_and_the_first_nan() {
    Tensor values = float32("[[1, 3, 3], [NaN, 5, NaN], [-Infinity, -Infinity, -Infinity]]");
    assertThat(
        compute("argmax", Map.of("values", values)),
        equalTo(TensorLiteral.parse("[1, 0, 0]", DType.INT64)));
    assertThat(
        compute("argmax", Map.of("values", values), "axis", 0L, "keep_dims", true),
        equalTo(TensorLiteral.parse("[[1, 1, 1]]", DType.INT64)));
    assertThat(
        compute(
            "sparse_categorical_accuracy", Map.of("labels", ints("[1, 1, 2]"), "output", values)),
        equalTo(float32("[1, 0, 0]")));
  }

  @Test
  void likelihoods_are_gathered_weighed_and_averaged_by_the_weights_left() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            ints("[0, 1, 2]"),
            "log_probabilities",
            float64("[[-1, NaN, 0], [-3, -4, 0], [NaN, NaN, NaN]]"),
            "class_weights",
            float64("[2, 0.5, 9]"));
    String operation = "negative_log_likelihood";
    close(compute(operation, inputs), "[2, 2, NaN]", 0);
    close(compute(operation, inputs, "ignore_index", 2L), "[2, 2, 0]", 0);
    close(compute(operation, inputs, "ignore_index", 2L, "reduction", "mean"), "1.6", 1e-15);
    Map<String, Tensor> ruledOut =
        Map.of("labels", ints("[1]"), "log_probabilities", float32("[[0, -Infinity]]"));
    close(compute(operation, ruledOut), "[Infinity]", 0);
  }

  @Test
  void divergences_of_hand_checked_distributions() {
    Map<String, Tensor> inputs =
        Map.of(
            "target",
            float64("[[0.5, 0.5], [0, 1], [1, 0], [4, 0], [-1, 2], [0.5, 0.5]]"),
            "output",
            float64("[[0.25, 1], [0.5, 0.5], [0, 1], [0x1p-1022, 0], [-1, 2], [NaN, 1]]"));
    close(
        compute("kl_divergence", inputs),
        "[0, 0.693147180560, Infinity, 2839.130851573536, NaN, NaN]",
        1e-11);
  }

  @Test
  void focal_losses_of_hand_checked_logits() {
    Map<String, Tensor> inputs =
        Map.of(
            "target",
            float64("[[1, 0], [0, 1], [1, 0], [1, 0]]"),
            "logits",
            float64("[[0, 0], [800, 0], [-Infinity, 0], [NaN, 0]]"));
    close(
        compute("focal_cross_entropy", inputs), "[0.0433216987849966, 200, Infinity, NaN]", 1e-14);
    close(
        compute("focal_cross_entropy", inputs, "gamma", 0L, "alpha", 2.0),
        "[1.386294361119891, 1600, Infinity, NaN]",
        1e-12);
    Map<String, Tensor> single = Map.of("target", float64("[1]"), "logits", float64("[7]"));
    for (double gamma : new double[] {0, 0.5, 2}) {
      close(compute("focal_cross_entropy", single, "gamma", gamma), "0", 0);
    }
    Map<String, Tensor> far = Map.of("target", float64("[1, 0]"), "logits", float64("[40, 0]"));
    double loss = compute("focal_cross_entropy", far, "gamma", 0.5, "alpha", 1.0).number(0);
    // e^-60 nearly: 1 − p is e^-40, not 0.
    assertThat(loss, closeTo(8.756510762696520e-27, 1e-39));
  }

  @Test
  void smoothed_labels_share_alpha_among_the_classes() {
    Map<String, Tensor> labels = Map.of("labels", float64("[[1, 0, Infinity], [0, 1, NaN]]"));
    close(
        compute("smooth_labels", labels, "alpha", 0.5, "axis", 0L),
        "[[0.75, 0.25, Infinity], [0.25, 0.75, NaN]]",
        0);
    close(compute("smooth_labels", labels, "alpha", 0L), "[[1, 0, Infinity], [0, 1, NaN]]", 0);
  }

  @Test
  void a_causal_mask_is_aligned_as_it_is_told_and_at_the_top_left_otherwise() {
    Object[] lengths = {"query_length", 2L, "key_length", 3L};
    assertThat(
        compute("causal_mask", Map.of(), lengths),
        equalTo(TensorLiteral.parse("[[true, false, false], [true, true, false]]", DType.BOOL)));
    Tensor bottom =
        compute(
            "causal_mask",
            Map.of(),
            "query_length",
            3L,
            "key_length",
            2L,
            "alignment",
            "bottom_right",
            "dtype",
            "float32");
    assertThat(bottom, equalTo(float32("[[0, 0], [1, 0], [1, 1]]")));
  }

  @Test
  void a_step_is_selected_by_its_position() {
    Map<String, Tensor> inputs =
        Map.of(
            "values",
            float32("[[[1, 2], [NaN, 4]], [[5, -Infinity], [7, 8]]]"),
            "indices",
            ints("[0, 0]"));
    assertThat(compute("select_steps", inputs), equalTo(float32("[[1, 2], [5, -Infinity]]")));
  }

  @Test
  void predictions_are_compared_with_targets() {
    Tensor target = float32("[[0, 1, 0], [0, 0, 0], [1, NaN, 2]]");
    Tensor output = float32("[[0, 3, 3], [1, 2, 0], [0, NaN, 9]]");
    assertThat(
        compute("categorical_accuracy", Map.of("target", target, "output", output)),
        equalTo(float32("[1, 0, 1]")));
    assertThat(
        compute("categorical_accuracy", Map.of("target", target, "output", output), "axis", 0L),
        equalTo(float32("[0, 1, 1]")));
    Map<String, Tensor> binary =
        Map.of(
            "target", float32("[1, 0, 1, 0, 0.7, NaN]"),
            "output", float32("[0.6, 0.5, 0.5, NaN, 0.7, 1]"));
    assertThat(compute("binary_accuracy", binary), equalTo(float32("[1, 1, 0, 1, 0, 0]")));
    assertThat(
        compute("binary_accuracy", binary, "threshold", 0.4),
        equalTo(float32("[1, 0, 1, 1, 0, 0]")));
  }
}
