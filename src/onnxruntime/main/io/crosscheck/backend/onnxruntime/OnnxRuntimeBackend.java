package io.crosscheck.backend.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.LibraryBackend;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * ONNX Runtime on the CPU, one thread, a model of one operator for each request. What the library
 * refuses is refused with {@code other}, what it has no kernel for is unsupported.
 */
public final class OnnxRuntimeBackend extends LibraryBackend {

  private final OrtEnvironment environment =
      OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
  private final Map<Node.Kind, OrtSession> sessions = new HashMap<>();

  @Override
  public Description description() {
    Map<String, Set<DType>> operations = new TreeMap<>();
    Operators.BY_OPERATION.keySet().forEach(o -> operations.put(o, Operators.dtypes(o)));
    return new Description(
        "onnxruntime-java",
        environment.getVersion(),
        "Java",
        "https://onnxruntime.ai",
        operations,
        Map.of(),
        Optional.empty());
  }

  @Override
  protected Optional<Function<Arguments, Tensor>> function(String operation) {
    return Optional.ofNullable(Operators.BY_OPERATION.get(operation))
        .map(node -> arguments -> call(node.apply(arguments)));
  }

  private Tensor call(Node node) {
    try {
      return evaluate(node);
    } catch (OrtException e) {
      String message = String.valueOf(e.getMessage());
      throw isMissing(e, message)
          ? new UnsupportedOperationException(message, e)
          : new RefusedException(RefusalCode.OTHER, message);
    }
  }

  // A type that the operator's own definition lacks is told by the message alone.
  private static boolean isMissing(OrtException e, String message) {
    return e.getCode() == OrtErrorCode.ORT_NOT_IMPLEMENTED
        || message.contains("Could not find an implementation")
        || message.contains("'tensor(bfloat16)'");
  }

  private Tensor evaluate(Node node) throws OrtException {
    OrtSession session = session(node.kind());
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (int i = 0; i < node.inputs().size(); i++) {
        inputs.put(Node.input(i), onnx(node.inputs().get(i)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return tensor((OnnxTensor) result.get(0), node.result());
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OrtSession session(Node.Kind kind) throws OrtException {
    OrtSession known = sessions.get(kind);
    if (known != null) {
      return known;
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtSession session = environment.createSession(OneNodeModel.of(kind), options);
      sessions.put(kind, session);
      return session;
    }
  }

  private OnnxTensor onnx(Tensor tensor) throws OrtException {
    byte[] elements = ElementBytes.of(tensor);
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(elements.length).order(ByteOrder.LITTLE_ENDIAN).put(elements);
    long[] shape = new long[tensor.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape().length(axis);
    }
    return OnnxTensor.createTensor(environment, bytes.flip(), shape, type(tensor.dtype()));
  }

  private static Tensor tensor(OnnxTensor onnx, DType dtype) {
    long[] lengths = onnx.getInfo().getShape();
    int[] shape = new int[lengths.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = Math.toIntExact(lengths[axis]);
    }
    ByteBuffer bytes = onnx.getByteBuffer();
    byte[] elements = new byte[bytes.remaining()];
    bytes.get(elements);
    return ElementBytes.tensor(dtype, Shape.of(shape), elements);
  }

  private static OnnxJavaType type(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      case FLOAT32 -> OnnxJavaType.FLOAT;
      case FLOAT64 -> OnnxJavaType.DOUBLE;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
    };
  }

  @Override
  public void close() {
    try {
      for (OrtSession session : sessions.values()) {
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime doesn't end a session", e);
    }
  }
}
