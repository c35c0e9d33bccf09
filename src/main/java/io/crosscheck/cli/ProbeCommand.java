package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Agreement;
import io.crosscheck.operation.Profile;
import io.crosscheck.probe.Observation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private AskedOptions asked = new AskedOptions();

  @Option(names = "--json", description = "One JSON object in place of the table.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Backend backend = asked.open()) {
      UnderTest underTest = new UnderTest(backend, Profile.STANDARD);
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
    }
  }
}
