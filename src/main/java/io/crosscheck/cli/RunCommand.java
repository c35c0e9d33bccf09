package io.crosscheck.cli;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.RunReport;
import io.crosscheck.run.Run;
import io.crosscheck.run.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crosscheck run}. */
@Command(
    name = "run",
    description = "Runs the specification against implementations and reports.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "NAME|exec:COMMAND",
      description = "What to test; repeatable. Without it: every built-in backend.")
  private List<String> backends = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Tokens.OfDialect.class,
      description = "The choices that reference answers by, such as pytorch.")
  private @Nullable Dialect dialect;

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Tokens.OfProfile.class,
      description = "Error allowed: strict, standard (the default) or relaxed.")
  private Profile profile = Profile.STANDARD;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Longest time for one answer of an adapter; 10 by default.")
  private @Nullable Double timeout;

  @Option(
      names = "--baseline",
      paramLabel = "REPORT",
      description = "An earlier report.json; an outcome or a grade that got worse exits 1.")
  private @Nullable Path baseline;

  @Option(
      names = "--expectations",
      paramLabel = "FILE",
      description = "Cases known not to pass: outcome, ids and reason in each line.")
  private @Nullable Path expectations;

  @Option(
      names = "--validate",
      description = "Remarks on an adapter's lines: for whoever is writing one.")
  private boolean validate;

  @Option(
      names = "--resume",
      description = "Goes on where a run with the same options was cut off.")
  private boolean resume;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the reports go; reports/local by default.")
  private Path report = Path.of("reports", "local");

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    ConsoleProgress progress =
        new ConsoleProgress(command.commandLine().getOut(), command.commandLine().getErr());
    if (resume && validate) {
      throw new ParameterException(
          command.commandLine(), "--validate looks at every line; leave out --resume");
    }
    if (expectations != null && backends.size() != 1) {
      throw new ParameterException(
          command.commandLine(),
          "--expectations are of one implementation; give --backend once, not "
              + (backends.isEmpty() ? "never" : backends.size() + " times"));
    }
    RunOptions options =
        new RunOptions(
            backends,
            Optional.ofNullable(dialect),
            selection.features(),
            selection.selection(),
            profile,
            limit(command),
            Optional.ofNullable(baseline),
            Optional.ofNullable(expectations),
            validate,
            resume,
            report);
    List<RunReport> reports = Run.execute(options, progress);
    return Run.conform(reports) ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }

  private Optional<Duration> limit(CommandSpec command) {
    if (timeout == null) {
      return Optional.empty();
    }
    if (!(timeout > 0 && timeout <= 86_400)) {
      throw new ParameterException(
          command.commandLine(), "--timeout is " + timeout + "; expected seconds, up to 86400");
    }
    return Optional.of(Duration.ofMillis(Math.max(1, Math.round(timeout * 1000))));
  }
}
