package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.util.HashMap;
import java.util.Map;

/** An operation applied to literals under choices, to be read as exact numbers or a refusal. */
record Evaluation(
    Operation operation, DType dtype, Arguments arguments, Map<Choice, String> choices) {

  static Evaluation of(String operation, DType dtype) {
    Arguments nothing = new Arguments(Map.of(), Map.of());
    return new Evaluation(Catalogue.find(operation).orElseThrow(), dtype, nothing, Map.of());
  }

  Evaluation input(String name, String literal) {
    return input(name, TensorLiteral.parse(literal, dtype));
  }

  Evaluation labels(String name, String literal) {
    return input(name, TensorLiteral.parse(literal, DType.INT64));
  }

  Evaluation input(String name, Tensor tensor) {
    Map<String, Tensor> inputs = new HashMap<>(arguments.inputs());
    inputs.put(name, tensor);
    Arguments changed = new Arguments(inputs, arguments.attributes());
    return new Evaluation(operation, dtype, changed, choices);
  }

  Evaluation with(String name, Object value) {
    Map<String, Object> attributes = new HashMap<>(arguments.attributes());
    attributes.put(name, value);
    Arguments changed = new Arguments(arguments.inputs(), attributes);
    return new Evaluation(operation, dtype, changed, choices);
  }

  Evaluation under(Choice choice, String value) {
    Map<Choice, String> changed = new HashMap<>(choices);
    changed.put(choice, value);
    return new Evaluation(operation, dtype, arguments, changed);
  }

  private Arguments bound() {
    return operation.signature().bind(arguments);
  }

  Certified certified() {
    return Certified.of(operation, bound(), Choices.of(choices));
  }

  /** Dtype and shape of the result, of which nothing is computed. */
  Header header() {
    return operation.header(bound(), Choices.of(choices));
  }

  /** The exact result as one stage has it. */
  Real[] exact(Stage stage) {
    return operation.exact(bound(), Choices.of(choices), stage);
  }

  ErrorBound bound(Profile profile) {
    return operation.bound(bound(), new Terms(profile, dtype, Choices.of(choices)));
  }

  /** The exact result, correctly rounded to float64. */
  double[] values() {
    Certified certified = certified();
    double[] values = new double[certified.header().shape().size()];
    for (int i = 0; i < values.length; i++) {
      while (certified.enclosure(i).rounded(DType.FLOAT64).isEmpty()) {
        certified.refine(i);
      }
      values[i] = certified.enclosure(i).rounded(DType.FLOAT64).getAsDouble();
    }
    return values;
  }

  /** The one number of a result of one element. */
  double value() {
    double[] values = values();
    if (values.length != 1) {
      throw new AssertionError(values.length + " elements");
    }
    return values[0];
  }

  /** Holds a number to four ulp of what it should be, of which a literal has the digits. */
  static void assertNear(double expected, double actual) {
    if (Double.isFinite(expected)) {
      assertThat(actual, closeTo(expected, 4 * Math.ulp(expected)));
    } else {
      assertThat(actual, is(expected));
    }
  }

  RefusalCode refusal() {
    return assertThrows(RefusedException.class, this::certified).code();
  }
}
