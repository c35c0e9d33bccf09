package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * masked_softmax_gradient(output_gradient, logits, mask): (g_k − Σ g·s)·s_k over the positions of
 * each slice along {@code axis} that the mask keeps (true), s their softmax; exactly 0 elsewhere.
 *
 * <p>output_gradient and logits: one float dtype, one shape, rank at least 1, which the result has
 * too; mask: bool, broadcast to the logits. What the output gradient has at masked positions isn't
 * read; NaN or Infinity of a masked logit leaks by choice, and a slice with nothing kept is one, as
 * in {@link MaskedSoftmax}: NaN, zeros, or the gradient of a uniform softmax. Refused: an axis out
 * of range, shapes that don't fit.
 *
 * <p>Error bound: {@link SoftmaxJacobian} over the kept positions; none at masked ones.
 */
public final class MaskedSoftmaxGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "masked_softmax_gradient",
          List.of(
              Input.floats("output_gradient"),
              Input.floats("logits"),
              new Input("mask", Input.Kind.BOOL, true)),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.axis(arguments, logits.shape(), choices);
    Checks.sameShape("output_gradient", arguments.input("output_gradient"), "logits", logits);
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
    boolean[] mask = MaskedSoftmax.mask(arguments);
    return new SliceElements(slices, stage, s -> slice(arguments, mask, slices, s, choices, stage));
  }

  private static ResultSlice slice(
      Arguments arguments, boolean[] mask, Slices slices, int s, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    boolean[] kept = new boolean[slices.length()];
    double[] gradient = new double[slices.length()];
    boolean any = false;
    for (int k = 0; k < kept.length; k++) {
      int i = slices.index(s, k);
      kept[k] = mask[i];
      any |= mask[i];
      gradient[k] = mask[i] ? arguments.input("output_gradient").number(i) : 0;
    }
    if (MaskedSoftmax.leaks(logits, mask, slices, s, choices)) {
      return k -> stage.of(Double.NaN);
    }
    if (!any) {
      return nothingKept(arguments, slices, s, choices, stage);
    }
    ExactSlice slice = ExactSlice.of(logits, slices, s, stage, kept);
    ResultSlice result = SoftmaxJacobian.of(slice, gradient, choices, stage);
    return k -> kept[k] ? result.at(k) : stage.of(0);
  }

  private static ResultSlice nothingKept(
      Arguments arguments, Slices slices, int s, Choices choices, Stage stage) {
    return switch (choices.get(Choice.MASKED_SOFTMAX_NOTHING_KEPT)) {
      case "zeros" -> k -> stage.of(0);
      case "uniform" -> {
        Tensor equal =
            Tensor.ofNumbers(DType.FLOAT64, Shape.of(slices.length()), new double[slices.length()]);
        ExactSlice slice = ExactSlice.of(equal, new Slices(1, slices.length(), 1), 0, stage);
        double[] gradient =
            arguments
                .input("output_gradient")
                .toDoubles(slices.start(s), slices.stride(), slices.length());
        yield SoftmaxJacobian.of(slice, gradient, choices, stage);
      }
      default -> k -> stage.of(Double.NaN);
    };
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    boolean[] kept = MaskedSoftmax.mask(arguments);
    boolean[] any = new boolean[slices.count()];
    for (int i = 0; i < kept.length; i++) {
      any[slices.sliceOf(i)] |= kept[i];
    }
    double[] bounds =
        SoftmaxJacobian.bounds(arguments.input("output_gradient"), logits, kept, slices, terms);
    return new ErrorBound() {
      @Override
      public double at(int i, double value) {
        return bounds[i];
      }

      @Override
      public boolean isExact(int i) {
        return !kept[i] && any[slices.sliceOf(i)];
      }
    };
  }
}
