package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * masked_softmax(logits, mask): softmax over the positions of each slice that the mask keeps
 * (true), exactly 0 elsewhere.
 *
 * <p>logits: any float dtype, rank at least 1; mask: bool, broadcast to the logits. The result has
 * the logits' dtype and shape. A slice with nothing kept is a choice, and whether NaN or Infinity
 * at a masked position leaks; kept special logits are as in {@link Softmax}. Refused: an axis out
 * of range, a mask that doesn't broadcast.
 *
 * <p>Error bound: that of softmax over the kept positions; none at masked ones.
 */
public final class MaskedSoftmax implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "masked_softmax",
          List.of(Input.floats("logits"), new Input("mask", Input.Kind.BOOL, true)),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.axis(arguments, logits.shape(), choices);
    Checks.broadcast("mask", arguments.input("mask"), logits.shape());
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return elements(arguments, choices, stage).all();
  }

  @Override
  public SliceElements elements(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    boolean[] mask = mask(arguments);
    return new SliceElements(slices, stage, s -> slice(logits, mask, slices, s, choices, stage));
  }

  private static ResultSlice slice(
      Tensor logits, boolean[] mask, Slices slices, int s, Choices choices, Stage stage) {
    boolean[] kept = new boolean[slices.length()];
    boolean any = false;
    for (int k = 0; k < kept.length; k++) {
      kept[k] = mask[slices.index(s, k)];
      any |= kept[k];
    }
    if (leaks(logits, mask, slices, s, choices)) {
      return k -> stage.of(Double.NaN);
    }
    if (!any) {
      return k -> nothingKept(kept.length, choices, stage);
    }
    return masked(
        ExactSlice.of(logits, slices, s, stage, kept).probabilities(choices), kept, stage);
  }

  /** 0 where nothing is kept, also where special logits make the kept rest NaN. */
  private static ResultSlice masked(ResultSlice softmax, boolean[] kept, Stage stage) {
    return new ResultSlice() {
      @Override
      public Real at(int k) {
        return kept[k] ? softmax.at(k) : stage.of(0);
      }

      @Override
      public boolean fill(Balls balls, int start, int stride) {
        return softmax.fill(balls, start, stride);
      }
    };
  }

  /** Whether NaN or Infinity at a masked position makes the whole slice NaN, which is a choice. */
  static boolean leaks(Tensor logits, boolean[] mask, Slices slices, int s, Choices choices) {
    boolean hides = false;
    for (int k = 0; k < slices.length(); k++) {
      int i = slices.index(s, k);
      double x = logits.number(i);
      hides |= !mask[i] && (Double.isNaN(x) || x == Double.POSITIVE_INFINITY);
    }
    return hides && choices.is(Choice.MASKED_NOT_A_NUMBER, "leaks");
  }

  private static Real nothingKept(int n, Choices choices, Stage stage) {
    return switch (choices.get(Choice.MASKED_SOFTMAX_NOTHING_KEPT)) {
      case "zeros" -> stage.of(0);
      case "uniform" -> stage.of(1).dividedBy(stage.of(n));
      default -> stage.of(Double.NaN);
    };
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    boolean[] mask = mask(arguments);
    Slices slices = Checks.slices(arguments, logits.shape());
    double[] largest =
        Maxima.of(slices, i -> mask[i] ? logits.number(i) : Double.NEGATIVE_INFINITY);
    Shifts shifts = new Shifts(logits, slices, largest);
    double fixed = Softmax.fixedTerms(slices.length(), terms);
    return new ErrorBound() {
      @Override
      public double at(int i, double p) {
        return terms.u() * (p * fixed + terms.pick(1, 2) * (p * shifts.at(i)));
      }

      @Override
      public boolean isExact(int i) {
        // Where nothing is kept the maximum is that of an empty slice, and 1/n isn't exact.
        boolean kept = largest[slices.sliceOf(i)] > Double.NEGATIVE_INFINITY;
        return !mask[i] && kept;
      }
    };
  }

  /** The mask, laid out over the logits. */
  static boolean[] mask(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    Tensor mask = arguments.input("mask");
    Broadcast broadcast = Checks.broadcast("mask", mask, logits.shape());
    boolean[] wide = new boolean[logits.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = mask.isTrue(broadcast.source(i));
    }
    return wide;
  }
}
