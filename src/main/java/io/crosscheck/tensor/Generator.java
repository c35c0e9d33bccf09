package io.crosscheck.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The families of seeded input. Elements are drawn in row-major order, computed in double from left
 * to right as written here, then rounded once to the dtype. A row is the last axis.
 */
public enum Generator {
  /** {@code normal S}: S times a standard normal. */
  NORMAL(1),
  /** {@code uniform A B}: A + (B − A) · uniform. */
  UNIFORM(2),
  /** {@code sorted S}: as normal, each row in ascending order. */
  SORTED(1),
  /**
   * {@code dominant G}: a standard normal; the middle element of each row (length/2) is G larger.
   */
  DOMINANT(1),
  /** {@code equal V}: every element V. */
  EQUAL(1),
  /** {@code offset V}: V plus a standard normal. */
  OFFSET(1),
  /** {@code alternating V}: V, −V, V, … along each row. */
  ALTERNATING(1),
  /** {@code stagnation C}: each row 0, C, C, …: the error shows the length of an addition chain. */
  STAGNATION(1),
  /** {@code probabilities}: positive, each row divided by its sum in double. */
  PROBABILITIES(0),
  /** {@code integers A B}: integers in [A, B). */
  INTEGERS(2),
  /** {@code coin P}: 1 (true) where a uniform is below P, else 0. */
  COIN(1);

  private final int parameters;

  Generator(int parameters) {
    this.parameters = parameters;
  }

  /**
   * A tensor drawn as {@code description} says: a family's name and its numbers, such as {@code
   * normal 5}. Refuses an unknown family and a wrong count of numbers.
   */
  public static Tensor draw(String description, DType dtype, Shape shape, long seed) {
    String[] words = description.strip().split("\\s+");
    Generator family = ofName(words[0]);
    if (words.length - 1 != family.parameters) {
      throw new IllegalArgumentException(
          "\"" + description + "\": " + words[0] + " takes " + family.parameters + " numbers");
    }
    List<Double> numbers =
        Arrays.stream(words).skip(1).map(w -> NumberLiteral.parse(w, DType.FLOAT64)).toList();
    double[] values = family.draw(numbers, shape, new SplitMix64(seed));
    if (dtype.isFloat()) {
      return Tensor.ofNumbers(dtype, shape, values);
    }
    long[] integers = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = (long) values[i];
    }
    return Tensor.ofIntegers(dtype, shape, integers);
  }

  private static Generator ofName(String name) {
    for (Generator family : values()) {
      if (family.name().equalsIgnoreCase(name)) {
        return family;
      }
    }
    String known =
        Arrays.stream(values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "\"" + name + "\" is no family of draws; there are " + known);
  }

  private double[] draw(List<Double> numbers, Shape shape, SplitMix64 random) {
    double[] values = new double[shape.size()];
    int row = shape.rank() == 0 ? 1 : shape.length(shape.rank() - 1);
    double first = numbers.isEmpty() ? 0 : numbers.get(0);
    double second = numbers.size() < 2 ? 0 : numbers.get(1);
    for (int i = 0; i < values.length; i++) {
      int k = i % row;
      values[i] =
          switch (this) {
            case NORMAL, SORTED -> first * random.normal();
            case UNIFORM -> first + (second - first) * random.uniform();
            case DOMINANT -> random.normal() + (k == row / 2 ? first : 0);
            case EQUAL -> first;
            case OFFSET -> first + random.normal();
            case ALTERNATING -> k % 2 == 0 ? first : -first;
            case STAGNATION -> k == 0 ? 0 : first;
            case PROBABILITIES -> 0x1p-53 + random.uniform();
            case INTEGERS -> random.integer((long) first, (long) second);
            case COIN -> random.uniform() < first ? 1 : 0;
          };
    }
    for (int start = 0; start < values.length; start += row) {
      finishRow(values, start, start + row);
    }
    return values;
  }

  private void finishRow(double[] values, int start, int end) {
    if (this == SORTED) {
      Arrays.sort(values, start, end);
    } else if (this == PROBABILITIES) {
      double sum = 0;
      for (int i = start; i < end; i++) {
        sum += values[i];
      }
      for (int i = start; i < end; i++) {
        values[i] /= sum;
      }
    }
  }
}
