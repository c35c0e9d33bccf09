package io.crosscheck.steps;

import io.crosscheck.operation.AttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attributes as a step writes them: "axis 1, keep_dims true". Names and types are not checked,
 * because wrong ones are what some scenarios are about.
 */
final class AttributeList {

  private AttributeList() {}

  /** Values by name; refuses a repeated name. */
  static Map<String, Object> parse(String text) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String entry : text.split(",")) {
      String[] words = entry.strip().split("\\s+");
      if (words.length != 2) {
        throw new SpecificationFault(
            "attribute \"" + entry.strip() + "\" is not a name and a value, such as axis 1");
      }
      if (attributes.put(words[0], value(words[1])) != null) {
        throw new SpecificationFault("attribute " + words[0] + " is given twice");
      }
    }
    return attributes;
  }

  private static Object value(String text) {
    try {
      return AttributeValue.of(text);
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault("attribute value " + e.getMessage());
    }
  }
}
