package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request on its way: waiting, sent or answered. */
final class Errand {

  private final Request request;
  private boolean sent;
  private boolean alone;
  private @Nullable Answer answer;

  Errand(Request request) {
    this.request = request;
  }

  Request request() {
    return request;
  }

  boolean isSent() {
    return sent;
  }

  void send() {
    sent = true;
  }

  /** Whether it was under way, with others, when a process ended. */
  boolean isAlone() {
    return alone;
  }

  /** It has to be sent again, and with no other beside it. */
  void goAlone() {
    sent = false;
    alone = true;
  }

  Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  void answered(Answer given) {
    answer = given;
  }
}
