package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused at the edge of what is taken, and what is taken there. */
class EdgesTest {

  private static final long LARGEST = Integer.MAX_VALUE;

  private static Evaluation of(String operation) {
    return Evaluation.of(operation, DType.FLOAT32);
  }

  private static Tensor kept(long... positions) {
    return Tensor.ofIntegers(DType.BOOL, Shape.of(positions.length), positions);
  }

  private static String message(Evaluation refused) {
    return assertThrows(RefusedException.class, refused::certified).getMessage();
  }

  @Test
  void an_axis_out_of_range_is_told_what_there_is() {
    Evaluation matrix = of("softmax").input("logits", "[[1, 2], [3, 4]]");
    assertThat(message(matrix.with("axis", 2L)), containsString("expected -2 to 1"));
    assertThat(message(matrix.with("axis", -3L)), containsString("expected -2 to 1"));
    Evaluation unsigned = matrix.under(Choice.NEGATIVE_AXIS, "refused").with("axis", -1L);
    assertThat(message(unsigned), containsString("expected 0 to 1"));
    Evaluation scalar = of("log_softmax").input("logits", "1");
    assertThat(message(scalar), containsString("expected a tensor with at least one axis"));
  }

  @Test
  void other_shapes_than_the_other_inputs_are_refused() {
    Evaluation losses = of("categorical_cross_entropy").input("output", "[0.5, 0.5]");
    assertThat(losses.input("target", "[1]").refusal(), is(RefusalCode.INVALID_SHAPE));
    Evaluation slopes =
        of("masked_softmax_gradient").input("logits", "[1, 2]").input("mask", kept(1, 1));
    assertThat(slopes.input("output_gradient", "[1]").refusal(), is(RefusalCode.INVALID_SHAPE));
  }

