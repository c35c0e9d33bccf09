package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

  private static final Path FILE = Path.of("fixtures", "manifest.json");

  @Test
  void the_manifest_names_every_case_of_the_features() throws IOException {
    assertThat(
        "fixtures/manifest.json is stale; build the jar, then: java -jar target/crosscheck.jar fixtures write",
        Files.readString(FILE),
        is(Manifest.current()));
  }

  @Test
  void a_specification_that_lost_a_case_is_refused_by_name() {
    List<SpecifiedCase> all = FeatureSet.all();
    Exception refused =
        assertThrows(SetUpException.class, () -> Manifest.check(all.subList(1, all.size())));
    assertThat(
        refused.getMessage(),
        allOf(containsString("1 cases are missing"), containsString(all.get(0).id())));
  }
}
