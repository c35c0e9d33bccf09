package io.crosscheck.cli;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.report.RunReport;
import io.crosscheck.run.Run;
import io.crosscheck.run.RunOptions;
import io.crosscheck.run.Tier;
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
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code crosscheck run}. */
@Command(
    name = "run",
    description = "Runs the specification against implementations and reports.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  private static final int MOST_JOBS = 256;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable Main main;

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

  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Longest time for one answer of an adapter; 10 by default.")
  private @Nullable Double timeout;

  @Option(
      names = "--validate",
      description = "Remarks on an adapter's lines: for whoever is writing one.")
  private boolean validate;

  @Option(
      names = "--resume",
      description = "Goes on where a run with the same options was cut off.")
  private boolean resume;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Processes of each implementation that answer side by side; 1 by default.")
  private int jobs = 1;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    ConsoleProgress progress =
        new ConsoleProgress(command.commandLine().getOut(), command.commandLine().getErr());
    check(command);
    if (Objects.requireNonNull(main).hasOwnJvm() && isShort()) {
      QuickCompiler.use();
    }
    RunOptions options =
        new RunOptions(
            backends,
            Optional.ofNullable(dialect),
            selection.features(),
            selection.selection(),
            judging.profile(),
            limit(command),
            judging.baseline(),
            judging.expectations(),
            validate,
            resume,
            jobs,
            judging.report());
    List<RunReport> reports = Run.execute(options, progress);
    return Run.conform(reports) ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }

  /** Whether the cases are small, and the code that they ask in this JVM is Crosscheck's own. */
  private boolean isShort() {
    return selection.tier() != Tier.FULL
        && Backends.providers().stream()
            .filter(provider -> backends.contains(provider.name()))
            .allMatch(BackendProvider::isBuiltIn);
  }

  /** Refuses options that make no sense, or not together. */
  private void check(CommandSpec command) {
    if (judging.expectations().isPresent() && backends.size() != 1) {
      throw new ParameterException(
          command.commandLine(),
          "--expectations are of one implementation; give --backend once, not "
              + (backends.isEmpty() ? "never" : backends.size() + " times"));
    }
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new ParameterException(
          command.commandLine(), "--jobs is " + jobs + "; expected 1 to " + MOST_JOBS);
    }
    if (validate && (resume || jobs > 1)) {
      throw new ParameterException(
          command.commandLine(),
          "--validate looks at every line of one process; leave out --resume and --jobs");
    }
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
