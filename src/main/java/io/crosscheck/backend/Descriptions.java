package io.crosscheck.backend;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Descriptions of the backends that ship with Crosscheck. */
public final class Descriptions {

  private Descriptions() {}

  /** A backend in this jar that takes the reference's own value at every choice, and says so. */
  public static Description builtIn(String name, Map<String, Set<DType>> operations) {
    return new Description(
        name, version(), "Java", "", operations, referenceChoices(), Optional.empty());
  }

  private static Map<String, String> referenceChoices() {
    return Arrays.stream(Choice.values())
        .collect(Collectors.toUnmodifiableMap(Choice::token, c -> c.allowed().get(0)));
  }

  /** The jar's version; class folders have none. */
  private static String version() {
    return Objects.requireNonNullElse(
        Descriptions.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
  }
}
