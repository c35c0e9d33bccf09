package io.crosscheck.run;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.NoBackendException;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.protocol.AdapterLimits;
import io.crosscheck.protocol.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the implementations that a run is asked for. */
public final class Candidates {

  private Candidates() {}

  /**
   * One for each name or {@code exec:COMMAND}; for none, every backend that is built in and
   * available.
   *
   * @param progress told of built-in backends that aren't available, and of remarks
   */
  static List<Candidate> of(RunOptions options, Progress progress) {
    Optional<Duration> timeout = options.timeout();
    return options.backends().isEmpty()
        ? builtIn(progress).stream().map(p -> candidate(p, options.dialect(), timeout)).toList()
        : options.backends().stream()
            .map(
                name ->
                    options.validate() && name.startsWith(Candidate.EXEC)
                        ? validated(name, timeout, progress)
                        : named(name, options.dialect(), timeout))
            .toList();
  }

  private static Candidate validated(String exec, Optional<Duration> timeout, Progress progress) {
    return Candidate.of(exec, limits(timeout), new Validator(progress::remarked));
  }

  /**
   * The one of that name or {@code exec:COMMAND}.
   *
   * @throws SetUpException where it isn't there, can't run here or doesn't follow the dialect
   */
  public static Candidate named(
      String backend, Optional<Dialect> dialect, Optional<Duration> timeout) {
    if (backend.startsWith(Candidate.EXEC)) {
      dialect.ifPresent(
          d -> {
            throw new SetUpException(
                "an adapter says itself which dialect it speaks; --dialect "
                    + d.name()
                    + " goes with --backend reference");
          });
      return Candidate.of(backend, limits(timeout));
    }
    try {
      return candidate(Backends.available(backend), dialect, timeout);
    } catch (NoBackendException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private static Candidate candidate(
      BackendProvider provider, Optional<Dialect> dialect, Optional<Duration> timeout) {
    return dialect
        .map(d -> Candidate.of(provider.name(), Backends.create(provider, d)))
        .orElseGet(() -> Candidate.of(provider, limits(timeout)));
  }

  private static AdapterLimits limits(Optional<Duration> timeout) {
    return timeout.map(AdapterLimits::withTimeout).orElseGet(AdapterLimits::defaults);
  }

  private static List<BackendProvider> builtIn(Progress progress) {
    List<BackendProvider> available = new ArrayList<>();
    for (BackendProvider provider : Backends.providers()) {
      if (provider.isBuiltIn()) {
        Optional<String> reason = provider.unavailability();
        reason.ifPresent(text -> progress.skipped(provider.name(), text));
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
