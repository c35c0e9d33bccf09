package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import java.util.function.BooleanSupplier;

/** Exact zeros that interval arithmetic alone can't tell from numbers next to them. */
final class Zero {

  private Zero() {}

  /**
   * {@code result} itself; exactly 0 where its sign is open beyond stage D and {@code isZero}
   * proves it. Stage D asks for more digits first, which nearly always decide.
   */
  static Real unless(Real result, Stage stage, BooleanSupplier isZero) {
    boolean open = !result.isSpecial() && result.sign() == Real.Sign.UNKNOWN;
    return open && stage != Stage.ofDouble() && isZero.getAsBoolean() ? stage.of(0) : result;
  }
}
