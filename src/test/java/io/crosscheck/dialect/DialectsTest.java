package io.crosscheck.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.fixtures.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DialectsTest {

  private static final Path FOLDER = Path.of("fixtures", "dialects");
  private static final List<String> NAMES = Dialects.NAMES;

  @Test
  void every_file_is_known_by_name() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new TreeSet<>(NAMES),
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void every_file_holds_to_the_schema_and_has_the_name_of_its_dialect(String name)
      throws IOException {
    String json = Files.readString(FOLDER.resolve(name + ".json"));
    assertEquals(List.of(), Schemas.errors("dialect", json));
    assertEquals(name, Dialects.named(name).orElseThrow().name());
  }

  @Test
  void a_choice_or_value_that_there_is_not_is_refused_with_those_that_there_are() {
    assertEquals(
        "softmax.scalar can't be \"two\"; it can be refused, one",
        refusal("softmax.scalar", "two"));
    assertEquals("there is no choice \"softmax.vector\"", refusal("softmax.vector", "one"));
  }

  private static String refusal(String choice, String value) {
    String json =
        "{\"name\":\"n\",\"choices\":{\"%s\":{\"value\":\"%s\",\"source\":\"s\"}}}"
            .formatted(choice, value);
    return assertThrows(
            IllegalArgumentException.class, () -> Dialects.parse(new ObjectMapper().readTree(json)))
        .getMessage();
  }
}
