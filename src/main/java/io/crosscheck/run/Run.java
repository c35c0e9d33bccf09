package io.crosscheck.run;

import io.crosscheck.report.FolderNames;
import io.crosscheck.report.Reports;
import io.crosscheck.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    checkResumable(candidates.size());
    List<RunReport> reports = new ArrayList<>();
    List<Path> journals = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Path journal = journal(journals.size());
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

  private Path journal(int candidate) {
    return options.report().resolve("running-" + (candidate + 1) + ".jsonl");
  }

  private void checkResumable(int candidates) {
    boolean any = IntStream.range(0, candidates).mapToObj(this::journal).anyMatch(Files::exists);
    if (options.resume() && !any) {
      throw new SetUpException(
          "nothing to resume: there is no \"%s\", which a run that is cut off leaves; run without --resume"
              .formatted(journal(0)));
    }
  }

  /** With the regressions, if the baseline is of that implementation or it is the only one. */
  private RunReport compared(RunReport report, boolean only) {
    return baseline.isPresent() && (only || isOld(report)) ? baseline.get().judge(report) : report;
  }

  private boolean isOld(RunReport report) {
    return baseline.map(b -> b.isOf(report)).orElse(false);
  }

  private RunReport judge(Candidate candidate, Path journal) {
    return new Trial(options, features, runner, expectations, progress).of(candidate, journal);
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
