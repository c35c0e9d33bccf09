package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;

class CertifiedTest {

  private static final Evaluation SOFTMAX =
      Evaluation.of("softmax", DType.FLOAT32).input("logits", "[0, -100]");

  @Test
  void an_element_is_rounded_in_the_results_dtype() {
    Certified certified = SOFTMAX.certified();
    assertThat(certified.rounded(0), is(1.0));
    // e^−100 is 3.72e−44, between the subnormal floats of 26 and 27 units.
    assertThat(certified.rounded(1), is(27 * 0x1p-149));
    Certified halves = Evaluation.of("sigmoid", DType.FLOAT16).input("logits", "[1]").certified();
    assertThat(halves.rounded(0), is(0x1.764p-1));
  }

  @Test
  void an_element_is_refined_until_its_rounding_is_known() {
    // A tie of float64 missed by 2^−161.
    Certified tie =
        Evaluation.of("sigmoid", DType.FLOAT64).input("logits", "[0x1p-52]").certified();
    assertThat(tie.enclosure(0).rounded(DType.FLOAT64).isEmpty(), is(true));
    assertThat(tie.rounded(0), is(0.5));
  }

  @Test
  void special_values_and_integers_are_as_they_are() {
    Evaluation row = Evaluation.of("log_softmax", DType.FLOAT32).input("logits", "[0, -Infinity]");
    assertThat(row.certified().rounded(1), is(Double.NEGATIVE_INFINITY));
    Evaluation position = Evaluation.of("argmax", DType.FLOAT32).input("values", "[0, 7]");
    assertThat(position.certified().rounded(0), is(1.0));
  }

  @Test
  void a_subnormal_that_is_flushed_is_0_unless_it_must_be_exact() {
    Evaluation flushed = SOFTMAX.under(Choice.SUBNORMALS, "flushed");
    assertEquals(0.0, flushed.certified().rounded(1));
    assertThat(flushed.certified().rounded(0), is(1.0));
    Evaluation negative =
        Evaluation.of("log_softmax", DType.FLOAT32)
            .input("logits", "[0, -100]")
            .under(Choice.SUBNORMALS, "flushed");
    assertEquals(-0.0, negative.certified().rounded(0));
    Evaluation least = SOFTMAX.input("logits", "[0, -87]").under(Choice.SUBNORMALS, "flushed");
    assertThat(least.certified().rounded(1), is((double) (float) Math.exp(-87)));
    Evaluation gathered =
        Evaluation.of("last_relevant", DType.FLOAT32)
            .input("values", "[[0x1p-149]]")
            .labels("lengths", "[1]")
            .under(Choice.SUBNORMALS, "flushed");
    assertThat(gathered.certified().rounded(0), is(0x1p-149));
    // The smallest normal number isn't subnormal.
    Evaluation normal =
        Evaluation.of("reduce_loss", DType.FLOAT32)
            .input("loss", "[0x1p-126]")
            .with("reduction", "sum")
            .under(Choice.SUBNORMALS, "flushed");
    assertThat(normal.certified().rounded(0), is(0x1p-126));
  }
}
