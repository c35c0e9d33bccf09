package io.crosscheck.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolJsonTest {

  private static final Tensor LOGITS = Tensor.ofNumbers(DType.FLOAT32, Shape.of(2), 1, -0.0);

  @Test
  void a_request_is_one_self_contained_line() {
    Request request = request(Map.of("axis", 1L, "epsilon", 1.0, "keep_dims", true, "to", "a\n"));
    assertEquals(
        "{\"id\":7,\"operation\":\"softmax\","
            + "\"attributes\":{\"axis\":1,\"epsilon\":1.0,\"keep_dims\":true,\"to\":\"a\\n\"},"
            + "\"inputs\":{\"logits\":{\"dtype\":\"float32\",\"shape\":[2],\"values\":[1,-0.0]}}}",
        ProtocolJson.request(7, request, Encoding.VALUES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VALUES", "BITS"})
  void a_request_survives_being_written_and_read(Encoding encoding) throws ProtocolException {
    Request request =
        request(
            Map.of(
                "axis",
                -3L,
                "whole",
                2.0,
                "tiny",
                1e-7,
                "nan",
                Double.NaN,
                "low",
                Double.NEGATIVE_INFINITY,
                "keep_dims",
                false,
                "reduction",
                "mean"));
    Query query = ProtocolJson.query(ProtocolJson.request(9, request, encoding));
    assertEquals(new Query.Run(9, request, encoding, false), query);
  }

  @Test
  void the_questions_of_the_protocol_are_understood() throws ProtocolException {
    assertEquals(new Query.Describe(0), ProtocolJson.query(ProtocolJson.describe(0)));
    assertEquals("{\"id\":0,\"describe\":{\"protocol\":1}}", ProtocolJson.describe(0));
    Query.Run run =
        (Query.Run)
            ProtocolJson.query("{\"id\":2,\"operation\":\"causal_mask\",\"enclosure\":true}");
    assertTrue(run.enclosure());
    assertEquals(new Arguments(Map.of(), Map.of()), run.request().arguments());
  }

  @Test
  void an_integer_beyond_64_bits_is_a_number() throws ProtocolException {
    Query.Run run =
        (Query.Run)
            ProtocolJson.query(
                "{\"id\":1,\"operation\":\"x\",\"attributes\":{\"axis\":18446744073709551616}}");
    assertEquals(0x1p64, run.request().arguments().number("axis"));
  }

  @Test
  void every_kind_of_answer_survives() throws ProtocolException {
    List<Answer> answers =
        List.of(
            new Answer.Output(LOGITS),
            new Answer.Refused(RefusalCode.INVALID_AXIS, "axis 3 is out of range for rank 2"),
            new Answer.Unsupported("no float16 kernel"),
            new Answer.Failed("CUDA out of memory"));
    for (Answer answer : answers) {
      String line = ProtocolJson.answer(5, answer, Encoding.VALUES);
      assertEquals(new Reply.Answered(5, answer), ProtocolJson.reply(line));
    }
  }

  @Test
  void a_null_member_is_an_absent_one() throws ProtocolException {
    Reply reply =
        ProtocolJson.reply(
            "{\"id\":5,\"output\":null,\"refused\":null,\"failed\":{\"message\":\"m\"}}");
    assertEquals(new Reply.Answered(5, new Answer.Failed("m")), reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "5e0", "50e-1"})
  void an_id_is_a_number_however_written(String id) throws ProtocolException {
    Reply reply = ProtocolJson.reply("{\"id\":" + id + ",\"failed\":{}}");
    assertEquals(5, reply.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hello; not a JSON object: Unrecognized token 'hello'",
        "[1]; not a JSON object",
        "7; not a JSON object",
        "''; not a JSON object",
        "{\"id\":1; not a JSON object: Unexpected end-of-input",
        "{\"id\":1,\"failed\":{}} {\"id\":1}; more than one JSON value",
        "{\"id\":1,\"failed\":{}} x; not a JSON object",
        "{\"id\":1,\"id\":2,\"failed\":{}}; Duplicate field 'id'",
        "{\"failed\":{}}; no \"id\" in it",
        "{\"id\":\"1\",\"failed\":{}}; \"id\" is not an integer",
        "{\"id\":1.5,\"failed\":{}}; \"id\" is not an integer",
        "{\"id\":NaN,\"failed\":{}}; \"id\" is not an integer",
        "{\"id\":1e999999999,\"failed\":{}}; \"id\" is not an integer",
        "{\"id\":1}; none in it; expected exactly one of output, refused",
        "{\"id\":1,\"failed\":{},\"refused\":{}}; refused and failed in it; expected exactly one",
        "{\"id\":1,\"failed\":\"no\"}; \"failed\" is not an object",
        "{\"id\":1,\"failed\":{\"message\":1}}; \"message\" is not a string",
        "{\"id\":1,\"refused\":{\"code\":\"axis\"}}; refusal code \"axis\"; expected one of invalid_axis",
        "{\"id\":1,\"refused\":{\"message\":\"m\"}}; no \"code\" in it"
      })
  void lines_that_are_no_answer_are_refused(String line, String message) {
    assertRefused(line, message);
  }

  @Test
  void deep_nesting_is_refused_without_recursion() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertRefused("{\"id\":1,\"x\":" + deep + "}", "nesting depth");
  }

  @Test
  void text_that_is_not_utf_8_is_refused() {
    byte[] line = "{\"id\":1,\"failed\":{\"message\":\"?\"}}".getBytes(StandardCharsets.US_ASCII);
    line[29] = (byte) 0xFF;
    assertThrows(ProtocolException.class, () -> JsonObject.parse(line));
    line[29] = 0;
    assertThrows(ProtocolException.class, () -> JsonObject.parse(line));
  }

  @Test
  void a_description_survives_being_written_and_read() throws ProtocolException {
    Description description =
        new Description(
            "scipy",
            "1.10.1",
            "python",
            "https://example.org",
            Map.of("softmax", Set.of(DType.FLOAT32, DType.FLOAT64)),
            Map.of("softmax.all_negative_infinity", "zeros"),
            Optional.of("pytorch"));
    Reply reply = ProtocolJson.reply(ProtocolJson.description(0, description, Encoding.BITS));
    assertEquals(new Reply.Described(0, description, Encoding.BITS, List.of()), reply);
  }

  @Test
  void a_description_needs_no_more_than_name_version_and_operations() throws ProtocolException {
    Reply.Described reply =
        described("\"name\":\"n\",\"version\":\"1\",\"operations\":{},\"new\":[{}]");
    assertEquals(
        new Description("n", "1", "", "", Map.of(), Map.of(), Optional.empty()),
        reply.description());
    assertEquals(Encoding.VALUES, reply.encoding());
  }

  @Test
  void what_a_description_names_beyond_this_version_is_ignored_with_a_remark()
      throws ProtocolException {
    Reply.Described reply =
        described(
            "\"name\":\"n\",\"version\":\"1\",\"operations\":{"
                + "\"softmax\":{\"dtypes\":[\"float32\",\"float8\"]},\"softplus\":{\"dtypes\":[]}},"
                + "\"choices\":{\"softmax.scalar\":\"two\",\"future\":\"1\"},\"dialect\":\"klingon\"");
    assertEquals(Map.of("softmax", Set.of(DType.FLOAT32)), reply.description().operations());
    assertEquals(Map.of(), reply.description().choices());
    assertEquals(Optional.empty(), reply.description().dialect());
    assertEquals(
        List.of(
            "dtype \"float8\" of softmax is not known here and ignored",
            "operation \"softplus\" is not known here and ignored",
            "choice softmax.scalar = two is not known here and ignored; it can be [refused, one]",
            "choice future = 1 is not known here and ignored",
            "dialect \"klingon\" is not known here and ignored; there are "
                + String.join(", ", Dialects.NAMES)),
        reply.remarks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"version\":\"1\",\"operations\":{}; no \"name\" in it",
        "\"name\":\"n\",\"operations\":{}; no \"version\" in it",
        "\"name\":\"n\",\"version\":1,\"operations\":{}; \"version\" is not a string",
        "\"name\":\"n\",\"version\":\"1\"; no \"operations\" in it",
        "\"name\":\"n\",\"version\":\"1\",\"operations\":{\"softmax\":{}}; no \"dtypes\" in it",
        "\"name\":\"n\",\"version\":\"1\",\"operations\":{\"softmax\":{\"dtypes\":[1]}}; \"dtypes\" is not",
        "\"name\":\"n\",\"version\":\"1\",\"operations\":{},\"encoding\":\"hex\"; encoding \"hex\"; expected"
      })
  void an_incomplete_description_is_refused(String members, String message) {
    assertRefused("{\"id\":0,\"description\":{" + members + "}}", message);
  }

  private static Reply.Described described(String members) throws ProtocolException {
    return assertInstanceOf(
        Reply.Described.class, ProtocolJson.reply("{\"id\":0,\"description\":{" + members + "}}"));
  }

  private static Request request(Map<String, Object> attributes) {
    return new Request("softmax", new Arguments(Map.of("logits", LOGITS), attributes));
  }

  private static void assertRefused(String line, String message) {
    String seen = assertThrows(ProtocolException.class, () -> ProtocolJson.reply(line)).reason();
    assertTrue(seen.contains(message), seen);
  }
}
