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
    return options.backends().isEmpty()
        ? builtIn(progress).stream().map(provider -> candidate(provider, options)).toList()
        : options.backends().stream().map(name -> candidate(name, options, progress)).toList();
  }

  private static Candidate candidate(String name, RunOptions options, Progress progress) {
    boolean isAdapter = name.startsWith(Candidate.EXEC);
    if (isAdapter && options.validate()) {
      return validated(name, options.timeout(), progress);
    }
    if (options.jobs() == 1) {
      return named(name, options.dialect(), options.timeout());
    }
    if (isAdapter) {
      options.dialect().ifPresent(Candidates::refuse);
      return Candidate.parallel(name, limits(options.timeout()), options.jobs());
    }
    return candidate(available(name), options);
  }

  private static Candidate candidate(BackendProvider provider, RunOptions options) {
    if (options.jobs() == 1) {
      return candidate(provider, options.dialect(), options.timeout());
    }
    // Refused where the backend has only its own choices.
    options.dialect().ifPresent(dialect -> Backends.create(provider, dialect).close());
    return Candidate.parallel(
        provider, options.dialect().map(Dialect::name), limits(options.timeout()), options.jobs());
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
      dialect.ifPresent(Candidates::refuse);
      return Candidate.of(backend, limits(timeout));
    }
    return candidate(available(backend), dialect, timeout);
  }

  private static void refuse(Dialect dialect) {
    throw new SetUpException(
        "an adapter says itself which dialect it speaks; --dialect "
            + dialect.name()
            + " goes with --backend reference");
  }

  private static BackendProvider available(String name) {
    try {
      return Backends.available(name);
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
