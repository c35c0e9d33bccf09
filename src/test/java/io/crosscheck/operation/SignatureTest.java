package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Signature SIGNATURE = new SparseSoftmaxCrossEntropyWithLogits().signature();
  private static final Tensor LABELS = Tensor.ofIntegers(DType.INT32, Shape.of(1), 0);
  private static final Tensor LOGITS = Tensor.ofNumbers(DType.FLOAT32, Shape.of(1, 1), 0);
  private static final Map<String, Tensor> INPUTS = Map.of("labels", LABELS, "logits", LOGITS);

  private static Arguments bind(Map<String, Tensor> inputs, Map<String, Object> attributes) {
    return SIGNATURE.bind(new Arguments(inputs, attributes));
  }

  private static void refused(
      RefusalCode code,
      String message,
      Map<String, Tensor> inputs,
      Map<String, Object> attributes) {
    RefusedException refused = assertThrows(RefusedException.class, () -> bind(inputs, attributes));
    assertThat(refused.code(), is(code));
    assertThat(refused.getMessage(), is("sparse_softmax_cross_entropy_with_logits " + message));
  }

  @Test
  void defaults_are_filled_in_and_known_as_such() {
    Arguments bound = bind(INPUTS, Map.of("reduction", "mean"));
    assertThat(
        bound.attributes(), is(Map.of("axis", -1L, "label_smoothing", 0.0, "reduction", "mean")));
    assertThat(bound.defaults(), is(Set.of("axis", "label_smoothing")));
    assertThat(SIGNATURE.bind(bound), is(bound));
  }

  @Test
  void an_attribute_that_is_not_there_is_told_from_those_that_are() {
    assertThat(SIGNATURE.hasAttribute("axis"), is(true));
    assertThat(SIGNATURE.hasAttribute("axes"), is(false));
    SIGNATURE.requireAttribute("axis");
    assertThrows(IllegalArgumentException.class, () -> SIGNATURE.requireAttribute("axes"));
  }

  @Test
  void a_whole_number_is_taken_where_a_number_is_due_but_not_the_reverse() {
    Arguments bound = bind(INPUTS, Map.of("label_smoothing", 1L));
    assertThat(bound.number("label_smoothing"), is(1.0));
    refused(
        RefusalCode.INVALID_ATTRIBUTE,
        "got axis 1.0; expected integer",
        INPUTS,
        Map.of("axis", 1.0));
    refused(
        RefusalCode.INVALID_ATTRIBUTE,
        "got axis true; expected integer",
        INPUTS,
        Map.of("axis", true));
    refused(
        RefusalCode.INVALID_ATTRIBUTE,
        "got label_smoothing true; expected number",
        INPUTS,
        Map.of("label_smoothing", true));
  }

  @Test
  void a_text_must_be_one_of_those_allowed() {
    refused(
        RefusalCode.INVALID_ATTRIBUTE,
        "got reduction median; expected [none, sum, mean]",
        INPUTS,
        Map.of("reduction", "median"));
  }

  @Test
  void unknown_names_are_refused() {
    refused(
        RefusalCode.INVALID_ATTRIBUTE,
        "has no attribute axes; expected [axis, ignore_index, label_smoothing, reduction]",
        INPUTS,
        Map.of("axes", 1L));
    refused(
        RefusalCode.OTHER,
        "has no input target; expected [labels, logits, class_weights]",
        Map.of("labels", LABELS, "logits", LOGITS, "target", LOGITS),
        Map.of());
  }

  @Test
  void a_missing_input_is_refused_unless_it_is_optional() {
    refused(
        RefusalCode.MISSING_INPUT,
        "lacks its input labels; expected [labels, logits, class_weights]",
        Map.of("logits", LOGITS),
        Map.of());
    assertThat(bind(INPUTS, Map.of()).optionalInput("class_weights").isEmpty(), is(true));
  }

  @Test
  void inputs_have_the_dtypes_of_their_kind_and_floats_share_one() {
    refused(
        RefusalCode.INVALID_DTYPE,
        "got labels as float32; expected integer",
        Map.of("labels", LOGITS, "logits", LOGITS),
        Map.of());
    refused(
        RefusalCode.INVALID_DTYPE,
        "got float inputs as float64 and float32; expected one dtype for all",
        Map.of(
            "class_weights", Tensor.ofNumbers(DType.FLOAT64, Shape.of(1), 1),
            "labels", LABELS,
            "logits", LOGITS),
        Map.of());
  }
}
