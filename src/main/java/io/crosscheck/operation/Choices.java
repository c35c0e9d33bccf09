package io.crosscheck.operation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The value taken at each choice, the first allowed one unless set otherwise. It remembers which
 * choices were asked for: these are the ones that an evaluation depended on.
 */
public final class Choices {

  private final Map<Choice, String> set;
  private final Set<Choice> asked = EnumSet.noneOf(Choice.class);

  private Choices(Map<Choice, String> set) {
    this.set = set;
  }

  /** The reference's own values throughout. */
  public static Choices defaults() {
    return new Choices(new EnumMap<>(Choice.class));
  }

  /** These values, and the reference's own elsewhere. Refuses a value that the choice lacks. */
  public static Choices of(Map<Choice, String> values) {
    values.forEach(
        (choice, value) -> {
          if (!choice.allowed().contains(value)) {
            throw new IllegalArgumentException(
                choice.token() + " is \"" + value + "\"; it can be " + choice.allowed());
          }
        });
    Map<Choice, String> copy = new EnumMap<>(Choice.class);
    copy.putAll(values);
    return new Choices(copy);
  }

  /** These choices with one of them changed; what was asked so far is forgotten. */
  public Choices with(Choice choice, String value) {
    Map<Choice, String> changed = new EnumMap<>(Choice.class);
    changed.putAll(set);
    changed.put(choice, value);
    return of(changed);
  }

  /** The value taken at {@code choice}. */
  public String get(Choice choice) {
    asked.add(choice);
    return set.getOrDefault(choice, choice.allowed().get(0));
  }

  /** Whether the value taken at {@code choice} is {@code value}. */
  public boolean is(Choice choice, String value) {
    return get(choice).equals(value);
  }

  /** The values that were set, as a copy. */
  public Map<Choice, String> values() {
    Map<Choice, String> copy = new EnumMap<>(Choice.class);
    copy.putAll(set);
    return copy;
  }

  /** The choices that were asked for since this object was made. */
  public Set<Choice> asked() {
    return asked.isEmpty() ? EnumSet.noneOf(Choice.class) : EnumSet.copyOf(asked);
  }
}
