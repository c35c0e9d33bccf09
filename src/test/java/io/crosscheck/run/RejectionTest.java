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
import io.crosscheck.report.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** In the order of their operations, which are asked the same. */
  static Stream<Mutant> mutants() {
    return Mutants.all().stream().sorted(Comparator.comparing(Mutant::operation));
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
  void the_right_implementation_is_not() {
    try (Backend cpu = Backends.create(Backends.available("cpu"))) {
      List<Case> bad =
          new Runner(SPECIFICATION, Selection.of(Tier.QUICK))
              .run(new UnderTest(cpu, Profile.STANDARD), id -> {}, (done, attached) -> {}).stream()
                  .filter(c -> c.outcome() != Outcome.PASSED && c.outcome() != Outcome.EXCLUDED)
                  .toList();
      assertThat(bad, is(empty()));
    }
  }
}
