package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.exact.Oracle;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stage encloses divergences and focal losses, as big-math computes them. */
class LossContainmentTest {

  private static final List<Stage> STAGES =
      List.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  private static final int ROWS = 25;
  private static final int CLASSES = 6;

  private static Tensor draw(String family, long seed) {
    return Generator.draw(family, DType.FLOAT64, Shape.of(ROWS, CLASSES), seed);
  }

  private static Real[] exact(
      Operation operation, Map<String, Tensor> inputs, Map<String, Object> given, Stage stage) {
    Arguments arguments = operation.signature().bind(new Arguments(inputs, given));
    return operation.exact(arguments, Choices.defaults(), stage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"probabilities", "uniform 0 1e-6", "uniform 1 1e300", "uniform 0 3"})
  void divergences_are_enclosed(String family) {
    Tensor target = draw("probabilities", 1);
    Tensor output = draw(family, 2);
    for (Stage stage : STAGES) {
      Map<String, Tensor> inputs = Map.of("target", target, "output", output);
      Real[] result = exact(new KlDivergence(), inputs, Map.of(), stage);
      for (int s = 0; s < ROWS; s++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = s * CLASSES; k < (s + 1) * CLASSES; k++) {
          BigDecimal t = new BigDecimal(target.number(k));
          BigDecimal ratio = t.divide(new BigDecimal(output.number(k)), Oracle.FINE.digits());
          sum = sum.add(t.multiply(Oracle.FINE.ln(ratio)));
        }
        String what = family + " row " + s + " in " + stage;
        assertThat(what, Oracle.FINE.isWithin(sum, result[s].enclosure()), is(true));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"probabilities", "uniform 0 1e-6", "uniform 1 1e300", "uniform 0 3"})
  void slopes_of_divergences_are_enclosed(String family) {
    Tensor target = draw("probabilities", 1);
    Tensor output = draw(family, 2);
    for (Stage stage : STAGES) {
      Map<String, Tensor> inputs = Map.of("target", target, "output", output);
      Real[] result = exact(new KlDivergenceTargetGradient(), inputs, Map.of(), stage);
      for (int i = 0; i < result.length; i++) {
        BigDecimal t = new BigDecimal(target.number(i));
        BigDecimal ratio = t.divide(new BigDecimal(output.number(i)), Oracle.FINE.digits());
        BigDecimal slope = Oracle.FINE.ln(ratio).add(BigDecimal.ONE);
        String what = family + " element " + i + " in " + stage;
        assertThat(what, Oracle.FINE.isWithin(slope, result[i].enclosure()), is(true));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal 1", "normal 30", "dominant 40", "dominant 300", "offset 1e6"})
  void focal_losses_are_enclosed(String family) {
    Tensor target = draw("probabilities", 3);
    Tensor logits = draw(family, 4);
    for (double gamma : new double[] {0.5, 1, 2, 7}) {
      for (Stage stage : STAGES) {
        Map<String, Tensor> inputs = Map.of("target", target, "logits", logits);
        Map<String, Object> given = Map.of("gamma", gamma, "alpha", 1.0);
        Real[] result = exact(new FocalCrossEntropy(), inputs, given, stage);
        for (int s = 0; s < ROWS; s++) {
          BigDecimal loss = focal(target, logits, s * CLASSES, gamma);
          String what = family + " row " + s + " in " + stage;
          assertThat(what, Oracle.QUICK.isWithin(loss, result[s].enclosure()), is(true));
        }
      }
    }
  }

  /** Σ t·q^γ·(−ln p), q the sum of the other exponentials over that of all. */
  private static BigDecimal focal(Tensor target, Tensor logits, int start, double gamma) {
    BigDecimal[] e = new BigDecimal[CLASSES];
    BigDecimal all = BigDecimal.ZERO;
    for (int k = 0; k < CLASSES; k++) {
      double shift = logits.number(start);
      BigDecimal x = new BigDecimal(logits.number(start + k)).subtract(new BigDecimal(shift));
      e[k] = Oracle.FINE.exp(x);
      all = all.add(e[k]);
    }
    BigDecimal loss = BigDecimal.ZERO;
    for (int k = 0; k < CLASSES; k++) {
      BigDecimal others = BigDecimal.ZERO;
      for (int j = 0; j < CLASSES; j++) {
        others = j == k ? others : others.add(e[j]);
      }
      BigDecimal q = others.divide(all, Oracle.FINE.digits());
      BigDecimal surprise = Oracle.FINE.log1p(others.divide(e[k], Oracle.FINE.digits()));
      BigDecimal weight =
          Oracle.FINE.exp(new BigDecimal(gamma).multiply(Oracle.FINE.ln(q), Oracle.FINE.digits()));
      loss = loss.add(new BigDecimal(target.number(start + k)).multiply(weight).multiply(surprise));
    }
    return loss;
  }
}
