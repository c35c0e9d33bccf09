package io.crosscheck.search;

import io.crosscheck.tensor.DType;
import java.util.List;

/** Where the exponentials of a format run out, and the logarithm of its unit roundoff. */
final class Edges {

  private Edges() {}

  /**
   * Logits from which exp overflows, and below whose negatives it is subnormal or 0: in the format
   * itself and, of a 16-bit one, in float32, which is computed in.
   */
  static List<Double> of(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> List.of(9.7, 11.1, 16.6, 17.3, 87.3, 88.7, 103.97, 104.0);
      case BFLOAT16 -> List.of(87.3, 88.7, 92.2, 92.9, 103.97, 104.0);
      case FLOAT64 -> List.of(708.4, 709.78, 745.13, 745.2);
      default -> List.of(87.3, 88.7, 103.97, 104.0);
    };
  }

  /**
   * c with e^c just below u, for the formats that sums may be kept in: of 1 + e^c + e^c + … every
   * addition is lost, so that the error is the length of the chain.
   */
  static List<Double> stagnation(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> List.of(-7.6256, -16.6356);
      case BFLOAT16 -> List.of(-5.5459, -16.6356);
      case FLOAT64 -> List.of(-36.7369);
      default -> List.of(-16.6356);
    };
  }
}
