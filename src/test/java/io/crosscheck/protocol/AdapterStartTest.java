package io.crosscheck.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adapters that do not come as far as a description. */
@Timeout(60)
class AdapterStartTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final AdapterLimits LIMITS =
      new AdapterLimits(AMPLE, AMPLE, AMPLE, 200_000, 50_000, SHORT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 127 | ended before it described itself, crashed: exit status 127",
        "exit 0 | ended before it described itself, crashed: exit status 0",
        "exec 1>&-; sleep 1; exit 5 | ended before it described itself, crashed: exit status 5",
        "echo oh no >&2; exit 2 | crashed: exit status 2; its stderr ends: oh no",
        "no-such-command-here --flag | crashed: exit status 127; its stderr ends: /bin/sh"
      })
  void a_command_that_ends_without_a_word_cannot_be_started(String command, String part) {
    String message =
        messageOf(
            assertThrows(CannotStartException.class, () -> AdapterProcess.start(command, LIMITS)));
    assertTrue(message.startsWith("\"" + command + "\""), message);
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void the_last_words_of_many_that_end_at_once_are_all_kept() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<Future<String>> messages = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      messages.add(
          pool.submit(
              () ->
                  messageOf(
                      assertThrows(
                          CannotStartException.class,
                          () -> AdapterProcess.start("no-such-command-here", LIMITS)))));
    }
    pool.shutdown();
    for (Future<String> message : messages) {
      assertTrue(message.get().contains("; its stderr ends: "), message.get());
    }
  }

  @Test
  void a_missing_module_is_named_where_the_adapter_cannot_start() {
    String message =
        messageOf(
            assertThrows(CannotStartException.class, () -> Hostile.start("describe-exit", LIMITS)));
    assertTrue(message.endsWith("stderr ends: ModuleNotFoundError: no numpy"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "describe-garbage; no description: protocol error: not a JSON object",
        "describe-hang; no description: timed out after 0.3 s",
        "describe-incomplete; no description: protocol error: no \"version\" in it",
        "describe-refused; no description: protocol error: expected a description, got Failed",
        "describe-half; no description: crashed: exit status 4; it left half a line: {"
      })
  void an_adapter_that_does_not_describe_itself_says_why(String mode, String reason) {
    Duration describe = mode.equals("describe-hang") ? SHORT : AMPLE;
    AdapterLimits limits = new AdapterLimits(describe, AMPLE, AMPLE, 200_000, 50_000, SHORT);
    String message =
        messageOf(assertThrows(DescribeFailedException.class, () -> Hostile.start(mode, limits)));
    assertTrue(message.startsWith(reason), message);
  }

  private static String messageOf(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
