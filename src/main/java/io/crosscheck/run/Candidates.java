package io.crosscheck.run;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.NoBackendException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the implementations that a run is asked for. */
final class Candidates {

  private Candidates() {}

  /**
   * One for each name or {@code exec:COMMAND}; for none, every backend that is built in and
   * available. A backend that was named must be there.
   *
   * @param skipped told of built-in backends that aren't available, with the reason
   */
  static List<Candidate> of(
      List<String> backends, Optional<Duration> timeout, BiConsumer<String, String> skipped) {
    try {
      List<Candidate> candidates = new ArrayList<>();
      if (backends.isEmpty()) {
        builtIn(skipped).forEach(p -> candidates.add(Opened.of(p, timeout)));
      }
      for (String backend : backends) {
        candidates.add(
            backend.startsWith(Opened.EXEC)
                ? Opened.of(backend, timeout)
                : Opened.of(available(backend), timeout));
      }
      return candidates;
    } catch (NoBackendException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private static BackendProvider available(String name) {
    BackendProvider provider = Backends.named(name);
    provider
        .unavailability()
        .ifPresent(
            reason -> {
              throw new NoBackendException("backend \"" + name + "\" is not available: " + reason);
            });
    return provider;
  }

  private static List<BackendProvider> builtIn(BiConsumer<String, String> skipped) {
    List<BackendProvider> available = new ArrayList<>();
    for (BackendProvider provider : Backends.providers()) {
      if (provider.isBuiltIn()) {
        Optional<String> reason = provider.unavailability();
        reason.ifPresent(text -> skipped.accept(provider.name(), text));
        if (reason.isEmpty()) {
          available.add(provider);
        }
      }
    }
    if (available.isEmpty()) {
      throw new SetUpException("no built-in backend is available here; give one with --backend");
    }
    return available;
  }
}
