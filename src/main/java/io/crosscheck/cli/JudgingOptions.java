package io.crosscheck.cli;

import io.crosscheck.operation.Profile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how answers are judged and where the reports go. */
final class JudgingOptions {

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Tokens.OfProfile.class,
      description = "Error allowed: strict, standard (the default) or relaxed.")
  private Profile profile = Profile.STANDARD;

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
      names = "--report",
      paramLabel = "DIR",
      description = "Where the reports go; reports/local by default.")
  private Path report = Path.of("reports", "local");

  Profile profile() {
    return profile;
  }

  Optional<Path> baseline() {
    return Optional.ofNullable(baseline);
  }

  Optional<Path> expectations() {
    return Optional.ofNullable(expectations);
  }

  Path report() {
    return report;
  }
}
