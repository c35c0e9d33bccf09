package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An implementation in another process that speaks the adapter protocol. A crash, a time-out or a
 * breach of protocol is the answer Failed to the request in flight; the process is then killed with
 * its descendants, and a fresh one takes the next request. Where several were in flight, each of
 * them is asked once more with no other beside it, so that the one at fault pays.
 */
public final class AdapterProcess implements Backend, AsksAhead {

  // Enough that the adapter never waits for the judge, and few to ask again after a crash.
  private static final int MOST_UNDER_WAY = 16;
  private static final int MOST_CHARACTERS_UNDER_WAY = 1 << 20;
  private static final String NOT_AGAIN =
      "; several requests were in flight, and none showed it again alone";

  private final AdapterCommand command;
  private final AdapterLimits limits;
  private final Optional<Validator> validator;
  private final Description description;
  private final Encoding encoding;
  private final Errands errands = new Errands();
  private Patience patience = new Patience();
  // A breach while several were under way, until one of them shows it alone.
  private Answer.@Nullable Failed unexplained;
  private String caseId = "";
  private int position;
  private @Nullable Session session;
  // Whether a process is known to answer its first request within the ordinary time.
  private boolean startsFast;

  private AdapterProcess(
      AdapterCommand command,
      AdapterLimits limits,
      Optional<Validator> validator,
      Session session,
      Reply.Described described,
      Encoding encoding) {
    this.command = command;
    this.limits = limits;
    this.validator = validator;
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
    return start(AdapterCommand.shell(command), limits, Optional.empty(), Optional.empty());
  }

  /** The same, with every line looked at closely. */
  public static AdapterProcess start(String command, AdapterLimits limits, Validator validator)
      throws CannotStartException, DescribeFailedException {
    return start(AdapterCommand.shell(command), limits, Optional.empty(), Optional.of(validator));
  }

  /** The same, with an encoding that overrides what the description asks for. */
  static AdapterProcess start(
      AdapterCommand command,
      AdapterLimits limits,
      Optional<Encoding> encoding,
      Optional<Validator> validator)
      throws CannotStartException, DescribeFailedException {
    Session session = open(command, limits, validator);
    try {
      Reply.Described described = session.describe(limits.describe());
      if (validator.isEmpty()) {
        String name = described.description().name();
        described.remarks().forEach(remark -> System.err.println(name + ": " + remark));
      }
      Encoding chosen = encoding.orElse(described.encoding());
      return new AdapterProcess(command, limits, validator, session, described, chosen);
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

  private static Session open(
      AdapterCommand command, AdapterLimits limits, Optional<Validator> validator)
      throws CannotStartException {
    try {
      return new Session(LiveProcess.start(command, limits), validator);
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

  /** Has it lose patience with others of the same adapter, whichever of them is asked. */
  synchronized void share(Patience common) {
    patience = common;
  }

  /** They are sent ahead, so that the adapter works on them while earlier answers are judged. */
  @Override
  public synchronized void foresee(List<Foreseen> requests) {
    errands.foresee(requests);
  }

  /** Sends what is foreseen next, if a process is there to take it; waits for no answer. */
  synchronized void workAhead() {
    Session current = session;
    if (current != null && isRoom(current)) {
      errands.next().ifPresent(errand -> send(current, errand));
    }
  }

  @Override
  public synchronized void startCase(String id) {
    caseId = id;
    position = 0;
  }

  @Override
  public synchronized Answer answer(Request request) {
    Errand errand =
        errands.anyForeseen()
            ? errands.due(RequestId.of(caseId, position++, request), request)
            : new Errand(request);
    Optional<String> exhausted = patience.exhausted(request.operation());
    // Even where an answer came in ahead: which do is a matter of time.
    if (exhausted.isPresent()) {
      return new Answer.Failed("not run: " + exhausted.get());
    }
    try {
      return answer(errand);
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

  private Answer answer(Errand errand)
      throws BreachException, CannotStartException, InterruptedException {
    while (errand.answer().isEmpty()) {
      Session current = session();
      try {
        send(current, errand);
        receive(current);
      } catch (BreachException e) {
        // Which of several it was shows when each is asked with no other under way; a second
        // answer to an earlier one would not come again.
        boolean isClear = errands.countUnderWay() <= 1 || e.isOfEarlier();
        errands.scatter();
        if (isClear) {
          unexplained = null;
          throw e;
        }
        unexplained = new Answer.Failed(e.getMessage() + NOT_AGAIN, end());
      }
    }
    patience.answered(errand.request().operation());
    Answer.Failed breach = unexplained;
    if (breach != null && !errands.anyAlone()) {
      unexplained = null;
      return breach;
    }
    return errand.answer().orElseThrow();
  }

  private Session session() throws BreachException, CannotStartException, InterruptedException {
    Session current = session;
    if (current == null) {
      current = open(command, limits, validator);
      session = current;
      current.describe(limits.describe());
    }
    return current;
  }

  /** Sends that errand, if it isn't, and as many of the next as may be under way beside it. */
  private void send(Session current, Errand errand) {
    Optional<Errand> next = errand.isSent() ? errands.next() : Optional.of(errand);
    while (next.isPresent()) {
      Errand sent = next.get();
      errands.sent(sent, current.send(sent.request(), encoding));
      next = !errand.isAlone() && isRoom(current) ? errands.next() : Optional.empty();
    }
  }

  /** Whether one more request may be under way; of a process still loading, a single one. */
  private boolean isRoom(Session current) {
    return current.isFresh()
        ? errands.countUnderWay() == 0
        : errands.countUnderWay() < MOST_UNDER_WAY
            && current.charactersUnderWay() < MOST_CHARACTERS_UNDER_WAY;
  }

  private void receive(Session current) throws BreachException, InterruptedException {
    boolean wasFresh = current.isFresh();
    long start = System.nanoTime();
    Duration limit = wasFresh && !startsFast ? limits.first() : limits.answer();
    errands.arrived(current.next(limit));
    startsFast |= wasFresh && System.nanoTime() - start < limits.answer().toNanos();
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
