package io.crosscheck.steps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.crosscheck.operation.Profile;
import io.crosscheck.verdict.ElementError;
import io.crosscheck.verdict.Measurement;
import io.crosscheck.verdict.Reproduction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** What a report wants to know of a scenario beyond its outcome, as the JSON attached to it. */
final class CaseData {

  static final String MEDIA_TYPE = "application/vnd.crosscheck.case+json";
  static final String NAME = "crosscheck";

  private static final JsonFactory JSON = new JsonFactory();

  private CaseData() {}

  /** The attachment of a scenario that passed or not. */
  static String of(ScenarioState state, boolean passed) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      if (!passed && state.lastRequest().isPresent()) {
        json.writeFieldName("request");
        json.writeRawValue(Reproduction.line(state.lastRequest().get()));
      }
      json.writeObjectFieldStart("observed");
      for (Map.Entry<String, String> entry : state.observed().entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("measurements");
      for (Measured measured : state.measurements()) {
        write(json, measured);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Measured measured) throws IOException {
    Measurement measurement = measured.measurement();
    json.writeStartObject();
    json.writeStringField("operation", measured.operation());
    json.writeStringField("dtype", measured.dtype().token());
    json.writeNumberField("elements", measurement.elements());
    json.writeNumberField("worst_ulp", measurement.worstUlp());
    json.writeNumberField("sum_ulp", measurement.sumUlp());
    json.writeNumberField("signed_sum_ulp", measurement.signedSumUlp());
    json.writeNumberField("worst_over_bound", measurement.worstOverBound());
    json.writeObjectFieldStart("over_bound");
    for (Profile profile : Profile.values()) {
      json.writeNumberField(
          profile.token(), measurement.overBounds().getOrDefault(profile, 0.0).doubleValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("histogram");
    for (Map.Entry<Integer, Long> bucket : measurement.histogram().entrySet()) {
      json.writeNumberField(bucket.getKey().toString(), bucket.getValue());
    }
    json.writeEndObject();
    if (measurement.worst().isPresent()) {
      write(json, measurement.worst().get());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ElementError worst) throws IOException {
    json.writeObjectFieldStart("worst");
    json.writeNumberField("index", worst.index());
    json.writeStringField("input", worst.input());
    json.writeStringField("result", worst.result());
    json.writeStringField("lower", worst.lower());
    json.writeStringField("upper", worst.upper());
    json.writeNumberField("bound", worst.bound());
    json.writeNumberField("error", worst.error());
    json.writeEndObject();
  }
}
