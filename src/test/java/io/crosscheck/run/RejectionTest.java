package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.mutant.Mutant;
import io.crosscheck.mutant.Mutants;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Level;
import io.crosscheck.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The specification proves that it can fail: each wrong implementation is rejected, in words that
 * help.
 */
class RejectionTest {

  private static final FeatureSet SPECIFICATION = FeatureSet.load(Optional.empty());
  private static final Gallery GALLERY = new Gallery(SPECIFICATION);

  private static final Path PAGE = Path.of("reports/rejections.md");

  /** In the order of their operations, which are asked the same. */
  private static final List<Mutant> MUTANTS =
      Mutants.all().stream().sorted(Comparator.comparing(Mutant::operation)).toList();

  static Stream<Mutant> mutants() {
    return MUTANTS.stream();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void each_wrong_implementation_is_rejected(Mutant mutant) {
    List<Case> rejecting =
        GALLERY.rejecting(mutant).values().stream()
            .filter(c -> c.requirement().startsWith(mutant.rejectedBy()))
            .toList();
    assertThat(rejecting, is(not(empty())));
    String words =
        String.join("\n", rejecting.stream().map(c -> String.valueOf(c.message())).toList());
    assertThat(words, containsString(mutant.words()));
    assertThat(words, containsString("\"operation\":\"" + mutant.operation() + "\""));
  }

  @Test
  void the_published_page_says_what_rejects_them() throws IOException {
    Map<Mutant, Set<String>> rejections = new LinkedHashMap<>();
    mutants().forEach(m -> rejections.put(m, GALLERY.rejecting(m).keySet()));
    RejectionTable table = new RejectionTable(SPECIFICATION, rejections);
    String page = table.page(HonestyTest.names());
    if ("write".equals(System.getProperty("crosscheck.rejections"))) {
      Files.writeString(PAGE, page);
    }
    String stale = PAGE + " is not what the gallery gives; its first lines say how to write it";
    assertThat(stale, Files.readString(PAGE).equals(page));
    assertThat(table.idle(Level.MUST), is(empty()));
  }

  @Test
  void the_right_implementation_is_not() {
    try (Backend cpu = Backends.create(Backends.available("cpu"))) {
      List<Case> bad =
          new Runner(SPECIFICATION, Selection.of(Tier.QUICK))
              .runSideBySide(new UnderTest(cpu, Profile.STANDARD), (done, attached) -> {}).stream()
                  .filter(c -> c.outcome() != Outcome.PASSED && c.outcome() != Outcome.EXCLUDED)
                  .toList();
      assertThat(bad, is(empty()));
    }
  }
}
