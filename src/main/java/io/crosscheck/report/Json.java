package io.crosscheck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How reports become JSON and are read back: one mapper for all, because each has to find out anew
 * what a record looks like.
 */
public final class Json {

  // NaN and the infinities become strings by Jackson's own default, and are read back from them.
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Without Jackson's limit to a string: the bits of a large tensor are one. */
  private static JsonFactory factory() {
    StreamReadConstraints unlimited =
        StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
    return JsonFactory.builder().streamReadConstraints(unlimited).build();
  }

  /** Indented, with the same line ends on every system, so that reports compare byte by byte. */
  public static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}
}
