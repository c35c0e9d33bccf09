package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crosscheck.operation.Choice;
import io.crosscheck.report.Json;
import io.crosscheck.report.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedChoicesTest {

  private static final List<Map<Choice, String>> LAST_IS_TAKEN =
      List.of(Map.of(Choice.NEGATIVE_AXIS, "any"), Map.of(Choice.NEGATIVE_AXIS, "only_minus_one"));
  private static final List<Map<Choice, String>> LAST_BUT_ONE_IS_REFUSED =
      List.of(
          Map.of(Choice.NEGATIVE_AXIS, "only_minus_one"), Map.of(Choice.NEGATIVE_AXIS, "refused"));
  private static final List<Map<Choice, String>> EMPTY_MEAN_IS_ZERO =
      List.of(
          Map.of(Choice.WEIGHTED_MEAN_DENOMINATOR, "count"),
          Map.of(
              Choice.WEIGHTED_MEAN_DENOMINATOR,
              "sum_of_weights",
              Choice.MEAN_NOTHING_LEFT,
              "zero"));

  private final ObservedChoices observed = new ObservedChoices();

  private void settled(String choice, String value, String other, String itsValue) {
    Map<String, List<String>> table = Map.of(choice, List.of(value), other, List.of(itsValue));
    assertThat(observed.table(), is(table));
  }

  @Test
  void what_two_answers_leave_open_their_common_value_settles() {
    observed.add(Map.of(), List.of(LAST_IS_TAKEN));
    assertThat(observed.table(), is(Map.of()));
    observed.add(Map.of(), List.of(LAST_BUT_ONE_IS_REFUSED));
    assertThat(observed.table(), is(Map.of("negative_axis", List.of("only_minus_one"))));
  }

  @Test
  void a_value_that_one_case_shows_settles_what_hangs_on_it_in_another() {
    observed.add(Map.of(), List.of(EMPTY_MEAN_IS_ZERO));
    assertThat(observed.table(), is(Map.of()));
    Map<String, String> shown = Map.of("weighted_mean.denominator", "sum_of_weights");
    observed.add(shown, List.of());
    settled("mean.nothing_left", "zero", "weighted_mean.denominator", "sum_of_weights");
  }

  @Test
  void of_an_implementation_that_is_not_of_one_piece_each_value_shown_is_told() {
    observed.add(Map.of("negative_axis", "refused"), List.of());
    observed.add(Map.of("negative_axis", "any"), List.of(LAST_IS_TAKEN));
    assertThat(observed.table(), is(Map.of("negative_axis", List.of("refused", "any"))));
  }

  @Test
  void answers_that_no_value_fits_together_settle_nothing() {
    observed.add(Map.of(), List.of(LAST_IS_TAKEN, LAST_BUT_ONE_IS_REFUSED, EMPTY_MEAN_IS_ZERO));
    observed.add(Map.of("weighted_mean.denominator", "count_of_nonzero_weights"), List.of());
    settled(
        "negative_axis", "only_minus_one", "weighted_mean.denominator", "count_of_nonzero_weights");
  }

  @Test
  void a_journal_keeps_what_a_case_leaves_open() throws JsonProcessingException {
    JournalLine line =
        new JournalLine(
            "a/b",
            Outcome.PASSED,
            0.5,
            null,
            null,
            null,
            null,
            Map.of(),
            List.of(LAST_IS_TAKEN),
            List.of());
    String json = Json.MAPPER.writeValueAsString(line);
    assertThat(Json.MAPPER.readValue(json, JournalLine.class), is(line));
  }
}
