import io.crosscheck.report.Case;
import io.crosscheck.report.Comparison;
import io.crosscheck.report.Outcome;
import io.crosscheck.report.RunInfo;
import io.crosscheck.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the published records with reports of today: each case has to have the outcome that is
 * published. Where a library is of another version than the record's, or on another processor,
 * differences are counted and not held against the record. A record whose implementation wasn't run again has to be
 * of as many cases as the specification has.
 */
final class CheckRecords {

  private static final int SHOWN = 10;

  /** Not opencl, whose results are its driver's. */
  private static final Set<String> BUILT_IN = Set.of("reference", "cpu", "vector");

  private CheckRecords() {}

  /** Reads the folder of the records and those of the runs; exits 1 where a record is stale. */
  public static void main(String[] args) throws IOException {
    Map<String, RunReport> records = reports(Path.of(args[0]));
    Map<String, RunReport> today = new TreeMap<>();
    for (String run : Arrays.asList(args).subList(1, args.length)) {
      today.putAll(reports(Path.of(run)));
    }
    Set<String> names = new HashSet<>(today.keySet());
    names.removeAll(records.keySet());
    names.forEach(name -> System.out.println(name + ": there is no record of it"));
    int stale = names.size();
    int cases = today.values().iterator().next().specification().cases();
    for (Map.Entry<String, RunReport> entry : records.entrySet()) {
      RunReport record = entry.getValue();
      RunReport now = today.get(entry.getKey());
      List<String> differences = new ArrayList<>();
      if (record.specification().cases() != cases) {
        differences.add(
            "the record is of a specification of %d cases, this one has %d"
                .formatted(record.specification().cases(), cases));
      } else if (now != null) {
        differences.addAll(differences(entry.getKey(), record, now));
      }
      differences.stream()
          .limit(SHOWN)
          .forEach(d -> System.out.println(entry.getKey() + ": " + d));
      if (differences.size() > SHOWN) {
        System.out.printf("%s: and %d more%n", entry.getKey(), differences.size() - SHOWN);
      }
      stale += differences.isEmpty() ? 0 : 1;
    }
    if (stale > 0) {
      System.out.println("stale records: " + stale + " - run src/adapters/publish.sh, commit reports");
      System.exit(1);
    }
  }

  /** The reports below a folder by the names of their own folders, of which there is one or more. */
  private static Map<String, RunReport> reports(Path parent) throws IOException {
    Map<String, RunReport> reports = new TreeMap<>();
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.toList()) {
        Path file = folder.resolve("report.json");
        if (Files.exists(file)) {
          reports.put(folder.getFileName().toString(), RunReport.read(file));
        }
      }
    }
    if (reports.isEmpty()) {
      throw new IOException("no report.json below \"" + parent + "\" - expected those of a run");
    }
    return reports;
  }

  private static List<String> differences(String name, RunReport record, RunReport now) {
    if (!extent(record.run()).equals(extent(now.run()))) {
      return List.of("run as " + extent(now.run()) + ", the record as " + extent(record.run()));
    }
    Set<String> published = ids(record);
    Set<String> present = ids(now);
    List<String> differences = new ArrayList<>();
    published.stream()
        .filter(id -> !present.contains(id))
        .forEach(id -> differences.add(id + " is published, and no case of the run"));
    Comparison comparison = Comparison.of(record, now);
    comparison
        .outcomes()
        .forEach(o -> differences.add(o.id() + " is published as " + o.was() + ", is " + o.is()));
    // A record leaves out what its implementation does not claim.
    now.cases().stream()
        .filter(c -> c.outcome() != Outcome.UNSUPPORTED && !published.contains(c.id()))
        .forEach(c -> differences.add(c.id() + " is not published, is " + c.outcome().token()));
    String was = record.implementation().version();
    String is = now.implementation().version();
    // Libraries choose kernels by the processor; what is written in Java gives the same on all.
    boolean same = was.equals(is) && (isBuiltIn(now) || cpu(record).equals(cpu(now)));
    System.out.printf(
        "%s %s: %d cases as published, %d not%s%n",
        name,
        is,
        comparison.common() - comparison.outcomes().size(),
        differences.size(),
        same ? "" : "; the record is of " + was + " on " + cpu(record) + ", which may differ");
    return same ? differences : List.of();
  }

  private static boolean isBuiltIn(RunReport report) {
    return BUILT_IN.contains(report.implementation().backend());
  }

  private static String cpu(RunReport report) {
    return report.environment().cpu();
  }

  private static String extent(RunInfo run) {
    return "tier " + run.tier() + ", profile " + run.profile() + ", filters " + run.filters();
  }

  private static Set<String> ids(RunReport report) {
    return report.cases().stream().map(Case::id).collect(Collectors.toSet());
  }
}
