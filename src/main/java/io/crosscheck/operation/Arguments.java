package io.crosscheck.operation;

import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an operation is applied to: tensors by input name and attribute values by name (Long,
 * Double, Boolean or String).
 *
 * @param defaults the attributes that were not given but filled in with their default values
 */
public record Arguments(
    Map<String, Tensor> inputs, Map<String, Object> attributes, Set<String> defaults) {

  /** Copies all, in the order of their names. */
  public Arguments {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    defaults = Collections.unmodifiableSet(new TreeSet<>(defaults));
  }

  /** These inputs and attributes, all of them given. */
  public Arguments(Map<String, Tensor> inputs, Map<String, Object> attributes) {
    this(inputs, attributes, Set.of());
  }

  /** The tensor given for an input that is known to be there. */
  public Tensor input(String name) {
    return optionalInput(name).orElseThrow(() -> new IllegalStateException("no input " + name));
  }

  public Optional<Tensor> optionalInput(String name) {
    return Optional.ofNullable(inputs.get(name));
  }

  public Optional<Object> optionalAttribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  public boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  /** Whether the attribute has its default value because none was given. */
  public boolean isDefault(String attribute) {
    return defaults.contains(attribute);
  }

  public long integer(String attribute) {
    return (Long) attribute(attribute);
  }

  public double number(String attribute) {
    return (Double) attribute(attribute);
  }

  public boolean flag(String attribute) {
    return (Boolean) attribute(attribute);
  }

  public String text(String attribute) {
    return (String) attribute(attribute);
  }

  /** The attribute {@code axis} counted from the front, for a tensor of that shape. */
  public int axis(Shape shape) {
    long axis = integer("axis");
    return (int) (axis < 0 ? axis + shape.rank() : axis);
  }

  private Object attribute(String name) {
    return optionalAttribute(name)
        .orElseThrow(() -> new IllegalStateException("no attribute " + name));
  }
}
