package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code answer.py}, which asks an adapter where no JVM is. */
class AnswerScriptTest {

  private static final String ADAPTER =
      """
      import json, sys
      for line in sys.stdin:
          number = json.loads(line)["id"]
          if number == 3:
              sys.exit(7)
          print(json.dumps({"id": number}), flush=True)
      """;

  @TempDir Path folder;

  @Test
  void each_request_gets_one_answer_and_the_one_that_ends_the_process_says_so() throws Exception {
    assumeTrue(runs("python3", "--version"), "NOT TESTED: python3 does not run here");
    Path requests = folder.resolve("requests.jsonl");
    Files.write(
        requests, List.of("{\"id\":0}", "{\"id\":1}", "{\"id\":2}", "{\"id\":3}", "{\"id\":4}"));
    Path adapter = Files.writeString(folder.resolve("adapter.py"), ADAPTER);
    Path answers = folder.resolve("answers.jsonl");
    Process process =
        new ProcessBuilder(
                "python3",
                "src/adapters/python/answer.py",
                "2",
                requests.toString(),
                "python3 " + adapter)
            .redirectOutput(answers.toFile())
            .start();
    assertThat(process.waitFor(), is(0));
    assertThat(
        Files.readAllLines(answers),
        containsInAnyOrder(
            "{\"id\": 0}",
            "{\"id\": 1}",
            "{\"id\": 2}",
            "{\"id\": 3, \"failed\": {\"message\": \"crashed: exit status 7\"}}",
            "{\"id\": 4}"));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
