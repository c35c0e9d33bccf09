package io.crosscheck.steps;

import io.crosscheck.operation.Attribute;
import io.crosscheck.operation.AttributeValue;
import io.crosscheck.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Attributes as a step writes them: "axis 1, keep_dims true". Types are not checked, because a
 * wrong one is what some scenarios are about.
 */
final class AttributeList {

  private AttributeList() {}

  /** Values by name; refuses a repeated name and, for a known operation, one that it lacks. */
  static Map<String, Object> parse(String text, Optional<Operation> operation) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String entry : text.split(",")) {
      String[] words = entry.strip().split("\\s+");
      if (words.length != 2) {
        throw new SpecificationFault(
            "attribute \"" + entry.strip() + "\" is not a name and a value, such as axis 1");
      }
      operation.ifPresent(o -> checkKnown(words[0], o));
      if (attributes.put(words[0], value(words[1])) != null) {
        throw new SpecificationFault("attribute " + words[0] + " is given twice");
      }
    }
    return attributes;
  }

  private static void checkKnown(String name, Operation operation) {
    var known = operation.signature().attributes().stream().map(Attribute::name).toList();
    if (!known.contains(name)) {
      throw new SpecificationFault(
          operation.name() + " has no attribute \"" + name + "\"; it has " + known);
    }
  }

  private static Object value(String text) {
    try {
      return AttributeValue.of(text);
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault("attribute value " + e.getMessage());
    }
  }
}
