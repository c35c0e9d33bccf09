package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoicesTest {

  @Test
  void a_value_is_the_first_unless_it_is_set() {
    Choices choices = Choices.of(Map.of(Choice.NEGATIVE_AXIS, "refused"));
    assertThat(choices.get(Choice.NEGATIVE_AXIS), is("refused"));
    assertThat(choices.get(Choice.SUBNORMALS), is("kept"));
    assertThat(choices.is(Choice.SUBNORMALS, "flushed"), is(false));
    assertThat(choices.values(), is(Map.of(Choice.NEGATIVE_AXIS, "refused")));
    assertThat(Choices.defaults().values(), is(anEmptyMap()));
  }

  @Test
  void what_was_asked_for_is_remembered_until_a_choice_changes() {
    Choices choices = Choices.of(Map.of(Choice.NEGATIVE_AXIS, "refused"));
    assertThat(choices.asked(), is(empty()));
    choices.get(Choice.SUBNORMALS);
    assertThat(choices.asked(), is(Set.of(Choice.SUBNORMALS)));
    Choices changed = choices.with(Choice.SUBNORMALS, "flushed");
    assertThat(changed.asked(), is(empty()));
    assertThat(changed.get(Choice.SUBNORMALS), is("flushed"));
    assertThat(changed.get(Choice.NEGATIVE_AXIS), is("refused"));
    assertThat(choices.get(Choice.SUBNORMALS), is("kept"));
  }

  @Test
  void a_value_that_a_choice_lacks_is_refused() {
    Map<Choice, String> wrong = Map.of(Choice.SUBNORMALS, "lost");
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Choices.of(wrong));
    assertThat(refused.getMessage(), is("subnormals is \"lost\"; it can be [kept, flushed]"));
  }

  @Test
  void a_choice_is_found_by_its_name_and_a_value_that_it_has() {
    assertThat(Choice.ofToken("subnormals"), is(Optional.of(Choice.SUBNORMALS)));
    assertThat(Choice.ofToken("subnormal"), is(Optional.empty()));
    assertThat(Choice.admitting("subnormals", "flushed"), is(Choice.SUBNORMALS));
    assertThat(message("subnormals", "lost"), containsString("it can be kept, flushed"));
    assertThat(message("subnormal", "kept"), containsString("there is no choice \"subnormal\""));
  }

  private static String message(String token, String value) {
    return assertThrows(IllegalArgumentException.class, () -> Choice.admitting(token, value))
        .getMessage();
  }
}
