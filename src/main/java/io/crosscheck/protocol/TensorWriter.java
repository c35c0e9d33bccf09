package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;

/** Tensors to JSON. */
final class TensorWriter {

  private TensorWriter() {}

  static void write(JsonGenerator json, Tensor tensor, Encoding encoding) throws IOException {
    json.writeStartObject();
    json.writeStringField("dtype", tensor.dtype().token());
    int[] lengths = tensor.shape().toArray();
    json.writeFieldName("shape");
    json.writeArray(lengths, 0, lengths.length);
    if (encoding == Encoding.BITS) {
      json.writeStringField("bits", ElementBits.encode(tensor));
    } else {
      json.writeFieldName("values");
      writeValues(json, tensor);
    }
    json.writeEndObject();
  }

  /** The elements as an array. */
  static void writeValues(JsonGenerator json, Tensor tensor) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < tensor.size(); i++) {
      writeElement(json, tensor, i);
    }
    json.writeEndArray();
  }

  private static void writeElement(JsonGenerator json, Tensor tensor, int i) throws IOException {
    String text = NumberLiteral.format(tensor, i);
    if (tensor.dtype() == DType.BOOL) {
      json.writeBoolean(tensor.isTrue(i));
    } else if (tensor.dtype().isFloat() && !Double.isFinite(tensor.number(i))) {
      json.writeString(text);
    } else {
      // As text: the generator's own floats are not the shortest decimals of their dtype.
      json.writeNumber(text);
    }
  }
}
