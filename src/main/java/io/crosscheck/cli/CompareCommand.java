package io.crosscheck.cli;

import io.crosscheck.report.Comparison;
import io.crosscheck.run.SavedReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosscheck compare}: exit status 1 where an outcome or a grade got worse. */
@Command(
    name = "compare",
    description = "Shows as Markdown what changed between two reports: outcomes, grades, errors.")
final class CompareCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier report.json.")
  private @Nullable Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later report.json.")
  private @Nullable Path after;

  @Override
  public Integer call() throws IOException {
    Comparison comparison =
        Comparison.of(
            SavedReport.read(Objects.requireNonNull(before)),
            SavedReport.read(Objects.requireNonNull(after)));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(comparison.markdown());
    out.flush();
    return comparison.regressions().isEmpty() ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }
}
