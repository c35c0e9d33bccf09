package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalLong;

/** Integer labels with what the attributes and choices make of each of them. */
final class SparseLabels {

  /** What a label stands for: a class, a loss of 0 (ignored, or out of range by choice), NaN. */
  enum Kind {
    CLASS,
    ZERO,
    NAN
  }

  /** A label's meaning; {@code position} is the class of a CLASS. */
  record Meaning(Kind kind, int position) {}

  private static final Meaning ZERO = new Meaning(Kind.ZERO, -1);
  private static final Meaning NAN = new Meaning(Kind.NAN, -1);

  private final Tensor labels;
  private final Optional<Tensor> weights;
  private final OptionalLong ignored;
  private final double alpha;
  private final int classes;
  private final Choices choices;

  private SparseLabels(
      Tensor labels,
      Optional<Tensor> weights,
      OptionalLong ignored,
      double alpha,
      int classes,
      Choices choices) {
    this.labels = labels;
    this.weights = weights;
    this.ignored = ignored;
    this.alpha = alpha;
    this.classes = classes;
    this.choices = choices;
  }

  static SparseLabels of(Arguments arguments, int classes, Choices choices) {
    OptionalLong ignored =
        arguments.has("ignore_index")
            ? OptionalLong.of(arguments.integer("ignore_index"))
            : OptionalLong.empty();
    return new SparseLabels(
        arguments.input("labels"),
        arguments.optionalInput("class_weights"),
        ignored,
        arguments.has("label_smoothing") ? arguments.number("label_smoothing") : 0,
        classes,
        choices);
  }

  /** The header of a loss of labels over slices of {@code scores}. */
  static Header header(Arguments arguments, Tensor scores, Choices choices) {
    SparseLabels sparse = check(arguments, scores, choices);
    Shape losses = arguments.input("labels").shape();
    boolean mean = arguments.text("reduction").equals("mean");
    Reduction.checkNothingLeft(mean && sparse.denominatorEstimate() == 0, choices);
    return new Header(scores.dtype(), Reduction.shape(arguments, losses));
  }

  /** The labels, once axis, shapes and labels have been found to fit {@code scores}. */
  static SparseLabels check(Arguments arguments, Tensor scores, Choices choices) {
    int axis = Checks.axis(arguments, scores.shape(), choices);
    Checks.shape("labels", arguments.input("labels"), scores.shape().without(axis));
    Shape classes = Shape.of(scores.shape().length(axis));
    arguments
        .optionalInput("class_weights")
        .ifPresent(w -> Checks.shape("class_weights", w, classes));
    SparseLabels sparse = of(arguments, classes.size(), choices);
    sparse.check();
    return sparse;
  }

  /** Refuses labels outside [0, K) where the choices say so. */
  void check() {
    for (int s = 0; s < labels.size(); s++) {
      meaning(s);
    }
  }

  double alpha() {
    return alpha;
  }

  int classes() {
    return classes;
  }

  /** w_c, 1 where no weights are given. */
  double weight(int c) {
    return weights.isPresent() ? weights.get().number(c) : 1;
  }

  Meaning meaning(int s) {
    return meaning(labels.integer(s), ignored, classes, choices);
  }

  /** What {@code label} stands for among {@code classes} classes. */
  static Meaning meaning(long label, OptionalLong ignored, int classes, Choices choices) {
    if (ignored.isPresent() && ignored.getAsLong() == label) {
      return ZERO;
    }
    if (label >= 0 && label < classes) {
      return new Meaning(Kind.CLASS, (int) label);
    }
    Choice choice = label < 0 ? Choice.SPARSE_LABEL_NEGATIVE : Choice.SPARSE_LABEL_PAST_CLASSES;
    return switch (choices.get(choice)) {
      case "zero" -> ZERO;
      case "nan" -> NAN;
      case "wraps" -> label >= -classes ? new Meaning(Kind.CLASS, (int) label + classes) : NAN;
      default ->
          throw new RefusedException(
              RefusalCode.LABEL_OUT_OF_RANGE,
              "label " + label + " is out of range; expected 0 to " + (classes - 1));
    };
  }

  /** The weights by which the log-probabilities of slice {@code s} enter its loss. */
  double[] targets(int s) {
    double[] targets = new double[classes];
    Meaning meaning = meaning(s);
    if (meaning.kind() != Kind.CLASS) {
      return targets;
    }
    for (int c = 0; c < classes; c++) {
      double own = c == meaning.position() ? 1 - alpha : 0;
      targets[c] = weight(c) * (own + alpha / classes);
    }
    return targets;
  }

  /** What a mean divides by. */
  Real denominator(Stage stage) {
    Real sum = stage.of(0);
    for (int s = 0; s < labels.size(); s++) {
      sum = sum.plus(stage.of(share(s)));
    }
    return sum;
  }

  /** The same, to double precision. */
  double denominatorEstimate() {
    double sum = 0;
    for (int s = 0; s < labels.size(); s++) {
      sum += share(s);
    }
    return sum;
  }

  /** What the sum of the denominator's terms would be without their signs. */
  double denominatorMagnitude() {
    double sum = 0;
    for (int s = 0; s < labels.size(); s++) {
      sum += Math.abs(share(s));
    }
    return sum;
  }

  /** What slice {@code s} adds to the denominator. */
  private double share(int s) {
    boolean plain = weights.isEmpty() && !isIgnored(s);
    if (plain) {
      return 1;
    }
    Meaning meaning = meaning(s);
    double weight = meaning.kind() == Kind.CLASS ? weight(meaning.position()) : 0;
    return switch (choices.get(Choice.WEIGHTED_MEAN_DENOMINATOR)) {
      case "count" -> 1;
      case "count_of_nonzero_weights" -> weight == 0 ? 0 : 1;
      default -> weight;
    };
  }

  private boolean isIgnored(int s) {
    return ignored.isPresent() && ignored.getAsLong() == labels.integer(s);
  }
}
