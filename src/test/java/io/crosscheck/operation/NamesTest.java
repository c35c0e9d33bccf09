package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

/** What stands in texts for attributes, codes and profiles. */
class NamesTest {

  @Test
  void attributes_in_text_are_whole_or_other_numbers_flags_or_words() {
    assertThat(AttributeValue.of("-3"), is(-3L));
    assertThat(AttributeValue.of("0.5"), is(0.5));
    assertThat(AttributeValue.of("NaN"), is(Double.NaN));
    assertThat(AttributeValue.of("true"), is(true));
    assertThat(AttributeValue.of("false"), is(false));
    assertThat(AttributeValue.of("mean"), is("mean"));
  }

  @Test
  void codes_and_profiles_have_names() {
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(RefusalCode.ofToken(code.token()).orElseThrow(), is(code));
    }
    assertThat(RefusalCode.ofToken("none").isEmpty(), is(true));
    assertThat(Profile.STRICT.token(), is("strict"));
  }
}
