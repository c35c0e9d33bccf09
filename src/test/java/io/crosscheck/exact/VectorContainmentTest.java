package io.crosscheck.exact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published bounds against an independent library, read as another project would read them. */
class VectorContainmentTest {

  private static final Oracle ORACLE = Oracle.FINE;
  private static final MathContext DIGITS = ORACLE.digits();
  // What a sum of 75 digits leaves uncertain where it cancels.
  private static final BigDecimal SLACK = new BigDecimal("1e-40");
  private static final double FARTHEST = 20_000;

  @ParameterizedTest
  @CsvSource({
    "softmax, float32",
    "softmax, float64",
    "log_softmax, float32",
    "log_softmax, float64",
    "log_sum_exp, float64",
    "sigmoid, float32",
    "sigmoid, float64",
    "softmax_cross_entropy_with_logits, float32",
    "softmax_cross_entropy_with_logits, float64",
    "sigmoid_cross_entropy_with_logits, float32",
    "sigmoid_cross_entropy_with_logits, float64",
  })
  void bounds_hold_what_an_independent_library_computes(String operation, String dtype)
      throws IOException {
    int compared = 0;
    for (JsonNode vector : vectors(operation, dtype)) {
      if (isPlain(vector)) {
        BigDecimal[] exact = exact(operation, vector, dtype);
        for (int i = 0; i < exact.length; i++) {
          compare(vector, i, exact[i]);
          compared++;
        }
      }
    }
    assertThat(compared, greaterThan(10));
  }

  private static void compare(JsonNode vector, int i, BigDecimal exact) {
    String where = vector.path("id").asText() + " " + i;
    BigDecimal lower = new BigDecimal(vector.at("/expected/lower/" + i).asText());
    BigDecimal upper = new BigDecimal(vector.at("/expected/upper/" + i).asText());
    BigDecimal off = exact.abs().max(new BigDecimal("1e-3000")).multiply(SLACK);
    assertThat(where, lower, lessThanOrEqualTo(exact.add(off)));
    assertThat(where, upper, greaterThanOrEqualTo(exact.subtract(off)));
    assertThat(where, upper.subtract(lower), lessThanOrEqualTo(exact.abs().scaleByPowerOfTen(-24)));
    BigDecimal bound = new BigDecimal(vector.at("/expected/bound/" + i).asText());
    double least = vector.at("/expected/least/" + i).asDouble();
    double greatest = vector.at("/expected/greatest/" + i).asDouble();
    assertThat(where, new BigDecimal(least), greaterThanOrEqualTo(lower.subtract(bound)));
    assertThat(where, new BigDecimal(greatest), lessThanOrEqualTo(upper.add(bound)));
    assertThat(where, new BigDecimal(least), lessThan(upper.add(off)));
    assertThat(where, new BigDecimal(greatest), greaterThan(lower.subtract(off)));
  }

  /** A vector or matrix of finite numbers that aren't too far apart, without attributes. */
  private static boolean isPlain(JsonNode vector) {
    JsonNode logits = vector.at("/inputs/logits");
    boolean near = true;
    for (JsonNode value : logits.path("values")) {
      near &= value.isNumber() && Math.abs(value.asDouble()) < FARTHEST;
    }
    for (JsonNode rounded : vector.at("/expected/rounded")) {
      near &= rounded.isNumber();
    }
    int rank = logits.path("shape").size();
    boolean labelled =
        vector.at("/inputs/labels/shape").isMissingNode()
            || vector.at("/inputs/labels/shape").equals(logits.path("shape"));
    return near
        && (rank == 1 || rank == 2)
        && labelled
        && vector.path("attributes").isEmpty()
        && vector.at("/inputs/pos_weight").isMissingNode()
        && !vector.path("expected").has("refused");
  }

  private static BigDecimal[] exact(String operation, JsonNode vector, String dtype) {
    BigDecimal[] x = elements(vector, "logits", dtype);
    if (operation.startsWith("sigmoid")) {
      BigDecimal[] labels = operation.equals("sigmoid") ? x : elements(vector, "labels", dtype);
      return IntStream.range(0, x.length)
          .mapToObj(i -> operation.equals("sigmoid") ? sigmoid(x[i]) : loss(labels[i], x[i]))
          .toArray(BigDecimal[]::new);
    }
    JsonNode shape = vector.at("/inputs/logits/shape");
    int n = shape.path(shape.size() - 1).asInt();
    List<BigDecimal> result = new ArrayList<>();
    for (int start = 0; start < x.length; start += n) {
      BigDecimal[] row = Arrays.copyOfRange(x, start, start + n);
      switch (operation) {
        case "softmax" -> logs(row).forEach(l -> result.add(ORACLE.exp(l)));
        case "log_softmax" -> result.addAll(logs(row));
        case "log_sum_exp" -> result.add(row[0].subtract(logs(row).get(0)));
        default -> {
          BigDecimal[] labels = elements(vector, "labels", dtype);
          result.add(loss(Arrays.copyOfRange(labels, start, start + n), row));
        }
      }
    }
    return result.toArray(BigDecimal[]::new);
  }

  /** x − ln Σ exp of a row: x less the largest, less ln(1 + the other exponentials). */
  private static List<BigDecimal> logs(BigDecimal[] row) {
    List<BigDecimal> rest = new ArrayList<>(List.of(row));
    BigDecimal max = Collections.max(rest);
    rest.remove(max);
    BigDecimal others =
        rest.stream()
            .map(x -> ORACLE.exp(x.subtract(max)))
            .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, DIGITS));
    BigDecimal ln = ORACLE.log1p(others);
    return Arrays.stream(row).map(x -> x.subtract(max).subtract(ln)).toList();
  }

  private static BigDecimal loss(BigDecimal[] labels, BigDecimal[] row) {
    List<BigDecimal> logs = logs(row);
    return IntStream.range(0, row.length)
        .mapToObj(k -> labels[k].multiply(logs.get(k)).negate())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sigmoid(BigDecimal x) {
    return ORACLE.exp(logs(new BigDecimal[] {x, BigDecimal.ZERO}).get(0));
  }

  /** z·softplus(−x) + (1 − z)·softplus(x). */
  private static BigDecimal loss(BigDecimal z, BigDecimal x) {
    List<BigDecimal> logs = logs(new BigDecimal[] {x, BigDecimal.ZERO});
    BigDecimal positive = z.multiply(logs.get(0)).negate();
    return positive.subtract(BigDecimal.ONE.subtract(z).multiply(logs.get(1)));
  }

  private static BigDecimal[] elements(JsonNode vector, String input, String dtype) {
    byte[] bytes = Base64.getDecoder().decode(vector.at("/bits/" + input).asText());
    ByteBuffer bits = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    BigDecimal[] elements = new BigDecimal[bytes.length / (dtype.equals("float32") ? 4 : 8)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] =
          new BigDecimal(dtype.equals("float32") ? (double) bits.getFloat() : bits.getDouble());
    }
    return elements;
  }

  private static JsonNode vectors(String operation, String dtype) throws IOException {
    File file = new File("fixtures/vectors/" + operation + "/" + dtype + ".json");
    return new ObjectMapper().readTree(file).path("cases");
  }
}
