package com.example;

import static io.crosscheck.verdict.ConformsTo.conformsTo;
import static io.crosscheck.verdict.Operations.sigmoid;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

/** A test of one's own that holds a kernel to the specification. */
class MyMatchersTest {

  private final float[] logits = {-2, 0, 0.5f, 3};

  @Test
  void my_sigmoid_conforms() {
    float[] result = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      result[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
    assertThat(result, conformsTo(sigmoid(logits)).strictly());
  }

  @Test
  void the_logits_themselves_do_not() {
    assertThat(logits, not(conformsTo(sigmoid(logits))));
  }
}
