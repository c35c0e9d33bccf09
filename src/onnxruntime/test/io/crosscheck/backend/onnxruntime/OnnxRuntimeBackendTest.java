package io.crosscheck.backend.onnxruntime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.crosscheck.verdict.Judge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code onnxruntime} alone. */
class OnnxRuntimeBackendTest {

  private static final OnnxRuntimeBackend BACKEND = new OnnxRuntimeBackend();
  private static final Tensor LABELS = TensorLiteral.parse("[[1, 0], [2, 1]]", DType.INT32);
  private static final Tensor SCORES =
      TensorLiteral.parse(
          "[[[0, 1, 3], [2, 0.5, 1]], [[-1, 2, 0.25], [4, 0, -2]]]", DType.FLOAT32);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  @Test
  void a_softmax_conforms() {
    conforms(request("softmax", Map.of("logits", SCORES), Map.of("axis", 1L)));
  }

  @Test
  void a_loss_has_its_classes_along_any_axis() {
    Map<String, Tensor> inputs = Map.of("logits", SCORES, "labels", LABELS);
    conforms(request("sparse_softmax_cross_entropy_with_logits", inputs, Map.of("axis", -1L)));
    conforms(
        request(
            "sparse_softmax_cross_entropy_with_logits",
            inputs,
            Map.of("axis", 2L, "reduction", "mean", "ignore_index", 0L)));
    conforms(
        request(
            "negative_log_likelihood",
            Map.of("log_probabilities", SCORES, "labels", LABELS),
            Map.of("reduction", "sum")));
  }

  @Test
  void what_the_operators_lack_is_unsupported() {
    Map<String, Tensor> inputs = Map.of("logits", SCORES, "labels", LABELS);
    Answer answer =
        BACKEND.answer(
            request(
                "sparse_softmax_cross_entropy_with_logits",
                inputs,
                Map.of("label_smoothing", 0.1)));
    assertThat(answer, is(instanceOf(Answer.Unsupported.class)));
    assertThat(((Answer.Unsupported) answer).reason(), containsString("label_smoothing"));
  }

  @Test
  void what_they_can_t_be_asked_is_refused() {
    Map<String, Tensor> indices = Map.of("indices", LABELS);
    refused(request("one_hot", indices, Map.of()), "depth");
    refused(
        request("one_hot", indices, Map.of("depth", 3L, "dtype", "bool", "on_value", 2.0)), "bool");
  }

  @Test
  void dtypes_that_it_has_no_loss_of_are_its_to_refuse() {
    Tensor half = TensorLiteral.parse("[[1, 0], [2, 1]]", DType.FLOAT32);
    Tensor whole = TensorLiteral.parse("[[1, 0], [2, 1]]", DType.INT32);
    Tensor labels = TensorLiteral.parse("[1, 0]", DType.INT32);
    Tensor fractions = TensorLiteral.parse("[1, 0]", DType.FLOAT32);
    String loss = "sparse_softmax_cross_entropy_with_logits";
    for (Map<String, Tensor> inputs :
        List.of(
            Map.of("logits", half, "labels", fractions),
            Map.of("logits", whole, "labels", labels))) {
      Answer answer = BACKEND.answer(request(loss, inputs, Map.of("axis", 1L)));
      assertThat(answer.toString(), answer, is(instanceOf(Answer.Refused.class)));
    }
  }

  private static Request request(
      String operation, Map<String, Tensor> inputs, Map<String, Object> attributes) {
    return new Request(operation, new Arguments(inputs, attributes));
  }

  private static void conforms(Request request) {
    Answer answer = BACKEND.answer(request);
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    assertThat(answer.toString(), judge.judge(request, answer).passed());
  }

  private static void refused(Request request, String words) {
    Answer answer = BACKEND.answer(request);
    assertThat(answer, is(instanceOf(Answer.Refused.class)));
    assertThat(((Answer.Refused) answer).code(), is(RefusalCode.INVALID_ATTRIBUTE));
    assertThat(((Answer.Refused) answer).message(), containsString(words));
  }
}
