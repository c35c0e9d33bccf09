package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An implementation in another process that speaks the adapter protocol. A crash, a time-out or a
 * breach of protocol is the answer Failed to the request in flight; the process is then killed with
 * its descendants, and a fresh one takes the next request.
 */
public final class AdapterProcess implements Backend {

  private final AdapterCommand command;
  private final AdapterLimits limits;
  private final Patience patience = new Patience();
  private final Description description;
  private final Encoding encoding;
  private @Nullable Session session;
  // Whether a process is known to answer its first request within the ordinary time.
  private boolean startsFast;

  private AdapterProcess(
      AdapterCommand command,
      AdapterLimits limits,
      Session session,
      Reply.Described described,
      Encoding encoding) {
    this.command = command;
    this.limits = limits;
    this.session = session;
    this.description = described.description();
    this.encoding = encoding;
  }

  /**
   * Starts {@code command} through the shell and has it describe itself.
   *
   * @throws CannotStartException if it can't be started or ends without a word
   * @throws DescribeFailedException if its first line is no description, or comes too late
   */
  public static AdapterProcess start(String command, AdapterLimits limits)
      throws CannotStartException, DescribeFailedException {
    return start(AdapterCommand.shell(command), limits, Optional.empty());
  }

  /** The same, with an encoding that overrides what the description asks for. */
  static AdapterProcess start(
      AdapterCommand command, AdapterLimits limits, Optional<Encoding> encoding)
      throws CannotStartException, DescribeFailedException {
    Session session = open(command, limits);
    try {
      Reply.Described described = session.describe(limits.describe());
      String name = described.description().name();
      described.remarks().forEach(remark -> System.err.println(name + ": " + remark));
      Encoding chosen = encoding.orElse(described.encoding());
      return new AdapterProcess(command, limits, session, described, chosen);
    } catch (BreachException e) {
      session.kill();
      if (e.kind() == BreachException.Kind.CRASHED && !session.hasSpoken()) {
        throw cannotStart(command, e, session.stderr());
      }
      throw new DescribeFailedException("no description: " + e.with(session.stderr()));
    } catch (InterruptedException e) {
      session.kill();
      Thread.currentThread().interrupt();
      throw new DescribeFailedException("no description: interrupted");
    }
  }

  private static Session open(AdapterCommand command, AdapterLimits limits)
      throws CannotStartException {
    try {
      return new Session(LiveProcess.start(command, limits));
    } catch (IOException e) {
      throw new CannotStartException("cannot start \"" + command.title() + "\": " + e.getMessage());
    }
  }

  private static CannotStartException cannotStart(
      AdapterCommand command, BreachException e, String stderr) {
    String lastLine = stderr.substring(stderr.lastIndexOf('\n') + 1);
    return new CannotStartException(
        "\""
            + command.title()
            + "\" ended before it described itself, "
            + e.getMessage()
            + (lastLine.isEmpty() ? "" : "; its stderr ends: " + lastLine));
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public synchronized Answer answer(Request request) {
    Optional<String> exhausted = patience.exhausted(request.operation());
    if (exhausted.isPresent()) {
      return new Answer.Failed("not run: " + exhausted.get());
    }
    try {
      Answer answer = ask(request);
      patience.answered(request.operation());
      return answer;
    } catch (BreachException e) {
      count(e.kind(), request.operation());
      return new Answer.Failed(String.valueOf(e.getMessage()), end());
    } catch (CannotStartException e) {
      return new Answer.Failed("crashed: " + e.getMessage());
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      return new Answer.Failed("not run: interrupted");
    }
  }

  private Answer ask(Request request)
      throws BreachException, CannotStartException, InterruptedException {
    Session current = session;
    if (current == null) {
      current = open(command, limits);
      session = current;
      current.describe(limits.describe());
    }
    boolean wasFresh = current.isFresh();
    long start = System.nanoTime();
    Duration limit = wasFresh && !startsFast ? limits.first() : limits.answer();
    Answer answer = current.ask(request, encoding, limit);
    startsFast |= wasFresh && System.nanoTime() - start < limits.answer().toNanos();
    return answer;
  }

  private void count(BreachException.Kind kind, String operation) {
    if (kind == BreachException.Kind.TIMED_OUT) {
      patience.timedOut(operation);
    } else {
      patience.crashed(operation);
    }
  }

  /** Kills the process; returns what it wrote to stderr in its last case. */
  private String end() {
    Session ended = session;
    session = null;
    if (ended == null) {
      return "";
    }
    ended.kill();
    return ended.stderr();
  }

  /** Closes the adapter's stdin and ends the process if that does not. */
  @Override
  public synchronized void close() {
    if (session != null) {
      session.close(limits.grace());
      session = null;
    }
  }
}
