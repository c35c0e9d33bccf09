package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;

/**
 * An implementation with one fault.
 *
 * @param name what is wrong with it
 * @param operation the operation that has the fault; all others are right
 * @param rejectedBy the start of a requirement that must reject it
 * @param words a part of the message that the rejection must have
 * @param fault how it answers that operation
 * @param needsSize whether only tensors of the full tier are large enough to show it
 */
public record Mutant(
    String name,
    String operation,
    String rejectedBy,
    String words,
    Fault fault,
    boolean needsSize) {

  /** Refuses one that any message would reject. */
  public Mutant {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          name + " in " + operation + " has no words; give a part of the message that rejects it");
    }
  }

  Mutant(String name, String operation, String rejectedBy, String words, Fault fault) {
    this(name, operation, rejectedBy, words, fault, false);
  }

  static Mutant needingSize(
      String name, String operation, String rejectedBy, String words, Fault fault) {
    return new Mutant(name, operation, rejectedBy, words, fault, true);
  }

  /** What is answered in place of the right answer. */
  public interface Fault {
    Answer answer(Honest honest, Request request);
  }

  /** Gives a number where the specification refuses, for that requirement to reject. */
  static Mutant unrefusing(String operation, String requirement) {
    Answer number = new Answer.Output(Tensor.ofNumbers(DType.FLOAT32, Shape.of(), 7));
    return new Mutant(
        "a number in place of a refusal",
        operation,
        requirement,
        "expected a refusal",
        (honest, request) -> {
          Answer answer = honest.answer(request);
          return answer instanceof Answer.Refused ? number : answer;
        });
  }

  /** The mutant as a backend that declares nothing, as a stranger's would. */
  public Backend backend() {
    Honest honest = new Honest();
    return new Stranger(
        "mutant",
        honest.backend().description().operations(),
        request ->
            request.operation().equals(operation)
                ? fault.answer(honest, request)
                : honest.answer(request));
  }

  @Override
  public String toString() {
    return name + " in " + operation;
  }
}
