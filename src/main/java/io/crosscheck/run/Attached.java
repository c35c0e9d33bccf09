package io.crosscheck.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the steps attached to a case, beyond Cucumber's own result. */
record Attached(JsonNode json) {

  static final String MEDIA_TYPE = "application/vnd.crosscheck.case+json";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Attached NOTHING = new Attached(MAPPER.createObjectNode());

  /** Of a case that ended before anything was attached. */
  static Attached nothing() {
    return NOTHING;
  }

  static Attached parse(byte[] data) {
    try {
      return new Attached(MAPPER.readTree(new String(data, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the steps attached no JSON", e);
    }
  }

  /** The request that reproduces a failure. */
  @Nullable JsonNode request() {
    return json.get("request");
  }

  /** The value seen at each choice that the case tells apart. */
  Map<String, String> observed() {
    Map<String, String> observed = new LinkedHashMap<>();
    json.path("observed")
        .properties()
        .forEach(e -> observed.put(e.getKey(), e.getValue().asText()));
    return observed;
  }

  /** The measured errors, one object for each result that was judged. */
  Iterable<JsonNode> measurements() {
    return json.path("measurements");
  }

  /** The largest error of the case divided by the error allowed, null if none was measured. */
  @Nullable Double worstOverBound() {
    Double worst = null;
    for (JsonNode measurement : measurements()) {
      double overBound = measurement.path("worst_over_bound").asDouble();
      worst = worst == null ? overBound : Double.valueOf(Math.max(worst, overBound));
    }
    return worst;
  }
}
