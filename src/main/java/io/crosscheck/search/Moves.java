package io.crosscheck.search;

import io.crosscheck.tensor.BinaryFormats;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.SplitMix64;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/** Small changes of one float input: bits, neighbours, edges, whole runs of elements. */
final class Moves {

  private static final int KINDS = 11;

  private final DType dtype;
  private final SplitMix64 random;
  private final double[] x;

  private Moves(Tensor tensor, SplitMix64 random) {
    this.dtype = tensor.dtype();
    this.random = random;
    this.x = tensor.toDoubles();
  }

  /** A changed copy within the domain. */
  static Tensor changed(Tensor tensor, Domain domain, SplitMix64 random) {
    Moves moves = new Moves(tensor, random);
    int times = 1 + (int) random.integer(0, 3);
    for (int i = 0; i < times && moves.x.length > 0; i++) {
      moves.change();
    }
    return confined(Tensor.ofNumbers(tensor.dtype(), tensor.shape(), moves.x), domain);
  }

  /** The elements brought into the domain. */
  static Tensor confined(Tensor tensor, Domain domain) {
    return Elements.mapped(tensor, x -> domain.confine(x, tensor.dtype()));
  }

  private void change() {
    int i = index();
    switch ((int) random.integer(0, KINDS)) {
      case 0 -> x[i] = flipped(x[i]);
      case 1 -> x[i] = stepped(x[i]);
      case 2 -> x[i] = edge();
      case 3 -> shift();
      case 4 -> scale();
      case 5 -> x[i] = x[index()];
      case 6 -> x[i] = -x[i];
      case 7 -> run(edge());
      case 8 -> run(stepped(x[i]));
      case 9 -> x[i] = x[i] * (1 + random.normal() * StrictMath.pow(10, -random.integer(0, 8)));
      default -> behind();
    }
  }

  private int index() {
    return (int) random.integer(0, x.length);
  }

  private double flipped(double value) {
    int width = dtype == DType.FLOAT64 ? 64 : dtype == DType.FLOAT32 ? 32 : 16;
    long bit = 1L << random.integer(0, width);
    return BinaryFormats.value(dtype, BinaryFormats.bits(dtype, dtype.round(value)) ^ bit);
  }

  /** A neighbour, near or far: 1, 2, 4 … units in the last place away. */
  private double stepped(double value) {
    double step = Math.scalb(dtype.ulp(value), (int) random.integer(0, dtype.precision()));
    return random.integer(0, 2) == 0 ? value + step : value - step;
  }

  /** An edge of the exponential, on either side, or one of the numbers that formats end in. */
  private double edge() {
    List<Double> edges = Edges.of(dtype);
    List<Double> chains = Edges.stagnation(dtype);
    double[] ends = {
      0,
      1,
      dtype.largest(),
      dtype.smallestNormal(),
      dtype.smallestSubnormal(),
      dtype.unitRoundoff(),
      1 - dtype.unitRoundoff(),
      0.5
    };
    return switch ((int) random.integer(0, 4)) {
      case 0 -> edges.get((int) random.integer(0, edges.size()));
      case 1 -> -edges.get((int) random.integer(0, edges.size()));
      case 2 -> chains.get((int) random.integer(0, chains.size()));
      default -> ends[(int) random.integer(0, ends.length)];
    };
  }

  private void shift() {
    double offset = random.normal() * StrictMath.pow(10, random.integer(-3, 5));
    for (int k = 0; k < x.length; k++) {
      x[k] += offset;
    }
  }

  private void scale() {
    double factor = StrictMath.pow(2, random.normal());
    for (int k = 0; k < x.length; k++) {
      x[k] *= factor;
    }
  }

  /** One number throughout a run of elements, the whole input included. */
  private void run(double value) {
    int from = index();
    int to = random.integer(0, 2) == 0 ? x.length : from + 1 + index();
    for (int k = from; k < Math.min(to, x.length); k++) {
      x[k] = value;
    }
  }

  /** All elements but one random one get one value, some distance behind it. */
  private void behind() {
    int ahead = index();
    double value = x[ahead] + edge();
    for (int k = 0; k < x.length; k++) {
      x[k] = k == ahead ? x[k] : value;
    }
  }
}
