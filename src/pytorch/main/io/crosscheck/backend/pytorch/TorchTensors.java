package io.crosscheck.backend.pytorch;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors to PyTorch and back, bit by bit. */
final class TorchTensors {

  private TorchTensors() {}

  /** A copy of the tensor in PyTorch's memory. */
  static org.bytedeco.pytorch.Tensor of(Tensor tensor) {
    long[] shape = new long[tensor.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape().length(axis);
    }
    TensorOptions options =
        new TensorOptions().dtype(new ScalarTypeOptional(type(tensor.dtype())));
    org.bytedeco.pytorch.Tensor copy = torch.empty(shape, options, null);
    byte[] elements = ElementBytes.of(tensor);
    if (elements.length > 0) {
      bytes(copy.data_ptr(), elements.length).put(elements);
    }
    return copy;
  }

  /** A copy of PyTorch's tensor. */
  static Tensor read(org.bytedeco.pytorch.Tensor tensor) {
    org.bytedeco.pytorch.Tensor whole = tensor.detach().contiguous();
    int[] shape = new int[Math.toIntExact(whole.dim())];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = Math.toIntExact(whole.size(axis));
    }
    byte[] elements = new byte[Math.toIntExact(whole.nbytes())];
    if (elements.length > 0) {
      bytes(whole.data_ptr(), elements.length).get(elements);
    }
    return ElementBytes.tensor(dtype(whole.scalar_type().intern()), Shape.of(shape), elements);
  }

  private static BytePointer bytes(Pointer data, int count) {
    return new BytePointer(data).capacity(count);
  }

  private static ScalarType type(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> ScalarType.Half;
      case BFLOAT16 -> ScalarType.BFloat16;
      case FLOAT32 -> ScalarType.Float;
      case FLOAT64 -> ScalarType.Double;
      case INT32 -> ScalarType.Int;
      case INT64 -> ScalarType.Long;
      case BOOL -> ScalarType.Bool;
    };
  }

  private static DType dtype(ScalarType type) {
    for (DType dtype : DType.values()) {
      if (type(dtype) == type) {
        return dtype;
      }
    }
    throw new IllegalStateException("PyTorch's " + type + " is no dtype here");
  }
}
