package io.crosscheck.backend.tensorflow;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** Tensors to TensorFlow and back, bit by bit. */
final class TensorFlowTensors {

  private TensorFlowTensors() {}

  /** A copy of the tensor in TensorFlow's memory. */
  static TType of(Tensor tensor) {
    long[] shape = new long[tensor.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape().length(axis);
    }
    return org.tensorflow.Tensor.of(
        type(tensor.dtype()),
        org.tensorflow.ndarray.Shape.of(shape),
        DataBuffers.of(ElementBytes.of(tensor)));
  }

  /** A copy of TensorFlow's tensor. */
  static Tensor read(org.tensorflow.Tensor tensor) {
    long[] lengths = tensor.shape().asArray();
    int[] shape = new int[lengths.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = Math.toIntExact(lengths[axis]);
    }
    byte[] elements = new byte[Math.toIntExact(tensor.numBytes())];
    if (elements.length > 0) {
      ByteDataBuffer data = tensor.asRawTensor().data();
      data.read(elements);
    }
    return ElementBytes.tensor(dtype(tensor), Shape.of(shape), elements);
  }

  static Class<? extends TType> type(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> TFloat16.class;
      case BFLOAT16 -> TBfloat16.class;
      case FLOAT32 -> TFloat32.class;
      case FLOAT64 -> TFloat64.class;
      case INT32 -> TInt32.class;
      case INT64 -> TInt64.class;
      case BOOL -> TBool.class;
    };
  }

  private static DType dtype(org.tensorflow.Tensor tensor) {
    return switch (tensor.dataType()) {
      case DT_HALF -> DType.FLOAT16;
      case DT_BFLOAT16 -> DType.BFLOAT16;
      case DT_FLOAT -> DType.FLOAT32;
      case DT_DOUBLE -> DType.FLOAT64;
      case DT_INT32 -> DType.INT32;
      case DT_INT64 -> DType.INT64;
      case DT_BOOL -> DType.BOOL;
      default ->
          throw new IllegalStateException(
              "TensorFlow's " + tensor.dataType() + " is no dtype here");
    };
  }
}
