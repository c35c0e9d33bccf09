package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {

  @Test
  void every_number_of_a_format_is_judged_and_the_same_words_come_again() {
    String[] sweep = "sweep --backend cpu --format bfloat16 --operation sigmoid".split(" ");
    Executed first = Executed.of(sweep);
    assertThat(first.err(), first.status(), is(0));
    assertThat(first.out(), containsString("sigmoid of x in bfloat16 by cpu "));
    assertThat(first.out(), containsString(": 65,536 inputs, 0 wrong\n"));
    assertThat(first.out(), containsString("  worst err/bound 0."));
    assertThat(first.out(), containsString("  elements by error in ulp: below 0.5: "));
    assertThat(Executed.of(sweep).out(), is(first.out()));
  }

  @Test
  void a_wrong_adapter_does_not_conform() {
    String adapter =
        """
        exec:read a
        echo '{"id":0,"description":{"name":"made-up","version":"1",\
        "operations":{"binary_cross_entropy":{"dtypes":["float16"]}}}}'
        while read request; do id=${request#*:}; id=${id%%,*}
        echo "{\\"id\\":$id,\\"failed\\":{\\"message\\":\\"no memory\\"}}"
        done""";
    Executed sweep = Executed.of("sweep", "--backend", adapter, "--format", "float16");
    assertThat(sweep.err(), sweep.status(), is(1));
    assertThat(sweep.out(), containsString("15,362 inputs, 15,362 WRONG"));
    assertThat(sweep.out(), containsString("  x from 0 (0x0000) to "));
    assertThat(sweep.out(), containsString(" (0x0fff): no memory"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format float16 --engine spark | 2 | \"spark\" is no engine here; there is local",
        "--format float32 | 2 | expected float16 or bfloat16",
        "--format float16 --operation argmax | 2 | argmax is no function of one number",
        "--format float16 --backend nobody | 3 | is no backend",
      })
  void what_makes_no_sense_is_refused(String options, int status, String words) {
    String all = "sweep " + (options.contains("--backend") ? "" : "--backend cpu ") + options;
    Executed sweep = Executed.of(all.split(" "));
    assertThat(sweep.err(), sweep.status(), is(status));
    assertThat(sweep.err(), containsString(words));
  }
}
