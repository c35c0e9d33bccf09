package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/** Operations without rounding: one-hot, masks, gathers and comparisons, as plain loops. */
final class ExactKernels {

  private ExactKernels() {}

  static Tensor oneHot(Arguments arguments, Header header) {
    Tensor indices = arguments.input("indices");
    long axis = arguments.integer("axis");
    int position = (int) (axis < 0 ? axis + header.shape().rank() : axis);
    Slices slices = Slices.of(header.shape(), position);
    double[] values = new double[header.shape().size()];
    Arrays.fill(values, arguments.number("off_value"));
    for (int s = 0; s < slices.count(); s++) {
      long index = indices.integer(s);
      if (index >= 0 && index < slices.length()) {
        values[slices.index(s, (int) index)] = arguments.number("on_value");
      }
    }
    return Results.of(header, values);
  }

  static Tensor sequenceMask(Arguments arguments, Header header) {
    Tensor lengths = arguments.input("lengths");
    int maxlen = header.shape().length(header.shape().rank() - 1);
    double[] mask = new double[header.shape().size()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % maxlen < lengths.integer(i / maxlen) ? 1 : 0;
    }
    return Results.of(header, mask);
  }

  static Tensor lastRelevant(Arguments arguments, Header header) {
    Tensor values = arguments.input("values");
    Tensor lengths = arguments.input("lengths");
    int steps = values.shape().length(1);
    double[] last = new double[header.shape().size()];
    int width = lengths.size() == 0 ? 0 : last.length / lengths.size();
    for (int i = 0; i < last.length; i++) {
      int step = (int) lengths.integer(i / width) - 1;
      last[i] = values.number((i / width * steps + step) * width + i % width);
    }
    return Results.of(header, last);
  }

  static Tensor argmax(Arguments arguments, Header header) {
    Tensor values = arguments.input("values");
    Slices slices = Slices.of(values.shape(), arguments.axis(values.shape()));
    long[] largest = new long[slices.count()];
    for (int s = 0; s < largest.length; s++) {
      largest[s] = largest(values, slices, s);
    }
    return Tensor.ofIntegers(header.dtype(), header.shape(), largest);
  }

  static Tensor sparseCategoricalAccuracy(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    Tensor output = arguments.input("output");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    double[] hits = new double[slices.count()];
    for (int s = 0; s < hits.length; s++) {
      hits[s] = largest(output, slices, s) == labels.integer(s) ? 1 : 0;
    }
    return Results.of(header, hits);
  }

  /** Position of the first NaN of a slice or, without one, of the first of its largest elements. */
  private static int largest(Tensor values, Slices slices, int slice) {
    int at = 0;
    for (int k = 0; k < slices.length(); k++) {
      double value = values.number(slices.index(slice, k));
      if (Double.isNaN(value)) {
        return k;
      }
      at = value > values.number(slices.index(slice, at)) ? k : at;
    }
    return at;
  }
}
