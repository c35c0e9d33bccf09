package io.crosscheck.cli;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crosscheck compute}. */
@Command(
    name = "compute",
    description = {
      "Asks a backend once and shows its answer beside the certified one.",
      "The question comes from --operation and --input, from --request, or as a line on stdin."
    },
    sortOptions = false)
final class ComputeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "NAME|exec:COMMAND",
      description = "Who is asked; reference by default.")
  private String backend = "reference";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Tokens.OfDialect.class,
      description = "The choices that reference answers by, such as pytorch.")
  private @Nullable Dialect dialect;

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      converter = Tokens.OfOperation.class,
      description = "What to compute.")
  private @Nullable Operation operation;

  @Option(
      names = "--input",
      paramLabel = "NAME=DTYPE:TENSOR",
      description = "An input, such as logits=float32:[1,2,3]; repeatable.")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "An attribute, such as axis=0; repeatable.")
  private Map<String, String> attributes = new LinkedHashMap<>();

  @Option(
      names = "--request",
      paramLabel = "JSON",
      description = "The question as a line of the adapter protocol, as reports show it.")
  private @Nullable String line;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Tokens.OfProfile.class,
      description = "Error allowed: strict, standard (the default) or relaxed.")
  private Profile profile = Profile.STANDARD;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Request request = request(command);
    if (Catalogue.find(request.operation()).isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "\"" + request.operation() + "\" is no operation");
    }
    try (Backend asked =
        Candidates.named(backend, Optional.ofNullable(dialect), Optional.empty()).open()) {
      UnderTest underTest = new UnderTest(asked, profile);
      Optional<String> unclaimed = underTest.unclaimed(request);
      Answer answer =
          unclaimed.<Answer>map(Answer.Unsupported::new).orElseGet(() -> underTest.answer(request));
      return show(command.commandLine().getOut(), underTest, request, answer);
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private Request request(CommandSpec command) {
    try {
      if (operation != null) {
        return Questions.of(operation, inputs, attributes);
      }
      return Questions.ofLine(line == null ? Questions.stdinLine() : line);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int show(PrintWriter out, UnderTest underTest, Request request, Answer answer) {
    Verdict verdict = new Judge(profile, underTest.declared()).judge(request, answer);
    out.println(
        request.operation()
            + " by "
            + underTest.description().name()
            + " "
            + underTest.description().version()
            + ": "
            + verdict.outcome().name().toLowerCase(Locale.ROOT));
    Map<Choice, String> choices = new EnumMap<>(Choice.class);
    choices.putAll(underTest.declared());
    choices.putAll(verdict.observed());
    Optional<double[]> allowed = new Judge(profile, choices).allowed(request);
    new AnswerText(request, choices, allowed).of(answer, verdict).forEach(out::println);
    if (!verdict.message().isEmpty()) {
      out.println(verdict.message());
    }
    verdict.observed().forEach((choice, value) -> out.println(choice.token() + ": " + value));
    out.flush();
    return verdict.passed() ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
  }
}
