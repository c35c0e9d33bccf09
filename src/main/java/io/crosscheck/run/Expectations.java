package io.crosscheck.run;

import io.crosscheck.report.Case;
import io.crosscheck.report.Expectation;
import io.crosscheck.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases that an implementation is known not to pass, and why. In a file, each stands in a line
 * of its own: the outcome, {@code failed} or {@code errored}; the id of a case or a requirement, or
 * the beginning of ids and {@code *}; the reason. Empty lines, and lines after a {@code #}, say
 * nothing.
 */
final class Expectations {

  /** Nothing but passes is expected. */
  static final Expectations NONE = new Expectations(List.of());

  private static final Pattern LINE =
      Pattern.compile("(failed|errored)\\s+([^\\s*]*\\*?)\\s+(\\S.*)");

  private final List<Expectation> expectations;

  private Expectations(List<Expectation> expectations) {
    this.expectations = expectations;
  }

  /**
   * Reads a file.
   *
   * @throws SetUpException where it can't be read, or a line isn't outcome, cases and reason
   */
  static Expectations read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new SetUpException(
          "the expectations \"" + file + "\" can't be read: " + ReadFailure.reason(e));
    }
    List<Expectation> expectations = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        expectations.add(expectation(file, i + 1, line));
      }
    }
    return new Expectations(expectations);
  }

  private static Expectation expectation(Path file, int number, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new SetUpException(
          "the expectations \"%s\", line %d: \"%s\" - expected failed or errored, case ids, a reason; such as: failed softmax.values.* sums in float16"
              .formatted(file, number, line));
    }
    Outcome outcome = matcher.group(1).equals("failed") ? Outcome.FAILED : Outcome.ERRORED;
    return new Expectation(matcher.group(2), outcome, matcher.group(3));
  }

  /** The case with what became of it in the light of these expectations. */
  Case applied(Case done) {
    List<Expectation> about =
        expectations.stream().filter(e -> matches(e, done.id(), done.requirement())).toList();
    if (about.isEmpty()) {
      return done;
    }
    if (done.outcome() == Outcome.PASSED) {
      Expectation first = about.get(0);
      String message = "passed, though expected otherwise: take out the line \"" + first + "\"";
      return done.against(first, Outcome.UNEXPECTED_PASS, message);
    }
    Optional<Expectation> met =
        about.stream().filter(e -> e.expected() == done.outcome()).findFirst();
    return met.map(e -> done.against(e, Outcome.EXPECTED_FAILURE, done.message())).orElse(done);
  }

  /** Those that match none of these cases. */
  List<Expectation> stale(List<SpecifiedCase> cases) {
    return expectations.stream()
        .filter(e -> cases.stream().noneMatch(c -> matches(e, c.id(), c.requirement().id())))
        .toList();
  }

  private static boolean matches(Expectation expectation, String id, String requirement) {
    String cases = expectation.cases();
    return cases.endsWith("*")
        ? id.startsWith(cases.substring(0, cases.length() - 1))
        : cases.equals(id) || cases.equals(requirement);
  }
}
