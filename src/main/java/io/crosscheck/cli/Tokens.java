package io.crosscheck.cli;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.run.Shard;
import io.crosscheck.run.Tier;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values that are one of a closed list of names, or of a form of their own. */
final class Tokens {

  private Tokens() {}

  /** {@code --tier}. */
  static final class OfTier implements ITypeConverter<Tier> {
    @Override
    public Tier convert(String text) {
      return find(text, Arrays.stream(Tier.values()), Tier::token);
    }
  }

  /** {@code --profile}. */
  static final class OfProfile implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String text) {
      return find(text, Arrays.stream(Profile.values()), Profile::token);
    }
  }

  /** {@code --dtype}. */
  static final class OfDType implements ITypeConverter<DType> {
    @Override
    public DType convert(String text) {
      return find(text, Arrays.stream(DType.values()), DType::token);
    }
  }

  /** {@code --dialect}. */
  static final class OfDialect implements ITypeConverter<Dialect> {
    @Override
    public Dialect convert(String text) {
      return Dialects.named(find(text, Dialects.NAMES.stream(), Function.identity())).orElseThrow();
    }
  }

  /** {@code --operation}. */
  static final class OfOperation implements ITypeConverter<Operation> {
    @Override
    public Operation convert(String text) {
      return find(text, Catalogue.operations().stream(), Operation::name);
    }
  }

  /** {@code --shard}. */
  static final class OfShard implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      return Shard.of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + text + "\" is no shard; expected I/N with I from 1 to N, as 1/4"));
    }
  }

  /** {@code --shape}: lengths between commas, with or without brackets. */
  static final class OfShape implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
      String bare =
          text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
      try {
        return Shape.of(
            Arrays.stream(bare.split(",", -1))
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray());
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "\"" + text + "\" is no shape; expected lengths such as 2,1000");
      }
    }
  }

  private static <T> T find(String text, Stream<T> all, Function<T, String> token) {
    var known = all.toList();
    return known.stream()
        .filter(t -> token.apply(t).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(explanation(text, known.stream().map(token).toList())));
  }

  private static String explanation(String text, List<String> known) {
    String meant =
        Suggestion.of(text, known).map(word -> "; did you mean " + word + "?").orElse("");
    return "\"" + text + "\" is none of " + String.join(", ", known) + meant;
  }
}
