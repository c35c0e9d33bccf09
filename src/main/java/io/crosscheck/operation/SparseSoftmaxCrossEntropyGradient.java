package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sparse_softmax_cross_entropy_gradient(labels, logits, class_weights?): w_y·(s_k − [k = y]) over
 * each slice along {@code axis}, s the softmax of the logits: the derivative of each slice's
 * cross-entropy for its logits.
 *
 * <p>logits: any float dtype, rank at least 1, K classes along the axis, whose shape the result
 * has; labels: int32 or int64, of the logits' shape without the axis; class_weights: of the logits'
 * dtype, shape [K]. A slice whose label equals {@code ignore_index} is exactly 0 throughout. Labels
 * outside [0, K) are choices: refused, 0 or NaN throughout the slice. Special logits as in {@link
 * Softmax}. Refused: an axis out of range, shapes that don't fit.
 *
 * <p>Error bound: {@link ScaledSoftmax} with w_y at the label and 0 elsewhere as labels.
 */
public final class SparseSoftmaxCrossEntropyGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sparse_softmax_cross_entropy_gradient",
          List.of(
              Input.integers("labels"),
              Input.floats("logits"),
              Input.optionalFloats("class_weights")),
          List.of(Attribute.integer("axis", -1), Attribute.optionalInteger("ignore_index")));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    SparseLabels.check(arguments, logits, choices);
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
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), choices);
    return new SliceElements(
        slices,
        stage,
        s -> {
          SparseLabels.Meaning meaning = labels.meaning(s);
          return switch (meaning.kind()) {
            case ZERO -> k -> stage.of(0);
            case NAN -> k -> stage.of(Double.NaN);
            case CLASS -> {
              ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
              int own = meaning.position();
              Real weight = stage.of(labels.weight(own));
              yield k -> {
                Real label = k == own ? weight : stage.of(0);
                return ScaledSoftmax.minus(slice, k, weight, label, choices, stage);
              };
            }
          };
        });
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), terms.choices());
    double[] bounds = new double[logits.size()];
    boolean[] exact = new boolean[slices.count()];
    for (int s = 0; s < slices.count(); s++) {
      SparseLabels.Meaning meaning = labels.meaning(s);
      exact[s] = meaning.kind() != SparseLabels.Kind.CLASS;
      if (!exact[s]) {
        double[] t = new double[slices.length()];
        t[meaning.position()] = labels.weight(meaning.position());
        double[] logs = Estimates.logSoftmax(logits, slices, s);
        slices.scatter(ScaledSoftmax.bounds(t, logs, terms), s, bounds);
      }
    }
    return new ErrorBound() {
      @Override
      public double at(int i, double value) {
        return bounds[i];
      }

      @Override
      public boolean isExact(int i) {
        return exact[slices.sliceOf(i)];
      }
    };
  }
}
