package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import ch.obermuhlner.math.big.BigDecimalMath;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.backend.Backends;
import io.crosscheck.protocol.Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve --backend reference} answers where the enclosure is asked for. */
class CertifiedBoundsTest {

  private static final MathContext DIGITS = new MathContext(60);

  @ParameterizedTest
  @CsvSource({"1", "-0.5", "-80", "3e-30", "88.7", "-300"})
  void bounds_hold_the_exact_value_to_25_digits(String x) throws IOException {
    JsonNode answer =
        ask("sigmoid", "{\"dtype\":\"float64\",\"shape\":[1],\"values\":[" + x + "]}");
    BigDecimal given = new BigDecimal(Double.parseDouble(x));
    BigDecimal exact =
        BigDecimal.ONE.divide(
            BigDecimal.ONE.add(BigDecimalMath.exp(given.negate(), DIGITS)), DIGITS);
    BigDecimal lower = new BigDecimal(answer.at("/enclosure/lower/0").asText());
    BigDecimal upper = new BigDecimal(answer.at("/enclosure/upper/0").asText());
    assertThat(lower, lessThanOrEqualTo(exact));
    assertThat(upper, greaterThanOrEqualTo(exact));
    assertThat(upper.subtract(lower), lessThan(exact.scaleByPowerOfTen(-25)));
    assertThat(lower.precision(), greaterThanOrEqualTo(25));
  }

  @Test
  void special_values_and_exact_ones_are_their_own_bounds() throws IOException {
    JsonNode answer =
        ask(
            "log_sum_exp",
            "{\"dtype\":\"float32\",\"shape\":[4,1],"
                + "\"values\":[\"NaN\",\"Infinity\",\"-Infinity\",-2.5]}");
    String expected = "[\"NaN\",\"Infinity\",\"-Infinity\",\"-2.5\"]";
    assertThat(answer.at("/enclosure/lower").toString(), is(expected));
    assertThat(answer.at("/enclosure/upper").toString(), is(expected));
  }

  @Test
  void there_is_a_bound_for_every_element() throws IOException {
    JsonNode answer =
        ask("softmax", "{\"dtype\":\"bfloat16\",\"shape\":[2,3],\"values\":[1,2,3,4,5,6]}");
    assertThat(answer.at("/enclosure/lower").size(), is(6));
    assertThat(answer.at("/enclosure/upper").size(), is(6));
  }

  @Test
  void a_refusal_has_none() throws IOException {
    JsonNode answer = ask("softmax", "{\"dtype\":\"bool\",\"shape\":[1],\"values\":[true]}");
    assertThat(answer.has("refused") || answer.has("unsupported"), is(true));
    assertThat(answer.has("enclosure"), is(false));
  }

  private static JsonNode ask(String operation, String logits) throws IOException {
    String line =
        "{\"id\":1,\"operation\":\"%s\",\"enclosure\":true,\"inputs\":{\"logits\":%s}}\n"
            .formatted(operation, logits);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Server(Backends.create(Backends.available("reference")), new CertifiedBounds(Map.of()))
        .serve(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out);
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }
}
