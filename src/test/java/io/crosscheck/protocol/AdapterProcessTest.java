package io.crosscheck.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AdapterProcessTest {

  private static final long GOOD = 0;
  private static final long BAD = 13;
  private static final long SLOW = 14;

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final AdapterLimits LIMITS =
      new AdapterLimits(AMPLE, AMPLE, AMPLE, 200_000, 50_000, SHORT);
  private static final AdapterLimits IMPATIENT =
      new AdapterLimits(AMPLE, AMPLE, SECOND, 200_000, 50_000, SHORT);

  @Test
  void a_well_behaved_adapter_answers_every_request_in_one_process() throws Exception {
    try (AdapterProcess adapter = Hostile.start("garbage", LIMITS)) {
      assertEquals("hostile", adapter.description().name());
      assertEquals(Map.of("softmax", Set.of(DType.FLOAT32)), adapter.description().operations());
      Tensor first = output(adapter.answer(request(GOOD)));
      Tensor second = output(adapter.answer(request(GOOD)));
      assertEquals(first.number(0), second.number(0));
      assertEquals(2, second.number(1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "garbage; protocol error: not a JSON object; the line: hello",
        "blank; protocol error: not a JSON object; the line:",
        "array; protocol error: not a JSON object; the line: [1]",
        "two-objects; protocol error: more than one JSON value; the line: {\"id\"",
        "deep; protocol error: not a JSON object; the line: [[[[",
        "not-utf-8; protocol error: not a JSON object: Invalid UTF-8; the line: {\"id\"",
        "wrong-id; protocol error: an answer to an id not asked, 99; the line: {\"id\": 99",
        "text-id; protocol error: \"id\" is not an integer; the line: {\"id\": \"2\"",
        "negative-shape; protocol error: axis length -1; \"shape\": [-1]",
        "huge-shape; protocol error: axis length 2147483648; \"shape\": [2147483648",
        "large-shape; protocol error: shape [2147483647] needs; got 2",
        "short; protocol error: shape [3] needs 3 values, got 2; the line: {\"id\": 2",
        "dtype; protocol error: dtype \"float8\"; expected one of float16",
        "fraction; protocol error: value 1 is 1.5; expected an integer within int32",
        "both; protocol error: unsupported and failed in it; the line: {\"id\": 2",
        "none; protocol error: none in it; the line: {\"id\": 2}",
        "describes-again; protocol error: a description as the answer; to a request",
        "endless-line; protocol error: a line longer than is allowed; the line: xxxx",
        "stderr-flood; protocol error: too much on stderr; stderr: …",
        "closes-stdout; protocol error: stdout was closed without an answer; answer",
        "exit; crashed: exit status 7; out of luck",
        "exit-0; crashed: exit status 0; 0",
        "killed; crashed: exit status 137; 137",
        "segfault; crashed: exit status 139; 139",
        "half-line; crashed: exit status 3; it left half a line: {\"id\":",
        "grandchild; crashed: exit status 3; 3"
      })
  void a_breach_costs_its_case_and_a_fresh_process_takes_the_next(
      String mode, String beginning, String part) throws Exception {
    try (AdapterProcess adapter = Hostile.start(mode, LIMITS)) {
      Tensor before = output(adapter.answer(request(GOOD)));
      String message = failure(adapter.answer(request(BAD)));
      Tensor after = output(adapter.answer(request(GOOD)));

      assertTrue(message.startsWith(beginning), message);
      assertTrue(message.contains(part), message);
      assertNotEquals(before.number(0), after.number(0));
      assertEquals(1, after.number(1));
    }
  }

  @Test
  void the_offending_line_is_cut_to_a_thousand_characters() throws Exception {
    try (AdapterProcess adapter = Hostile.start("long-garbage", LIMITS)) {
      String message = failure(adapter.answer(request(BAD)));
      assertTrue(message.endsWith("the line: " + "x".repeat(1000) + "…"), message);
    }
  }

  @Test
  void a_second_answer_is_a_breach_of_the_case_in_flight() throws Exception {
    try (AdapterProcess adapter = Hostile.start("twice", LIMITS)) {
      output(adapter.answer(request(GOOD)));
      String message = failure(adapter.answer(request(GOOD)));
      assertTrue(
          message.startsWith("protocol error: a second answer to id 1; expected id 2"), message);
      output(adapter.answer(request(GOOD)));
    }
  }

  @Test
  void a_request_that_hangs_is_timed_out() throws Exception {
    try (AdapterProcess adapter = Hostile.start("hang", IMPATIENT)) {
      output(adapter.answer(request(GOOD)));
      assertEquals("timed out after 1 s", failure(adapter.answer(request(BAD))));
      output(adapter.answer(request(GOOD)));
    }
  }

  @Test
  void the_first_answer_of_a_process_may_take_longer() throws Exception {
    try (AdapterProcess adapter = Hostile.start("hang", IMPATIENT)) {
      output(adapter.answer(request(SLOW)));
      assertEquals("timed out after 1 s", failure(adapter.answer(request(SLOW))));
    }
  }

  @Test
  void the_descendants_of_a_process_end_with_it() throws Exception {
    try (AdapterProcess adapter = Hostile.start("hang-with-children", IMPATIENT)) {
      output(adapter.answer(request(GOOD)));
      failure(adapter.answer(request(BAD)));
    }
    assertFalse(
        ProcessHandle.current()
            .descendants()
            .anyMatch(p -> p.info().commandLine().orElse("").contains("61.25")));
  }

  @Test
  void an_adapter_that_never_answers_is_given_up_after_three_time_outs() throws Exception {
    AdapterLimits limits = new AdapterLimits(AMPLE, SHORT, SHORT, 200_000, 50_000, SHORT);
    try (AdapterProcess adapter = Hostile.start("hang", limits)) {
      for (int i = 0; i < 3; i++) {
        assertEquals("timed out after 0.3 s", failure(adapter.answer(request(BAD))));
      }
      assertEquals(
          "not run: the adapter timed out 3 times and never answered",
          failure(adapter.answer(request(GOOD))));
    }
  }

  @Test
  void an_operation_is_given_up_after_five_time_outs_in_a_row() {
    Patience patience = new Patience();
    patience.answered("softmax");
    for (int i = 0; i < 4; i++) {
      patience.timedOut("softmax");
    }
    assertTrue(patience.exhausted("softmax").isEmpty());
    patience.timedOut("softmax");
    assertEquals(
        "the adapter timed out 5 times in a row for softmax",
        patience.exhausted("softmax").orElseThrow());
    assertTrue(patience.exhausted("sigmoid").isEmpty());
  }

  @Test
  void an_answer_between_time_outs_keeps_an_operation_alive() {
    Patience patience = new Patience();
    for (int i = 0; i < 8; i++) {
      patience.answered("softmax");
      patience.timedOut("softmax");
    }
    assertTrue(patience.exhausted("softmax").isEmpty());
  }

  @Test
  void a_failure_it_reports_itself_comes_with_its_stderr() throws Exception {
    try (AdapterProcess adapter = Hostile.start("fails", LIMITS)) {
      Answer answer = adapter.answer(request(GOOD));
      assertEquals(new Answer.Failed("no memory", "warning: low memory"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "stays"})
  void closing_ends_the_process_even_if_it_ignores_its_stdin(String mode) throws Exception {
    AdapterProcess adapter = Hostile.start(mode, LIMITS);
    long pid = (long) output(adapter.answer(request(GOOD))).number(0);
    adapter.close();
    ProcessHandle.of(pid).ifPresent(p -> p.onExit().join());
  }

  @Test
  void a_request_larger_than_a_pipe_arrives() throws Exception {
    Tensor logits = Tensor.ofNumbers(DType.FLOAT32, Shape.of(100_000), new double[100_000]);
    Request request = new Request("softmax", new Arguments(Map.of("logits", logits), Map.of()));
    try (AdapterProcess adapter = Hostile.start("garbage", LIMITS)) {
      output(adapter.answer(request));
    }
  }

  private static Request request(long axis) {
    Tensor logits = Tensor.ofNumbers(DType.FLOAT32, Shape.of(2), 1, 2);
    return new Request("softmax", new Arguments(Map.of("logits", logits), Map.of("axis", axis)));
  }

  private static Tensor output(Answer answer) {
    return assertInstanceOf(Answer.Output.class, answer).tensor();
  }

  /** The message, and what was written to stderr below. */
  private static String failure(Answer answer) {
    Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
    return failed.stderr().isEmpty()
        ? failed.message()
        : failed.message() + "\nstderr: " + failed.stderr();
  }
}
