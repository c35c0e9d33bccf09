package io.crosscheck.backend;

import io.crosscheck.tensor.DType;
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

  /** Whether that operation is claimed in that dtype. */
  public boolean claims(String operation, DType dtype) {
    return operations.getOrDefault(operation, Set.of()).contains(dtype);
  }
}
