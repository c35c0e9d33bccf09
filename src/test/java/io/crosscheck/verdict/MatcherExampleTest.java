package io.crosscheck.verdict;

import static io.crosscheck.verdict.ConformsTo.conformsTo;
import static io.crosscheck.verdict.Operations.argmax;
import static io.crosscheck.verdict.Operations.softmax;
import static io.crosscheck.verdict.Operations.sparseSoftmaxCrossEntropyWithLogits;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.not;

import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;

/**
 * How your own test uses the matchers. You compute with your own code, in plain arrays; the matcher
 * computes the exact result and says how far each element may lie from it. A failure shows the
 * element, its bits, the enclosure of the exact value, the error in ulp, the error allowed and the
 * request that asks the same again:
 *
 * <pre>
 * Expected: softmax of logits (float32 [2, 3]) with axis 1, within the standard bound
 *      but: softmax (float32): 1 of 6 elements outside the standard bound
 *   at [0, 2]: result 0.6652 (0x3f2a4a8c), exact value in [0.66524095577482…, 0.66524095577482…]
 *     error 4.096e-05 = 687.21 ulp, allowed 1.062e-06, err/bound 38.57
 *     input logits[0, 2] = 2 (0x40000000)
 * request: {"id":1,"operation":"softmax", …}
 * </pre>
 */
class MatcherExampleTest {

  private final float[][] logits = {{0, 1, 2}, {3, 5, 7}};

  @Test
  void my_softmax_conforms() {
    assertThat(mySoftmax(logits), conformsTo(softmax(logits).axis(1)));
  }

  @Test
  void my_softmax_is_as_exact_as_double_accumulation_makes_it() {
    assertThat(mySoftmax(logits), conformsTo(softmax(logits).axis(1)).strictly());
  }

  @Test
  void the_axis_matters() {
    assertThat(mySoftmax(logits), not(conformsTo(softmax(logits).axis(0))));
  }

  @Test
  void my_loss_takes_labels_class_weights_and_a_reduction() {
    int[] labels = {2, 0};
    float[] weights = {1, 1, 0.5f};
    float loss = (float) ((0.5 * myLoss(logits[0], 2) + myLoss(logits[1], 0)) / 1.5);
    assertThat(
        loss,
        conformsTo(
            sparseSoftmaxCrossEntropyWithLogits(labels, logits)
                .input("class_weights", weights)
                .attribute("reduction", "mean")));
  }

  @Test
  void my_indices_are_exact() {
    assertThat(new int[] {2, 2}, conformsTo(argmax(logits)));
  }

  @Test
  void my_float16_results_come_in_float_arrays() {
    assertThat(new float[] {0.5f, 0.5f}, conformsTo(softmax(new float[2]).in(DType.FLOAT16)));
  }

  /** The code under test: a softmax over the rows. */
  private static float[][] mySoftmax(float[][] rows) {
    float[][] result = new float[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      double sum = sumOfExponentials(rows[r]);
      result[r] = new float[rows[r].length];
      for (int k = 0; k < rows[r].length; k++) {
        result[r][k] = (float) (Math.exp(rows[r][k]) / sum);
      }
    }
    return result;
  }

  /** The code under test: a cross-entropy. */
  private static double myLoss(float[] logits, int label) {
    return Math.log(sumOfExponentials(logits)) - logits[label];
  }

  private static double sumOfExponentials(float[] row) {
    double sum = 0;
    for (float x : row) {
      sum += Math.exp(x);
    }
    return sum;
  }
}
