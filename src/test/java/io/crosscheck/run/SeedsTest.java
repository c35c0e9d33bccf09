package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Backend;
import io.crosscheck.mutant.HonestImplementation;
import io.crosscheck.mutant.HonestImplementations;
import io.crosscheck.mutant.Mutants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is rejected and what isn't does not hang on the seeds of the features: it is the same with
 * others. It takes minutes, and runs where {@code -Dcrosscheck.seeds=others} asks for it.
 */
@EnabledIfSystemProperty(named = "crosscheck.seeds", matches = "others")
class SeedsTest {

  private static final Path FEATURES = Path.of("features");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"7", "31"})
  void other_seeds_reject_the_same_and_nothing_else(String digits) {
    FeatureSet specification = FeatureSet.load(Optional.of(reseeded(digits)));
    Gallery gallery = new Gallery(specification);
    List<String> amiss = new ArrayList<>();
    Mutants.all().stream()
        .filter(mutant -> gallery.rejecting(mutant).isEmpty())
        .forEach(mutant -> amiss.add("not rejected: " + mutant));
    for (HonestImplementation honest : HonestImplementations.all()) {
      Backend backend = honest.backend();
      HonestyTest.bad(specification, backend, HonestImplementation.OPERATIONS)
          .forEach(message -> amiss.add(honest + ": " + message));
    }
    assertThat(amiss, is(empty()));
  }

  /** The features with these digits appended to every seed. */
  private Path reseeded(String digits) {
    try (Stream<Path> files = Files.walk(FEATURES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(FEATURES.relativize(file));
        Files.createDirectories(copy.getParent());
        String text = Files.readString(file);
        Files.writeString(copy, text.replaceAll("(?m)( with seed \\S+)$", "$1" + digits));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
