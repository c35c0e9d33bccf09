package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * negative_log_likelihood(labels, log_probabilities, class_weights?): −w_y·l_y, the log-probability
 * at the label of each slice along {@code axis}, with its sign changed.
 *
 * <p>log_probabilities: any float dtype, rank at least 1, K classes along the axis; labels: int32
 * or int64, of that shape without the axis; class_weights: of the log-probabilities' dtype, shape
 * [K]. One loss per slice, then {@code reduction}. The numbers are taken as they are, whether they
 * are logarithms of probabilities or not, and those of the other classes aren't read: NaN or
 * −Infinity there changes nothing. At the label NaN gives NaN, −Infinity gives Infinity; a weight
 * of 0 times −Infinity is a choice. A label equal to {@code ignore_index} gives exactly 0, a mean
 * divides, and labels outside [0, K) are read, as in {@link SparseSoftmaxCrossEntropyWithLogits}.
 * Refused: an axis out of range, shapes that don't fit.
 *
 * <p>Error bound: without weights and reduction no rounding happens, so that only underflow is
 * allowed for. A weight costs the rounding of one product, u·|w·l| (standard: twice that). A sum or
 * mean of N adds {@link WeightedTerms#meanBound}: the additions, the division, and where there are
 * weights the additions of the denominator.
 */
public final class NegativeLogLikelihood implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "negative_log_likelihood",
          List.of(
              Input.integers("labels"),
              Input.floats("log_probabilities"),
              Input.optionalFloats("class_weights")),
          List.of(
              Attribute.integer("axis", -1),
              Attribute.optionalInteger("ignore_index"),
              Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    return SparseLabels.header(arguments, arguments.input("log_probabilities"), choices);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor logs = arguments.input("log_probabilities");
    Slices slices = Checks.slices(arguments, logs.shape());
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), choices);
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      SparseLabels.Meaning meaning = labels.meaning(s);
      losses[s] =
          switch (meaning.kind()) {
            case ZERO -> stage.of(0);
            case NAN -> stage.of(Double.NaN);
            case CLASS -> {
              Real weight = stage.of(labels.weight(meaning.position()));
              Real log = stage.of(logs.number(slices.index(s, meaning.position())));
              yield LogLikelihood.product(weight, log, choices, stage).negated();
            }
          };
    }
    return Reduction.apply(arguments, losses, labels.denominator(stage), choices, stage);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logs = arguments.input("log_probabilities");
    Slices slices = Checks.slices(arguments, logs.shape());
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), terms.choices());
    boolean weighted = arguments.optionalInput("class_weights").isPresent();
    double rounding = weighted ? terms.pick(1, 2) : 0;
    double[] products = new double[slices.count()];
    for (int s = 0; s < products.length; s++) {
      products[s] = size(labels, labels.meaning(s), logs, slices, s, terms);
    }
    String reduction = arguments.text("reduction");
    if (reduction.equals("none")) {
      return (s, exact) -> rounding * products[s];
    }
    boolean mean = reduction.equals("mean");
    double divisor = mean ? Math.abs(labels.denominatorEstimate()) : 1;
    double weights = mean && weighted ? labels.denominatorMagnitude() : 0;
    double sum = Arrays.stream(products).sum();
    double additions = WeightedTerms.meanBound(sum, divisor, weights, products.length, terms);
    return (s, exact) -> divisor == 0 ? 0 : rounding * sum / divisor + additions;
  }

  /** The {@link WeightedTerms#magnitude} of slice {@code s}. */
  private static double size(
      SparseLabels labels,
      SparseLabels.Meaning meaning,
      Tensor logs,
      Slices slices,
      int s,
      Terms terms) {
    if (meaning.kind() != SparseLabels.Kind.CLASS) {
      return 0;
    }
    double log = logs.number(slices.index(s, meaning.position()));
    return WeightedTerms.magnitude(labels.weight(meaning.position()), log, terms);
  }
}
