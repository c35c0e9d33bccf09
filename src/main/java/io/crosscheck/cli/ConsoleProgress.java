package io.crosscheck.cli;

import io.crosscheck.report.Case;
import io.crosscheck.report.Expectation;
import io.crosscheck.report.Regression;
import io.crosscheck.report.RunReport;
import io.crosscheck.report.Totals;
import io.crosscheck.run.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells of a run: how far it is on stderr, what came of it on stdout. */
final class ConsoleProgress implements Progress {

  private static final int FAILURES_SHOWN = 5;
  private static final int LINES_SHOWN = 6;
  private static final int WIDTH_SHOWN = 200;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal = Terminal.isInteractive();
  private int total;
  private int done;
  private int bad;

  ConsoleProgress(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void skipped(String backend, String reason) {
    err.println("not run: " + backend + ": " + reason);
  }

  @Override
  public void remarked(String remark) {
    err.println((terminal ? "\r" : "") + "remark: " + remark);
    err.flush();
  }

  @Override
  public void started(String implementation, int cases) {
    total = cases;
    done = 0;
    bad = 0;
    err.println(implementation + ": " + cases + (cases == 1 ? " case" : " cases"));
    err.flush();
  }

  @Override
  public void resumed(int cases) {
    err.println("  " + cases + " were done before");
    err.flush();
  }

  @Override
  public void finished(Case finished) {
    done++;
    bad += finished.outcome().isBad() ? 1 : 0;
    if (terminal) {
      err.print(
          "\r  " + done + " of " + total + (bad == 0 ? "" : ", " + bad + " not passed") + " ");
      err.flush();
    } else if (done < total && done * 4 / total > (done - 1) * 4 / total) {
      err.println("  " + done + " of " + total);
    }
  }

  @Override
  public void ended(RunReport report) {
    if (terminal) {
      err.print("\r" + " ".repeat(40) + "\r");
      err.flush();
    }
    Totals totals = report.totals();
    out.printf(
        "%s %s: %d passed, %d failed, %d unsupported, %d errored, %d excluded%s%n",
        report.implementation().name(),
        report.implementation().version(),
        totals.passed(),
        totals.failed(),
        totals.unsupported(),
        totals.errored(),
        totals.excluded(),
        totals.againstExpectations().isEmpty() ? "" : ", " + totals.againstExpectations());
    List<Case> failures = report.cases().stream().filter(c -> c.outcome().isBad()).toList();
    failures.stream().limit(FAILURES_SHOWN).forEach(this::show);
    if (failures.size() > FAILURES_SHOWN) {
      out.println("  and " + (failures.size() - FAILURES_SHOWN) + " more");
    }
    List<Expectation> stale = report.staleExpectations();
    stale.stream()
        .limit(FAILURES_SHOWN)
        .forEach(e -> out.println("  stale expectation, matches no case: " + e));
    if (stale.size() > FAILURES_SHOWN) {
      out.println("  and " + (stale.size() - FAILURES_SHOWN) + " more that are stale");
    }
    List<Regression> worse = report.regressions();
    worse.stream()
        .limit(FAILURES_SHOWN)
        .forEach(r -> out.println("  worse than the baseline: " + r));
    if (worse.size() > FAILURES_SHOWN) {
      out.println("  and " + (worse.size() - FAILURES_SHOWN) + " more that are worse");
    }
    out.flush();
  }

  @Override
  public void written(RunReport report, Path folder) {
    out.println("report: " + folder.resolve("report.json"));
    out.flush();
  }

  private void show(Case failure) {
    out.println("  " + failure.outcome().token().replace('_', ' ') + " " + failure.id());
    if (failure.message() != null) {
      show("", failure.message().lines().limit(LINES_SHOWN));
    }
    if (failure.stderr() != null) {
      // What broke it comes last, as in a Python traceback.
      long before = Math.max(0, failure.stderr().lines().count() - LINES_SHOWN);
      show("stderr: ", failure.stderr().lines().skip(before));
    }
  }

  private void show(String title, Stream<String> lines) {
    lines
        .map(line -> line.length() > WIDTH_SHOWN ? line.substring(0, WIDTH_SHOWN) + "…" : line)
        .forEach(line -> out.println("      " + title + line));
  }
}
