package io.crosscheck.run;

import io.crosscheck.report.Case;
import io.crosscheck.report.RunReport;
import java.nio.file.Path;

/** Who is told how a run goes on. */
public interface Progress {

  /** An implementation that isn't run, and why. */
  void skipped(String backend, String reason);

  /** Something about an adapter's lines that its author should know. */
  void remarked(String remark);

  /** The cases of an implementation begin. */
  void started(String implementation, int cases);

  /** So many of them have their outcome from a run that was cut off; they are told of next. */
  void resumed(int cases);

  /** One case has its outcome. */
  void finished(Case finished);

  /** All cases of an implementation have their outcome. */
  void ended(RunReport report);

  /** The report of an implementation has been written to that folder. */
  void written(RunReport report, Path folder);
}
