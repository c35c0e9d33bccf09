package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.protocol.Encoding;
import io.crosscheck.protocol.ProtocolJson;
import io.crosscheck.tensor.Tensor;

/** How to ask the same again: the words below every failure, in scenarios and in matchers. */
public final class Reproduction {

  // Longer requests are in the report; a console wants a line that can be read.
  private static final int LONGEST_QUOTE = 2_000;
  private static final int MOST_READABLE_ELEMENTS = 1_000;

  private Reproduction() {}

  /** The request as a line of the adapter protocol, which {@code compute --request} takes. */
  public static String line(Request request) {
    long elements = request.arguments().inputs().values().stream().mapToLong(Tensor::size).sum();
    return ProtocolJson.request(
        1, request, elements > MOST_READABLE_ELEMENTS ? Encoding.BITS : Encoding.VALUES);
  }

  /** {@code message} with the requests that reproduce it below, a long one cut. */
  public static String below(String message, Request... requests) {
    StringBuilder text = new StringBuilder(message);
    for (Request request : requests) {
      text.append('\n').append(quote(line(request)));
    }
    return text.toString();
  }

  private static String quote(String line) {
    return line.length() <= LONGEST_QUOTE
        ? "request: " + line
        : "request (the first %d of %d characters): %s…"
            .formatted(LONGEST_QUOTE, line.length(), line.substring(0, LONGEST_QUOTE));
  }
}
