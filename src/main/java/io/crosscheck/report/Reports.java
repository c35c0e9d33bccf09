package io.crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of a run. What can't be written throws: a lost report is a failed run. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code dir/index.html} and, per report, a folder named after its implementation with
   * report.json, junit.xml, summary.md and badge.json. Everything but report.json is rendered from
   * the text of report.json.
   */
  public static void write(Path dir, List<RunReport> reports) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    List<String> folders = FolderNames.of(reports);
    for (int i = 0; i < reports.size(); i++) {
      Path folder = Files.createDirectories(dir.resolve(folders.get(i)));
      String json = Json.WRITER.writeValueAsString(reports.get(i)) + "\n";
      Files.writeString(folder.resolve("report.json"), json);
      JsonNode tree = Json.MAPPER.readTree(json);
      writeRenderings(folder, RunReport.of(tree));
      trees.add(tree);
    }
    writeIndex(dir, trees);
  }

  /**
   * Writes {@code dir/index.html} over these reports. It links to the folders that {@link #write}
   * makes for reports in the same order.
   *
   * @throws IOException also where a tree is no report
   */
  public static void writeIndex(Path dir, List<JsonNode> trees) throws IOException {
    List<RunReport> reports = new ArrayList<>();
    for (JsonNode tree : trees) {
      reports.add(RunReport.of(tree));
    }
    String page = Templates.render("index.ftlh", Page.of(reports, FolderNames.of(reports)));
    Files.writeString(Files.createDirectories(dir).resolve("index.html"), page);
  }

  private static void writeRenderings(Path folder, RunReport report) throws IOException {
    Files.writeString(folder.resolve("junit.xml"), JUnitXml.render(report));
    Files.writeString(
        folder.resolve("summary.md"), Templates.render("summary.md.ftl", Summary.of(report)));
    Files.writeString(
        folder.resolve("badge.json"), Json.WRITER.writeValueAsString(Badge.of(report)) + "\n");
  }
}
