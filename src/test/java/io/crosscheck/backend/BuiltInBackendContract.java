package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every built-in backend must do: hand-checked values of each operation, of losses by {@link
 * LossContract}. Drawn values are in {@link StrictBoundContract}.
 */
public abstract class BuiltInBackendContract extends LossContract {

  @Test
  void it_claims_every_operation_of_the_catalogue_and_declares_every_choice() {
    Description description = description();
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
