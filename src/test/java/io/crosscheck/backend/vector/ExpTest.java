package io.crosscheck.backend.vector;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.obermuhlner.math.big.BigDecimalMath;
import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two exponentials against arbitrary precision, and their lanes against their scalar twins. */
class ExpTest {

  private static final MathContext DIGITS = new MathContext(40);

  @BeforeEach
  void only_with_the_module() {
    assumeTrue(new VectorBackendProvider().missingJvmFlags().isEmpty());
  }

  private static double ulpsOff(DType dtype, double d, double result) {
    BigDecimal exact = BigDecimalMath.exp(new BigDecimal(-d), DIGITS);
    double ulp = dtype.ulp(exact.doubleValue());
    return exact.subtract(new BigDecimal(result)).abs().doubleValue() / ulp;
  }

  @Test
  void floats_are_within_an_ulp_down_to_the_subnormals() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 4000; i++) {
      float d = (float) (i % 2 == 0 ? random.nextDouble(104) : random.nextDouble(1));
      assertThat("" + d, ulpsOff(DType.FLOAT32, d, FloatExp.of(d)), lessThan(0.9));
    }
  }

  @Test
  void doubles_are_within_an_ulp_down_to_the_normals() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 4000; i++) {
      double d = i % 2 == 0 ? random.nextDouble(708) : random.nextDouble(1);
      assertThat("" + d, ulpsOff(DType.FLOAT64, d, DoubleExp.of(d)), lessThan(0.9));
    }
  }

  @Test
  void the_ends_are_exact() {
    assertThat(FloatExp.of(0f), equalTo(1f));
    assertThat(FloatExp.of(Float.POSITIVE_INFINITY), equalTo(0f));
    assertThat(FloatExp.of(Float.MAX_VALUE), equalTo(0f));
    // The edge is 2^-150 = e^-103.97, below which the nearest float is 0.
    assertThat(FloatExp.of(103.9f), equalTo(Float.MIN_VALUE));
    assertThat(FloatExp.of(104.1f), equalTo(0f));
    assertThat(DoubleExp.of(0.0), equalTo(1.0));
    assertThat(DoubleExp.of(Double.POSITIVE_INFINITY), equalTo(0.0));
    assertThat(DoubleExp.of(745.1), equalTo(Double.MIN_VALUE));
    assertThat(DoubleExp.of(745.2), equalTo(0.0));
  }

  @Test
  void a_lane_gives_the_bits_of_the_scalar_twin() {
    SplittableRandom random = new SplittableRandom(3);
    float[] floats = new float[FloatExp.SPECIES.length()];
    double[] doubles = new double[DoubleExp.SPECIES.length()];
    for (int round = 0; round < 200; round++) {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) random.nextDouble(120);
      }
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = random.nextDouble(800);
      }
      float[] e = FloatExp.of(FloatVector.fromArray(FloatExp.SPECIES, floats, 0)).toArray();
      double[] f = DoubleExp.of(DoubleVector.fromArray(DoubleExp.SPECIES, doubles, 0)).toArray();
      for (int i = 0; i < floats.length; i++) {
        assertThat(e[i], equalTo(FloatExp.of(floats[i])));
      }
      for (int i = 0; i < doubles.length; i++) {
        assertThat(f[i], equalTo(DoubleExp.of(doubles[i])));
      }
    }
  }
}
