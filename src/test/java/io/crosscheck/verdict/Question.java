package io.crosscheck.verdict;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.util.HashMap;
import java.util.Map;

/** A request put together from literals, and what the judge says of answers to it. */
record Question(Request request, DType dtype, Profile profile, Map<Choice, String> declared) {

  /** In that dtype, by the standard profile, of an implementation that declares nothing. */
  static Question of(String operation, DType dtype) {
    Arguments nothing = new Arguments(Map.of(), Map.of());
    return new Question(new Request(operation, nothing), dtype, Profile.STANDARD, Map.of());
  }

  /** With a tensor of the question's dtype. */
  Question input(String name, String literal) {
    return input(name, TensorLiteral.parse(literal, dtype));
  }

  Question input(String name, Tensor tensor) {
    Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
    inputs.put(name, tensor);
    return asking(new Arguments(inputs, request.arguments().attributes()));
  }

  Question labels(String name, String literal) {
    return input(name, TensorLiteral.parse(literal, DType.INT64));
  }

  Question attribute(String name, Object value) {
    Map<String, Object> attributes = new HashMap<>(request.arguments().attributes());
    attributes.put(name, value);
    return asking(new Arguments(request.arguments().inputs(), attributes));
  }

  private Question asking(Arguments arguments) {
    return new Question(new Request(request.operation(), arguments), dtype, profile, declared);
  }

  Question by(Profile other) {
    return new Question(request, dtype, other, declared);
  }

  /** Of an implementation that also declares this value. */
  Question declaring(Choice choice, String value) {
    Map<Choice, String> more = new HashMap<>(declared);
    more.put(choice, value);
    return new Question(request, dtype, profile, more);
  }

  /** The verdict on a result of the question's dtype. */
  Verdict on(String literal) {
    return on(TensorLiteral.parse(literal, dtype));
  }

  Verdict on(double... numbers) {
    return on(Tensor.ofNumbers(dtype, Shape.of(numbers.length), numbers));
  }

  /** The verdict on a scalar result. */
  Verdict onScalar(double number) {
    return on(Tensor.ofNumbers(dtype, Shape.of(), number));
  }

  Verdict on(Tensor result) {
    return on(new Answer.Output(result));
  }

  Verdict onRefusal(RefusalCode code) {
    return on(new Answer.Refused(code, "because"));
  }

  Verdict on(Answer answer) {
    return new Judge(profile, declared).judge(request, answer);
  }
}
