package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter that the tutorial ends with, taken from the page as a reader would. */
class AdapterTutorialTest {

  private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void the_adapter_of_the_tutorial_passes_without_a_remark() throws Exception {
    assumeTrue(hasPython(), "NOT TESTED: python3 does not run here");
    Path adapter = Files.writeString(folder.resolve("my_adapter.py"), wholeAdapter());
    Executed run =
        Executed.of(
            "run",
            "--operation",
            "softmax",
            "--tier",
            "smoke",
            "--validate",
            "--backend",
            "exec:exec python3 '" + adapter + "'",
            "--report",
            folder.toString());
    assertThat(run.out() + run.err(), run.status(), is(0));
    assertThat(
        run.out().lines().findFirst().orElse(""),
        matchesPattern("mine 1: [1-9]\\d* passed, 0 failed, 0 unsupported, 0 errored, .*"));
    assertThat(run.err(), not(containsString("remark: ")));
  }

  @Test
  void it_is_short_enough_to_be_copied_by_hand() throws IOException {
    assertThat(wholeAdapter().lines().filter(line -> !line.isBlank()).count(), lessThan(46L));
  }

  /** The longest of the page's programs. */
  private static String wholeAdapter() throws IOException {
    Matcher blocks = PYTHON.matcher(Files.readString(Path.of("src/adapters/TUTORIAL.md")));
    return blocks
        .results()
        .map(block -> block.group(1))
        .reduce((a, b) -> a.length() >= b.length() ? a : b)
        .orElseThrow();
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder(List.of("python3", "--version")).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
