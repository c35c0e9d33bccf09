package io.crosscheck.cli;

import io.crosscheck.backend.NoBackendException;
import io.crosscheck.run.SetUpException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code crosscheck}: exit status 0 conforms, 1 does not, 2 usage, 3 set-up. */
@Command(
    name = "crosscheck",
    description = "Checks implementations of softmax, one-hot, cross-entropy and masking.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class)
public final class Main {

  /** Everything conforms. */
  static final int CONFORMS = 0;

  /** Something failed or errored. */
  static final int DOES_NOT_CONFORM = 1;

  /** The options make no sense. */
  static final int USAGE = 2;

  /** Nothing could be judged, or a report was not written. */
  static final int SET_UP = 3;

  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          BackendsCommand.class,
          ComputeCommand.class,
          CompareCommand.class,
          ServeCommand.class,
          ExportCommand.class,
          JudgeCommand.class,
          ProbeCommand.class,
          HuntCommand.class,
          SweepCommand.class,
          BenchCommand.class,
          FixturesCommand.class,
          StepsCommand.class,
          SpecCommand.class);

  // Held here, for loggers that nobody holds forget their level.
  private static final Logger CUCUMBER = Logger.getLogger("io.cucumber");

  private final boolean hasOwnJvm;

  private Main(boolean hasOwnJvm) {
    this.hasOwnJvm = hasOwnJvm;
  }

  /** Runs the command that {@code arguments} give and exits with its status. */
  public static void main(String... arguments) {
    CUCUMBER.setLevel(Level.SEVERE);
    System.exit(commandLine(new Main(true), arguments).execute(arguments));
  }

  /** Whether the JVM ends with the command, so that nobody else feels what is done to it. */
  boolean hasOwnJvm() {
    return hasOwnJvm;
  }

  /**
   * The command line with the command that {@code arguments} name, or with all where they name
   * none: reading the options of every command takes a tenth of a second, which a run would feel.
   */
  static CommandLine commandLine(String... arguments) {
    return commandLine(new Main(false), arguments);
  }

  private static CommandLine commandLine(Main main, String... arguments) {
    CommandLine line = new CommandLine(main);
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(c -> arguments.length > 0 && name(c).equals(arguments[0]))
            .toList();
    (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
    // A tag begins with @ too.
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler(Main::explainUsage);
    line.setExecutionExceptionHandler(Main::explainFailure);
    return line;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static int explainUsage(ParameterException e, String[] arguments) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> known = new ArrayList<>(command.optionsMap().keySet());
      known.addAll(command.subcommands().keySet());
      Suggestion.of(unmatched.getUnmatched().get(0), known)
          .ifPresent(word -> err.println("Did you mean " + word + "?"));
    }
    err.println("Try '" + command.qualifiedName() + " --help'.");
    return USAGE;
  }

  private static int explainFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean foreseen = e instanceof SetUpException || e instanceof NoBackendException;
    line.getErr().println(foreseen ? e.getMessage() : "unexpected: " + e);
    return SET_UP;
  }

  /** The version that the build wrote into the manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"crosscheck " + (version == null ? "development" : version)};
    }
  }
}
