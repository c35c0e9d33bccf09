package io.crosscheck.operation;

import java.util.List;
import java.util.Optional;

/**
 * A named setting of an operation.
 *
 * @param name as in features and in the protocol
 * @param type the kind of value it takes
 * @param byDefault the value used where none is given; empty if the operation does without one
 * @param allowed the texts that a TEXT attribute may have
 */
public record Attribute(String name, Type type, Optional<Object> byDefault, List<String> allowed) {

  /** The kind of value: held as Long, Double, Boolean and String. */
  public enum Type {
    INTEGER,
    NUMBER,
    BOOLEAN,
    TEXT
  }

  static Attribute integer(String name, long byDefault) {
    return new Attribute(name, Type.INTEGER, Optional.of(byDefault), List.of());
  }

  static Attribute optionalInteger(String name) {
    return new Attribute(name, Type.INTEGER, Optional.empty(), List.of());
  }

  static Attribute number(String name, double byDefault) {
    return new Attribute(name, Type.NUMBER, Optional.of(byDefault), List.of());
  }

  static Attribute optionalNumber(String name) {
    return new Attribute(name, Type.NUMBER, Optional.empty(), List.of());
  }

  static Attribute bool(String name, boolean byDefault) {
    return new Attribute(name, Type.BOOLEAN, Optional.of(byDefault), List.of());
  }

  static Attribute text(String name, String byDefault, String... allowed) {
    return new Attribute(name, Type.TEXT, Optional.of(byDefault), List.of(allowed));
  }
}
