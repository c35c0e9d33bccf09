package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A conversation with one process; after a breach it is of no more use. */
final class Session {

  private static final Duration STDERR_BEHIND = Duration.ofMillis(50);

  private final LiveProcess process;
  private final Optional<Validator> validator;
  // The length of each line that has no answer yet, by its id.
  private final Map<Long, Integer> underWay = new TreeMap<>();
  private long lastId = -1;
  private long since;
  private boolean hasAnswered;
  private boolean hasSpoken;
  private boolean explainsFailures = true;

  Session(LiveProcess process, Optional<Validator> validator) {
    this.process = process;
    this.validator = validator;
  }

  /** Whether anything came out of its stdout. */
  boolean hasSpoken() {
    return hasSpoken;
  }

  /** Whether it has answered no request yet, and may still be loading what it needs. */
  boolean isFresh() {
    return !hasAnswered;
  }

  Reply.Described describe(Duration limit) throws BreachException, InterruptedException {
    long id = ++lastId;
    send(ProtocolJson.describe(id));
    Reply reply = reply(receive(System.nanoTime() + limit.toNanos(), limit), List.of(id));
    if (reply instanceof Reply.Answered answered) {
      throw BreachException.protocolError("expected a description, got " + answered.answer());
    }
    return (Reply.Described) reply;
  }

  /** Sends a request; returns the id of its line. */
  long send(Request request, Encoding encoding) {
    long id = ++lastId;
    String line = ProtocolJson.request(id, request, encoding);
    send(line);
    if (underWay.isEmpty()) {
      since = System.nanoTime();
    }
    underWay.put(id, line.length());
    return id;
  }

  /** The length of the lines under way, in characters. */
  long charactersUnderWay() {
    return underWay.values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * The next answer to any of the requests under way.
   *
   * @param limit the longest time from the last answer, or the first request after it, to this one
   */
  Reply.Answered next(Duration limit) throws BreachException, InterruptedException {
    // However long it is since the adapter was last looked at, an answer may just be coming in.
    long soonest = System.nanoTime() + limit.dividedBy(10).toNanos();
    long deadline = since + limit.toNanos();
    byte[] line = receive(deadline - soonest > 0 ? deadline : soonest, limit);
    Reply reply = reply(line, underWay.keySet());
    if (!(reply instanceof Reply.Answered answered)) {
      throw BreachException.protocolError("a description as the answer to a request");
    }
    hasAnswered = true;
    since = System.nanoTime();
    underWay.remove(reply.id());
    Answer answer = answered.answer();
    if (answer instanceof Answer.Failed failed) {
      answer = new Answer.Failed(failed.message(), lastWords());
    }
    process.stderr().startCase();
    return new Reply.Answered(answered.id(), answer);
  }

  /** What it wrote to stderr since its last answer to a request. */
  String stderr() {
    return process.stderr().tail();
  }

  /** What it wrote to stderr before its answer, which another thread may still be reading. */
  private String lastWords() throws InterruptedException {
    explainsFailures = explainsFailures && process.stderr().awaitAny(STDERR_BEHIND);
    return stderr();
  }

  void kill() {
    process.kill();
  }

  void close(Duration grace) {
    process.close(grace);
  }

  private void send(String line) {
    validator.ifPresent(v -> v.sent(line));
    process.send(line);
  }

  private byte[] receive(long deadline, Duration limit)
      throws BreachException, InterruptedException {
    LiveProcess.Event event =
        process.next(deadline).orElseThrow(() -> BreachException.timedOut(seconds(limit)));
    hasSpoken |= !(event instanceof LiveProcess.Event.Ended ended && ended.rest().length == 0);
    if (event instanceof LiveProcess.Event.Line answer) {
      validator.ifPresent(v -> v.heard(answer.bytes()));
      return answer.bytes();
    }
    throw breach(event);
  }

  private Reply reply(byte[] line, Collection<Long> asked) throws BreachException {
    Reply reply;
    try {
      reply = ReplyReader.read(JsonObject.parse(line));
    } catch (ProtocolException e) {
      throw BreachException.protocolError(e.reason(), line);
    } catch (OutOfMemoryError e) {
      throw BreachException.protocolError("an answer that does not fit into memory", line);
    }
    if (!asked.contains(reply.id())) {
      boolean isSecond = reply.id() >= 0 && reply.id() <= lastId;
      String expected = asked.stream().map(String::valueOf).collect(Collectors.joining(" or "));
      String rest = reply.id() + "; expected id " + expected;
      throw isSecond
          ? BreachException.secondAnswer("a second answer to id " + rest, line)
          : BreachException.protocolError("an answer to an id not asked, " + rest, line);
    }
    return reply;
  }

  private BreachException breach(LiveProcess.Event event) throws InterruptedException {
    if (event instanceof LiveProcess.Event.LineTooLong line) {
      return BreachException.protocolError(
          "a line longer than is allowed, or than memory holds", line.beginning());
    }
    if (event instanceof LiveProcess.Event.Ended ended) {
      return ended(ended.rest());
    }
    return BreachException.protocolError("too much on stderr in one case; only its end is kept");
  }

  private BreachException ended(byte[] rest) throws InterruptedException {
    String half = rest.length == 0 ? "" : "; it left half a line: " + Excerpt.ofLine(rest);
    OptionalInt status = process.exitStatus();
    return status.isPresent()
        ? BreachException.crashed("exit status " + status.getAsInt() + half)
        : BreachException.protocolError("stdout was closed without an answer" + half);
  }

  private static String seconds(Duration limit) {
    BigDecimal seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }
}
