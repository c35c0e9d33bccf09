package io.crosscheck.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A feature as its file has it, for those that show or check its text.
 *
 * @param file its folder and name below the root of the features
 * @param source the text of the file
 * @param steps the steps of its cases, example cells filled in, each once
 */
public record FeatureDocument(String file, Feature feature, String source, Set<Step> steps) {

  /**
   * A step of a case.
   *
   * @param line where it stands in the file
   * @param hasBlock whether a table or a doc string stands below it
   */
  public record Step(int line, String text, boolean hasBlock) {}

  static FeatureDocument of(io.cucumber.core.gherkin.Feature feature) {
    Set<Step> steps = new LinkedHashSet<>();
    for (Pickle pickle : feature.getPickles()) {
      pickle
          .getSteps()
          .forEach(s -> steps.add(new Step(s.getLine(), s.getText(), s.getArgument() != null)));
    }
    return new FeatureDocument(file(feature), parsed(feature), feature.getSource(), steps);
  }

  /** The tree that the parser made of a feature. */
  static Feature parsed(io.cucumber.core.gherkin.Feature feature) {
    return StreamSupport.stream(feature.getParseEvents().spliterator(), false)
        .map(event -> ((Envelope) event).getGherkinDocument())
        .flatMap(Optional::stream)
        .map(GherkinDocument::getFeature)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /** The file below the root of the features: its folder and name. */
  static String file(io.cucumber.core.gherkin.Feature feature) {
    String uri = feature.getUri().toString();
    int name = uri.lastIndexOf('/');
    return uri.substring(uri.lastIndexOf('/', name - 1) + 1);
  }

  /** The folder, such as {@code cross-entropy}. */
  public String family() {
    return file.substring(0, Math.max(0, file.indexOf('/')));
  }

  /** The file's name without its ending. */
  public String name() {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.feature$", "");
  }
}
