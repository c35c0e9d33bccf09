package io.crosscheck.backend.opencl;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import java.util.Optional;

/** What becomes of float32 results below the smallest normal number. */
final class Subnormals {

  // exp(-88) to exp(-102), all subnormal, the last two units in the last place.
  private static final double[] LOGITS = {0, -88, -90, -93, -96, -99, -102};

  private Subnormals() {}

  /** The value of the choice, where the device's word and a trial agree; empty otherwise. */
  static Optional<String> observed(Session session) {
    Slices slices = new Slices(1, LOGITS.length, 1);
    double[] results =
        new SliceFunctions(session).elements("softmax", DType.FLOAT32, LOGITS, slices);
    int zeros = 0;
    for (double result : results) {
      zeros += result == 0 ? 1 : 0;
    }
    boolean claimed = session.device().keepsSubnormals();
    if (claimed && zeros == 0) {
      return Optional.of("kept");
    }
    return !claimed && zeros == LOGITS.length - 1 ? Optional.of("flushed") : Optional.empty();
  }
}
