package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario saw beyond its outcome. The steps leave it to whoever runs them in the same
 * thread: in objects, for as text it would cost as much as the verdict itself.
 *
 * @param request the one that a failure is about; empty where the scenario passed or asked nothing
 * @param observed the value seen at each choice that the case tells apart, by token
 * @param open the ways by which an answer is right, for each that is right by several
 * @param measured the measured errors, one for each float result that was judged
 * @param stderr what the implementation wrote to stderr when it broke; empty if nothing
 */
public record Findings(
    Optional<Request> request,
    Map<String, String> observed,
    List<List<Map<Choice, String>>> open,
    List<Measured> measured,
    String stderr) {

  /** Of a scenario that ended before it saw anything. */
  public static final Findings NOTHING =
      new Findings(Optional.empty(), Map.of(), List.of(), List.of(), "");

  private static final ThreadLocal<@Nullable Findings> LEFT = new ThreadLocal<>();

  /** Leaves these findings for {@link #take}. */
  public void leave() {
    LEFT.set(this);
  }

  /** What the last scenario of this thread left. */
  public static Findings take() {
    Findings left = LEFT.get();
    LEFT.remove();
    return left == null ? NOTHING : left;
  }

  /** The largest error of the case divided by the error allowed, null if none was measured. */
  public @Nullable Double worstOverBound() {
    Double worst = null;
    for (Measured each : measured) {
      double overBound = each.measurement().worstOverBound();
      worst = worst == null ? overBound : Double.valueOf(Math.max(worst, overBound));
    }
    return worst;
  }
}
