package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** masked_mean. */
final class MeanKernel implements Kernel {

  private final SliceFunctions functions;

  MeanKernel(Session session) {
    this.functions = new SliceFunctions(session);
  }

  @Override
  public Tensor compute(Arguments arguments, Header header) {
    Tensor values = arguments.input("values");
    Shape shape = values.shape();
    int features = shape.without(0).without(0).size();
    double[] weights = arguments.input("mask").toDoubles();
    Slices slices = Slices.of(shape, arguments.axis(shape));
    double[] means = functions.weightedMean(values, weights, features, slices);
    return Tensor.ofNumbers(header.dtype(), header.shape(), means);
  }
}
