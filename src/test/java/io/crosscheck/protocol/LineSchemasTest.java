package io.crosscheck.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Request;
import io.crosscheck.fixtures.Schemas;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines that are written here and by the Python adapter, held to the published schemas. */
class LineSchemasTest {

  private static final List<Tensor> TENSORS =
      List.of(
          TensorLiteral.parse("[1, -0.0, NaN, Infinity, -Infinity, 1e-45]", DType.FLOAT32),
          TensorLiteral.parse("[5e-324, 0.1, 1.7976931348623157e308]", DType.FLOAT64),
          TensorLiteral.parse("[[65504], [0.1]]", DType.FLOAT16),
          TensorLiteral.parse("3.5", DType.BFLOAT16),
          TensorLiteral.parse("[-2147483648, 2147483647]", DType.INT32),
          TensorLiteral.parse("[-9223372036854775808, 9223372036854775807]", DType.INT64),
          TensorLiteral.parse("[true, false]", DType.BOOL),
          Tensor.ofNumbers(DType.FLOAT32, Shape.of(0, 3)));

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void requests_follow_their_schema(Encoding encoding) {
    valid("describe-request", ProtocolJson.describe(0));
    for (Tensor tensor : TENSORS) {
      Map<String, Object> attributes = Map.of("axis", -1L, "epsilon", 1e-7, "x", true, "y", "mean");
      Arguments arguments = new Arguments(Map.of("logits", tensor), attributes);
      Request request = new Request("softmax", arguments);
      valid("run-request", ProtocolJson.request(7, request, encoding));
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void answers_follow_their_schemas(Encoding encoding) {
    for (Tensor tensor : TENSORS) {
      valid("output", ProtocolJson.answer(1, new Answer.Output(tensor), encoding));
    }
    for (RefusalCode code : RefusalCode.values()) {
      valid("refused", ProtocolJson.answer(1, new Answer.Refused(code, "no"), encoding));
    }
    valid("unsupported", ProtocolJson.answer(1, new Answer.Unsupported("no kernel"), encoding));
    valid("failed", ProtocolJson.answer(1, new Answer.Failed("out of memory"), encoding));
    valid("failed", LineWriter.failedWithoutId("no id"));
  }

  @Test
  void bounds_beside_an_output_follow_its_schema() {
    EnclosureText bounds =
        new EnclosureText(List.of("0.5", "-1.5E-400", "NaN"), List.of("0.5", "0", "NaN"));
    Answer output = new Answer.Output(TensorLiteral.parse("[0.5, 0, NaN]", DType.FLOAT32));
    valid("output", LineWriter.answer(1, output, Encoding.VALUES, Optional.of(bounds)));
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void descriptions_follow_their_schema(Encoding encoding) {
    try (Backend reference = Backends.create(Backends.available("reference"))) {
      valid("description", ProtocolJson.description(0, reference.description(), encoding));
    }
  }

  @Test
  void the_lines_of_the_python_adapter_follow_their_schemas() throws Exception {
    assumeTrue(hasNumPy(), "NOT TESTED: python3 with NumPy does not run here");
    String logits = "{\"dtype\":\"float32\",\"shape\":[2],\"values\":[1,\"NaN\"]}";
    String request = "{\"id\":%d,\"operation\":\"softmax\",\"attributes\":{%s},\"inputs\":{%s}}\n";
    String lines =
        ProtocolJson.describe(0)
            + "\n"
            + request.formatted(1, "", "\"logits\":" + logits)
            + request.formatted(2, "\"axis\":5", "\"logits\":" + logits)
            + request.formatted(3, "", "\"logits\":{\"dtype\":\"float32\"}");
    TreeSet<String> kinds = new TreeSet<>();
    for (String line : python(lines).lines().toList()) {
      String kind =
          List.of("description", "output", "refused", "unsupported", "failed").stream()
              .filter(k -> line.contains("\"" + k + "\""))
              .findFirst()
              .orElseThrow(() -> new AssertionError(line));
      valid(kind, line);
      kinds.add(kind);
    }
    assertThat(kinds.toString(), is("[description, failed, output, refused]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "describe-request; {'id':0}",
        "describe-request; {'id':0,'describe':{'protocol':2}}",
        "describe-request; {'id':'a','describe':{'protocol':1}}",
        "description; {'id':0,'description':{'name':'a','version':'1'}}",
        "description; {'id':0,'description':{'name':'a','version':'1','operations':['softmax']}}",
        "description; {'id':0,'description':{'name':'a','version':'1','operations':{},'encoding':'hex'}}",
        "run-request; {'id':1,'attributes':{},'inputs':{}}",
        "run-request; {'id':1,'operation':'softmax','attributes':{'axis':[1]}}",
        "run-request; {'id':1,'operation':'softmax','inputs':{'logits':[1,2]}}",
        "run-request; {'operation':'softmax'}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[1]}}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[1],'values':[1],'bits':'AACAPw=='}}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[-1],'values':[]}}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[1.5],'values':[]}}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[1],'values':['INF']}}",
        "output; {'id':1,'output':{'dtype':'float8','shape':[1],'values':[1]}}",
        "output; {'id':1,'output':{'dtype':'int32','shape':[1],'values':[2147483648]}}",
        "output; {'id':1,'output':{'dtype':'int64','shape':[1],'values':[0.5]}}",
        "output; {'id':1,'output':{'dtype':'bool','shape':[1],'values':[1]}}",
        "output; {'id':1,'output':{'dtype':'float32','shape':[1],'bits':'AACAP'}}",
        "output; {'id':1,'output':{'dtype':'bool','shape':[],'values':[true]},'failed':{}}",
        "output; {'id':1.5,'output':{'dtype':'bool','shape':[],'values':[true]}}",
        "refused; {'id':1,'refused':{'code':'bad','message':'no'}}",
        "refused; {'id':1,'refused':{'message':'no'}}",
        "refused; {'id':1,'refused':'invalid_axis'}",
        "unsupported; {'id':1,'unsupported':true}",
        "unsupported; {'unsupported':{'reason':'no'}}",
        "failed; {'id':1,'failed':{'message':3}}",
        "failed; {'id':1}",
      })
  void a_line_that_the_protocol_does_not_allow_is_none(String schema, String line) {
    assertThat(Schemas.errors(schema, line.replace('\'', '"')), is(not(empty())));
  }

  private static void valid(String schema, String line) {
    assertThat(line, Schemas.errors(schema, line), is(empty()));
  }

  private static boolean hasNumPy() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String python(String lines) throws IOException {
    Process adapter =
        new ProcessBuilder("python3", "src/adapters/python/numpy_adapter.py")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = adapter.getOutputStream()) {
      in.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    return new String(adapter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
