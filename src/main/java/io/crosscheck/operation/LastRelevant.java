package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * last_relevant(values, lengths): values[b, lengths[b] − 1], the output at the last step that
 * belongs to each sequence.
 *
 * <p>values: any float dtype, shape [B, T, …]; lengths: int32 or int64, shape [B]. The result has
 * the values' dtype and shape [B, …]. A length of 0 is a choice. Refused: a negative length, one
 * past T, and shapes that don't fit.
 *
 * <p>Exact: no error is allowed.
 */
public final class LastRelevant implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "last_relevant", List.of(Input.floats("values"), Input.integers("lengths")), List.of());

  private static final int ZEROS = -1;

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor values = arguments.input("values");
    Tensor lengths = arguments.input("lengths");
    Checks.rankAtLeast("values", values, 2);
    Checks.shape("lengths", lengths, Shape.of(values.shape().length(0)));
    for (int b = 0; b < lengths.size(); b++) {
      step(lengths.integer(b), values.shape().length(1), choices);
    }
    return new Header(values.dtype(), values.shape().without(1));
  }

  /** The step to read, or {@link #ZEROS}. */
  private static int step(long length, int steps, Choices choices) {
    boolean refused = length < 0 || length > steps;
    String zero = !refused && length == 0 ? choices.get(Choice.LAST_RELEVANT_ZERO_LENGTH) : "";
    // Without a single step there is nothing to wrap or clamp to.
    boolean nothing = steps == 0 && !zero.equals("zeros");
    if (refused || zero.equals("refused") || nothing) {
      throw new RefusedException(
          RefusalCode.INVALID_LENGTH,
          "length " + length + " is out of range; expected 1 to " + steps);
    }
    return switch (zero) {
      case "zeros" -> ZEROS;
      case "wraps" -> steps - 1;
      case "clamps" -> 0;
      default -> (int) length - 1;
    };
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor values = arguments.input("values");
    Tensor lengths = arguments.input("lengths");
    int steps = values.shape().length(1);
    int features = values.shape().without(0).without(0).size();
    Real[] result = new Real[lengths.size() * features];
    for (int i = 0; i < result.length; i++) {
      int b = i / features;
      int step = step(lengths.integer(b), steps, choices);
      int from = (b * steps + step) * features + i % features;
      result[i] = stage.of(step == ZEROS ? 0 : values.number(from));
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
