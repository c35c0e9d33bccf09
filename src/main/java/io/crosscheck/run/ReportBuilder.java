package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.dialect.Agreement;
import io.crosscheck.operation.Choice;
import io.crosscheck.report.Case;
import io.crosscheck.report.Choices;
import io.crosscheck.report.Environment;
import io.crosscheck.report.Implementation;
import io.crosscheck.report.NearDialect;
import io.crosscheck.report.Outcome;
import io.crosscheck.report.RunInfo;
import io.crosscheck.report.RunReport;
import io.crosscheck.report.Totals;
import io.crosscheck.verdict.Findings;
import io.crosscheck.verdict.Measured;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the report of one implementation together. */
final class ReportBuilder {

  private final FeatureSet features;
  private final RunOptions options;
  private final String backend;
  private final Instant started = Instant.now();
  private final Map<String, Integer> places = new HashMap<>();
  private final WorstErrors worst = new WorstErrors();
  private final Map<String, JournalLine> lines = new HashMap<>();

  ReportBuilder(FeatureSet features, RunOptions options, String backend) {
    this.features = features;
    this.options = options;
    this.backend = backend;
    features.cases().forEach(c -> places.put(c.id(), places.size()));
  }

  /** Takes note of what a case showed; returns it as a journal keeps it. */
  JournalLine noted(Case done, Findings findings) {
    int place = places.getOrDefault(done.id(), places.size());
    List<ErrorSums> errors = new ArrayList<>();
    for (Measured measured : findings.measured()) {
      boolean isWorst = worst.isWorst(place, measured);
      errors.add(ErrorSums.of(done.id(), measured, isWorst));
    }
    JournalLine line = JournalLine.of(done, findings.open(), errors);
    lines.put(line.id(), line);
    return line;
  }

  /** Takes note of what an earlier run showed. */
  void noted(EarlierRun earlier) {
    earlier.lines().forEach(line -> lines.put(line.id(), line));
  }

  /** The report, once every case has its outcome. */
  RunReport of(Description description, List<Case> cases, List<String> remarks) {
    ObservedChoices observed = new ObservedChoices();
    Accuracies accuracies = new Accuracies();
    for (Case done : cases) {
      JournalLine line = lines.get(done.id());
      if (line != null) {
        observed.add(line.observed(), line.open());
        line.errors().forEach(accuracies::add);
      }
    }
    return new RunReport(
        RunReport.SCHEMA,
        implementation(description),
        features.specification(),
        Environment.current(),
        runInfo(description, cases, remarks),
        Totals.of(cases),
        choices(description, observed.table()),
        accuracies.table(),
        features.requirements(),
        cases);
  }

  private Implementation implementation(Description description) {
    return new Implementation(
        description.name(),
        description.version(),
        description.language(),
        description.url(),
        description.dialect().orElse(null),
        backend);
  }

  private RunInfo runInfo(Description description, List<Case> cases, List<String> remarks) {
    return new RunInfo(
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(started, Instant.now()).toMillis() / 1e3,
        options.selection().tier().token(),
        options.profile().token(),
        options.selection().filters(),
        isPartial(description, cases),
        remarks);
  }

  /** Whether a case of an operation that is claimed has no verdict. */
  private boolean isPartial(Description description, List<Case> cases) {
    Set<String> judged =
        cases.stream()
            .filter(c -> c.outcome() != Outcome.EXCLUDED)
            .map(Case::id)
            .collect(Collectors.toSet());
    return features.cases().stream()
        .filter(c -> c.operations().stream().anyMatch(description.operations()::containsKey))
        .anyMatch(c -> !judged.contains(c.id()));
  }

  private static Choices choices(Description description, Map<String, List<String>> observed) {
    Map<Choice, String> clear = new EnumMap<>(Choice.class);
    observed.forEach(
        (choice, values) -> {
          if (values.size() == 1) {
            clear.put(Choice.admitting(choice, values.get(0)), values.get(0));
          }
        });
    return new Choices(
        declared(description),
        observed,
        Agreement.nearest(clear).stream().map(ReportBuilder::near).toList());
  }

  private static NearDialect near(Agreement agreement) {
    return new NearDialect(
        agreement.dialect().name(),
        agreement.agreed().stream().map(Choice::token).toList(),
        agreement.differing().stream().map(Choice::token).toList());
  }

  private static Map<String, String> declared(Description description) {
    Map<String, String> declared = new TreeMap<>();
    description.declared().forEach((choice, value) -> declared.put(choice.token(), value));
    return declared;
  }
}
