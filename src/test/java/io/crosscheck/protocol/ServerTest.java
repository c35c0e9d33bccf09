package io.crosscheck.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

  private static final String LOGITS =
      "\"inputs\":{\"logits\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[0.5]}}";

  @Test
  void a_transcript_is_answered_line_by_line_and_in_order() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":0,\"description\":{\"name\":\"echo\",\"version\":\"3\",\"language\":\"java\","
                + "\"url\":\"\",\"operations\":{\"softmax\":{\"dtypes\":[\"float32\"]}},"
                + "\"choices\":{\"softmax.scalar\":\"one\"},\"encoding\":\"values\"}}",
            "{\"id\":7,\"output\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[0.5]}}",
            "{\"id\":8,\"refused\":{\"code\":\"unknown_operation\","
                + "\"message\":\"\\\"hardmax\\\" is no operation\"}}",
            "{\"id\":9,\"failed\":{\"message\":\"java.lang.IllegalStateException: axis 13\"}}"),
        serve(
            "{\"id\":0,\"describe\":{\"protocol\":1}}",
            "{\"id\":7,\"operation\":\"softmax\"," + LOGITS + "}\r",
            "{\"id\":8,\"operation\":\"hardmax\"," + LOGITS + "}",
            "{\"id\":9,\"operation\":\"softmax\",\"attributes\":{\"axis\":13}," + LOGITS + "}"));
  }

  @Test
  void what_is_not_claimed_is_unsupported() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":1,\"unsupported\":{\"reason\":"
                + "\"echo does not claim softmax for these dtypes\"}}"),
        serve("{\"id\":1,\"operation\":\"softmax\"," + LOGITS.replace("float32", "float64") + "}"));
  }

  @Test
  void an_answer_comes_in_the_encoding_of_its_request() throws IOException {
    String bits = LOGITS.replace("\"values\":[0.5]", "\"bits\":\"AAAAPw==\"");
    assertEquals(
        List.of(
            "{\"id\":1,\"output\":{\"dtype\":\"float32\",\"shape\":[1],\"bits\":\"AAAAPw==\"}}"),
        serve("{\"id\":1,\"operation\":\"softmax\"," + bits + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"id\":4,\"operation\":7}; {\"id\":4,\"failed\":{\"message\":\"protocol error: \\\"operation\\\" is not",
        "{\"id\":4}; {\"id\":4,\"failed\":{\"message\":\"protocol error: neither",
        "{\"id\":4,\"operation\":\"softmax\",\"inputs\":{\"logits\":{\"dtype\":\"float32\",\"shape\":[2],\"values\":[1]}}}; "
            + "{\"id\":4,\"failed\":{\"message\":\"protocol error: input logits: shape [2] needs 2 values",
        "{\"id\":4,\"operation\":\"softmax\",\"attributes\":{\"axis\":[1]}}; "
            + "{\"id\":4,\"failed\":{\"message\":\"protocol error: \\\"axis\\\" is not a number",
        "hello; {\"id\":null,\"failed\":{\"message\":\"protocol error: not a JSON object",
        "''; {\"id\":null,\"failed\":{\"message\":\"protocol error: not a JSON object",
        "{\"operation\":\"softmax\"}; {\"id\":null,\"failed\":{\"message\":\"protocol error: no \\\"id\\\""
      })
  void a_malformed_request_is_answered_and_the_next_one_too(String line, String beginning)
      throws IOException {
    List<String> answers = serve(line, "{\"id\":5,\"operation\":\"softmax\"," + LOGITS + "}");
    assertTrue(answers.get(0).startsWith(beginning), answers.get(0));
    assertTrue(answers.get(1).startsWith("{\"id\":5,\"output\""), answers.get(1));
  }

  @Test
  void an_enclosure_stands_beside_the_output_where_it_is_asked_for() throws IOException {
    EnclosureSource source =
        request -> Optional.of(EchoBackend.enclosure(request.arguments().input("logits")));
    String asked = "{\"id\":1,\"operation\":\"softmax\",\"enclosure\":true," + LOGITS + "}";
    assertEquals(
        List.of(
            "{\"id\":1,\"output\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[0.5]},"
                + "\"enclosure\":{\"lower\":[\"-0.5\"],\"upper\":[\"0.5\"]}}",
            "{\"id\":1,\"output\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[0.5]}}"),
        serve(source, asked, asked.replace("\"enclosure\":true,", "")));
  }

  @Test
  void a_last_line_without_its_end_is_answered() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in =
        ("{\"id\":1,\"operation\":\"softmax\"," + LOGITS + "}").getBytes(StandardCharsets.UTF_8);
    new Server(new EchoBackend(), EnclosureSource.NONE).serve(new ByteArrayInputStream(in), out);
    assertEquals(1, out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void a_backend_that_prints_is_served_by_another_jvm() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    AdapterCommand command =
        new AdapterCommand("echo", List.of(java, "-cp", classPath, EchoBackend.class.getName()));
    Tensor logits = Tensor.ofNumbers(DType.FLOAT32, Shape.of(3), 0.1, -0.0, Double.NaN);
    Request request = new Request("softmax", new Arguments(Map.of("logits", logits), Map.of()));
    try (AdapterProcess echo =
        AdapterProcess.start(
            command, AdapterLimits.defaults(), Optional.of(Encoding.BITS), Optional.empty())) {
      assertEquals("echo", echo.description().name());
      assertEquals(new Answer.Output(logits), echo.answer(request));
    }
  }

  private static List<String> serve(String... lines) throws IOException {
    return serve(EnclosureSource.NONE, lines);
  }

  private static List<String> serve(EnclosureSource enclosures, String... lines)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    new Server(new EchoBackend(), enclosures).serve(new ByteArrayInputStream(in), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
