package io.crosscheck.cli;

import io.crosscheck.report.RunReport;
import io.crosscheck.run.FeatureSet;
import io.crosscheck.run.SavedReport;
import io.crosscheck.run.SetUpException;
import io.crosscheck.specification.SpecificationPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosscheck spec}. */
@Command(name = "spec", description = "Writes the specification as HTML pages that work offline.")
final class SpecCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "reports/local/spec",
      description = "Where the pages go; ${DEFAULT-VALUE} unless given.")
  private @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "REPORT",
      description = "A run's report.json, whose choices are shown; may be given several times.")
  private List<Path> reports = new ArrayList<>();

  @Override
  public Integer call() {
    Path folder = Objects.requireNonNull(output);
    List<RunReport> runs = reports.stream().map(SavedReport::read).toList();
    try {
      SpecificationPages.write(folder, FeatureSet.load(Optional.empty()), runs);
    } catch (IOException e) {
      throw new SetUpException(
          "\""
              + folder
              + "\" can't be written ("
              + e.getMessage()
              + "); --output takes a folder that can");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("wrote " + folder.resolve("index.html"));
    out.flush();
    return Main.CONFORMS;
  }
}
