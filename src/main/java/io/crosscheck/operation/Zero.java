package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import java.util.function.BooleanSupplier;

/** Exact zeros that interval arithmetic alone can't tell from numbers next to them. */
final class Zero {

  private Zero() {}

  /**
   * {@code result} itself; exactly 0 where its sign is open beyond doubles and {@code isZero}
   * proves it. Doubles ask for more digits first, which nearly always decide.
   */
  static Real unless(Real result, Stage stage, BooleanSupplier isZero) {
    boolean open = !result.isSpecial() && result.sign() == Real.Sign.UNKNOWN;
    boolean doubles = stage == Stage.ofDouble() || stage == Stage.ofDoubleDouble();
    return open && !doubles && isZero.getAsBoolean() ? stage.of(0) : result;
  }
}
