package io.crosscheck.tensor;

/**
 * The slices of a shape along one axis. Slice {@code s} has its elements at {@code start(s)},
 * {@code start(s) + stride}, …; slices are numbered in the row-major order of the reduced shape.
 *
 * @param count number of slices
 * @param length elements in each slice
 * @param stride distance between neighbours of a slice in the flat array
 */
public record Slices(int count, int length, int stride) {

  /** The slices of {@code shape} along {@code axis} (0 ≤ axis &lt; rank). */
  public static Slices of(Shape shape, int axis) {
    int outer = 1;
    int inner = 1;
    for (int i = 0; i < shape.rank(); i++) {
      if (i < axis) {
        outer *= shape.length(i);
      } else if (i > axis) {
        inner *= shape.length(i);
      }
    }
    return new Slices(outer * inner, shape.length(axis), inner);
  }

  /** Flat index of the first element of slice {@code slice}. */
  public int start(int slice) {
    return slice / stride * (length * stride) + slice % stride;
  }

  /** Flat index of element {@code k} of slice {@code slice}. */
  public int index(int slice, int k) {
    return start(slice) + k * stride;
  }

  /** The slice that the element at flat index {@code index} belongs to. */
  public int sliceOf(int index) {
    return stride == 1 ? index / length : index / (length * stride) * stride + index % stride;
  }

  /** The position of the element at flat index {@code index} within its slice. */
  public int positionOf(int index) {
    return index / stride % length;
  }

  /** Sets the elements of slice {@code slice} in the flat array {@code all}. */
  public void scatter(double[] elements, int slice, double[] all) {
    for (int k = 0, i = start(slice); k < elements.length; k++, i += stride) {
      all[i] = elements[k];
    }
  }
}
