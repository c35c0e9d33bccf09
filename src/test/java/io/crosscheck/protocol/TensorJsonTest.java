package io.crosscheck.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TensorJsonTest {

  static Stream<Tensor> tensors() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    return Stream.of(
        Tensor.ofNumbers(
            DType.FLOAT16, Shape.of(3, 3), 0.1, -0.0, 0, nan, inf, -inf, 65504, 0x1p-24, -0x1p-14),
        Tensor.ofNumbers(
            DType.BFLOAT16, Shape.of(8), 0.1, -0.0, nan, inf, -inf, 0x1.FEp127, 0x1p-133, 1e-3),
        Tensor.ofNumbers(
            DType.FLOAT32,
            Shape.of(4, 2),
            0.1,
            -0.0,
            nan,
            inf,
            -inf,
            Float.MAX_VALUE,
            Float.MIN_VALUE,
            16777217),
        Tensor.ofNumbers(
            DType.FLOAT64,
            Shape.of(2, 2, 2),
            0.1,
            -0.0,
            nan,
            inf,
            -inf,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            2e-3),
        Tensor.ofIntegers(DType.INT32, Shape.of(3), Integer.MIN_VALUE, Integer.MAX_VALUE, -1),
        Tensor.ofIntegers(DType.INT64, Shape.of(3), Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1),
        Tensor.ofIntegers(DType.BOOL, Shape.of(2, 1), 1, 0),
        Tensor.ofNumbers(DType.FLOAT32, Shape.of(), 2.5),
        Tensor.ofNumbers(DType.FLOAT32, Shape.of(0, 3)));
  }

  static Stream<Arguments> tensorsInBothEncodings() {
    return tensors().flatMap(t -> Stream.of(Encoding.values()).map(e -> Arguments.of(t, e)));
  }

  @ParameterizedTest
  @MethodSource("tensorsInBothEncodings")
  void every_tensor_survives_being_written_and_read(Tensor tensor, Encoding encoding)
      throws ProtocolException {
    assertEquals(tensor, read(ProtocolJson.answer(1, new Answer.Output(tensor), encoding)));
  }

  @Test
  void values_are_written_as_the_protocol_shows_them() {
    Tensor tensor =
        Tensor.ofNumbers(
            DType.FLOAT32,
            Shape.of(2, 4),
            1,
            2.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            0.1f,
            1e-7f);
    assertEquals(
        "{\"id\":1,\"output\":{\"dtype\":\"float32\",\"shape\":[2,4],\"values\":"
            + "[1,2.5,\"NaN\",\"Infinity\",\"-Infinity\",-0.0,0.1,1.0E-7]}}",
        ProtocolJson.answer(1, new Answer.Output(tensor), Encoding.VALUES));
  }

  @Test
  void bits_are_little_endian_base64() {
    // 1.0f is 3F800000, so its bytes are 00 00 80 3F.
    Tensor one = Tensor.ofNumbers(DType.FLOAT32, Shape.of(1), 1);
    assertTrue(
        ProtocolJson.answer(1, new Answer.Output(one), Encoding.BITS).contains("\"AACAPw==\""));
  }

  // Each decimal lies just off the midpoint of two numbers of the dtype, so near that rounding it
  // to
  // float64 first lands on the midpoint, and ties-to-even then goes the wrong way.
  @ParameterizedTest
  @CsvSource({
    "float32, 1.000000059604644775390625000001, 0x1.000002p0",
    "float32, 1.000000178813934326171874999999, 0x1.000002p0",
    "float32, -1.000000059604644775390625000001, -0x1.000002p0",
    "float16, 1.0004882812500000000000001, 0x1.004p0",
    "float16, 1.0014648437499999999999999, 0x1.004p0",
    "bfloat16, 1.00390625000000000000001, 0x1.02p0",
    "float16, 0.000000029802322387695312500000001, 0x1p-24",
    "float64, 1.00000000000000011102230246251565404236316680908203126, 0x1.0000000000001p0"
  })
  void decimals_are_rounded_directly_to_their_dtype(String dtype, String decimal, String expected)
      throws ProtocolException {
    assertEquals(Double.parseDouble(expected), only(dtype, decimal).number(0));
  }

  // 1 + 3/2^11 - 1/2^52 + 1/2^55: the nearest float64 is the neighbour of a midpoint of float16,
  // and
  // a step from there towards the decimal must not land on the midpoint.
  @Test
  void a_decimal_beside_the_neighbour_of_a_midpoint_is_rounded_down() throws ProtocolException {
    String decimal = "1.0014648437499998057109706905976054258644580841064453125";
    assertEquals(0x1.004p0, only("float16", decimal).number(0));
  }

  @ParameterizedTest
  @CsvSource({
    "float32, 1e39, Infinity", "float32, -1e39, -Infinity", "float16, 65520, Infinity",
    "float16, 65519.999, 65504", "float32, -1e-60, -0.0", "float64, -0, -0.0",
    "float32, NaN, NaN", "float64, Infinity, Infinity", "bfloat16, -Infinity, -Infinity",
    "float32, \"NaN\", NaN", "float32, \"-Infinity\", -Infinity", "float32, 1e99999, Infinity"
  })
  void words_signs_and_overflow_are_understood(String dtype, String json, double expected)
      throws ProtocolException {
    assertEquals(expected, only(dtype, json).number(0));
  }

  @Test
  void integers_beyond_two_to_the_53_keep_their_digits() throws ProtocolException {
    assertEquals(9007199254740993L, only("int64", "9007199254740993").integer(0));
    assertEquals(Long.MIN_VALUE, only("int64", "-9223372036854775808").integer(0));
    assertEquals(3, only("int32", "3.0").integer(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int32; 1.5; value 0 is 1.5; expected an integer within int32",
        "int32; 2147483648; value 0 is 2147483648",
        "int64; 9223372036854775808; value 0 is 9223372036854775808",
        "int64; NaN; value 0 is NaN",
        "int64; 1e999999999; value 0 is 1e999999999",
        "bool; 300; value 0 is 300; expected true or false",
        "bool; 1; value 0 is 1",
        "int32; true; value 0 is true",
        "float32; true; value 0 is true",
        "float32; null; value 0 is null",
        "float32; [1]; value 0 is [",
        "float32; \"abc\"; value 0 is \"abc\"; expected a number, \"NaN\"",
        "float32; \"1.5\"; value 0 is \"1.5\"",
        "float32; -INF; value 0 is -INF",
        "complex64; 1; dtype \"complex64\"; expected one of float16"
      })
  void what_the_dtype_does_not_have_is_refused(String dtype, String json, String message) {
    assertRefused(tensor(dtype, "[1]", "[" + json + "]"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[-1]; [1]; axis length -1",
        "[2147483648, 2147483648]; [1]; axis length 2147483648",
        "[2147483647]; [1]; needs 2147483647 values, got 1",
        "[65536, 65536]; [1]; has more than 2147483647 elements",
        "[1.5]; [1]; axis length 1.5",
        "[\"2\"]; [1]; axis length 2",
        "3; [1,2,3]; \"shape\" is not an array",
        "[2]; [1]; shape [2] needs 2 values, got 1",
        "[2]; [1,2,3]; shape [2] needs 2 values, got more",
        "[]; []; shape [] needs 1 values, got 0",
        "[1]; 7; \"values\" is not an array"
      })
  void shapes_that_do_not_fit_are_refused(String shape, String values, String message) {
    assertRefused(tensor("float32", shape, values), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"bits\":\"AAAA\"; shape [1] needs 4 bytes of float32, got 3",
        "\"bits\":\"?\"; \"bits\" is not base64",
        "\"bits\":7; \"bits\" is not a string",
        "\"bits\":\"AACAPw==\",\"values\":[1]; \"values\" or \"bits\", and not both",
        "\"other\":1; \"values\" or \"bits\", and not both"
      })
  void elements_come_in_one_well_formed_encoding(String members, String message) {
    assertRefused("{\"dtype\":\"float32\",\"shape\":[1]," + members + "}", message);
  }

  @Test
  void a_bool_byte_is_0_or_1() {
    assertRefused("{\"dtype\":\"bool\",\"shape\":[1],\"bits\":\"Ag==\"}", "byte 0 of a bool is 2");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void members_come_in_any_order(DType dtype) throws ProtocolException {
    String value = dtype == DType.BOOL ? "true" : "1";
    String json =
        "{\"values\" : ["
            + value
            + "], \"x\":{\"values\":[[{}]]},\"shape\":[1],\"dtype\":\""
            + dtype.token()
            + "\"}";
    assertEquals(1, read("{\"output\":" + json + ", \"id\": 3}").number(0));
  }

  private static Tensor only(String dtype, String value) throws ProtocolException {
    return read("{\"id\":1,\"output\":" + tensor(dtype, "[1]", "[" + value + "]") + "}");
  }

  private static String tensor(String dtype, String shape, String values) {
    return "{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"values\":" + values + "}";
  }

  private static Tensor read(String line) throws ProtocolException {
    Reply.Answered reply = (Reply.Answered) ProtocolJson.reply(line);
    return ((Answer.Output) reply.answer()).tensor();
  }

  private static void assertRefused(String tensor, String message) {
    String line = "{\"id\":1,\"output\":" + tensor + "}";
    String seen = assertThrows(ProtocolException.class, () -> ProtocolJson.reply(line)).reason();
    assertTrue(seen.contains(message), seen);
  }
}
