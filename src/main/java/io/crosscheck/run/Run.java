package io.crosscheck.run;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.protocol.AdapterProcess;
import io.crosscheck.protocol.AsksByCase;
import io.crosscheck.report.Case;
import io.crosscheck.report.FolderNames;
import io.crosscheck.report.Outcome;
import io.crosscheck.report.Reports;
import io.crosscheck.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the specification: every implementation asked for, and a report of each. */
public final class Run {

  private final RunOptions options;
  private final Progress progress;
  private final Optional<Baseline> baseline;
  private final Expectations expectations;
  private final FeatureSet features;
  private final Runner runner;

  private Run(RunOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.baseline = options.baseline().map(path -> Baseline.read(path, options));
    this.expectations = options.expectations().map(Expectations::read).orElse(Expectations.NONE);
    this.features = FeatureSet.load(options.features());
    this.runner = new Runner(features, options.selection());
  }

  /**
   * Runs and reports.
   *
   * @return the reports that were written
   * @throws SetUpException where nothing could be judged or a report can't be written
   */
  public static List<RunReport> execute(RunOptions options, Progress progress) {
    return new Run(options, progress).execute(Candidates.of(options, progress));
  }

  /**
   * Judges recorded answers and reports.
   *
   * @return the report that was written
   * @throws SetUpException where nothing could be judged or the report can't be written
   */
  public static List<RunReport> judge(Path answers, RunOptions options, Progress progress) {
    Run run = new Run(options, progress);
    return run.execute(
        List.of(
            Candidate.recorded(
                answers, file -> Recordings.check(answers, file, run.features, run.runner))));
  }

  /** Whether all of them conform. */
  public static boolean conform(List<RunReport> reports) {
    return reports.stream().allMatch(RunReport::conforms);
  }

  private List<RunReport> execute(List<Candidate> candidates) {
    List<RunReport> reports = new ArrayList<>();
    List<Path> journals = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Path journal = options.report().resolve("running-" + (journals.size() + 1) + ".jsonl");
      RunReport report = compared(judge(candidate, journal), candidates.size() == 1);
      progress.ended(report);
      reports.add(report);
      journals.add(journal);
    }
    write(reports, journals);
    if (baseline.isPresent() && candidates.size() > 1 && reports.stream().noneMatch(this::isOld)) {
      throw baseline.get().unused();
    }
    return reports;
  }

  /** With the regressions, if the baseline is of that implementation or it is the only one. */
  private RunReport compared(RunReport report, boolean only) {
    return baseline.isPresent() && (only || isOld(report)) ? baseline.get().judge(report) : report;
  }

  private boolean isOld(RunReport report) {
    return baseline.map(b -> b.isOf(report)).orElse(false);
  }

  private RunReport judge(Candidate candidate, Path journal) {
    ReportBuilder report = new ReportBuilder(features, options, candidate.name());
    try (Backend backend = candidate.open()) {
      UnderTest underTest = new UnderTest(backend, options.profile());
      Description description = underTest.description();
      progress.started(description.name(), runner.selected().size());
      if (backend instanceof AdapterProcess adapter) {
        adapter.foresee(Foresight.of(runner, description));
      }
      List<Case> cases =
          runner.run(
              underTest,
              journal,
              caseId -> startCase(backend, caseId),
              (done, findings) -> {
                report.measured(done.id(), findings);
                progress.finished(expectations.applied(done));
              });
      return report(report, description, cases, candidate);
    } catch (NotDescribedException e) {
      progress.started(candidate.name(), runner.selected().size());
      List<Case> cases = runner.errored(String.valueOf(e.getMessage()));
      cases.stream()
          .filter(c -> c.outcome() != Outcome.EXCLUDED)
          .map(expectations::applied)
          .forEach(progress::finished);
      return report(report, undescribed(candidate), cases, candidate);
    }
  }

  private RunReport report(
      ReportBuilder builder, Description description, List<Case> cases, Candidate candidate) {
    List<Case> applied = cases.stream().map(expectations::applied).toList();
    return builder
        .of(description, applied, candidate.remarks())
        .withStale(expectations.stale(features.cases()));
  }

  private static void startCase(Backend backend, String caseId) {
    if (backend instanceof AsksByCase asked) {
      asked.startCase(caseId);
    }
  }

  private static Description undescribed(Candidate candidate) {
    String name = candidate.name().startsWith("exec:") ? "adapter" : candidate.name();
    return new Description(name, "unknown", "", "", Map.of(), Map.of(), Optional.empty());
  }

  private void write(List<RunReport> reports, List<Path> journals) {
    try {
      Reports.write(options.report(), reports);
      List<Path> folders = FolderNames.of(reports).stream().map(options.report()::resolve).toList();
      for (int i = 0; i < reports.size(); i++) {
        if (Files.exists(journals.get(i))) {
          Path kept = folders.get(i).resolve("journal.jsonl");
          Files.move(journals.get(i), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        progress.written(reports.get(i), folders.get(i));
      }
    } catch (IOException e) {
      throw new SetUpException("the report can't be written: " + e);
    }
  }
}
