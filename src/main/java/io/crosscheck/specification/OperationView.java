package io.crosscheck.specification;

import io.crosscheck.operation.Attribute;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One operation, or a part of the catalogue that several operations share.
 *
 * @param formula MathML; empty for a shared part
 * @param pages the features about it
 */
record OperationView(
    String name,
    String formula,
    List<Row> inputs,
    List<Row> attributes,
    List<List<Span>> meaning,
    List<List<Span>> details,
    List<Span> refusals,
    List<List<Span>> bound,
    List<FeatureView> pages) {

  /** An input with its dtypes, or an attribute with its type and default. */
  record Row(String name, String type, String otherwise) {}

  static OperationView of(Operation operation, List<FeatureView> features, Set<String> shared) {
    String words = operation.name().replace('_', '-');
    OperationView text = ofClass(operation.getClass().getSimpleName(), operation.name(), shared);
    return new OperationView(
        operation.name(),
        Formula.mathml(Texts.read("formulas.properties").get(operation.name())),
        operation.signature().inputs().stream().map(OperationView::input).toList(),
        operation.signature().attributes().stream().map(OperationView::attribute).toList(),
        text.meaning(),
        text.details(),
        text.refusals(),
        text.bound(),
        features.stream().filter(f -> subject(f).equals(words)).toList());
  }

  /**
   * What the comment of that class says; the classes that it refers to are added to {@code shared}.
   */
  static OperationView ofClass(String className, String title, Set<String> shared) {
    DocComment comment = DocComment.ofClass(className);
    Span.Links links = reference -> link(reference, className, shared);
    return new OperationView(
        title,
        "",
        List.of(),
        List.of(),
        spans(comment.meaning(), links),
        spans(comment.details(), links),
        Span.ofComment(comment.refusals(), links),
        spans(comment.bound(), links),
        List.of());
  }

  private static List<List<Span>> spans(List<String> paragraphs, Span.Links links) {
    return paragraphs.stream().map(p -> Span.ofComment(p, links)).toList();
  }

  private static Span link(String reference, String from, Set<String> shared) {
    String owner = reference.replaceFirst("#.*", "");
    String target = owner.isEmpty() ? from : owner;
    Optional<Operation> operation =
        Catalogue.operations().stream()
            .filter(o -> o.getClass().getSimpleName().equals(target))
            .findFirst();
    if (operation.isEmpty()) {
      shared.add(target);
    }
    String name = operation.map(Operation::name).orElse(target);
    return new Span("link", name, name);
  }

  /** The operation that a feature's file is named for: the longest that fits. */
  private static String subject(FeatureView feature) {
    String file = feature.page().replaceAll(".*/|\\.html$", "");
    return Catalogue.operations().stream()
        .map(o -> o.name().replace('_', '-'))
        .filter(o -> file.equals(o) || file.startsWith(o + "-"))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static Row input(Input input) {
    return new Row(
        input.name(),
        input.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        input.required() ? "" : "may be left out");
  }

  private static Row attribute(Attribute attribute) {
    String type =
        attribute.allowed().isEmpty()
            ? attribute.type().name().toLowerCase(Locale.ROOT)
            : String.join(", ", attribute.allowed());
    return new Row(
        attribute.name(), type, attribute.byDefault().map(Object::toString).orElse("no default"));
  }
}
