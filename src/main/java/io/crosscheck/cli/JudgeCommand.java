package io.crosscheck.cli;

import io.crosscheck.report.RunReport;
import io.crosscheck.run.Run;
import io.crosscheck.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosscheck judge}. */
@Command(
    name = "judge",
    description = "Judges the answers that an adapter gave to the requests of export.",
    sortOptions = false)
final class JudgeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "ANSWERS", description = "The adapter's output, in any order.")
  private Path answers = Path.of("answers.jsonl");

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    ConsoleProgress progress =
        new ConsoleProgress(command.commandLine().getOut(), command.commandLine().getErr());
    RunOptions options =
        new RunOptions(
            List.of(),
            Optional.empty(),
            selection.features(),
            selection.selection(),
            judging.profile(),
            Optional.empty(),
            judging.baseline(),
            judging.expectations(),
            false,
            false,
            1,
            judging.report());
    List<RunReport> reports = Run.judge(answers, options, progress);
    return Run.conform(reports) ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }
}
