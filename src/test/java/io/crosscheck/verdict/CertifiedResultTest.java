package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.math.BigDecimal;
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

  @Test
  void digits_beyond_the_first_arithmetic_are_had_from_the_next_ones() {
    // mpmath 1.3 at 60 digits.
    CertifiedResult result = sigmoid(DType.FLOAT32, "-1");
    assertThat(result.lower(0, 40), is("0.2689414213699951207488407581781637256348"));
    assertThat(result.upper(0, 40), is("0.2689414213699951207488407581781637256349"));
  }

  @Test
  void zero_has_one_digit() {
    CertifiedResult result = softmax("[0, -Infinity]");
    assertThat(result.lower(1, 25), is("0"));
    assertThat(result.upper(1, 25), is("0"));
  }

  @Test
  void a_value_too_small_to_be_told_is_left_untold() {
    CertifiedResult result = softmax("[0, -1e300]");
    assertThat(result.lower(1, 25), is("0"));
    assertThat(result.upper(1, 25), is(not("0")));
    assertThat(result.rounded(1).orElseThrow(), is(0.0));
  }

  @Test
  void a_value_beyond_doubles_has_its_digits_and_a_tight_enclosure() {
    CertifiedResult result = sum(DType.FLOAT64, "[1e308, 1e308, 1e308, 1e308]");
    // The double next to 1e308 is 1.0000000000000000109790636294404554174e308.
    assertThat(result.tight(0).isUnbounded(), is(false));
    result = sum(DType.FLOAT64, "[1e308, 1e308, 1e308, 1e308]");
    assertThat(result.lower(0, 25), is("4.000000000000000043916254E+308"));
    assertThat(result.upper(0, 25), is("4.000000000000000043916255E+308"));
  }

  @Test
  void a_tight_enclosure_is_as_tight_as_it_says() {
    Enclosure tight = sigmoid(DType.FLOAT32, "-1").tight(0);
    BigDecimal exact = new BigDecimal("0.26894142136999512074884075817816372563485536");
    assertThat(tight.lower().compareTo(exact) < 0, is(true));
    assertThat(tight.upper().compareTo(exact) > 0, is(true));
    BigDecimal width = tight.upper().subtract(tight.lower());
    assertThat(width.compareTo(exact.scaleByPowerOfTen(-26)) < 0, is(true));
    assertThat(sigmoid(DType.FLOAT32, "NaN").tight(0).special().isPresent(), is(true));
  }

  @Test
  void what_lies_beside_a_midpoint_is_rounded_to_its_side() {
    // 1 + 2^-24 lies between 1 and 1 + 2^-23; doubles can't tell what 2^-60 adds.
    CertifiedResult above = sum(DType.FLOAT32, "[1, 0x1p-24, 0x1p-60]");
    assertThat(above.rounded(0).orElseThrow(), is(1 + 0x1p-23));
    CertifiedResult below = sum(DType.FLOAT32, "[1, 0x1p-24, -0x1p-60]");
    assertThat(below.rounded(0).orElseThrow(), is(1.0));
  }

  @Test
  void integers_are_a_tensor_of_their_own_dtype() {
    Question rows = Question.of("argmax", DType.FLOAT32).input("values", "[[1, 5, 2], [7, 0, 8]]");
    Tensor integers = CertifiedResult.certify(rows.request(), Choices.defaults()).integers();
    assertThat(integers, is(TensorLiteral.parse("[1, 2]", DType.INT64)));
  }

  private static CertifiedResult softmax(String logits) {
    Question question = Question.of("softmax", DType.FLOAT64).input("logits", logits);
    return CertifiedResult.certify(question.request(), Choices.defaults());
  }

  private static CertifiedResult sum(DType dtype, String loss) {
    Question question = Question.of("reduce_loss", dtype).attribute("reduction", "sum");
    return CertifiedResult.certify(question.input("loss", loss).request(), Choices.defaults());
  }

  private static CertifiedResult sigmoid(DType dtype, String x) {
    Arguments arguments = new Arguments(Map.of("logits", TensorLiteral.parse(x, dtype)), Map.of());
    return CertifiedResult.of(new Request("sigmoid", arguments), Choices.defaults()).orElseThrow();
  }
}
