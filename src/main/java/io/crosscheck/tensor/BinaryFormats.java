package io.crosscheck.tensor;

/** Bit patterns of the two 16-bit formats; Java has no type for them before JDK 20. */
public final class BinaryFormats {

  private BinaryFormats() {}

  /** The bits of {@code value} in {@code dtype}, right-aligned; {@code value} must be of dtype. */
  public static long bits(DType dtype, double value) {
    return switch (dtype) {
      case FLOAT16 -> encode(value, DType.FLOAT16) & 0xFFFFL;
      case BFLOAT16 -> Float.floatToIntBits((float) value) >>> 16;
      case FLOAT32 -> Float.floatToIntBits((float) value) & 0xFFFF_FFFFL;
      case FLOAT64 -> Double.doubleToLongBits(value);
      default -> throw new IllegalArgumentException(dtype.token() + " has no floating-point bits");
    };
  }

  /** The number with those bits. */
  public static double value(DType dtype, long bits) {
    return switch (dtype) {
      case FLOAT16 -> decodeFloat16((int) bits & 0xFFFF);
      case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
      case FLOAT32 -> Float.intBitsToFloat((int) bits);
      case FLOAT64 -> Double.longBitsToDouble(bits);
      default -> throw new IllegalArgumentException(dtype.token() + " has no floating-point bits");
    };
  }

  private static int encode(double value, DType format) {
    int sign = (int) (Double.doubleToRawLongBits(value) >>> 63) << 15;
    if (Double.isNaN(value)) {
      return 0x7E00;
    }
    double magnitude = Math.abs(value);
    if (Double.isInfinite(magnitude)) {
      return sign | 0x7C00;
    }
    if (magnitude < format.smallestNormal()) {
      return sign | (int) (magnitude / format.smallestSubnormal());
    }
    int exponent = Math.getExponent(magnitude);
    int significand = (int) Math.scalb(magnitude, 10 - exponent);
    return sign | (exponent + 15 << 10) + (significand & 0x3FF);
  }

  private static double decodeFloat16(int bits) {
    double sign = (bits & 0x8000) == 0 ? 1.0 : -1.0;
    int exponent = bits >>> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0x1F) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * Math.scalb((double) fraction, -24)
        : sign * Math.scalb((double) (fraction | 0x400), exponent - 25);
  }
}
