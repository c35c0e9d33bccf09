package io.crosscheck.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crosscheck.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report of an earlier run. */
public final class SavedReport {

  private SavedReport() {}

  /**
   * The report in {@code path}, a report.json or the folder that holds one.
   *
   * @throws SetUpException where there is none
   */
  public static RunReport read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve("report.json") : path;
    try {
      return RunReport.read(file);
    } catch (JsonProcessingException e) {
      throw unreadable(file, e.getOriginalMessage());
    } catch (IOException e) {
      throw unreadable(file, ReadFailure.reason(e));
    }
  }

  private static SetUpException unreadable(Path file, String reason) {
    String line = reason.lines().findFirst().orElse("");
    return new SetUpException(
        "the report \"" + file + "\" can't be read: " + line + "; expected a run's report.json");
  }
}
