import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosscheck.report.Json;
import io.crosscheck.report.Reports;
import io.crosscheck.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the records that are checked in, and the matrix over them, of the reports of a run. A record
 * is a report with the outcome of every case that the implementation claims, one to a line, so that
 * a difference between two releases of a library can be read. It leaves out what an adapter said on
 * stderr, which holds this machine's paths, how long each case took, which differs from run to run,
 * large requests, which {@code run --case} makes again, and what features/ says of requirements.
 */
final class Publish {

  private static final int MESSAGE_LIMIT = 400;
  private static final int REQUEST_LIMIT = 400;
  private static final Set<String> OF_EVERY_CASE =
      Set.of("id", "requirement", "level", "operation", "dtype", "outcome", "worst_over_bound");

  private static final Path FINDINGS = Path.of("reports/findings.md");
  private static final String LAST_LINK = "<a href=\"#reading\">";

  private Publish() {}

  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    Path to = Path.of(args[1]);
    List<RunReport> reports = new ArrayList<>();
    for (Path folder : folders(from)) {
      ObjectNode record = record(Json.MAPPER.readTree(folder.resolve("report.json").toFile()));
      reports.add(RunReport.of(record));
      Path target = Files.createDirectories(to.resolve(folder.getFileName()));
      Files.writeString(target.resolve("report.json"), lines(claimed(record)));
      for (String name : List.of("summary.md", "badge.json")) {
        Files.writeString(target.resolve(name), Files.readString(folder.resolve(name)));
      }
    }
    Reports.writeIndex(to, reports);
    Path index = to.resolve("index.html");
    Files.writeString(
        index,
        Files.readString(index)
            .replaceAll(" <a href=\"[^\"]*/junit.xml\">JUnit XML</a>", "")
            .replace(LAST_LINK, links(to) + LAST_LINK));
  }

  private static String links(Path records) {
    Path gpu = records.resolve("gpu/index.html");
    return "<a href=\"%s\">Findings, by hand</a>\n".formatted(records.relativize(FINDINGS))
        + (Files.exists(gpu) ? "<a href=\"gpu/index.html\">On a GPU</a>\n" : "");
  }

  /** The reports of the run, those that were built in first, each part by name. */
  private static List<Path> folders(Path run) throws IOException {
    List<Path> builtIn = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    try (Stream<Path> folders = Files.list(run).filter(Files::isDirectory).sorted()) {
      for (Path folder : folders.toList()) {
        boolean external =
            Json.MAPPER
                .readTree(folder.resolve("report.json").toFile())
                .at("/implementation/backend")
                .asText()
                .equals("exec");
        (external ? others : builtIn).add(folder);
      }
    }
    builtIn.addAll(others);
    return builtIn;
  }

  private static ObjectNode record(JsonNode report) {
    ObjectNode record = report.deepCopy();
    record.withArray("cases").forEach(c -> shorten((ObjectNode) c));
    return record;
  }

  /** Without the cases of which the run itself says that they are not claimed. */
  private static ObjectNode claimed(ObjectNode record) {
    Pattern unclaimed =
        Pattern.compile(
            Pattern.quote(record.at("/implementation/name").asText()) + " (does not claim|claims) .*");
    Iterator<JsonNode> cases = record.withArray("cases").iterator();
    while (cases.hasNext()) {
      JsonNode c = cases.next();
      if (c.get("outcome").asText().equals("unsupported")
          && unclaimed.matcher(c.path("message").asText()).matches()) {
        cases.remove();
      }
    }
    record.putArray("requirements");
    return record;
  }

  private static void shorten(ObjectNode c) {
    String outcome = c.get("outcome").asText();
    c.remove(List.of("stderr", "seconds"));
    if (c.path("worst_over_bound").isNumber()) {
      c.put("worst_over_bound", Float.parseFloat("%.2e".formatted(c.get("worst_over_bound").asDouble())));
    }
    if (c.path("observed").isEmpty()) {
      c.remove("observed");
    }
    if (outcome.equals("failed") || outcome.equals("errored")) {
      String message = c.path("message").asText().replaceFirst("(?s)\n(request|stderr)\\b.*", "");
      c.put("message", message.substring(0, Math.min(message.length(), MESSAGE_LIMIT)));
      if (c.path("request").toString().length() > REQUEST_LIMIT) {
        c.remove("request");
      }
    } else {
      Set<String> kept = Set.of("message", "observed");
      c.retain(Stream.concat(OF_EVERY_CASE.stream(), kept.stream()).toList());
    }
  }

  private static String lines(ObjectNode record) {
    StringJoiner members = new StringJoiner(",\n", "{\n", "\n}\n");
    record
        .properties()
        .forEach(m -> members.add("\"" + m.getKey() + "\":" + value(m.getKey(), m.getValue())));
    return members.toString();
  }

  private static String value(String name, JsonNode value) {
    if (!name.equals("cases")) {
      return value.toString();
    }
    StringJoiner elements = new StringJoiner(",\n", "[\n", "\n]");
    value.forEach(e -> elements.add(e.toString()));
    return elements.toString();
  }
}
