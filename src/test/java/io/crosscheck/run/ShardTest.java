package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  private static final List<SpecifiedCase> ALL = FeatureSet.load(Optional.empty()).cases();

  @Test
  void the_shards_hold_every_case_once_and_about_as_many_each() {
    List<SpecifiedCase> together = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      List<SpecifiedCase> part = selected(ALL, number);
      assertThat(
          part.size(), allOf(greaterThan(ALL.size() * 20 / 100), lessThan(ALL.size() * 30 / 100)));
      together.addAll(part);
    }
    assertThat(together, containsInAnyOrder(ALL.toArray()));
  }

  @Test
  void a_case_stays_in_its_shard_when_others_come_or_go() {
    List<SpecifiedCase> fewer = new ArrayList<>(ALL);
    for (int i = ALL.size() - 1; i >= 0; i -= 3) {
      fewer.remove(i);
    }
    List<SpecifiedCase> part = new ArrayList<>(selected(ALL, 2));
    part.retainAll(fewer);
    assertThat(selected(fewer, 2), is(part));
  }

  /** CRC-32 of the nine digits is the check value of its definition: 0xCBF43926 = 3421780262. */
  @Test
  void the_checksum_is_the_same_everywhere() {
    assertThat(new Shard(263, 1000).holds("123456789"), is(true));
    assertThat(new Shard(262, 1000).holds("123456789"), is(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1/0", "-1/4", "1", "1/", "/2", "a/b", "1/4/2", " 1/4", ""})
  void what_names_no_part_is_none(String text) {
    assertThat(Shard.of(text), is(Optional.empty()));
  }

  private static List<SpecifiedCase> selected(List<SpecifiedCase> of, int number) {
    return new Selection(
            Tier.FULL, "", List.of(), List.of(), List.of(), Optional.of(new Shard(number, 4)))
        .selected(of);
  }
}
