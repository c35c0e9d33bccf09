package io.crosscheck.mutant;

import io.crosscheck.tensor.DType;
import java.util.Arrays;
import java.util.List;

/** Right implementations that differ in their arithmetic, each by one idea. */
public final class HonestImplementations {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;

  private HonestImplementations() {}

  /** All of them. */
  public static List<HonestImplementation> all() {
    return List.of(
        of("shifted by the largest, summed pairwise", new Arithmetic() {}),
        of("softmax as the exponential of log-softmax", new OfLogarithm()),
        of("compensated (Kahan) summation", new Kahan()),
        of("online: one pass, rescaled at each new maximum", new Online()),
        of("eight lanes in blocks of 128", new Lanes()),
        of("exponentials as powers of 2", new PowersOfTwo()),
        of("an exponential by a polynomial", new Polynomial()),
        of("accumulation in float64", new DoubleSum()),
        of("powers stored in the tensor's own dtype, added up before that", new Stored()),
        of("subnormal numbers flushed to zero", new Flushed()),
        of("multiplication by the reciprocal", new Reciprocal()),
        of("softplus as a logarithm of two powers", new TwoBranches()),
        of("summation from the smallest up", new Sorted()));
  }

  private static HonestImplementation of(String name, Arithmetic arithmetic) {
    return new HonestImplementation(name, arithmetic);
  }

  private static final class OfLogarithm implements Arithmetic {
    @Override
    public double probability(double d, double sum, Format format) {
      return exp(format.round(d - ln(sum, format)), format);
    }
  }

  private static final class Kahan implements Arithmetic {
    @Override
    public double add(double[] terms, Format format) {
      double sum = 0;
      double lost = 0;
      for (double term : terms) {
        double corrected = format.round(term - lost);
        double next = format.round(sum + corrected);
        lost = format.round(format.round(next - sum) - corrected);
        sum = next;
      }
      return sum;
    }
  }

  private static final class Online implements Arithmetic {
    /** By halves, as GPUs do it: each has its maximum and its sum. */
    @Override
    public Sum sum(double[] x, Format format) {
      return of(x, 0, x.length, format);
    }

    private Sum of(double[] x, int from, int to, Format format) {
      if (to - from == 1) {
        return new Sum(x[from], 1);
      }
      int middle = (from + to) >>> 1;
      Sum a = of(x, from, middle, format);
      Sum b = of(x, middle, to, format);
      double shift = Math.max(a.shift(), b.shift());
      double sum = rescaled(a, shift, format) + rescaled(b, shift, format);
      return new Sum(shift, format.round(sum));
    }

    private double rescaled(Sum sum, double shift, Format format) {
      return format.round(sum.sum() * exp(format.round(sum.shift() - shift), format));
    }
  }

  private static final class Lanes implements Arithmetic {
    private static final int BLOCK = 128;
    private static final int LANES = 8;

    @Override
    public double add(double[] terms, Format format) {
      double[] blocks = new double[(terms.length + BLOCK - 1) / BLOCK];
      for (int b = 0; b < blocks.length; b++) {
        double[] lanes = new double[LANES];
        for (int i = b * BLOCK; i < Math.min(terms.length, (b + 1) * BLOCK); i++) {
          lanes[i % LANES] = format.round(lanes[i % LANES] + terms[i]);
        }
        blocks[b] = Arithmetic.pairwise(lanes, 0, LANES, format);
      }
      return Arithmetic.pairwise(blocks, 0, blocks.length, format);
    }
  }

  private static final class PowersOfTwo implements Arithmetic {
    @Override
    public double exp(double d, Format format) {
      return format.round(Math.pow(2, format.round(d * format.round(LOG2_E))));
    }

    @Override
    public double ln(double sum, Format format) {
      double logarithm = format.round(Math.log(sum) / LN_2);
      return format.round(logarithm * format.round(LN_2));
    }
  }

  private static final class Polynomial implements Arithmetic {
    /** Reduced by multiples of ln 2 and Horner's scheme, the way of most libraries, in float32. */
    @Override
    public double exp(double d, Format format) {
      if (format.computing() != DType.FLOAT32 || d < -87) {
        return format.round(Math.exp(d));
      }
      double n = Math.rint(d * LOG2_E);
      double r = format.round(Math.fma(-n, 0.693359375, d));
      r = format.round(Math.fma(n, 2.12194440e-4, r));
      double p = 1.9875691500E-4;
      for (double c : new double[] {1.3981999507E-3, 8.3334519073E-3, 4.1665795894E-2}) {
        p = format.round(Math.fma(p, r, c));
      }
      p = format.round(Math.fma(p, r, 1.0 / 6));
      p = format.round(Math.fma(p, r, 0.5));
      double result = format.round(format.round(Math.fma(format.round(r * r), p, r)) + 1);
      return format.round(Math.scalb(result, (int) n));
    }
  }

  private static final class DoubleSum implements Arithmetic {
    @Override
    public double add(double[] terms, Format format) {
      // In float64 it would be a sum in order, and no better than that.
      return format.computing() == DType.FLOAT64
          ? Arithmetic.super.add(terms, format)
          : format.round(Arrays.stream(terms).sum());
    }
  }

  private static final class Stored implements Arithmetic {
    @Override
    public double probability(double d, double sum, Format format) {
      return format.round(format.stored().round(exp(d, format)) / sum);
    }
  }

  private static final class Flushed implements Arithmetic {
    @Override
    public double exp(double d, Format format) {
      return flushed(format.round(Math.exp(d)), format.computing());
    }

    @Override
    public double stored(double y, Format format) {
      return flushed(format.stored().round(y), format.stored());
    }

    private static double flushed(double y, DType dtype) {
      return Math.abs(y) < dtype.smallestNormal() ? Math.copySign(0, y) : y;
    }
  }

  private static final class Reciprocal implements Arithmetic {
    @Override
    public double probability(double d, double sum, Format format) {
      return format.round(exp(d, format) * format.round(1 / sum));
    }
  }

  private static final class TwoBranches implements Arithmetic {
    @Override
    public double sigmoid(double x, Format format) {
      double e = exp(-x, format);
      return Double.isInfinite(e) ? exp(x, format) : format.round(1 / format.round(1 + e));
    }

    @Override
    public double softplus(double x, Format format) {
      // Below, 1 + e^x would be 1: there ln(1 + e^x) is e^x.
      double e = exp(x, format);
      return x > 30 ? x : format.round(Math.log1p(e));
    }
  }

  private static final class Sorted implements Arithmetic {
    @Override
    public double add(double[] terms, Format format) {
      double[] sorted = terms.clone();
      Arrays.sort(sorted);
      return Arithmetic.pairwise(sorted, 0, sorted.length, format);
    }
  }
}
