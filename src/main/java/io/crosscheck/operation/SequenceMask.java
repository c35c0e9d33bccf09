package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sequence_mask(lengths): true (1) where the position is below the length, shape lengths.shape +
 * [maxlen].
 *
 * <p>lengths: int32 or int64, any shape; a negative length keeps nothing. {@code maxlen} is the
 * largest length, at least 0, unless given. The result has the attribute {@code dtype}, bool unless
 * given. A length past maxlen is a choice. Refused: a negative maxlen.
 *
 * <p>Exact: no error is allowed.
 */
public final class SequenceMask implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sequence_mask",
          List.of(Input.integers("lengths")),
          List.of(
              Attribute.optionalInteger("maxlen"),
              Attribute.text("dtype", "bool", DTypes.tokens())));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Shape lengths = arguments.input("lengths").shape();
    long maxlen = maxlen(arguments, choices);
    if (maxlen > Integer.MAX_VALUE || maxlen * Math.max(lengths.size(), 1) > Integer.MAX_VALUE) {
      throw new RefusedException(
          RefusalCode.INVALID_LENGTH,
          "maxlen is " + maxlen + "; expected a mask of at most 2147483647 elements");
    }
    return new Header(DTypes.attribute(arguments), lengths.inserting(lengths.rank(), (int) maxlen));
  }

  private static long maxlen(Arguments arguments, Choices choices) {
    Tensor lengths = arguments.input("lengths");
    long longest = 0;
    for (int i = 0; i < lengths.size(); i++) {
      longest = Math.max(longest, lengths.integer(i));
    }
    if (!arguments.has("maxlen")) {
      return longest;
    }
    long maxlen = arguments.integer("maxlen");
    if (maxlen < 0) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE, "maxlen is " + maxlen + "; expected 0 or more");
    }
    boolean raised =
        longest > maxlen && choices.is(Choice.SEQUENCE_MASK_LENGTH_PAST_MAXLEN, "maxlen_raised");
    return raised ? longest : maxlen;
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor lengths = arguments.input("lengths");
    int maxlen = (int) maxlen(arguments, choices);
    Real[] result = new Real[lengths.size() * maxlen];
    for (int i = 0; i < result.length; i++) {
      result[i] = stage.of(i % maxlen < lengths.integer(i / maxlen) ? 1 : 0);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
