package io.crosscheck.search;

import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tensors made of the elements of others. */
final class Elements {

  private Elements() {}

  /** The elements at these flat indices. */
  static Tensor picked(Tensor tensor, int[] indices, Shape shape) {
    return of(tensor, shape, i -> tensor.number(indices[i]), i -> tensor.integer(indices[i]));
  }

  /** Every element where {@code first} says so from one tensor, else from another of its shape. */
  static Tensor mixed(Tensor one, Tensor other, IntPredicate first) {
    return of(
        one,
        one.shape(),
        i -> (first.test(i) ? one : other).number(i),
        i -> (first.test(i) ? one : other).integer(i));
  }

  /** With another element at each of these flat indices, of a float tensor. */
  static Tensor with(Tensor tensor, int[] indices, double value) {
    double[] numbers = tensor.toDoubles();
    IntStream.of(indices).forEach(i -> numbers[i] = value);
    return Tensor.ofNumbers(tensor.dtype(), tensor.shape(), numbers);
  }

  /** Every element of a float tensor changed. */
  static Tensor mapped(Tensor tensor, DoubleUnaryOperator change) {
    double[] numbers = DoubleStream.of(tensor.toDoubles()).map(change).toArray();
    return Tensor.ofNumbers(tensor.dtype(), tensor.shape(), numbers);
  }

  private static Tensor of(
      Tensor like, Shape shape, IntToDoubleFunction number, IntToLongFunction integer) {
    IntStream indices = IntStream.range(0, shape.size());
    return like.dtype().isFloat()
        ? Tensor.ofNumbers(like.dtype(), shape, indices.mapToDouble(number).toArray())
        : Tensor.ofIntegers(like.dtype(), shape, indices.mapToLong(integer).toArray());
  }
}
