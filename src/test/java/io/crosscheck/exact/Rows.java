package io.crosscheck.exact;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Slices of logits from the families that are hard on one step of a softmax or another. */
enum Rows {
  NORMAL {
    @Override
    double[] draw(Random random) {
      double scale = Math.scalb(1.0, random.nextInt(11) - 5);
      return filled(LENGTHS[random.nextInt(3)], i -> random.nextGaussian() * scale);
    }
  },
  NORMAL_FLOATS {
    @Override
    double[] draw(Random random) {
      return filled(LENGTHS[random.nextInt(3)], i -> (float) random.nextGaussian() * 5);
    }
  },
  STAGNATION {
    @Override
    double[] draw(Random random) {
      double small = random.nextBoolean() ? -16.6356 : -36.7368 + random.nextGaussian();
      return with(0, 0, filled(LENGTHS[random.nextInt(3)], i -> small));
    }
  },
  /** The probability of the second is beside the middle of two floats. */
  NEAR_TIES {
    @Override
    double[] draw(Random random) {
      float p = random.nextFloat() / 2;
      double middle = p + Math.ulp(p) / 2.0;
      return new double[] {0, Math.log(middle) - Math.log1p(-middle)};
    }
  },
  LOG_SUM_EXP_NEAR_ZERO {
    @Override
    double[] draw(Random random) {
      int n = 2 + random.nextInt(20);
      double[] row = filled(n, i -> random.nextGaussian());
      double sum = Arrays.stream(row).map(Math::exp).sum();
      return filled(n, i -> row[(int) i] - Math.log(sum));
    }
  },
  DOMINANT_CLASS {
    @Override
    double[] draw(Random random) {
      double gap = 5 + 500 * random.nextDouble();
      return with(17, gap, filled(50, i -> random.nextGaussian()));
    }
  },
  WIDE_EXPONENTS {
    @Override
    double[] draw(Random random) {
      return filled(50, i -> Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(1084) - 1074));
    }
  },
  SUBNORMALS {
    @Override
    double[] draw(Random random) {
      double scale = random.nextBoolean() ? Double.MIN_NORMAL : 0x1p-50;
      return filled(50, i -> (random.nextDouble() * 2 - 1) * scale);
    }
  },
  /** Where the reduced argument is largest, or cancels. */
  BESIDE_STEPS_OF_THE_TABLES {
    @Override
    double[] draw(Random random) {
      double step = Math.log(2) / 8192;
      return with(
          0, 0, filled(50, i -> -random.nextInt(7_000_000) * step + random.nextGaussian() * 1e-12));
    }
  },
  FAR_FROM_ZERO {
    @Override
    double[] draw(Random random) {
      double offset = Math.scalb(random.nextGaussian(), random.nextInt(50));
      return filled(50, i -> offset + random.nextGaussian() * 5);
    }
  },
  WHERE_THE_ARRAYS_END {
    @Override
    double[] draw(Random random) {
      return with(3, 0, with(2, -1, filled(50, i -> -590 - 20 * random.nextDouble())));
    }
  };

  private static final int[] LENGTHS = {2, 50, 1000};

  /** At least two logits, all finite. */
  abstract double[] draw(Random random);

  private static double[] filled(int count, DoubleUnaryOperator logit) {
    double[] row = new double[count];
    for (int i = 0; i < count; i++) {
      row[i] = logit.applyAsDouble(i);
    }
    return row;
  }

  private static double[] with(int at, double logit, double[] row) {
    row[at] = logit;
    return row;
  }
}
