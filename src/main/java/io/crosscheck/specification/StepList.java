package io.crosscheck.specification;

import io.crosscheck.run.FeatureDocument;
import io.crosscheck.run.FeatureSet;
import io.crosscheck.steps.Vocabulary;
import java.util.List;

/** The vocabulary with an example of each step from the features. */
public record StepList(List<Entry> steps, List<Vocabulary.Parameter> parameters) {

  private static final int WIDTH = 100;

  /**
   * One step.
   *
   * @param example the first step of the features that is one; empty where there is none
   * @param file the feature that holds the example
   */
  public record Entry(
      String keyword, String expression, String meaning, String example, String file) {}

  /** The steps of this build, with examples from these features. */
  public static StepList of(FeatureSet features) {
    Vocabulary vocabulary = Vocabulary.read();
    List<FeatureDocument> documents = features.documents();
    return new StepList(
        vocabulary.steps().stream().map(step -> entry(step, documents)).toList(),
        vocabulary.parameters());
  }

  private static Entry entry(Vocabulary.Step step, List<FeatureDocument> documents) {
    for (FeatureDocument document : documents) {
      for (FeatureDocument.Step used : document.steps()) {
        if (used.text().length() < WIDTH && step.matches(used.text())) {
          return entry(step, used.text(), document.file());
        }
      }
    }
    return entry(step, "", "");
  }

  private static Entry entry(Vocabulary.Step step, String example, String file) {
    return new Entry(step.role().keyword(), step.expression(), step.meaning(), example, file);
  }

  /** As plain text in aligned columns. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Entry step : steps) {
      text.append("%-6s%s%n".formatted(step.keyword(), step.expression()));
      text.append(wrapped(step.meaning(), 10));
      if (!step.example().isEmpty()) {
        text.append("%10s%s  (%s)%n".formatted("", step.example(), step.file()));
      }
      text.append(System.lineSeparator());
    }
    text.append("Parameters:%n%n".formatted());
    parameters.forEach(
        p ->
            text.append(
                "%-14s%s"
                    .formatted("{" + p.name() + "}", wrapped(p.meaning(), 14).stripLeading())));
    return text.toString();
  }

  private static String wrapped(String sentence, int indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ")) {
      if (line.length() + word.length() >= WIDTH - indent) {
        lines.append(" ".repeat(indent)).append(line).append(System.lineSeparator());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return lines.append(" ".repeat(indent)).append(line).append(System.lineSeparator()).toString();
  }
}
