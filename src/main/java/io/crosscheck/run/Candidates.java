package io.crosscheck.run;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.NoBackendException;
import io.crosscheck.protocol.AdapterLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the implementations that a run is asked for. */
public final class Candidates {

  private Candidates() {}

  /**
   * One for each name or {@code exec:COMMAND}; for none, every backend that is built in and
   * available.
   *
   * @param skipped told of built-in backends that aren't available, with the reason
   */
  static List<Candidate> of(
      List<String> backends, Optional<Duration> timeout, BiConsumer<String, String> skipped) {
    return backends.isEmpty()
        ? builtIn(skipped).stream().map(p -> Candidate.of(p, limits(timeout))).toList()
        : backends.stream().map(name -> named(name, timeout)).toList();
  }

  /**
   * The one of that name or {@code exec:COMMAND}.
   *
   * @throws SetUpException where it isn't there or can't run here
   */
  public static Candidate named(String backend, Optional<Duration> timeout) {
    if (backend.startsWith(Candidate.EXEC)) {
      return Candidate.of(backend, limits(timeout));
    }
    try {
      return Candidate.of(Backends.available(backend), limits(timeout));
    } catch (NoBackendException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private static AdapterLimits limits(Optional<Duration> timeout) {
    return timeout.map(AdapterLimits::withTimeout).orElseGet(AdapterLimits::defaults);
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
