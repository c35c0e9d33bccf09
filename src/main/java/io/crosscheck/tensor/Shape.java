package io.crosscheck.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The lengths of a tensor's axes; {@code []} is a scalar. */
public final class Shape {

  private final int[] lengths;

  private Shape(int[] lengths) {
    this.lengths = lengths;
  }

  /** A shape of these axis lengths; refuses a negative length and more than 2^31-1 elements. */
  public static Shape of(int... lengths) {
    long size = 1;
    for (int length : lengths) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "axis length " + length + " in " + Arrays.toString(lengths) + ": must not be negative");
      }
    }
    for (int length : lengths) {
      if (length == 0) {
        size = 0;
        break;
      }
      size = size > Integer.MAX_VALUE ? size : size * length;
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(lengths) + " has more than 2147483647 elements");
    }
    return new Shape(lengths.clone());
  }

  public int rank() {
    return lengths.length;
  }

  public int length(int axis) {
    return lengths[axis];
  }

  /** Number of elements. */
  public int size() {
    int size = 1;
    for (int length : lengths) {
      size *= length;
    }
    return size;
  }

  /** The axis lengths, as a copy. */
  public int[] toArray() {
    return lengths.clone();
  }

  /** This shape without that axis (0 ≤ axis &lt; rank): the "reduced" shape. */
  public Shape without(int axis) {
    int[] kept = new int[lengths.length - 1];
    for (int i = 0, k = 0; i < lengths.length; i++) {
      if (i != axis) {
        kept[k++] = lengths[i];
      }
    }
    return of(kept);
  }

  /** This shape with that axis set to another length. */
  public Shape with(int axis, int length) {
    int[] changed = lengths.clone();
    changed[axis] = length;
    return of(changed);
  }

  /** This shape with a new axis before position {@code axis} (0 ≤ axis ≤ rank). */
  public Shape inserting(int axis, int length) {
    int[] wider = new int[lengths.length + 1];
    for (int i = 0, k = 0; i < wider.length; i++) {
      wider[i] = i == axis ? length : lengths[k++];
    }
    return of(wider);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lengths);
  }

  @Override
  public String toString() {
    return Arrays.stream(lengths)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
