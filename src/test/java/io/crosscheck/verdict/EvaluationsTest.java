package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

  private static final Choice CHOICE = Choice.SOFTMAX_ALL_NEGATIVE_INFINITY;

  private static final Question SLICE =
      Question.of("softmax", DType.FLOAT32).input("logits", "[-Infinity, -Infinity]");

  private final Evaluations evaluations = new Evaluations();

  @Test
  void a_request_is_evaluated_once_under_the_same_choices() {
    Evaluation first = of(Map.of());
    assertThat(of(Map.of()), is(sameInstance(first)));
    assertThat(of(Map.of(CHOICE, CHOICE.allowed().get(0))), is(sameInstance(first)));
    assertThat(of(Map.of(CHOICE, "zeros")), is(sameInstance(of(Map.of(CHOICE, "zeros")))));
  }

  @Test
  void other_choices_have_a_result_of_their_own() {
    assertThat(of(Map.of()).certified().rounded(0), is(Double.NaN));
    assertThat(of(Map.of(CHOICE, "zeros")).certified().rounded(0), is(0.0));
    assertThat(of(Map.of(CHOICE, "uniform")).certified().rounded(0), is(0.5));
  }

  @Test
  void a_judge_of_shared_evaluations_finds_each_way_right() {
    Judge judge = new Judge(Profile.STANDARD, Map.of(), evaluations);
    for (String element : new String[] {"NaN", "0", "0.5"}) {
      String slice = "[" + element + ", " + element + "]";
      Answer answer = new Answer.Output(TensorLiteral.parse(slice, DType.FLOAT32));
      assertThat(element, judge.judge(SLICE.request(), answer).passed(), is(true));
    }
  }

  private Evaluation of(Map<Choice, String> choices) {
    return evaluations.of(SLICE.request(), Choices.of(choices));
  }
}
