package io.crosscheck.operation;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The name of an operation, the tensors it takes and its attributes. */
public record Signature(String name, List<Input> inputs, List<Attribute> attributes) {

  /**
   * {@code given} with the default attributes filled in. Refuses what {@link #complete} does, an
   * input of the wrong type, and float inputs of different dtypes.
   */
  public Arguments bind(Arguments given) {
    inputs.forEach(input -> checkInput(input, given.optionalInput(input.name())));
    checkOneFloatDType(given);
    return complete(given);
  }

  /**
   * {@code given} with the default attributes filled in, tensors of any dtype. Refuses a missing or
   * unknown input and an attribute that is unknown or of the wrong type.
   */
  public Arguments complete(Arguments given) {
    for (Input input : inputs) {
      if (input.required() && given.optionalInput(input.name()).isEmpty()) {
        throw refused(RefusalCode.MISSING_INPUT, "lacks its input " + input.name(), inputNames());
      }
    }
    for (String name : given.inputs().keySet()) {
      if (inputs.stream().noneMatch(i -> i.name().equals(name))) {
        throw refused(RefusalCode.OTHER, "has no input " + name, inputNames());
      }
    }
    Map<String, Object> bound = bindAttributes(given.attributes());
    Set<String> defaults = new HashSet<>(bound.keySet());
    defaults.removeAll(given.attributes().keySet());
    defaults.addAll(given.defaults());
    return new Arguments(given.inputs(), bound, defaults);
  }

  /** Whether the operation has an attribute of that name. */
  public boolean hasAttribute(String attribute) {
    return attributes.stream().anyMatch(a -> a.name().equals(attribute));
  }

  /** Throws an {@link IllegalArgumentException} for an attribute that the operation lacks. */
  public void requireAttribute(String attribute) {
    if (!hasAttribute(attribute)) {
      throw new IllegalArgumentException(
          "%s has no attribute \"%s\"; it has %s"
              .formatted(name, attribute, attributes.stream().map(Attribute::name).toList()));
    }
  }

  private void checkInput(Input input, Optional<Tensor> tensor) {
    if (tensor.isPresent() && !input.kind().admits(tensor.get().dtype())) {
      throw refused(
          RefusalCode.INVALID_DTYPE,
          "got " + input.name() + " as " + tensor.get().dtype().token(),
          input.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private void checkOneFloatDType(Arguments given) {
    List<DType> floats =
        given.inputs().values().stream()
            .map(Tensor::dtype)
            .filter(DType::isFloat)
            .distinct()
            .toList();
    if (floats.size() > 1) {
      String seen = floats.stream().map(DType::token).collect(Collectors.joining(" and "));
      throw refused(RefusalCode.INVALID_DTYPE, "got float inputs as " + seen, "one dtype for all");
    }
  }

  private Map<String, Object> bindAttributes(Map<String, Object> given) {
    Map<String, Object> bound = new HashMap<>();
    attributes.forEach(a -> a.byDefault().ifPresent(value -> bound.put(a.name(), value)));
    given.forEach(
        (name, value) -> {
          Attribute attribute =
              attributes.stream()
                  .filter(a -> a.name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          refused(
                              RefusalCode.INVALID_ATTRIBUTE,
                              "has no attribute " + name,
                              attributes.stream().map(Attribute::name).toList().toString()));
          bound.put(name, convert(attribute, value));
        });
    return bound;
  }

  private Object convert(Attribute attribute, Object value) {
    if (attribute.type() == Attribute.Type.NUMBER && value instanceof Long integer) {
      return (double) integer;
    }
    boolean fits =
        switch (attribute.type()) {
          case INTEGER -> value instanceof Long;
          case NUMBER -> value instanceof Double;
          case BOOLEAN -> value instanceof Boolean;
          case TEXT -> value instanceof String text && attribute.allowed().contains(text);
        };
    if (!fits) {
      String expected =
          attribute.type() == Attribute.Type.TEXT
              ? attribute.allowed().toString()
              : attribute.type().name().toLowerCase(Locale.ROOT);
      throw refused(
          RefusalCode.INVALID_ATTRIBUTE, "got " + attribute.name() + " " + value, expected);
    }
    return value;
  }

  private String inputNames() {
    return inputs.stream().map(Input::name).toList().toString();
  }

  private RefusedException refused(RefusalCode code, String seen, String expected) {
    return new RefusedException(code, name + " " + seen + "; expected " + expected);
  }
}
