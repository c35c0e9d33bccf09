package io.crosscheck.cli;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code crosscheck backends}. */
@Command(
    name = "backends",
    description = "Lists the backends that are here, and what brings those that can't run.")
final class BackendsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<BackendProvider> providers = Backends.providers();
    int width = providers.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    for (BackendProvider provider : providers) {
      out.println(
          provider.name() + " ".repeat(width + 2 - provider.name().length()) + state(provider));
    }
    return Main.CONFORMS;
  }

  private static String state(BackendProvider provider) {
    Optional<String> reason = provider.unavailability();
    if (reason.isPresent()) {
      return "not available  " + reason.get();
    }
    List<String> flags = provider.missingJvmFlags();
    if (flags.isEmpty()) {
      return provider.isIsolated() ? "available      in a JVM of its own" : "available";
    }
    return "available      in a JVM of its own with " + String.join(" ", flags);
  }
}
