package io.crosscheck.backend.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tensors to DJL and back, bit by bit. */
final class DjlTensors {

  private DjlTensors() {}

  /** A copy of the tensor in the engine's memory, which the manager frees. */
  static NDArray of(NDManager manager, Tensor tensor) {
    long[] shape = new long[tensor.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape().length(axis);
    }
    byte[] elements = ElementBytes.of(tensor);
    ByteBuffer copy = ByteBuffer.allocateDirect(elements.length).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(elements).rewind();
    return manager.create(copy, new ai.djl.ndarray.types.Shape(shape), type(tensor.dtype()));
  }

  /** A copy of DJL's array. */
  static Tensor read(NDArray array) {
    long[] lengths = array.getShape().getShape();
    int[] shape = new int[lengths.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = Math.toIntExact(lengths[axis]);
    }
    return ElementBytes.tensor(dtype(array.getDataType()), Shape.of(shape), array.toByteArray());
  }

  static DataType type(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> DataType.FLOAT16;
      case BFLOAT16 -> DataType.BFLOAT16;
      case FLOAT32 -> DataType.FLOAT32;
      case FLOAT64 -> DataType.FLOAT64;
      case INT32 -> DataType.INT32;
      case INT64 -> DataType.INT64;
      case BOOL -> DataType.BOOLEAN;
    };
  }

  private static DType dtype(DataType type) {
    for (DType dtype : DType.values()) {
      if (type(dtype) == type) {
        return dtype;
      }
    }
    throw new IllegalStateException("DJL's " + type + " is no dtype here");
  }
}