  @Test
  void a_threshold_that_is_no_finite_number_is_refused() {
    Evaluation hits = of("binary_accuracy").input("target", "[1]").input("output", "[1]");
    for (double threshold : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(hits.with("threshold", threshold).refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    }
    assertArrayEquals(new double[] {0}, hits.with("threshold", 1.0).values());
  }

  @Test
  void a_slope_of_what_is_no_probability_is_refused_by_choice() {
    Evaluation slope =
        of("categorical_cross_entropy_gradient")
            .input("target", "[1, 0]")
            .input("output", "[1.5, -0.5]")
            .under(Choice.PROBABILITIES_OUT_OF_RANGE, "refused");
    assertThat(slope.refusal(), is(RefusalCode.INVALID_PROBABILITY));
  }

  @ParameterizedTest
  @CsvSource({"2147483647, 1", "1, 2147483647", "2147483647, 0"})
  void a_causal_mask_may_have_as_many_elements_as_a_tensor(long queries, long keys) {
    Evaluation mask = of("causal_mask").with("query_length", queries).with("key_length", keys);
    assertThat(mask.header().shape(), is(Shape.of((int) queries, (int) keys)));
    Evaluation more = mask.with("query_length", LARGEST + 1);
    assertThat(more.refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
    Evaluation negative = mask.with("key_length", -1L);
    assertThat(negative.refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
  }

  @Test
  void a_causal_mask_of_more_elements_is_refused() {
    Evaluation mask = of("causal_mask").with("query_length", LARGEST).with("key_length", 2L);
    assertThat(mask.refusal(), is(RefusalCode.INVALID_ATTRIBUTE));
  }

  @Test
  void a_one_hot_may_have_as_many_elements_as_a_tensor_and_its_axis_anywhere() {
    Evaluation one = of("one_hot").labels("indices", "[0]").with("depth", LARGEST);
    assertThat(one.header().shape(), is(Shape.of(1, Integer.MAX_VALUE)));
    Evaluation axes = of("one_hot").labels("indices", "[0, 1, 2]").with("depth", 2L);
    assertThat(axes.with("axis", 0L).header().shape(), is(Shape.of(2, 3)));
    assertThat(axes.with("axis", 1L).header().shape(), is(Shape.of(3, 2)));
    assertThat(axes.with("axis", -1L).header().shape(), is(Shape.of(3, 2)));
    assertThat(axes.with("axis", -2L).header().shape(), is(Shape.of(2, 3)));
    assertThat(message(axes.with("axis", 2L)), containsString("expected -2 to 1"));
    assertThat(message(axes.with("axis", -3L)), containsString("expected -2 to 1"));
  }

  @Test
  void an_index_outside_the_depth_is_refused_or_wraps_by_choice() {
    Evaluation pair = of("one_hot").labels("indices", "[2, -2]").with("depth", 2L);
    Evaluation past = pair.under(Choice.ONE_HOT_INDEX_PAST_DEPTH, "refused");
    assertThat(message(past), containsString("index 2 is out of range; expected 0 to 1"));
    Evaluation wraps = pair.under(Choice.ONE_HOT_NEGATIVE_INDEX, "wraps");
    assertArrayEquals(new double[] {0, 0, 1, 0}, wraps.values());
    assertArrayEquals(new double[] {0, 0}, wraps.labels("indices", "[-3]").values());
  }

  @Test
  void a_mean_over_nonzero_weights_counts_those() {
    Evaluation mean =
        of("reduce_loss")
            .input("loss", "[2, 4, 6, 8]")
            .input("weights", "[1, 0, 2, -1]")
            .with("reduction", "mean_over_nonzero_weights");
    assertThat(mean.value(), is(2.0));
  }

  @Test
  void a_sequence_mask_may_have_as_many_elements_as_a_tensor() {
    Evaluation one = of("sequence_mask").labels("lengths", "[0]").with("maxlen", LARGEST);
    assertThat(one.header().shape(), is(Shape.of(1, Integer.MAX_VALUE)));
    assertThat(one.labels("lengths", "[0, 0]").refusal(), is(RefusalCode.INVALID_LENGTH));
    assertThat(one.with("maxlen", LARGEST + 1).refusal(), is(RefusalCode.INVALID_LENGTH));
  }

  @Test
  void an_index_past_the_steps_is_told_how_many_there_are() {
    Evaluation steps = of("select_steps").input("values", "[[1, 2, 3]]");
    Evaluation past = steps.labels("indices", "[3]");
    assertThat(message(past), containsString("index 3 is out of range; expected 0 to 2"));
    assertArrayEquals(new double[] {3}, steps.labels("indices", "[2]").values());
  }

  @Test
  void arguments_are_refused_before_anything_is_computed() {
    Evaluation loss = of("sigmoid_cross_entropy_with_logits");
    for (Evaluation asked : new Evaluation[] {loss, of("sigmoid_cross_entropy_gradient")}) {
      Evaluation weighted =
          asked
              .input("labels", "[0, 1]")
              .input("logits", "[0, 1]")
              .input("pos_weight", "[1, 2, 3]");
      assertThrows(RefusedException.class, () -> weighted.header());
    }
    Evaluation steps =
        of("sequence_loss")
            .input("logits", "[[[1, 2]]]")
            .labels("targets", "[[2]]")
            .input("weights", "[[1]]");
    assertThrows(RefusedException.class, () -> steps.header());
  }

  @Test
  void a_mean_of_no_loss_is_refused_by_choice_and_a_mean_of_one_is_not() {
    Evaluation mean =
        of("sigmoid_cross_entropy_with_logits")
            .input("labels", "[]")
            .input("logits", "[]")
            .with("reduction", "mean")
            .under(Choice.MEAN_NOTHING_LEFT, "refused");
    assertThat(mean.refusal(), is(RefusalCode.INVALID_SHAPE));
    assertThat(mean.with("reduction", "none").header().shape(), is(Shape.of(0)));
    Evaluation one = mean.input("labels", "[0]").input("logits", "[-1000]");
    assertThat(one.value(), is(0.0));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 0x1.008p-1, 0",
    "FLOAT32, 0x1.000002p-1, 0x1p-25",
    "FLOAT32, 0x1.00001p-1, 0x1p-22",
    "FLOAT32, 0x1.00002p-1, 0"
  })
  void labels_scale_a_slope_by_their_sum_where_it_is_1_but_for_rounding(
      DType dtype, String label, double scaled) {
    Evaluation slope =
        Evaluation.of("softmax_cross_entropy_gradient", dtype)
            .input("labels", "[0.5, %s]".formatted(label))
            .input("logits", "[0, 0]")
            .under(Choice.GRADIENT_LABELS_NOT_SUMMING_TO_ONE, "softmax_minus_labels");
    assertThat(slope.values()[0], is(scaled));
  }

  @Test
  void labels_of_no_class_or_past_it_are_refused_before_anything_is_computed() {
    Evaluation row = of("sparse_softmax_cross_entropy_with_logits").input("logits", "[[1, 2, 3]]");
    Evaluation past = row.labels("labels", "[3]");
    assertThrows(RefusedException.class, () -> past.header());
    assertThat(message(past), containsString("label 3 is out of range; expected 0 to 2"));
    Evaluation wraps = row.under(Choice.SPARSE_LABEL_NEGATIVE, "wraps");
    double first = row.labels("labels", "[0]").value();
    assertThat(wraps.labels("labels", "[-3]").value(), is(first));
    assertThat(wraps.labels("labels", "[-4]").value(), is(Double.NaN));
    Tensor none = Tensor.ofNumbers(DType.FLOAT32, Shape.of(1, 0));
    Evaluation empty = row.input("logits", none).labels("labels", "[0]");
    Evaluation negative = empty.under(Choice.SPARSE_LABEL_NEGATIVE, "zero");
    assertThat(negative.refusal(), is(RefusalCode.LABEL_OUT_OF_RANGE));
    Evaluation hits =
        of("sparse_categorical_accuracy").input("output", none).labels("labels", "[0]");
    assertThat(hits.refusal(), is(RefusalCode.INVALID_SHAPE));
  }

  @Test
  void an_infinite_weight_of_a_part_that_vanishes_is_not_a_number() {
    Evaluation loss =
        of("sigmoid_cross_entropy_with_logits")
            .input("labels", "[1]")
            .input("logits", "[Infinity]")
            .input("pos_weight", "Infinity");
    assertThat(loss.value(), is(Double.NaN));
    assertThat(loss.input("pos_weight", "2").value(), is(0.0));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1"})
  void steps_that_are_averaged_in_one_direction_keep_the_other(int timesteps, int batch) {
    Tensor labels = Tensor.ofIntegers(DType.INT64, Shape.of(2, 3), 0, 0, 0, 0, 0, 0);
    Evaluation losses =
        of("sequence_loss")
            .input("logits", Tensor.ofNumbers(DType.FLOAT32, Shape.of(2, 3, 1), new double[6]))
            .input("targets", labels)
            .input("weights", "[[1, 1, 1], [1, 1, 1]]")
            .with("average_across_timesteps", timesteps == 1)
            .with("average_across_batch", batch == 1);
    Shape expected = timesteps == 1 ? Shape.of(2) : batch == 1 ? Shape.of(3) : Shape.of(2, 3);
    assertThat(losses.header().shape(), is(expected));
    assertArrayEquals(new double[expected.size()], losses.values());
  }

  @Test
  void a_length_of_0_is_zeros_by_choice_even_where_there_is_no_step() {
    Evaluation none =
        of("last_relevant")
            .input("values", Tensor.ofNumbers(DType.FLOAT32, Shape.of(1, 0, 2)))
            .labels("lengths", "[0]");
    Choice choice = Choice.LAST_RELEVANT_ZERO_LENGTH;
    assertArrayEquals(new double[] {0, 0}, none.under(choice, "zeros").values());
    for (String value : new String[] {"wraps", "clamps", "refused"}) {
      assertThat(none.under(choice, value).refusal(), is(RefusalCode.INVALID_LENGTH));
    }
  }

  @Test
  void a_position_passes_over_what_is_not_a_number_by_choice() {
    Evaluation first = of("argmax").input("values", "[NaN, 1, 2, NaN, 0]");
    assertThat(first.value(), is(0.0));
    Evaluation ignored = first.under(Choice.ARGMAX_NOT_A_NUMBER, "ignored");
    assertThat(ignored.value(), is(2.0));
    assertThat(ignored.input("values", "[NaN, NaN]").value(), is(0.0));
    assertThat(ignored.input("values", "[NaN, -Infinity]").value(), is(1.0));
    assertThat(ignored.input("values", "[3, NaN, 2]").value(), is(0.0));
  }

  @Test
  void a_uniform_softmax_divides_by_the_positions_that_are_kept() {
    Evaluation row =
        of("masked_softmax")
            .input("logits", "[-Infinity, -Infinity, 1]")
            .input("mask", kept(1, 1, 0))
            .under(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, "uniform");
    assertArrayEquals(new double[] {0.5, 0.5, 0}, row.values());
  }
}
