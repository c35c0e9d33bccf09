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

  static Tensor causalMask(Arguments arguments, Header header) {
    int queries = header.shape().length(0);
    int keys = header.shape().length(1);
    int ahead = arguments.text("alignment").equals("bottom_right") ? keys - queries : 0;
    double[] mask = new double[queries * keys];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % keys <= i / keys + ahead ? 1 : 0;
    }
    return Results.of(header, mask);
  }

  static Tensor lastRelevant(Arguments arguments, Header header) {
    return steps(arguments, header, arguments.input("lengths"), -1);
  }

  static Tensor selectSteps(Arguments arguments, Header header) {
    return steps(arguments, header, arguments.input("indices"), 0);
  }

  /** The step positions[b] + offset of each sequence b. */
  private static Tensor steps(Arguments arguments, Header header, Tensor positions, int offset) {
    Tensor values = arguments.input("values");
    int steps = values.shape().length(1);
    double[] selected = new double[header.shape().size()];
    int width = positions.size() == 0 ? 0 : selected.length / positions.size();
    for (int i = 0; i < selected.length; i++) {
      int step = (int) positions.integer(i / width) + offset;
      selected[i] = values.number((i / width * steps + step) * width + i % width);
    }
    return Results.of(header, selected);
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

  static Tensor categoricalAccuracy(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    double[] hits = new double[slices.count()];
    for (int s = 0; s < hits.length; s++) {
      hits[s] = largest(output, slices, s) == largest(target, slices, s) ? 1 : 0;
    }
    return Results.of(header, hits);
  }

  static Tensor binaryAccuracy(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    double threshold = arguments.number("threshold");
    double[] hits = new double[output.size()];
    for (int i = 0; i < hits.length; i++) {
      double prediction = output.number(i) > threshold ? 1 : 0;
      hits[i] = prediction == target.number(i) ? 1 : 0;
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
