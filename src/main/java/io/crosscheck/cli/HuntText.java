package io.crosscheck.cli;

import io.crosscheck.backend.UnderTest;
import io.crosscheck.search.Find;
import io.crosscheck.search.Form;
import io.crosscheck.search.ScenarioText;
import io.crosscheck.verdict.ElementError;
import io.crosscheck.verdict.Measurement;
import io.crosscheck.verdict.Outcome;
import io.crosscheck.verdict.Reproduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a hunt came to: in words, as a scenario and as a request. */
final class HuntText {

  private final Form form;
  private final UnderTest underTest;
  private final long evaluations;
  private final long seed;

  HuntText(Form form, UnderTest underTest, long evaluations, long seed) {
    this.form = form;
    this.underTest = underTest;
    this.evaluations = evaluations;
    this.seed = seed;
  }

  List<String> lines(Find find) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s in %s by %s %s: %s, in %d inputs with seed %d"
            .formatted(
                form.operation().name(),
                form.dtype().token(),
                underTest.description().name(),
                underTest.description().version(),
                result(find),
                evaluations,
                seed));
    if (find.isViolation()) {
      lines.addAll(find.verdict().message().lines().toList());
    } else {
      find.verdict().measurement().ifPresent(m -> lines.add(worst(m)));
    }
    lines.add("found on shape " + find.shape() + ", shown on " + find.shrunk());
    lines.add("");
    lines.addAll(ScenarioText.of(name(find), find.request()));
    lines.add("");
    lines.add(Reproduction.line(find.request()));
    return lines;
  }

  private String result(Find find) {
    if (find.verdict().outcome() == Outcome.ERRORED) {
      return "it breaks";
    }
    return find.isViolation()
        ? "err/bound " + number(find.overBound()) + ", beyond the " + profile() + " bound"
        : "nothing beyond the " + profile() + " bound, at worst " + number(find.overBound());
  }

  private String name(Find find) {
    if (find.verdict().outcome() == Outcome.ERRORED) {
      return "An input that %s breaks on".formatted(underTest.description().name());
    }
    return "The worst input found for %s, %s of its %s bound"
        .formatted(underTest.description().name(), number(find.overBound()), profile());
  }

  private String profile() {
    return underTest.profile().token();
  }

  private static String worst(Measurement measurement) {
    ElementError worst = measurement.worst().get();
    return String.format(
        Locale.ROOT,
        "  element %d: result %s, exact value in [%s, %s], error %.4g, allowed %.4g",
        worst.index(),
        worst.result(),
        worst.lower(),
        worst.upper(),
        worst.error(),
        worst.bound());
  }

  private static String number(double overBound) {
    return Double.isInfinite(overBound)
        ? "infinite"
        : String.format(Locale.ROOT, "%.4g", overBound);
  }
}
