package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionTest {

  @Test
  void a_thousand_elements_are_written_as_values_and_more_as_bits() {
    assertThat(Reproduction.line(ofSize(1000)), containsString("values"));
    assertThat(Reproduction.line(ofSize(1001)), containsString("bits"));
  }

  @Test
  void a_line_of_two_thousand_characters_is_whole_and_a_longer_one_cut() {
    int around = Reproduction.line(named("")).length();
    Request whole = named("a".repeat(2000 - around));
    assertThat(
        Reproduction.below("wrong", whole), is("wrong\nrequest: " + Reproduction.line(whole)));
    Request longer = named("a".repeat(2001 - around));
    assertThat(
        Reproduction.below("wrong", longer),
        is(
            "wrong\nrequest (the first 2000 of 2001 characters): "
                + Reproduction.line(longer).substring(0, 2000)
                + "…"));
  }

  private static Request ofSize(int size) {
    Tensor zeros = Tensor.ofFloats(Shape.of(size), new float[size]);
    return new Request("softmax", new Arguments(Map.of("logits", zeros), Map.of()));
  }

  private static Request named(String operation) {
    return new Request(operation, new Arguments(Map.of(), Map.of()));
  }
}
