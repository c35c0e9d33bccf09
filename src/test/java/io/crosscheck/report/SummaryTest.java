package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static String summary(RunReport report) throws IOException {
    return Templates.render("report/summary.md.ftl", Summary.of(report));
  }

  @Test
  void a_small_report_reads_like_this() throws IOException {
    assertEquals(
        """
        ### Crosscheck: mine 1.2.0

        **2 of 3** must cases passed.

        | passed | failed | unsupported | errored | excluded |
        |---:|---:|---:|---:|---:|
        | 2 | 1 | 1 | 1 | 1 |

        #### Requirements with failures

        | level | requirement | not passed | first message |
        |---|---|---:|---|
        | must | Each slice is normalised on its own (softmax.axis.slice) | 1 of 3 | item 2: 0.5 - expected 0.25 |
        | should | A slice sums to one (softmax.sum.one) | 1 of 1 | timed out after 10 s |

        <details><summary>Accuracy</summary>

        | operation | dtype | worst ulp | mean ulp | grade |
        |---|---|---:|---:|---|
        | softmax | float32 | 1.51 | 0.250 | ≤ 4 ulp |

        </details>

        Nearest dialect: pytorch (agrees on 1 of 2 choices; not on argmax.not_a_number).

        <details><summary>Choices observed</summary>

        | choice | declared | observed |
        |---|---|---|
        | softmax.scalar | refused | refused |

        </details>

        crosscheck 0.1.0, tier quick, profile standard; Linux 6.1 amd64, Model X (2 cores), VM 17
        """,
        summary(Samples.mixed("mine")));
  }

  @Test
  void text_stays_in_its_cell() throws IOException {
    Case c =
        Samples.of(Samples.AXIS, "s", "", Outcome.FAILED, "log_softmax | <b> *x* _y_ [a](b) `");
    assertTrue(
        summary(Samples.report("mine", List.of(c)))
            .contains("| log_softmax \\| &lt;b&gt; \\*x\\* \\_y\\_ \\[a\\](b) \\` |"));
  }

  @Test
  void many_failing_requirements_are_counted_and_not_listed() throws IOException {
    List<Case> cases =
        IntStream.range(0, 40)
            .mapToObj(i -> new Requirement("r" + i, Level.MUST, "t", "f", "x.feature"))
            .map(r -> Samples.of(r, "s", "", Outcome.FAILED, "m"))
            .toList();
    String text = summary(Samples.report("mine", cases));
    assertTrue(text.contains("(r24)") && !text.contains("(r25)"), text);
    assertTrue(text.contains("and 15 more."), text);
  }
}
