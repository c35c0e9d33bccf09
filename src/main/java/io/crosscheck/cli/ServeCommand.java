package io.crosscheck.cli;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.protocol.EnclosureSource;
import io.crosscheck.protocol.Server;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crosscheck serve}. */
@Command(
    name = "serve",
    description = "Answers the adapter protocol on stdin and stdout with a backend.")
final class ServeCommand implements Callable<Integer> {

  private static final String REFERENCE = "reference";

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Who answers; reference by default.")
  private String backend = REFERENCE;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Tokens.OfDialect.class,
      description = "The choices that reference answers by, such as pytorch.")
  private @Nullable Dialect dialect;

  @Override
  public Integer call() throws IOException {
    BackendProvider provider = Backends.available(backend);
    Dialect followed = dialect;
    EnclosureSource enclosures =
        backend.equals(REFERENCE)
            ? new CertifiedBounds(followed == null ? Map.of() : followed.values())
            : EnclosureSource.NONE;
    Server.serveStandardStreams(
        () -> followed == null ? Backends.create(provider) : Backends.create(provider, followed),
        enclosures);
    return Main.CONFORMS;
  }
}
