package io.crosscheck.probe;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.TensorLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A question and its answer, in words.
 *
 * @param fitting the values of the choice by which the answer is right; none if it is wrong by all
 */
public record Evidence(String question, String answer, Set<String> fitting) {

  static Evidence of(Request request, Answer answer, Set<String> fitting) {
    return new Evidence(question(request), text(answer), fitting);
  }

  private static String question(Request request) {
    List<String> given = new ArrayList<>();
    request.arguments().inputs().forEach((name, t) -> given.add(name + " = " + t));
    request.arguments().attributes().forEach((name, value) -> given.add(name + " " + value));
    return request.operation() + " of " + String.join(", ", given);
  }

  private static String text(Answer answer) {
    if (answer instanceof Answer.Output output) {
      return TensorLiteral.format(output.tensor());
    }
    if (answer instanceof Answer.Refused refused) {
      return "refused with " + refused.code().token();
    }
    if (answer instanceof Answer.Unsupported unsupported) {
      return "unsupported: " + unsupported.reason();
    }
    return "failed: " + ((Answer.Failed) answer).message();
  }
}
