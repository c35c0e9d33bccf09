package io.crosscheck.run;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.protocol.AdapterLimits;
import io.crosscheck.protocol.AdapterProcess;
import io.crosscheck.protocol.CannotStartException;
import io.crosscheck.protocol.ChildJvm;
import io.crosscheck.protocol.DescribeFailedException;
import java.time.Duration;
import java.util.Optional;

/** Opens backends in this JVM, in one of their own, or as an adapter process. */
public final class Opened {

  /** What stands before an adapter's command where a backend's name is expected. */
  public static final String EXEC = "exec:";

  private Opened() {}

  static Candidate of(BackendProvider provider, Optional<Duration> timeout) {
    if (provider.missingJvmFlags().isEmpty()) {
      return candidate(provider.name(), provider::create);
    }
    AdapterLimits limits = limits(timeout);
    return candidate(
        provider.name(),
        () -> ChildJvm.start(provider.name(), provider.missingJvmFlags(), limits));
  }

  static Candidate of(String exec, Optional<Duration> timeout) {
    String command = exec.substring(EXEC.length());
    return candidate(exec, () -> AdapterProcess.start(command, limits(timeout)));
  }

  private static AdapterLimits limits(Optional<Duration> timeout) {
    return timeout.map(AdapterLimits::withTimeout).orElseGet(AdapterLimits::defaults);
  }

  private static Candidate candidate(String name, Start start) {
    return new Candidate() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Backend open() throws NotDescribedException {
        try {
          return start.start();
        } catch (CannotStartException e) {
          throw new SetUpException(String.valueOf(e.getMessage()));
        } catch (DescribeFailedException e) {
          throw new NotDescribedException(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
          throw new SetUpException("backend \"" + name + "\" doesn't start: " + e);
        }
      }
    };
  }

  @FunctionalInterface
  private interface Start {
    Backend start() throws CannotStartException, DescribeFailedException;
  }
}
