package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.mutant.HonestImplementation;
import io.crosscheck.mutant.HonestImplementations;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing rejects a right implementation, whatever its arithmetic and its choices. */
class HonestyTest {

  private static final FeatureSet SPECIFICATION = FeatureSet.load(Optional.empty());

  /** Of all that are accepted. */
  static List<String> names() {
    return Stream.concat(
            implementations().map(HonestImplementation::name),
            dialects().map(dialect -> "the choices of " + dialect.name()))
        .toList();
  }

  static Stream<HonestImplementation> implementations() {
    return HonestImplementations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void an_arithmetic_of_its_own_is_accepted(HonestImplementation implementation) {
    assertThat(
        bad(SPECIFICATION, implementation.backend(), HonestImplementation.OPERATIONS), is(empty()));
  }

  static Stream<Dialect> dialects() {
    return Dialects.all().stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void the_choices_of_a_dialect_are_accepted(Dialect dialect) {
    try (Backend backend = Backends.create(Backends.available("reference"), dialect)) {
      assertThat(bad(SPECIFICATION, backend, List.of()), is(empty()));
    }
  }

  /** The cases that don't pass, with their messages. */
  static List<String> bad(FeatureSet specification, Backend backend, List<String> operations) {
    Selection selection = new Selection(Tier.QUICK, "", operations, List.of(), List.of());
    List<Case> cases =
        new Runner(specification, selection)
            .runSideBySide(new UnderTest(backend, Profile.STANDARD), (done, findings) -> {});
    return cases.stream()
        .filter(c -> c.outcome() == Outcome.FAILED || c.outcome() == Outcome.ERRORED)
        .map(c -> c.id() + ": " + c.message())
        .toList();
  }
}
