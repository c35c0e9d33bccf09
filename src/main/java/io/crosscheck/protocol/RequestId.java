package io.crosscheck.protocol;

import io.crosscheck.backend.Request;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids of recorded requests. An id follows from the case, the request's place in it and the request
 * itself: it is the same in every export, whatever else is selected, and no answer is ever taken
 * for that to a request which the specification has changed since.
 */
public final class RequestId {

  // Every language holds integers below 2^53 exactly.
  private static final int BITS = 52;

  private RequestId() {}

  /**
   * The id of a request.
   *
   * @param position the number of requests that the case makes before it
   * @return 1 to 2^52 - 1; two of ten thousand requests share one with a probability of 1e-8
   */
  public static long of(String caseId, int position, Request request) {
    String text = caseId + '\n' + position + '\n' + LineWriter.request(0, request, Encoding.BITS);
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return Math.max(1, ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
