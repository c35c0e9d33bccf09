package io.crosscheck.run;

import io.crosscheck.verdict.Measured;
import java.util.HashMap;
import java.util.Map;

/**
 * Which case has the largest error, divided by the error allowed, of each operation and dtype: the
 * first one that has it, in whatever order they end.
 */
final class WorstErrors {

  private final Map<Of, Peak> peaks = new HashMap<>();

  /** Whether no error so far is as large, or only one of a case further back. */
  boolean isWorst(int place, Measured measured) {
    Peak peak = new Peak(measured.measurement().worstOverBound(), place);
    Of of = new Of(measured.operation(), measured.dtype().token());
    boolean worst = !peaks.containsKey(of) || peak.isBefore(peaks.get(of));
    if (worst) {
      peaks.put(of, peak);
    }
    return worst;
  }

  private record Of(String operation, String dtype) {}

  private record Peak(double overBound, int place) {

    boolean isBefore(Peak other) {
      return overBound > other.overBound || (overBound == other.overBound && place < other.place);
    }
  }
}
