package io.crosscheck.steps;

import io.crosscheck.tensor.DType;
import io.cucumber.java.ParameterType;

/**
 * The parameter types of the vocabulary. All but dtypes stay text until their step reads them, so
 * that a literal is parsed by {@link Literals} alone and a mistake in it is explained.
 */
public final class ParameterTypes {

  @Meaning("The type of a tensor's elements.")
  @ParameterType("float16|bfloat16|float32|float64|int32|int64|bool")
  public DType dtype(String token) {
    return DType.ofToken(token).orElseThrow();
  }

  @Meaning("An input of an operation.")
  @ParameterType("[a-z][a-z_]*")
  public String name(String text) {
    return text;
  }

  @Meaning(
      "Nested lists of numbers, or one number. Numbers are decimal or hexadecimal (0x1p-3), Infinity, NaN, true or false.")
  @ParameterType("\\[.*|[-+.\\dNItf]\\S*")
  public String tensor(String text) {
    return text;
  }

  @Meaning("The lengths of the axes, first axis first; [] has none.")
  @ParameterType("\\[[^\\]]*\\]")
  public String shape(String text) {
    return text;
  }

  @Meaning(
      "A family of draws and its numbers: normal 5, uniform -1 1, equal 0, sorted 30, dominant 100 and others.")
  @ParameterType("[a-z].*")
  public String family(String text) {
    return text;
  }

  @Meaning("A whole number.")
  @ParameterType("[-+]?\\d+")
  public String integer(String text) {
    return text;
  }

  @Meaning("A decimal or hexadecimal number, Infinity or NaN.")
  @ParameterType("[-+.\\dNI]\\S*")
  public String number(String text) {
    return text;
  }

  @Meaning("The name of an operation.")
  @ParameterType("\\w+")
  public String operation(String text) {
    return text;
  }

  @Meaning("Names and values, separated by commas.")
  @ParameterType("[a-z_]+ .+")
  public String attributes(String text) {
    return text;
  }

  @Meaning("The last result, or one that a When step named.")
  @ParameterType("the result|[a-z][a-z0-9_]*")
  public String result(String text) {
    return text;
  }

  @Meaning("The name of a choice.")
  @ParameterType("[a-z_.]+")
  public String choice(String text) {
    return text;
  }

  @Meaning("A value of that choice.")
  @ParameterType("\\S+")
  public String value(String text) {
    return text;
  }

  @Meaning("A refusal code.")
  @ParameterType("[a-z_]+")
  public String code(String text) {
    return text;
  }
}
