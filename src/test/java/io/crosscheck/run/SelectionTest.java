package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final List<SpecifiedCase> ALL =
      FeatureSet.load(Optional.of(Path.of("src/test/resources/io/crosscheck/cli/features")))
          .cases();
  private static final String EQUAL = "softmax.test.values/two-equal-logits";
  private static final String EQUAL_64 = "softmax.test.values/two-equal-logits-in-float64";
  private static final String MANY = "softmax.test.values/many-equal-logits";
  private static final String FAR = "softmax.test.refusals/axis-axis-of-a-vector/1";
  private static final String FAR_BACK = "softmax.test.refusals/axis-axis-of-a-vector/-2";

  @Test
  void a_tier_lists_its_cases_only() {
    assertThat(listed(Selection.of(Tier.SMOKE)), contains(EQUAL));
    assertThat(listed(Selection.of(Tier.QUICK)), contains(EQUAL, EQUAL_64, FAR, FAR_BACK));
    assertThat(listed(Selection.of(Tier.FULL)), contains(EQUAL, EQUAL_64, MANY, FAR, FAR_BACK));
  }

  @Test
  void tags_dtype_and_operation_must_all_agree() {
    assertThat(selected("@must", List.of(), List.of("float64"), List.of()), contains(EQUAL_64));
    assertThat(
        selected("not @must", List.of("softmax"), List.of(), List.of()), contains(FAR, FAR_BACK));
  }

  @Test
  void a_case_is_selected_by_its_id_whatever_its_tier() {
    assertThat(selected("", List.of(), List.of(), List.of(MANY)), contains(MANY));
  }

  @Test
  void selecting_nothing_is_refused_and_names_the_filter() {
    SetUpException e =
        assertThrows(
            SetUpException.class, () -> selected("@nowhere", List.of(), List.of(), List.of()));
    assertThat(e.getMessage(), containsString("tags=@nowhere"));
    assertThat(String.valueOf(e.getMessage()).lines().count(), is(1L));
  }

  @Test
  void a_tag_expression_that_does_not_parse_is_refused() {
    assertThrows(
        SetUpException.class,
        () -> new Selection(Tier.QUICK, "@a and", List.of(), List.of(), List.of()));
  }

  private static List<String> listed(Selection selection) {
    return selection.listed(ALL).stream().map(SpecifiedCase::id).toList();
  }

  private static List<String> selected(
      String tags, List<String> operations, List<String> dtypes, List<String> cases) {
    Selection selection = new Selection(Tier.QUICK, tags, operations, dtypes, cases);
    return selection.selected(selection.listed(ALL)).stream().map(SpecifiedCase::id).toList();
  }
}
