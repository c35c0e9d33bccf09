package io.crosscheck.backend.onednn;

import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Makes oneDNN's primitives and runs them once, through its C interface: the one that says by a
 * status whether something is invalid or not implemented.
 */
final class Primitive implements AutoCloseable {

  static final Map<DType, Integer> TYPES =
      Map.of(
          DType.FLOAT16, dnnl.dnnl_f16,
          DType.BFLOAT16, dnnl.dnnl_bf16,
          DType.FLOAT32, dnnl.dnnl_f32,
          DType.FLOAT64, dnnl.dnnl_f64);

  private static final int MAX_RANK = 12;

  private final dnnl_engine engine = new dnnl_engine();
  private final dnnl_stream stream = new dnnl_stream();

  /** An algorithm of oneDNN, along an axis or elementwise. */
  record Kind(int algorithm, boolean hasAxis) {}

  Primitive() {
    succeed("dnnl_engine_create", dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0));
    succeed(
        "dnnl_stream_create",
        dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags));
  }

  /**
   * The result for one tensor.
   *
   * @throws UnsupportedOperationException where oneDNN has no implementation
   * @throws RefusedException where it calls an argument invalid
   */
  Tensor apply(Kind kind, Tensor tensor, long axis) {
    Integer type = TYPES.get(tensor.dtype());
    int rank = tensor.shape().rank();
    if (type == null || rank > MAX_RANK) {
      throw new UnsupportedOperationException(
          "oneDNN has no tensors of " + tensor.dtype().token() + " of rank " + rank + " here");
    }
    try (PointerScope scope = new PointerScope()) {
      dnnl_memory_desc description = new dnnl_memory_desc();
      succeed("dnnl_memory_desc_create_with_strides", describe(description, tensor, type));
      dnnl_primitive_desc made = new dnnl_primitive_desc();
      succeed(
          "dnnl_" + (kind.hasAxis() ? "softmax" : "eltwise") + "_forward_primitive_desc_create",
          create(made, kind, description, asInt(axis)));
      dnnl_primitive primitive = new dnnl_primitive();
      succeed("dnnl_primitive_create", dnnl.dnnl_primitive_create(primitive, made));
      byte[] elements = execute(primitive, description, ElementBytes.of(tensor));
      dnnl.dnnl_primitive_destroy(primitive);
      dnnl.dnnl_primitive_desc_destroy(made);
      dnnl.dnnl_memory_desc_destroy(description);
      return ElementBytes.tensor(tensor.dtype(), tensor.shape(), elements);
    }
  }

  private static int asInt(long axis) {
    if (axis != (int) axis) {
      throw new RefusedException(RefusalCode.OTHER, "axis " + axis + " is no int of oneDNN's");
    }
    return (int) axis;
  }

  private static int describe(dnnl_memory_desc description, Tensor tensor, int type) {
    int rank = tensor.shape().rank();
    long[] lengths = new long[MAX_RANK];
    long[] strides = new long[MAX_RANK];
    long stride = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      lengths[axis] = tensor.shape().length(axis);
      strides[axis] = stride;
      stride *= Math.max(lengths[axis], 1);
    }
    return dnnl.dnnl_memory_desc_create_with_strides(description, rank, lengths, type, strides);
  }

  private int create(
      dnnl_primitive_desc made, Kind kind, dnnl_memory_desc description, int axis) {
    int forward = dnnl.dnnl_forward_inference;
    dnnl_primitive_attr attributes = null;
    return kind.hasAxis()
        ? dnnl.dnnl_softmax_forward_primitive_desc_create(
            made, engine, forward, kind.algorithm(), description, description, axis, attributes)
        : dnnl.dnnl_eltwise_forward_primitive_desc_create(
            made, engine, forward, kind.algorithm(), description, description, 0, 0, attributes);
  }

  private byte[] execute(
      dnnl_primitive primitive, dnnl_memory_desc description, byte[] elements) {
    BytePointer input = new BytePointer(Math.max(1, elements.length)).put(elements);
    BytePointer output = new BytePointer(Math.max(1, elements.length));
    dnnl_memory from = memory(description, input);
    dnnl_memory to = memory(description, output);
    dnnl_exec_arg_t both = new dnnl_exec_arg_t(2);
    both.position(0).arg(dnnl.DNNL_ARG_SRC).memory(from);
    both.position(1).arg(dnnl.DNNL_ARG_DST).memory(to);
    both.position(0);
    succeed("dnnl_primitive_execute", dnnl.dnnl_primitive_execute(primitive, stream, 2, both));
    succeed("dnnl_stream_wait", dnnl.dnnl_stream_wait(stream));
    dnnl.dnnl_memory_destroy(from);
    dnnl.dnnl_memory_destroy(to);
    byte[] result = new byte[elements.length];
    output.get(result);
    return result;
  }

  private dnnl_memory memory(dnnl_memory_desc description, BytePointer elements) {
    dnnl_memory memory = new dnnl_memory();
    succeed(
        "dnnl_memory_create", dnnl.dnnl_memory_create(memory, description, engine, elements));
    return memory;
  }

  private static void succeed(String call, int status) {
    if (status == dnnl.dnnl_unimplemented) {
      throw new UnsupportedOperationException(call + ": unimplemented");
    }
    if (status == dnnl.dnnl_invalid_arguments) {
      throw new RefusedException(RefusalCode.OTHER, call + ": invalid arguments");
    }
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException(call + ": status " + status);
    }
  }

  @Override
  public void close() {
    dnnl.dnnl_stream_destroy(stream);
    dnnl.dnnl_engine_destroy(engine);
  }
}
