package io.crosscheck.specification;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A dialect of {@code fixtures/dialects}: what one framework does at the choices that it settles.
 */
record DialectValues(String name, JsonNode choices) {

  private static final String FIXTURES = "/io/crosscheck/fixtures";

  /** The value of that choice, empty where the dialect doesn't settle it. */
  String value(String choice) {
    return choices.path(choice).path("value").asText();
  }

  /** Where that value was seen, and what is to be added. */
  String source(String choice) {
    JsonNode entry = choices.path(choice);
    String note = entry.path("note").asText();
    return entry.path("source").asText() + (note.isEmpty() ? "" : "; " + note);
  }

  /** Those of this build, by name; none where it has none. */
  static List<DialectValues> all() {
    try {
      URI manifest =
          Objects.requireNonNull(DialectValues.class.getResource(FIXTURES + "/manifest.json"))
              .toURI();
      if (manifest.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(manifest, Map.of())) {
          return read(jar.getPath(FIXTURES, "dialects"));
        }
      }
      return read(Path.of(manifest).resolveSibling("dialects"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<DialectValues> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> listing = Files.list(folder)) {
      files = listing.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    List<DialectValues> dialects = new ArrayList<>();
    for (Path file : files) {
      JsonNode tree = Json.MAPPER.readTree(Files.readString(file));
      dialects.add(new DialectValues(tree.path("name").asText(), tree.path("choices")));
    }
    return dialects;
  }
}
