package io.crosscheck.specification;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.run.FeatureDocument;
import io.crosscheck.steps.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps, example cells filled in: of the vocabulary, and of operations that there are. */
final class StepLint {

  private static final Pattern COMPUTED = Pattern.compile("(\\w+) is computed\\b.*");
  private static final Vocabulary VOCABULARY = Vocabulary.read();

  private StepLint() {}

  static List<Problem> problems(FeatureDocument document) {
    List<Problem> problems = new ArrayList<>();
    for (FeatureDocument.Step step : document.steps()) {
      vocabulary(document.file(), step, problems);
      Matcher computed = COMPUTED.matcher(step.text());
      if (computed.matches() && Catalogue.find(computed.group(1)).isEmpty()) {
        problems.add(
            Problem.at(
                document.file(),
                step.line(),
                "the operation " + computed.group(1),
                "one of the catalogue",
                "correct its name"));
      }
    }
    return problems;
  }

  private static void vocabulary(String file, FeatureDocument.Step step, List<Problem> problems) {
    List<Vocabulary.Step> matching = VOCABULARY.matching(step.text());
    if (matching.size() != 1) {
      problems.add(
          Problem.at(
              file,
              step.line(),
              "the step \""
                  + step.text()
                  + "\", which is "
                  + matching.size()
                  + " of the vocabulary",
              "exactly one",
              "see \"crosscheck steps\""));
    } else if (matching.get(0).takesBlock() != step.hasBlock()) {
      problems.add(
          Problem.at(
              file,
              step.line(),
              "the step \""
                  + step.text()
                  + "\" "
                  + (step.hasBlock() ? "with" : "without")
                  + " a block",
              "a table or doc string below a step that ends in a colon, and only there",
              "add or remove it"));
    }
  }
}
