package io.crosscheck.backend;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Descriptions of the backends that ship with Crosscheck. */
public final class Descriptions {

  private Descriptions() {}

  /** A backend in this jar that takes the reference's own value at every choice, and says so. */
  public static Description builtIn(String name, Map<String, Set<DType>> operations) {
    return new Description(
        name, version(), "Java", "", operations, referenceChoices(), Optional.empty());
  }

  /** The same, but of the dialect's value at every choice that it settles. */
  public static Description builtIn(
      String name, Map<String, Set<DType>> operations, Dialect dialect) {
    Map<String, String> choices = referenceChoices();
    dialect.values().forEach((choice, value) -> choices.put(choice.token(), value));
    return new Description(
        name, version(), "Java", "", operations, choices, Optional.of(dialect.name()));
  }

  private static Map<String, String> referenceChoices() {
    Map<String, String> choices = new TreeMap<>();
    for (Choice choice : Choice.values()) {
      choices.put(choice.token(), choice.allowed().get(0));
    }
    return choices;
  }

  /** The jar's version; class folders have none. */
  private static String version() {
    return Objects.requireNonNullElse(
        Descriptions.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
  }
}
