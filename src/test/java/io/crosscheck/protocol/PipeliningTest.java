package io.crosscheck.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are sent before the run asks for them. */
@Timeout(60)
class PipeliningTest {

  private static final long BAD = 13;
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final AdapterLimits LIMITS =
      new AdapterLimits(
          AMPLE, AMPLE, Duration.ofSeconds(2), 200_000, 50_000, Duration.ofMillis(300));

  @Test
  void each_request_gets_its_own_answer_though_many_are_answered_in_reverse() throws Exception {
    List<Long> axes = new ArrayList<>();
    for (long axis = 100; axis < 150; axis++) {
      axes.add(axis);
    }
    double most = 0;
    List<Answer> answers = run("reversed.py", axes, 1);
    for (int i = 0; i < answers.size(); i++) {
      Tensor output = ((Answer.Output) answers.get(i)).tensor();
      assertThat(output.number(1), is((double) axes.get(i)));
      most = Math.max(most, output.number(0));
    }
    assertThat("requests that were under way together", most, greaterThan(8.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "garbage; protocol error: not a JSON object",
        "wrong-id; protocol error: an answer to an id not asked, 99; expected id 1",
        "negative-shape; protocol error: axis length -1",
        "endless-line; protocol error: a line longer than is allowed",
        "hang; timed out after 2 s",
        "exit; crashed: exit status 7",
        "killed; crashed: exit status 137",
        "half-line; crashed: exit status 3; it left half a line",
        "grandchild; crashed: exit status 3"
      })
  void a_breach_costs_the_request_at_fault_and_none_that_was_under_way_with_it(
      String mode, String message) throws Exception {
    List<Answer> answers =
        run("hostile.py' '" + mode, List.of(0L, 0L, 0L, 0L, BAD, 0L, 0L, BAD, 0L, 0L, 0L), 1);
    for (int i = 0; i < answers.size(); i++) {
      if (i == 4 || i == 7) {
        assertThat(answers.get(i), instanceOf(Answer.Failed.class));
        assertThat(((Answer.Failed) answers.get(i)).message(), startsWith(message));
      } else {
        assertThat(answers.get(i), instanceOf(Answer.Output.class));
      }
    }
  }

  @Test
  void the_stderr_of_a_crash_stands_beside_the_request_at_fault() throws Exception {
    Answer bad = run("hostile.py' 'exit", List.of(0L, 0L, BAD, 0L), 1).get(2);
    assertThat(((Answer.Failed) bad).stderr(), containsString("out of luck"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one-twice; protocol error: a second answer to id; expected id",
        "leaks; crashed: exit status 9; none showed it again alone"
      })
  void a_breach_that_no_request_shows_alone_still_costs_one(
      String mode, String beginning, String part) throws Exception {
    List<Long> axes = Collections.nCopies(12, 0L);
    List<Answer.Failed> failed = new ArrayList<>();
    for (Answer answer : run("hostile.py' '" + mode, axes, 1)) {
      if (answer instanceof Answer.Failed breach) {
        failed.add(breach);
      }
    }
    assertThat(failed.toString(), failed.size(), is(1));
    assertThat(failed.get(0).message(), startsWith(beginning));
    assertThat(failed.get(0).message(), containsString(part));
  }

  @Test
  void requests_that_a_scenario_never_made_are_passed_over() throws Exception {
    List<Answer> answers = run("reversed.py", List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), 3);
    assertThat(answers.size(), is(3));
    for (int i = 0; i < 3; i++) {
      assertThat(((Answer.Output) answers.get(i)).tensor().number(1), is(1.0 + 3 * i));
    }
  }

  /** Foresees one request per axis, a case each, and makes every {@code step}th of them. */
  private static List<Answer> run(String script, List<Long> axes, int step) throws Exception {
    Path folder = Path.of(PipeliningTest.class.getResource("/adapters").toURI());
    List<Answer> answers = new ArrayList<>();
    try (AdapterProcess adapter =
        AdapterProcess.start("exec python3 '" + folder + "/" + script + "'", LIMITS)) {
      List<Foreseen> foreseen = new ArrayList<>();
      for (int i = 0; i < axes.size(); i++) {
        Request request = request(axes.get(i));
        foreseen.add(new Foreseen(RequestId.of("case " + i, 0, request), "case " + i, request));
      }
      adapter.foresee(foreseen);
      for (int i = 0; i < axes.size(); i += step) {
        adapter.startCase("case " + i);
        answers.add(adapter.answer(request(axes.get(i))));
      }
    }
    return answers;
  }

  private static Request request(long axis) {
    Tensor logits = Tensor.ofNumbers(DType.FLOAT32, Shape.of(2), 1, 2);
    return new Request("softmax", new Arguments(Map.of("logits", logits), Map.of("axis", axis)));
  }
}
