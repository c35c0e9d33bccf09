package io.crosscheck.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are printed. */
final class Figures {

  private Figures() {}

  /** Two decimals, rounded up: a worst case is never shown smaller than it was. */
  static String worst(@Nullable Double value) {
    return decimals(value, 2, RoundingMode.CEILING);
  }

  /** Three decimals, to nearest. */
  static String mean(@Nullable Double value) {
    return decimals(value, 3, RoundingMode.HALF_EVEN);
  }

  /** As {@link #mean}, with its sign. */
  static String signed(@Nullable Double value) {
    String text = mean(value);
    boolean positive = value != null && value > 0 && Double.isFinite(value);
    return positive ? "+" + text : text.replace('-', '−');
  }

  /** With commas between thousands. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String seconds(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A whole duration for people: {@code 4.2 s}, {@code 3 min 5 s}. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole / 60 + " min " + whole % 60 + " s";
  }

  private static String decimals(@Nullable Double value, int digits, RoundingMode mode) {
    if (value == null) {
      return "";
    }
    if (!Double.isFinite(value)) {
      return value.isNaN() ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (Math.abs(value) >= 1e5) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    // A double's own digits, so that 0.1 is not pushed up by what lies behind its shortest decimal.
    return BigDecimal.valueOf(value).setScale(digits, mode).toPlainString();
  }
}
