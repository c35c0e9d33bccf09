package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of the protocol, without their line ends, to and from what they mean. */
public final class ProtocolJson {

  private ProtocolJson() {}

  /** The line that asks for a description. */
  public static String describe(long id) {
    return LineWriter.describe(id);
  }

  /** The line that asks for an operation; it holds all that is needed to reproduce the case. */
  public static String request(long id, Request request, Encoding encoding) {
    return LineWriter.request(id, request, encoding);
  }

  /** The line that describes an implementation which wants its tensors in {@code encoding}. */
  public static String description(long id, Description description, Encoding encoding) {
    return LineWriter.description(id, description, encoding);
  }

  /** The line that answers a request. */
  public static String answer(long id, Answer answer, Encoding encoding) {
    return LineWriter.answer(id, answer, encoding, Optional.empty());
  }

  /**
   * The meaning of a line that an adapter is sent. Integral numbers become Long attributes, other
   * numbers Double.
   */
  public static Query query(String line) throws ProtocolException {
    return QueryReader.read(JsonObject.parse(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** The meaning of a line that an adapter sends, live or recorded. */
  public static Reply reply(String line) throws ProtocolException {
    return ReplyReader.read(JsonObject.parse(line.getBytes(StandardCharsets.UTF_8)));
  }
}
