package io.crosscheck.run;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.protocol.AsksAhead;
import io.crosscheck.protocol.AsksByCase;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import io.crosscheck.report.RunReport;
import io.crosscheck.verdict.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Puts one implementation after another through the cases of a run. */
final class Trial {

  private final RunOptions options;
  private final FeatureSet features;
  private final Runner runner;
  private final Expectations expectations;
  private final Progress progress;

  Trial(
      RunOptions options,
      FeatureSet features,
      Runner runner,
      Expectations expectations,
      Progress progress) {
    this.options = options;
    this.features = features;
    this.runner = runner;
    this.expectations = expectations;
    this.progress = progress;
  }

  /** The report of an implementation; its journal is kept in that file. */
  RunReport of(Candidate candidate, Path file) {
    ReportBuilder report = new ReportBuilder(features, options, candidate.name());
    try (Backend backend = candidate.open()) {
      UnderTest underTest = new UnderTest(backend, options.profile());
      Description description = underTest.description();
      JournalHeader header = JournalHeader.of(features, options, candidate.name(), description);
      Optional<EarlierRun> earlier =
          options.resume() && Files.exists(file) ? EarlierRun.read(file, header) : Optional.empty();
      progress.started(description.name(), runner.selected().size());
      Runner rest = earlier.map(run -> after(run, report)).orElse(runner);
      if (backend instanceof AsksAhead adapter) {
        adapter.foresee(Foresight.of(rest, description));
      }
      try (Journal journal =
          earlier
              .map(run -> Journal.goOn(file, run))
              .orElseGet(() -> Journal.start(file, header))) {
        List<Case> cases = run(rest, underTest, backend, report, journal);
        return report(report, description, cases, candidate);
      }
    } catch (NotDescribedException e) {
      return undescribed(candidate, file, report, String.valueOf(e.getMessage()));
    }
  }

  private List<Case> run(
      Runner rest, UnderTest underTest, Backend backend, ReportBuilder report, Journal journal) {
    BiConsumer<Case, Findings> finished =
        (done, findings) -> {
          journal.add(report.noted(done, findings));
          progress.finished(expectations.applied(done));
        };
    return backend instanceof AsksByCase asked
        ? rest.run(underTest, asked::startCase, finished)
        : rest.runSideBySide(underTest, finished);
  }

  /** Takes over what was done; what runs the rest. */
  private Runner after(EarlierRun earlier, ReportBuilder report) {
    List<Case> done = earlier.cases(runner.selected());
    progress.resumed(done.size());
    report.noted(earlier);
    done.stream().map(expectations::applied).forEach(progress::finished);
    return runner.without(features, done);
  }

  private RunReport undescribed(
      Candidate candidate, Path file, ReportBuilder report, String reason) {
    if (options.resume() && Files.exists(file)) {
      throw new SetUpException(
          "\"%s\" can't be gone on with, for the implementation doesn't say what it is: %s"
              .formatted(file, reason));
    }
    progress.started(candidate.name(), runner.selected().size());
    List<Case> cases = runner.errored(reason);
    cases.stream()
        .filter(c -> c.outcome() != Outcome.EXCLUDED)
        .map(expectations::applied)
        .forEach(progress::finished);
    String name = candidate.name().startsWith(Candidate.EXEC) ? "adapter" : candidate.name();
    Description unknown =
        new Description(name, "unknown", "", "", Map.of(), Map.of(), Optional.empty());
    return report(report, unknown, cases, candidate);
  }

  private RunReport report(
      ReportBuilder builder, Description description, List<Case> cases, Candidate candidate) {
    List<Case> applied = cases.stream().map(expectations::applied).toList();
    return builder
        .of(description, applied, candidate.remarks())
        .withStale(expectations.stale(features.cases()));
  }
}
