package io.crosscheck.cli;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.protocol.EnclosureSource;
import io.crosscheck.protocol.Server;
import java.io.IOException;
import java.util.concurrent.Callable;
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

  @Override
  public Integer call() throws IOException {
    BackendProvider provider = Backends.available(backend);
    EnclosureSource enclosures =
        backend.equals(REFERENCE) ? new CertifiedBounds() : EnclosureSource.NONE;
    Server.serveStandardStreams(() -> Backends.create(provider), enclosures);
    return Main.CONFORMS;
  }
}
