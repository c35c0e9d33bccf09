package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Agreement;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Profile;
import io.crosscheck.probe.Observation;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosscheck probe}. */
@Command(
    name = "probe",
    description = "Observes how an implementation chooses; names the nearest dialect.",
    sortOptions = false)
final class ProbeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "NAME|exec:COMMAND",
      required = true,
      description = "Who is asked.")
  private String backend = "";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Tokens.OfDialect.class,
      description = "The choices that reference answers by, such as pytorch.")
  private @Nullable Dialect dialect;

  @Option(names = "--json", description = "One JSON object in place of the table.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Backend asked =
        Candidates.named(backend, Optional.ofNullable(dialect), Optional.empty()).open()) {
      UnderTest underTest = new UnderTest(asked, Profile.STANDARD);
      List<Observation> observations = Observation.of(underTest);
      ProbeText text =
          new ProbeText(
              underTest.description(),
              observations,
              Agreement.nearest(Observation.values(observations)));
      if (json) {
        out.println(text.json());
      } else {
        text.lines().forEach(out::println);
      }
      out.flush();
      return Main.CONFORMS;
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }
}
