package io.crosscheck.backend.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
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
final class OnnxRuntimeBackend implements Backend {

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
  public Answer answer(Request request) {
    Function<Arguments, Node> operator = Operators.BY_OPERATION.get(request.operation());
    if (operator == null) {
      return new Answer.Refused(
          RefusalCode.UNKNOWN_OPERATION, "no operator for " + request.operation());
    }
    try {
      Arguments arguments =
          Catalogue.find(request.operation()).orElseThrow().signature().bind(request.arguments());
      return new Answer.Output(evaluate(operator.apply(arguments)));
    } catch (RefusedException e) {
      return new Answer.Refused(e.code(), String.valueOf(e.getMessage()));
    } catch (UnsupportedOperationException e) {
      return new Answer.Unsupported(String.valueOf(e.getMessage()));
    } catch (OrtException e) {
      String message = String.valueOf(e.getMessage());
      return isMissing(e, message)
          ? new Answer.Unsupported(message)
          : new Answer.Refused(RefusalCode.OTHER, message);
    } catch (RuntimeException e) {
      return new Answer.Failed(e.toString());
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
