package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * causal_mask(): true (1) where a query may see a key, which is no later: key ≤ query, shape
 * [query_length, key_length].
 *
 * <p>No inputs. {@code query_length} and {@code key_length} are at least 0 and have no default.
 * With {@code alignment} bottom_right the last query belongs to the last key, as if the queries
 * were the last ones of a longer sequence: key ≤ query + key_length − query_length; the first rows
 * are all false where there are more queries than keys. What the alignment is where none is given
 * is a choice; it only matters where the lengths differ. The result has the attribute {@code
 * dtype}, bool unless given. Refused: lengths missing, negative or too large to hold, another
 * alignment.
 *
 * <p>Exact: no error is allowed.
 */
public final class CausalMask implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "causal_mask",
          List.of(),
          List.of(
              Attribute.optionalInteger("query_length"),
              Attribute.optionalInteger("key_length"),
              Attribute.text("alignment", "top_left", "top_left", "bottom_right"),
              Attribute.text("dtype", "bool", DTypes.tokens())));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    long queries = length(arguments, "query_length");
    long keys = length(arguments, "key_length");
    if (queries * keys > Integer.MAX_VALUE) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          "query_length is "
              + queries
              + ", key_length "
              + keys
              + "; expected a mask of at most 2147483647 elements");
    }
    return new Header(DTypes.attribute(arguments), Shape.of((int) queries, (int) keys));
  }

  private static long length(Arguments arguments, String name) {
    Checks.present(arguments, name);
    long length = arguments.integer(name);
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE, name + " is " + length + "; expected 0 to 2147483647");
    }
    return length;
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    int queries = (int) arguments.integer("query_length");
    int keys = (int) arguments.integer("key_length");
    int ahead = alignment(arguments, choices).equals("bottom_right") ? keys - queries : 0;
    Real[] result = new Real[queries * keys];
    Map<Boolean, Real> values = Map.of(true, stage.of(1), false, stage.of(0));
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i % keys <= i / keys + ahead);
    }
    return result;
  }

  private static String alignment(Arguments arguments, Choices choices) {
    boolean differ = arguments.integer("query_length") != arguments.integer("key_length");
    return differ && arguments.isDefault("alignment")
        ? choices.get(Choice.CAUSAL_DEFAULT_ALIGNMENT)
        : arguments.text("alignment");
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
