package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertifiedResultTest {

  // mpmath 1.4.1 at 60 digits, cut to 25.
  @ParameterizedTest
  @CsvSource({
    "float32, -1, 0.2689414213699951207488407, 0.2689414213699951207488408",
    "float64, -1, 0.2689414213699951207488407, 0.2689414213699951207488408",
    "float64, 80, 0.9999999999999999999999999, 1.000000000000000000000000",
    "float64, 1e-30, 0.5000000000000000000000000, 0.5000000000000000000000001",
    "float64, 0, 0.5, 0.5",
    "float64, -745, 2.822350730471937076353440E-324, 2.822350730471937076353441E-324",
    "float64, NaN, NaN, NaN",
  })
  void digits_are_those_of_the_exact_value(String dtype, String x, String lower, String upper) {
    CertifiedResult result = sigmoid(DType.ofToken(dtype).orElseThrow(), x);
    assertThat(result.lower(0, 25), is(lower));
    assertThat(result.upper(0, 25), is(upper));
  }

  @Test
  void a_quotient_that_ends_is_enclosed_though_no_arithmetic_proves_it() {
    Map<String, Object> reduction = Map.of("reduction", "mean");
    Arguments tenths =
        new Arguments(
            Map.of("loss", TensorLiteral.parse("[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]", DType.FLOAT64)),
            reduction);
    CertifiedResult result =
        CertifiedResult.of(new Request("reduce_loss", tenths), Choices.defaults()).orElseThrow();
    assertThat(result.lower(0, 25), is("0.09999999999999999999999999"));
    assertThat(result.upper(0, 25), is("0.1000000000000000000000001"));
    assertThat(result.rounded(0).orElseThrow(), is(0.1));
  }

  @Test
  void logits_twice_the_largest_double_apart_have_a_finite_bound() {
    String logits = "[1.7976931348623157e308, -1.7976931348623157e308]";
    Arguments apart =
        new Arguments(Map.of("logits", TensorLiteral.parse(logits, DType.FLOAT64)), Map.of());
    CertifiedResult result =
        CertifiedResult.of(new Request("log_softmax", apart), Choices.defaults()).orElseThrow();
    double allowed = result.allowed(Profile.STANDARD)[1];
    // 4 u times the value as a double; the other terms are too small to show.
    assertThat(allowed, is(0x1p-51 * Double.MAX_VALUE));
  }

  @Test
  void a_saturated_sigmoid_is_allowed_no_more_than_its_constant() {
    double allowed = sigmoid(DType.FLOAT32, "3e38").allowed(Profile.STANDARD)[0];
    // 8 u at the value 1, and 2 eta.
    assertThat(allowed, is(closeTo(0x1p-21, 0x1p-60)));
  }

  private static CertifiedResult sigmoid(DType dtype, String x) {
    Arguments arguments = new Arguments(Map.of("logits", TensorLiteral.parse(x, dtype)), Map.of());
    return CertifiedResult.of(new Request("sigmoid", arguments), Choices.defaults()).orElseThrow();
  }
}
