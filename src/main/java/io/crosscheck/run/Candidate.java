package io.crosscheck.run;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.protocol.AdapterLimits;
import io.crosscheck.protocol.AdapterPool;
import io.crosscheck.protocol.AdapterProcess;
import io.crosscheck.protocol.AnswerFile;
import io.crosscheck.protocol.CannotStartException;
import io.crosscheck.protocol.ChildJvm;
import io.crosscheck.protocol.DescribeFailedException;
import io.crosscheck.protocol.RecordedAnswers;
import io.crosscheck.protocol.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An implementation that is there to be run: in this JVM, in one of its own, or as an adapter. */
public final class Candidate {

  /** What stands before an adapter's command where a backend's name is expected. */
  static final String EXEC = "exec:";

  private final String name;
  private final Start start;

  private final Optional<Validator> validator;

  private Candidate(String name, Start start) {
    this(name, start, Optional.empty());
  }

  private Candidate(String name, Start start, Optional<Validator> validator) {
    this.name = name;
    this.start = start;
    this.validator = validator;
  }

  /** A provider's backend; where this JVM lacks flags that it needs, in a child JVM with them. */
  static Candidate of(BackendProvider provider, AdapterLimits limits) {
    return provider.missingJvmFlags().isEmpty()
        ? new Candidate(provider.name(), provider::create)
        : new Candidate(
            provider.name(),
            () -> ChildJvm.start(provider.name(), provider.missingJvmFlags(), limits));
  }

  /** That many instances of a provider's backend, each in a JVM of its own. */
  static Candidate parallel(
      BackendProvider provider, Optional<String> dialect, AdapterLimits limits, int jobs) {
    return new Candidate(
        provider.name(),
        () ->
            AdapterPool.start(
                jobs,
                () ->
                    ChildJvm.start(provider.name(), dialect, provider.missingJvmFlags(), limits)));
  }

  /** That many processes of the adapter that {@code exec:COMMAND} starts. */
  static Candidate parallel(String exec, AdapterLimits limits, int jobs) {
    String command = exec.substring(EXEC.length());
    return new Candidate(
        exec, () -> AdapterPool.start(jobs, () -> AdapterProcess.start(command, limits)));
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

  /** The same, with every line looked at closely. */
  static Candidate of(String exec, AdapterLimits limits, Validator validator) {
    String command = exec.substring(EXEC.length());
    return new Candidate(
        exec, () -> AdapterProcess.start(command, limits, validator), Optional.of(validator));
  }

  /** An adapter that answered elsewhere; {@code check} refuses answers to nothing. */
  static Candidate recorded(Path path, Consumer<AnswerFile> check) {
    return new Candidate(
        EXEC + path,
        () -> {
          AnswerFile answers = Recordings.open(path);
          check.accept(answers);
          return new RecordedAnswers(answers, Recordings.description(answers).description());
        });
  }

  /** As the command line has it: a backend's name, or {@code exec:COMMAND}. */
  public String name() {
    return name;
  }

  /** What there was to remark on its lines; nothing unless they were looked at closely. */
  List<String> remarks() {
    return validator.map(Validator::remarks).orElse(List.of());
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
    } catch (SetUpException e) {
      throw e;
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
