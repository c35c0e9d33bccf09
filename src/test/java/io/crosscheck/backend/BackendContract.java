package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Asks a backend, where this JVM can run it. */
public abstract class BackendContract {

  private static final Map<Choice, String> FIRST =
      Arrays.stream(Choice.values())
          .collect(Collectors.toMap(Function.identity(), c -> c.allowed().get(0)));

  private Backend backend;

  protected abstract BackendProvider provider();

  @BeforeEach
  void create_where_the_module_is_on() {
    assumeTrue(provider().unavailability().isEmpty() && provider().missingJvmFlags().isEmpty());
    backend = provider().create();
  }

  @AfterEach
  void close() {
    if (backend != null) {
      backend.close();
    }
  }

  /** The backend's answer to a request that it must accept. */
  protected Tensor compute(String operation, Map<String, Tensor> inputs, Object... attributes) {
    Request request = request(operation, inputs, attributes);
    Answer answer = backend.answer(request);
    return answer instanceof Answer.Output output
        ? output.tensor()
        : fail(operation + ": " + answer);
  }

  /** Asserts that the backend's answer is within the strict bound of the exact value. */
  protected Verdict conforms(String operation, Map<String, Tensor> inputs, Object... attributes) {
    Request request = request(operation, inputs, attributes);
    Verdict verdict = new Judge(Profile.STRICT, FIRST).judge(request, backend.answer(request));
    assertThat(verdict.message(), verdict.passed(), is(true));
    return verdict;
  }

  private static Request request(
      String operation, Map<String, Tensor> inputs, Object... attributes) {
    Map<String, Object> named = new TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      named.put((String) attributes[i], attributes[i + 1]);
    }
    return new Request(operation, new Arguments(inputs, named));
  }

  protected static Tensor float32(String literal) {
    return TensorLiteral.parse(literal, DType.FLOAT32);
  }

  protected static Tensor float64(String literal) {
    return TensorLiteral.parse(literal, DType.FLOAT64);
  }

  protected static Tensor ints(String literal) {
    return TensorLiteral.parse(literal, DType.INT32);
  }

  protected static void close(Tensor actual, String expected, double tolerance) {
    Tensor exact = float64(expected);
    assertThat(actual.shape(), equalTo(exact.shape()));
    for (int i = 0; i < exact.size(); i++) {
      if (Double.isFinite(exact.number(i))) {
        assertThat("element " + i, actual.number(i), closeTo(exact.number(i), tolerance));
      } else {
        assertThat("element " + i, actual.number(i), equalTo(exact.number(i)));
      }
    }
  }

  protected final Description description() {
    return backend.description();
  }
}
