package io.crosscheck.dialect;

import io.crosscheck.operation.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How far a dialect agrees with what an implementation was seen to do.
 *
 * @param agreed the choices of the dialect that were observed with its value
 * @param differing those that were observed with another
 */
public record Agreement(Dialect dialect, List<Choice> agreed, List<Choice> differing) {

  /** The dialects that agree best; several only where they agree equally well. */
  public static List<Agreement> nearest(Map<Choice, String> observed) {
    List<Agreement> all =
        Dialects.all().stream()
            .map(dialect -> of(dialect, observed))
            .filter(agreement -> !agreement.agreed.isEmpty())
            .sorted(Comparator.comparingDouble(Agreement::degree).reversed())
            .toList();
    return all.stream().filter(a -> a.degree() == all.get(0).degree()).toList();
  }

  private static Agreement of(Dialect dialect, Map<Choice, String> observed) {
    List<Choice> agreed = new ArrayList<>();
    List<Choice> differing = new ArrayList<>();
    dialect
        .values()
        .forEach(
            (choice, value) -> {
              if (observed.containsKey(choice)) {
                (value.equals(observed.get(choice)) ? agreed : differing).add(choice);
              }
            });
    return new Agreement(dialect, List.copyOf(agreed), List.copyOf(differing));
  }

  /** How many of the dialect's choices were observed. */
  public int compared() {
    return agreed.size() + differing.size();
  }

  /**
   * Laplace's rule of succession: the share that agrees, held back the less was compared, so that a
   * dialect that settles little is not nearest by luck.
   */
  private double degree() {
    return (agreed.size() + 1.0) / (compared() + 2.0);
  }
}
