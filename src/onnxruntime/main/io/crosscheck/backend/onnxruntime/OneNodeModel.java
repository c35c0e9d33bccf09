package io.crosscheck.backend.onnxruntime;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.crosscheck.tensor.DType;
import java.util.Map;

/** A model of one operator, whose inputs have a rank each and any lengths. */
final class OneNodeModel {

  private static final int IR_VERSION = 10;
  private static final int OPSET = 21;

  private OneNodeModel() {}

  /** The model in ONNX's file format. */
  static byte[] of(Node.Kind kind) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("one");
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(kind.operator()).addOutput("y");
    for (int i = 0; i < kind.dtypes().size(); i++) {
      node.addInput(Node.input(i));
      TypeProto.Tensor type = type(kind.dtypes().get(i)).setShape(shape(i, kind)).build();
      graph.addInput(value(Node.input(i), type));
    }
    kind.attributes().forEach((name, value) -> node.addAttribute(attribute(name, value)));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph.addNode(node).addOutput(value("y", type(kind.result()).build())))
        .build()
        .toByteArray();
  }

  private static ValueInfoProto value(String name, TypeProto.Tensor type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private static TypeProto.Tensor.Builder type(DType dtype) {
    return TypeProto.Tensor.newBuilder().setElemType(onnx(dtype).getNumber());
  }

  private static TensorShapeProto shape(int input, Node.Kind kind) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < kind.ranks().get(input); axis++) {
      shape.addDimBuilder().setDimParam(Node.input(input) + "_" + axis);
    }
    return shape.build();
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    return value instanceof Long number
        ? attribute.setType(AttributeProto.AttributeType.INT).setI(number).build()
        : attribute
            .setType(AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFromUtf8(String.valueOf(value)))
            .build();
  }

  private static TensorProto.DataType onnx(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> TensorProto.DataType.FLOAT16;
      case BFLOAT16 -> TensorProto.DataType.BFLOAT16;
      case FLOAT32 -> TensorProto.DataType.FLOAT;
      case FLOAT64 -> TensorProto.DataType.DOUBLE;
      case INT32 -> TensorProto.DataType.INT32;
      case INT64 -> TensorProto.DataType.INT64;
      case BOOL -> TensorProto.DataType.BOOL;
    };
  }
}
