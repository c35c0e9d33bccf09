package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the one implementation which a command asks. */
final class AskedOptions {

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

  /** As the command line has it. */
  String backend() {
    return backend;
  }

  /** Starts it; a {@link SetUpException} says why that can't be. */
  Backend open() {
    try {
      return Candidates.named(backend, Optional.ofNullable(dialect), Optional.empty()).open();
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }
}
