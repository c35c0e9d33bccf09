package io.crosscheck.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * How exact the results of one operation in one dtype were, best first. It doesn't depend on the
 * profile that the run judged by.
 */
public enum Grade {
  /** Nothing is rounded: one-hot, masks, indices. */
  EXACT("exact"),
  /** At most 0.5 ulp. */
  CORRECTLY_ROUNDED("correctly rounded"),
  /** Below 1 ulp. */
  FAITHFUL("faithful"),
  /** At most 4 ulp. */
  FOUR_ULP("≤ 4 ulp"),
  /** Within the strict bound. */
  STRICT("strict"),
  /** Within the standard bound, the conformance verdict. */
  STANDARD("standard"),
  /** Within the relaxed bound only. */
  RELAXED("relaxed"),
  /** Within none. */
  OUTSIDE("outside");

  private static final double CORRECTLY_ROUNDED_ULP = 0.5;
  private static final double FAITHFUL_ULP = 1;
  private static final double FEW_ULP = 4;

  private final String token;

  Grade(String token) {
    this.token = token;
  }

  /** The name in reports. */
  public String token() {
    return token;
  }

  /** The grade of that name, empty if there is none. */
  public static Optional<Grade> ofToken(String token) {
    return Arrays.stream(values()).filter(g -> g.token.equals(token)).findFirst();
  }

  /**
   * The grade of measured errors.
   *
   * @param worstUlp the largest error
   * @param strict the largest error divided by the error allowed under the strict profile
   * @param standard the same under the standard profile; few ulp count only within it
   * @param relaxed the same under the relaxed profile
   */
  public static Grade of(double worstUlp, double strict, double standard, double relaxed) {
    if (standard <= 1 && worstUlp <= FEW_ULP) {
      return worstUlp <= CORRECTLY_ROUNDED_ULP
          ? CORRECTLY_ROUNDED
          : worstUlp < FAITHFUL_ULP ? FAITHFUL : FOUR_ULP;
    }
    if (strict <= 1) {
      return STRICT;
    }
    if (standard <= 1) {
      return STANDARD;
    }
    return relaxed <= 1 ? RELAXED : OUTSIDE;
  }

  /** Whether this grade comes after {@code other}. */
  public boolean isWorseThan(Grade other) {
    return compareTo(other) > 0;
  }
}
