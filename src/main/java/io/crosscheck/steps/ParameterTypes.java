package io.crosscheck.steps;

import io.crosscheck.tensor.DType;
import io.cucumber.java.ParameterType;

/**
 * The parameter types of the vocabulary. All but dtypes stay text until their step reads them, so
 * that a literal is parsed by {@link Literals} alone and a mistake in it is explained.
 */
public final class ParameterTypes {

  @ParameterType("float16|bfloat16|float32|float64|int32|int64|bool")
  public DType dtype(String token) {
    return DType.ofToken(token).orElseThrow();
  }

  /** An input of an operation. */
  @ParameterType("[a-z][a-z_]*")
  public String name(String text) {
    return text;
  }

  /** A nested list or a bare number. */
  @ParameterType("\\[.*|[-+.\\dNItf]\\S*")
  public String tensor(String text) {
    return text;
  }

  @ParameterType("\\[[^\\]]*\\]")
  public String shape(String text) {
    return text;
  }

  /** A family of draws and its numbers. */
  @ParameterType("[a-z].*")
  public String family(String text) {
    return text;
  }

  @ParameterType("[-+]?\\d+")
  public String integer(String text) {
    return text;
  }

  @ParameterType("[-+.\\dNI]\\S*")
  public String number(String text) {
    return text;
  }

  @ParameterType("\\w+")
  public String operation(String text) {
    return text;
  }

  /** Names and values: "axis 1, keep_dims true". */
  @ParameterType("[a-z_]+ .+")
  public String attributes(String text) {
    return text;
  }

  /** A result: the last one, or one that a When step named. */
  @ParameterType("the result|[a-z][a-z0-9_]*")
  public String result(String text) {
    return text;
  }

  @ParameterType("[a-z_.]+")
  public String choice(String text) {
    return text;
  }

  /** A value of a choice. */
  @ParameterType("\\S+")
  public String value(String text) {
    return text;
  }

  /** A refusal code. */
  @ParameterType("[a-z_]+")
  public String code(String text) {
    return text;
  }
}
