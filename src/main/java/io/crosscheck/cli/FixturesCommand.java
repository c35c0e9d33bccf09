package io.crosscheck.cli;

import io.crosscheck.fixtures.Fixtures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosscheck fixtures}. */
@Command(
    name = "fixtures",
    description = "Checks or writes the frozen vectors and the manifest of cases.")
final class FixturesCommand {

  private static final int SHOWN = 50;

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "check",
      description = "Computes all fixtures anew; exit status 1 where one is stale.")
  int check(
      @Option(
              names = "--directory",
              paramLabel = "DIR",
              description = "Those of a folder; without it, those in the jar.")
          @Nullable Path directory) {
    List<String> problems = Fixtures.check(Optional.ofNullable(directory));
    problems.stream().limit(SHOWN).forEach(out()::println);
    if (problems.size() > SHOWN) {
      out().println("and " + (problems.size() - SHOWN) + " more");
    }
    out()
        .println(
            problems.isEmpty()
                ? "every fixture is as it would be written"
                : "stale: \"crosscheck fixtures write\" computes them anew");
    out().flush();
    return problems.isEmpty() ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }

  @Command(
      name = "write",
      description = "Computes all fixtures of a folder anew from their inputs and the features.")
  int write(
      @Option(
              names = "--directory",
              paramLabel = "DIR",
              defaultValue = "fixtures",
              description = "The folder; ${DEFAULT-VALUE} unless given.")
          Path directory) {
    List<String> changed = Fixtures.write(directory);
    changed.forEach(name -> out().println("wrote " + name));
    out().println(changed.size() + " files changed");
    out().flush();
    return Main.CONFORMS;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
