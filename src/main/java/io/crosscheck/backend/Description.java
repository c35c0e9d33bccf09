package io.crosscheck.backend;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an implementation says of itself.
 *
 * @param operations the operations it claims, each with the dtypes it computes in
 * @param choices values declared at choices, by token; where none is declared any is accepted
 * @param dialect the named bundle of choices that {@code choices} overrides
 */
public record Description(
    String name,
    String version,
    String language,
    String url,
    Map<String, Set<DType>> operations,
    Map<String, String> choices,
    Optional<String> dialect) {

  /** A description that claims these operations, each in these dtypes, and declares no choice. */
  public static Description of(String name, String version, Map<String, Set<DType>> operations) {
    return new Description(name, version, "", "", operations, Map.of(), Optional.empty());
  }

  /**
   * The value declared at each choice: that of the dialect, overridden by {@code choices}.
   *
   * @throws IllegalArgumentException for a dialect, choice or value that there isn't
   */
  public Map<Choice, String> declared() {
    Map<Choice, String> declared = new EnumMap<>(Choice.class);
    dialect.ifPresent(d -> declared.putAll(dialect(d).values()));
    choices.forEach((token, value) -> declared.put(Choice.admitting(token, value), value));
    return declared;
  }

  private static Dialect dialect(String name) {
    return Dialects.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no dialect \"%s\"; there are %s"
                        .formatted(name, String.join(", ", Dialects.NAMES))));
  }

  /** Whether that operation is claimed in that dtype. */
  public boolean claims(String operation, DType dtype) {
    return operations.getOrDefault(operation, Set.of()).contains(dtype);
  }
}
