package io.crosscheck.dialect;

import io.crosscheck.operation.Choice;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A named bundle of choices: what one framework does where the specification lets it choose.
 *
 * @param name on the command line, in descriptions and of its file
 * @param title the framework's own name
 * @param describes which parts and versions of it
 * @param settled the choices that it settles; at the others any value may be seen
 */
public record Dialect(String name, String title, String describes, Map<Choice, Settled> settled) {

  /**
   * How a choice is settled.
   *
   * @param source the function, file or thread that shows it, or the version observed
   * @param note where the framework does otherwise
   */
  public record Settled(String value, String source, Optional<String> note) {}

  public Dialect {
    settled = Collections.unmodifiableMap(new EnumMap<>(settled));
  }

  /** The value at each choice that it settles, as a copy. */
  public Map<Choice, String> values() {
    Map<Choice, String> values = new EnumMap<>(Choice.class);
    settled.forEach((choice, how) -> values.put(choice, how.value()));
    return values;
  }
}
