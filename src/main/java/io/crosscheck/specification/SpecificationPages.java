package io.crosscheck.specification;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.report.RunReport;
import io.crosscheck.report.Specification;
import io.crosscheck.report.Templates;
import io.crosscheck.run.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The specification as HTML pages that need nothing but a browser. */
public final class SpecificationPages {

  private final FeatureSet set;
  private final List<FeatureView> features;
  private final List<RunReport> reports;

  private SpecificationPages(FeatureSet set, List<RunReport> reports) {
    Map<String, Integer> cases = set.casesByRequirement();
    this.set = set;
    this.reports = reports;
    this.features =
        set.documents().stream()
            .map(d -> FeatureView.of(d, cases))
            .sorted(Comparator.comparing(SpecificationPages::place))
            .toList();
  }

  // Without the ending an operation's own feature comes before those of its aspects.
  private static String place(FeatureView feature) {
    return feature.page().replace(".html", "");
  }

  /**
   * Writes {@code folder/index.html} and the pages below it.
   *
   * @param reports finished runs, to show which implementations do what at each choice
   */
  public static void write(Path folder, FeatureSet features, List<RunReport> reports)
      throws IOException {
    new SpecificationPages(features, reports).write(folder);
  }

  private record IndexPage(
      String root,
      Specification specification,
      List<SeedQuestion> questions,
      List<FeatureView> features) {}

  private record FeaturePage(String root, FeatureView feature) {}

  private record OperationsPage(
      String root, List<OperationView> operations, List<OperationView> shared) {}

  private record ChoicesPage(
      String root, List<String> implementations, List<String> dialects, List<ChoiceView> choices) {}

  private record StepsPage(String root, StepList list) {}

  private void write(Path folder) throws IOException {
    write(
        folder.resolve("index.html"),
        "index.ftlh",
        new IndexPage("", set.specification(), SeedQuestion.ALL, features));
    write(folder.resolve("operations.html"), "operations.ftlh", operations());
    write(folder.resolve("choices.html"), "choices.ftlh", choices());
    write(folder.resolve("steps.html"), "steps.ftlh", new StepsPage("", StepList.of(set)));
    for (FeatureView feature : features) {
      write(folder.resolve(feature.page()), "feature.ftlh", new FeaturePage("../", feature));
    }
  }

  private OperationsPage operations() {
    Set<String> shared = new LinkedHashSet<>();
    List<OperationView> operations =
        Catalogue.operations().stream()
            .map(operation -> OperationView.of(operation, features, shared))
            .toList();
    List<OperationView> parts = new ArrayList<>();
    for (Set<String> done = new LinkedHashSet<>(); !done.containsAll(shared); ) {
      String part = shared.stream().filter(s -> !done.contains(s)).findFirst().orElseThrow();
      done.add(part);
      parts.add(OperationView.ofClass(part, part, shared));
    }
    return new OperationsPage("", operations, parts);
  }

  private ChoicesPage choices() {
    List<Dialect> dialects = Dialects.all();
    return new ChoicesPage(
        "",
        reports.stream().map(r -> r.implementation().name()).toList(),
        dialects.stream().map(Dialect::name).toList(),
        Arrays.stream(Choice.values())
            .map(choice -> ChoiceView.of(choice, features, dialects, reports))
            .toList());
  }

  private static void write(Path file, String template, Record view) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, Templates.render("specification/" + template, view));
  }
}
