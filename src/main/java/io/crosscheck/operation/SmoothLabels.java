package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * smooth_labels(labels): t(1 − α) + α/K, elementwise, K the length of {@code axis}: a share α of
 * each label is spread evenly over all K classes.
 *
 * <p>labels: any float dtype, rank at least 1; the result has their dtype and shape. {@code alpha}
 * is in [0, 1] and has no default; at 0 the labels come back as they are, infinities and NaN
 * included, at 1 every finite label becomes 1/K and an infinite one NaN. Whether K is the length of
 * the axis or, wrongly but widely, of the last one is a choice. Refused: an axis out of range, no
 * alpha, one out of range.
 *
 * <p>Error bound, u·(4|t| + 4α/K + |y|): α in the dtype, 1 − α, their product with t, α/K and the
 * addition are rounded, and t − αt + α/K is as good. Strict: 2, 2.
 */
public final class SmoothLabels implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "smooth_labels",
          List.of(Input.floats("labels")),
          List.of(Attribute.optionalNumber("alpha"), Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor labels = arguments.input("labels");
    Checks.present(arguments, "alpha");
    Checks.within(arguments, "alpha", 0, 1);
    Checks.axis(arguments, labels.shape(), choices);
    return new Header(labels.dtype(), labels.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor labels = arguments.input("labels");
    double alpha = arguments.number("alpha");
    int classes = classes(arguments, choices);
    Real[] result = new Real[labels.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = LabelSmoothing.smooth(labels.number(i), alpha, classes, stage);
    }
    return result;
  }

  private static int classes(Arguments arguments, Choices choices) {
    Tensor labels = arguments.input("labels");
    int axis = arguments.axis(labels.shape());
    return LabelSmoothing.classes(arguments.number("alpha"), labels.shape(), axis, choices);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor labels = arguments.input("labels");
    double alpha = arguments.number("alpha");
    double added = alpha == 0 ? 0 : alpha / classes(arguments, terms.choices());
    double factor = terms.pick(2, 4);
    return (i, exact) -> {
      double label = alpha == 0 ? 0 : Math.abs(labels.number(i));
      double rest = alpha == 0 ? 0 : Math.abs(exact);
      return terms.u() * (factor * (label + added) + rest);
    };
  }
}
