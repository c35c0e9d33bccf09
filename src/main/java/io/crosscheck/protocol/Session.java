package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;

/** A conversation with one process; after a breach it is of no more use. */
final class Session {

  private static final Duration STDERR_BEHIND = Duration.ofMillis(50);

  private final LiveProcess process;
  private long lastId = -1;
  private boolean hasSpoken;
  private boolean explainsFailures = true;

  Session(LiveProcess process) {
    this.process = process;
  }

  /** Whether anything came out of its stdout. */
  boolean hasSpoken() {
    return hasSpoken;
  }

  /** Whether it has answered no request yet, and may still be loading what it needs. */
  boolean isFresh() {
    return lastId <= 0;
  }

  Reply.Described describe(Duration limit) throws BreachException, InterruptedException {
    long id = ++lastId;
    Reply reply = exchange(id, ProtocolJson.describe(id), limit);
    if (reply instanceof Reply.Answered answered) {
      throw BreachException.protocolError("expected a description, got " + answered.answer());
    }
    return (Reply.Described) reply;
  }

  Answer ask(Request request, Encoding encoding, Duration limit)
      throws BreachException, InterruptedException {
    long id = ++lastId;
    Reply reply = exchange(id, ProtocolJson.request(id, request, encoding), limit);
    if (!(reply instanceof Reply.Answered answered)) {
      throw BreachException.protocolError("a description as the answer to a request");
    }
    Answer answer = answered.answer();
    if (answer instanceof Answer.Failed failed) {
      answer = new Answer.Failed(failed.message(), lastWords());
    }
    process.stderr().startCase();
    return answer;
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

  private Reply exchange(long id, String line, Duration limit)
      throws BreachException, InterruptedException {
    process.send(line);
    LiveProcess.Event event =
        process
            .next(System.nanoTime() + limit.toNanos())
            .orElseThrow(() -> BreachException.timedOut(seconds(limit)));
    hasSpoken |= !(event instanceof LiveProcess.Event.Ended ended && ended.rest().length == 0);
    if (event instanceof LiveProcess.Event.Line answer) {
      return reply(id, answer.bytes());
    }
    throw breach(event);
  }

  private static Reply reply(long id, byte[] line) throws BreachException {
    Reply reply;
    try {
      reply = ReplyReader.read(JsonObject.parse(line));
    } catch (ProtocolException e) {
      throw BreachException.protocolError(e.reason(), line);
    } catch (OutOfMemoryError e) {
      throw BreachException.protocolError("an answer that does not fit into memory", line);
    }
    if (reply.id() != id) {
      boolean isSecond = reply.id() >= 0 && reply.id() < id;
      String seen = isSecond ? "a second answer to id " : "an answer to an id not asked, ";
      throw BreachException.protocolError(seen + reply.id() + "; expected id " + id, line);
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
