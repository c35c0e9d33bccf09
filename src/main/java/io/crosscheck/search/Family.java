package io.crosscheck.search;

import io.crosscheck.tensor.BinaryFormats;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.SplitMix64;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A way to draw the elements of a float input, before its domain confines them. */
@FunctionalInterface
interface Family {

  Tensor draw(DType dtype, Shape shape, SplitMix64 random);

  /** The structured inputs that errors are known to show on, for that domain and dtype. */
  static List<Family> of(Domain domain, DType dtype) {
    return switch (domain) {
      case FINITE, MODERATE, NOT_POSITIVE -> numbers(dtype);
      case SHARE -> shares(dtype);
      case WEIGHT -> weights(dtype);
      case INDEX, COIN -> throw new IllegalStateException(domain + " holds no floats");
    };
  }

  private static List<Family> numbers(DType dtype) {
    List<Family> families = new ArrayList<>();
    Edges.stagnation(dtype).forEach(c -> families.add(generated("stagnation", c)));
    for (double scale : new double[] {0.1, 1, 5, 30}) {
      families.add(generated("normal", scale));
    }
    families.add(generated("equal", 0));
    families.add(generated("sorted", 5));
    families.add(named("uniform -1 1"));
    families.add(generated("dominant", 8));
    families.add(generated("dominant", 17));
    for (double edge : Edges.of(dtype)) {
      families.add(generated("dominant", edge));
      families.add(generated("equal", edge));
      families.add(generated("stagnation", -edge));
      families.add(generated("alternating", edge));
    }
    families.add(generated("offset", 1e4));
    families.add(generated("offset", dtype.largest() / 4));
    families.add(generated("offset", -dtype.largest() / 4));
    families.add(generated("equal", dtype.largest()));
    families.add(generated("alternating", dtype.largest()));
    families.add(generated("equal", dtype.smallestSubnormal()));
    families.add(generated("normal", dtype.smallestNormal()));
    families.add(Family::nearTies);
    families.add(Family::anyBits);
    families.add(Family::chain);
    return families;
  }

  private static List<Family> shares(DType dtype) {
    List<Family> families = new ArrayList<>();
    families.add(Family::oneHot);
    families.add(named("probabilities"));
    families.add(named("uniform 0 1"));
    families.add(named("coin 0.3"));
    families.add(generated("equal", 1));
    families.add(generated("equal", 0.5));
    families.add(Family::chain);
    families.add(Family::nearTies);
    families.add(named("uniform 0 1e-6"));
    families.add(generated("normal", dtype.smallestNormal()));
    families.add(each((random, u) -> 1 - u * random.integer(1, 9)));
    families.add(each((random, u) -> 1e-7 * (1 + u * random.integer(-8, 9))));
    families.add(each((random, u) -> Math.scalb(1.0, -(int) random.integer(0, 60))));
    return families;
  }

  private static List<Family> weights(DType dtype) {
    List<Family> families = new ArrayList<>();
    families.add(generated("equal", 1));
    families.add(named("uniform 0 2"));
    families.add(named("coin 0.5"));
    families.add(Family::chain);
    families.add(Family::anyBits);
    families.add(generated("normal", dtype.smallestNormal()));
    return families;
  }

  private static Family generated(String family, double parameter) {
    return named(family + " " + NumberLiteral.format(parameter, DType.FLOAT64));
  }

  private static Family named(String description) {
    return (dtype, shape, random) -> Generator.draw(description, dtype, shape, random.next());
  }

  /** A draw of each element on its own, given the unit roundoff. */
  interface OfElement {
    double draw(SplitMix64 random, double u);
  }

  private static Family each(OfElement element) {
    return (dtype, shape, random) ->
        filled(dtype, shape, i -> element.draw(random, dtype.unitRoundoff()));
  }

  private static Tensor filled(DType dtype, Shape shape, IntToDoubleFunction element) {
    double[] numbers = IntStream.range(0, shape.size()).mapToDouble(element).toArray();
    return Tensor.ofNumbers(dtype, shape, numbers);
  }

  /** One number throughout, but for the last bits. */
  private static Tensor nearTies(DType dtype, Shape shape, SplitMix64 random) {
    double centre = dtype.round(Math.scalb(1 + random.uniform(), (int) random.integer(-6, 7)));
    return filled(dtype, shape, i -> centre + random.integer(-3, 4) * dtype.ulp(centre));
  }

  /** Any bit pattern: every exponent is as likely. */
  private static Tensor anyBits(DType dtype, Shape shape, SplitMix64 random) {
    return filled(dtype, shape, i -> BinaryFormats.value(dtype, random.next()));
  }

  /**
   * 1 and then numbers just below u, or below that of float32: sums kept so lose every addition.
   */
  private static Tensor chain(DType dtype, Shape shape, SplitMix64 random) {
    double u = random.integer(0, 2) == 0 ? dtype.unitRoundoff() : 0x1p-24;
    return filled(dtype, shape, i -> i == 0 ? 1 : u * 0.99);
  }

  /** One class of each row of the last axis. */
  private static Tensor oneHot(DType dtype, Shape shape, SplitMix64 random) {
    int row = shape.rank() == 0 ? 1 : Math.max(1, shape.length(shape.rank() - 1));
    double[] numbers = new double[shape.size()];
    for (int start = 0; start < numbers.length; start += row) {
      numbers[start + (int) random.integer(0, row)] = 1;
    }
    return Tensor.ofNumbers(dtype, shape, numbers);
  }
}
