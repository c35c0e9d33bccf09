package io.crosscheck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a run. What can't be written throws: a lost report is a failed run. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code dir/index.html} and, per report, a folder named after its implementation with
   * report.json, junit.xml, summary.md and badge.json. All are made of what report.json holds.
   */
  public static void write(Path dir, List<RunReport> reports) throws IOException {
    List<String> folders = FolderNames.of(reports);
    for (int i = 0; i < reports.size(); i++) {
      Path folder = Files.createDirectories(dir.resolve(folders.get(i)));
      String json = Json.WRITER.writeValueAsString(reports.get(i)) + "\n";
      Files.writeString(folder.resolve("report.json"), json);
      writeRenderings(folder, reports.get(i));
    }
    writeIndex(dir, reports);
  }

  /**
   * Writes {@code dir/index.html} over these reports. It links to the folders that {@link #write}
   * makes for reports in the same order.
   */
  public static void writeIndex(Path dir, List<RunReport> reports) throws IOException {
    String page = Templates.render("report/index.ftlh", Page.of(reports, FolderNames.of(reports)));
    Files.writeString(Files.createDirectories(dir).resolve("index.html"), page);
  }

  private static void writeRenderings(Path folder, RunReport report) throws IOException {
    Files.writeString(folder.resolve("junit.xml"), JUnitXml.render(report));
    Files.writeString(
        folder.resolve("summary.md"),
        Templates.render("report/summary.md.ftl", Summary.of(report)));
    Files.writeString(
        folder.resolve("badge.json"), Json.WRITER.writeValueAsString(Badge.of(report)) + "\n");
  }
}
