package io.crosscheck.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.operation.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dialects of {@code fixtures/dialects}, read from the class path. */
public final class Dialects {

  /** Their names; a class path has no listing of its files. */
  public static final List<String> NAMES =
      List.of(
          "tensorflow",
          "keras",
          "keras-2",
          "pytorch",
          "onnx",
          "onnx-12",
          "jax",
          "scipy",
          "scikit-learn",
          "tfjs",
          "djl",
          "nd4j");

  private static final String FOLDER = "/io/crosscheck/fixtures/dialects/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Dialects() {}

  /** All of them. */
  public static List<Dialect> all() {
    return NAMES.stream().map(Dialects::read).toList();
  }

  /** The one of that name, empty if there is none. */
  public static Optional<Dialect> named(String name) {
    return Optional.of(name).filter(NAMES::contains).map(Dialects::read);
  }

  private static Dialect read(String name) {
    try (InputStream in = Dialects.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("this build of Crosscheck lacks the dialect " + name);
      }
      return parse(JSON.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("the dialect " + name + " can't be read", e);
    }
  }

  /** The dialect that a file holds; refuses a choice or value that the specification lacks. */
  static Dialect parse(JsonNode file) {
    Map<Choice, Dialect.Settled> settled = new EnumMap<>(Choice.class);
    for (Map.Entry<String, JsonNode> entry : file.path("choices").properties()) {
      String value = entry.getValue().path("value").asText();
      settled.put(
          Choice.admitting(entry.getKey(), value),
          new Dialect.Settled(
              value,
              entry.getValue().path("source").asText(),
              Optional.ofNullable(entry.getValue().get("note")).map(JsonNode::asText)));
    }
    return new Dialect(
        file.path("name").asText(),
        file.path("title").asText(),
        file.path("describes").asText(),
        settled);
  }
}
