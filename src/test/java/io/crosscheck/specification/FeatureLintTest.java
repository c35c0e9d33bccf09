package io.crosscheck.specification;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import io.crosscheck.run.FeatureDocument;
import io.crosscheck.run.FeatureSet;
import io.crosscheck.run.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureLintTest {

  private static final String GOOD =
      """
      Feature: softmax of two

        Probabilities of two classes.

        @req:softmax.two.halves @must
        Rule: Equal logits share

          @smoke
          Scenario: Zeros
            Given the float32 tensor logits = [0, 0]
            When softmax is computed
            Then the result is [0.5, 0.5]

          Scenario Outline: Equal <logits>
            Given the float32 tensor logits = <logits>
            When softmax is computed
            Then the result is:
              | <half> | 0.5 |

            Examples: small
              | logits | half |
              | [1, 1] | 0.5  |

            Examples: large
              | logits | half |
              | [9, 9] | 0.5  |
      """;

  @TempDir Path folder;

  @Test
  void the_features_keep_the_house_rules() {
    List<FeatureDocument> documents = FeatureSet.load(Optional.empty()).documents();
    assertThat(documents.isEmpty(), is(false));
    assertThat(text(FeatureLint.problems(documents, Manifest.read().keySet())), is(emptyString()));
  }

  @Test
  void a_good_feature_has_no_problem() throws IOException {
    assertThat(problems("softmax-two", GOOD), is(emptyString()));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Probabilities of two classes.;` `;no prose",
        "@req:softmax.two.halves @must;@must;0 requirement ids",
        "@req:softmax.two.halves @must;@req:softmax.two.halves @req:softmax.two.other @must;2 requirement ids",
        "@req:softmax.two.halves @must;@req:softmax.two.halves;0 levels",
        "@req:softmax.two.halves @must;@req:softmax.two.halves @must @may;2 levels",
        "@req:softmax.two.halves @must;@req:softmax.two.halves @must @wip;the tag @wip",
        "@smoke;@slow;the tag @slow",
        "Scenario Outline: Equal <logits>;Scenario Outline: Zeros;the scenario name \"Zeros\" once more",
        "Examples: small;Examples:;a table without a name",
        "| <half> | 0.5 |;| 0.5 | 0.5 |;the unused column half",
        "= [0, 0];= [0, <zero>];<zero> - expected a column",
        "Then the result is [0.5, 0.5];Then the result looks good;which is 0 of the vocabulary",
        "Then the result is [0.5, 0.5];Then the result is:;without a block",
        "When softmax is computed;When softplus is computed;the operation softplus",
        "`    Scenario: Zeros`;`   Scenario: Zeros`;Scenario after 3 blanks - expected 4 blanks",
        "`      Given the float32 tensor logits = [0`;`     Given the float32 tensor logits = [0`;step after 5 blanks",
        "`      Examples: large`;`     Examples: large`;Examples after 5 blanks",
        "of two classes.;`of two classes. `;blanks at the end",
        "of two classes.;`of\ttwo classes.`;a tab",
      })
  void each_mistake_has_its_words(String good, String bad, String words) throws IOException {
    assertThat(GOOD, containsString(good));
    assertThat(problems("softmax-two", GOOD.replace(good, bad)), containsString(words));
  }

  @Test
  void a_long_line_is_seen_unless_it_is_a_table() throws IOException {
    String prose = GOOD.replace("Probabilities", "Probabilities".repeat(10));
    assertThat(
        problems("softmax-two", prose), containsString("softmax-two.feature:3: 148 characters"));
    String table = GOOD.replace("| [1, 1] |", "| [1, 1] |".replace(" |", " ".repeat(120) + "|"));
    assertThat(problems("softmax-two", table), is(emptyString()));
  }

  @Test
  void steps_are_counted() throws IOException {
    String step = "      Given the float32 tensor logits = [0, 0]\n";
    assertThat(
        problems("softmax-two", GOOD.replace(step, step.repeat(9))),
        containsString("11 steps - expected 1 to 10"));
    String background = "    Background:\n" + step.repeat(4) + "\n    @smoke";
    assertThat(
        problems("softmax-two", GOOD.replace("    @smoke", background)),
        containsString("4 steps - expected 1 to 3"));
  }

  @Test
  void a_rule_needs_a_scenario() throws IOException {
    String bare = "\n  @req:softmax.two.bare @may\n  Rule: Nothing follows\n";
    assertThat(problems("softmax-two", GOOD + bare), containsString("no scenario"));
  }

  @Test
  void a_scenario_needs_a_rule() throws IOException {
    String early = "classes.\n\n  Scenario: Early\n    When softmax is computed\n";
    assertThat(
        problems("softmax-two", GOOD.replace("classes.\n", early)),
        containsString("outside of a rule"));
  }

  @Test
  void a_file_is_named_for_its_operation() throws IOException {
    assertThat(problems("hardmax", GOOD), containsString("the file name hardmax"));
  }

  @Test
  void names_and_ids_are_unique_among_features() throws IOException {
    write("softmax-copy", GOOD);
    assertThat(problems("softmax-two", GOOD), containsString("the feature name of"));
    assertThat(
        problems("softmax-two", GOOD),
        containsString("softmax.two.halves of softmax/softmax-copy"));
  }

  @Test
  void requirements_are_those_of_the_manifest() throws IOException {
    write("softmax-two", GOOD);
    String text = text(FeatureLint.problems(documents(), Set.of("softmax.two.lost")));
    assertThat(text, containsString("softmax.two.halves, which fixtures/manifest.json lacks"));
    assertThat(text, containsString("softmax.two.lost, which no rule has"));
  }

  private String problems(String name, String feature) throws IOException {
    write(name, feature);
    return text(
        FeatureLint.problems(documents(), Set.of("softmax.two.halves")).stream()
            .filter(p -> !p.text().contains("manifest.json"))
            .toList());
  }

  private void write(String name, String feature) throws IOException {
    Path family = Files.createDirectories(folder.resolve("softmax"));
    Files.writeString(family.resolve(name + ".feature"), feature);
  }

  private List<FeatureDocument> documents() {
    return FeatureSet.load(Optional.of(folder)).documents();
  }

  private static String text(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
