package io.crosscheck.run;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.protocol.AdapterLimits;
import io.crosscheck.protocol.AdapterProcess;
import io.crosscheck.protocol.CannotStartException;
import io.crosscheck.protocol.ChildJvm;
import io.crosscheck.protocol.DescribeFailedException;

/** An implementation that is there to be run: in this JVM, in one of its own, or as an adapter. */
public final class Candidate {

  /** What stands before an adapter's command where a backend's name is expected. */
  static final String EXEC = "exec:";

  private final String name;
  private final Start start;

  private Candidate(String name, Start start) {
    this.name = name;
    this.start = start;
  }

  /** A provider's backend; where this JVM lacks flags that it needs, in a child JVM with them. */
  static Candidate of(BackendProvider provider, AdapterLimits limits) {
    return provider.missingJvmFlags().isEmpty()
        ? new Candidate(provider.name(), provider::create)
        : new Candidate(
            provider.name(),
            () -> ChildJvm.start(provider.name(), provider.missingJvmFlags(), limits));
  }

  /** A backend that is there already. */
  static Candidate of(String name, Backend backend) {
    return new Candidate(name, () -> backend);
  }

  /** The adapter that {@code exec:COMMAND} starts. */
  static Candidate of(String exec, AdapterLimits limits) {
    String command = exec.substring(EXEC.length());
    return new Candidate(exec, () -> AdapterProcess.start(command, limits));
  }

  /** As the command line has it: a backend's name, or {@code exec:COMMAND}. */
  public String name() {
    return name;
  }

  /**
   * Starts it.
   *
   * @throws SetUpException where it doesn't start
   * @throws NotDescribedException where it starts, but doesn't say what it is
   */
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

  @FunctionalInterface
  private interface Start {
    Backend start() throws CannotStartException, DescribeFailedException;
  }
}
