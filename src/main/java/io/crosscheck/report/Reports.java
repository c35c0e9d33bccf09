package io.crosscheck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<Writing> files = new ArrayList<>();
    files.add(() -> writeIndex(dir, reports));
    for (int i = 0; i < reports.size(); i++) {
      Path folder = Files.createDirectories(dir.resolve(folders.get(i)));
      RunReport report = reports.get(i);
      files.add(() -> write(folder.resolve("report.json"), report));
      files.add(() -> writeRenderings(folder, report));
    }
    try {
      files.parallelStream().forEach(Writing::unchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Path file, Object value) throws IOException {
    Files.writeString(file, Json.WRITER.writeValueAsString(value) + "\n");
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
    write(folder.resolve("badge.json"), Badge.of(report));
  }

  /** A file to be written, beside others. */
  @FunctionalInterface
  private interface Writing {

    void write() throws IOException;

    default void unchecked() {
      try {
        write();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
