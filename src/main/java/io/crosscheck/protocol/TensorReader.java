package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tensors from JSON. Nothing is allocated for elements that a shape promises but the text lacks.
 */
final class TensorReader {

  private static final int MAX_RANK = 64;

  private TensorReader() {}

  static Tensor read(JsonObject json) throws ProtocolException {
    DType dtype = dtype(json.string("dtype"));
    Shape shape = shape(json);
    if (json.has("values") == json.has("bits")) {
      throw new ProtocolException("a tensor needs \"values\" or \"bits\", and not both");
    }
    return json.has("bits")
        ? ElementBits.decode(json.string("bits"), dtype, shape)
        : values(json, dtype, shape);
  }

  static DType dtype(String token) throws ProtocolException {
    String known = Stream.of(DType.values()).map(DType::token).collect(Collectors.joining(", "));
    return DType.ofToken(token)
        .orElseThrow(
            () -> new ProtocolException("dtype \"" + token + "\"; expected one of " + known));
  }

  private static Shape shape(JsonObject json) throws ProtocolException {
    try (JsonParser parser = json.open("shape")) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw JsonObject.wrongType("shape", "an array of axis lengths");
      }
      int[] lengths = new int[MAX_RANK];
      int rank = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (rank == MAX_RANK) {
          throw new ProtocolException("a shape of more than " + MAX_RANK + " axes");
        }
        lengths[rank++] = axisLength(parser);
      }
      return Shape.of(Arrays.copyOf(lengths, rank));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }

  private static int axisLength(JsonParser parser) throws IOException, ProtocolException {
    String text = parser.getText();
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        // Refused below, as any other length is that an array can't have.
      }
    }
    throw new ProtocolException(
        "axis length " + text + "; expected an integer from 0 to 2147483647");
  }

  private static Tensor values(JsonObject json, DType dtype, Shape shape) throws ProtocolException {
    try (JsonParser parser = json.open("values")) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw JsonObject.wrongType("values", "an array");
      }
      return dtype.isFloat() ? numbers(parser, dtype, shape) : integers(parser, dtype, shape);
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }

  private static Tensor numbers(JsonParser parser, DType dtype, Shape shape)
      throws IOException, ProtocolException {
    double[] numbers = new double[0];
    int count = 0;
    while (more(parser, count, shape)) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, grown(count, shape));
      }
      numbers[count] = ElementReader.number(parser, dtype, count);
      count++;
    }
    return Tensor.ofNumbers(dtype, shape, numbers);
  }

  private static Tensor integers(JsonParser parser, DType dtype, Shape shape)
      throws IOException, ProtocolException {
    long[] integers = new long[0];
    int count = 0;
    while (more(parser, count, shape)) {
      if (count == integers.length) {
        integers = Arrays.copyOf(integers, grown(count, shape));
      }
      integers[count] = ElementReader.integer(parser, dtype, count);
      count++;
    }
    return Tensor.ofIntegers(dtype, shape, integers);
  }

  private static boolean more(JsonParser parser, int count, Shape shape)
      throws IOException, ProtocolException {
    boolean ends = parser.nextToken() == JsonToken.END_ARRAY;
    if (ends != (count == shape.size())) {
      throw new ProtocolException(
          "shape "
              + shape
              + " needs "
              + shape.size()
              + " values, got "
              + (ends ? String.valueOf(count) : "more"));
    }
    return !ends;
  }

  private static int grown(int count, Shape shape) {
    return (int) Math.min(shape.size(), Math.max(1024L, 2L * count));
  }
}
