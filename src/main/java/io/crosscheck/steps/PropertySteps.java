package io.crosscheck.steps;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Slopes;
import io.cucumber.java.en.Then;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Steps that state a property of results and need no expected value. */
public final class PropertySteps {

  @Meaning("Adds up each slice; the error bounds of its elements, added up, are allowed.")
  @Then("every slice of {result} along axis {integer} sums to {number}")
  public void slicesSumTo(String result, String axis, String number) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Stated.of(state, () -> checkSums(state, computation, axis, number), computation);
  }

  private static void checkSums(
      ScenarioState state, Computation computation, String axis, String number) {
    Tensor output = Pins.output(state, computation);
    double[] allowed = state.allowedErrors(computation);
    double expected = Literals.number(number);
    Slices slices = slices(output, axis);
    for (int s = 0; s < slices.count(); s++) {
      Sum sum = new Sum();
      Sum slack = new Sum();
      for (int k = 0; k < slices.length(); k++) {
        sum.add(output.number(slices.index(s, k)));
        slack.add(allowed[slices.index(s, k)]);
      }
      double error = Math.abs(sum.value() - expected);
      // Written so that a NaN fails.
      if (!(error <= slack.value())) {
        throw state.failure(
            "slice "
                + s
                + " sums to "
                + sum.value()
                + "; expected "
                + number
                + " within "
                + slack.value()
                + ", the error bounds of its elements added up");
      }
    }
  }

  @Meaning("Both ends are allowed; NaN is not.")
  @Then("every element of {result} lies between {number} and {number}")
  public void elementsLieBetween(String result, String low, String high) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Stated.of(state, () -> checkBetween(state, computation, low, high), computation);
  }

  private static void checkBetween(
      ScenarioState state, Computation computation, String low, String high) {
    Tensor output = Pins.output(state, computation);
    double least = Literals.number(low);
    double most = Literals.number(high);
    for (int i = 0; i < output.size(); i++) {
      if (!(output.number(i) >= least && output.number(i) <= most)) {
        throw state.failure(
            "element "
                + i
                + " is "
                + NumberLiteral.format(output, i)
                + "; expected "
                + low
                + " to "
                + high);
      }
    }
  }

  @Meaning("Within a slice a smaller input has no larger result; equals may differ by rounding.")
  @Then("{result} keeps the order of {name} along axis {integer}")
  public void keepsOrder(String result, String name, String axis) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Stated.of(state, () -> checkOrder(state, computation, name, axis), computation);
  }

  private static void checkOrder(
      ScenarioState state, Computation computation, String name, String axis) {
    Tensor output = Pins.output(state, computation);
    Tensor input =
        computation
            .request()
            .arguments()
            .optionalInput(name)
            .orElseThrow(() -> new SpecificationFault("the request has no input " + name));
    if (!input.shape().equals(output.shape())) {
      throw new SpecificationFault(name + " and the result have different shapes");
    }
    Slices slices = slices(output, axis);
    for (int s = 0; s < slices.count(); s++) {
      checkOrder(state, input, output, slices, s);
    }
  }

  @Meaning(
      "A gradient agrees with central differences of the certified results of its operation, summed and weighted by output_gradient if there is one; its error bound is allowed, and 2^-40.")
  @Then("{result} is the slope of {operation} for {name}")
  public void isSlope(String result, String operation, String name) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Stated.of(state, () -> checkSlope(state, computation, operation, name), computation);
  }

  private static void checkSlope(
      ScenarioState state, Computation computation, String name, String input) {
    Operation operation =
        Catalogue.find(name)
            .orElseThrow(() -> new SpecificationFault("there is no operation " + name));
    if (computation.request().arguments().optionalInput(input).isEmpty()) {
      throw new SpecificationFault("the request has no input " + input);
    }
    Tensor output = Pins.output(state, computation);
    double[] allowed = state.allowedErrors(computation);
    double[] slopes = new Slopes(computation.request(), operation, input).values();
    for (int i = 0; i < slopes.length; i++) {
      double slack = allowed[i] + Slopes.ERROR;
      // Written so that a NaN fails.
      if (!(Math.abs(output.number(i) - slopes[i]) <= slack)) {
        throw state.failure(
            "element %d is %s; the slope of %s there is %s, of which it may be %s off"
                .formatted(i, NumberLiteral.format(output, i), name, slopes[i], slack));
      }
    }
  }

  @Meaning("Two results differ by no more than both error bounds added up.")
  @Then("{result} and {result} agree")
  public void agree(String first, String second) {
    ScenarioState state = ScenarioState.current();
    Computation b = state.result(second);
    Computation a = state.result(first);
    Stated.of(state, () -> checkAgreement(state, first, second), a, b);
  }

  private static void checkAgreement(ScenarioState state, String first, String second) {
    Pair pair = Pair.of(state, first, second);
    pair.checkShapes();
    double[] slackX = state.allowedErrors(pair.a());
    double[] slackY = state.allowedErrors(pair.b());
    for (int i = 0; i < slackX.length; i++) {
      double x = pair.x().number(i);
      double y = pair.y().number(i);
      double slack = slackX[i] + slackY[i];
      if (Double.compare(x, y) != 0 && !(Math.abs(x - y) <= slack)) {
        throw pair.failure(
            i, "expected a difference of at most " + slack + ", both error bounds added up");
      }
    }
  }

  @Meaning("Two results have the same shape and the same bits.")
  @Then("{result} and {result} are identical")
  public void identical(String first, String second) {
    Pair pair = Pair.of(ScenarioState.current(), first, second);
    pair.checkShapes();
    for (int i = 0; i < pair.x().size(); i++) {
      if (!pair.isSame(i)) {
        throw pair.failure(i, "expected the same bits");
      }
    }
  }

  private static void checkOrder(
      ScenarioState state, Tensor input, Tensor output, Slices slices, int slice) {
    int previous = -1;
    // Flat indices of the largest results: for smaller inputs, and for those up to the present one.
    int below = -1;
    int upTo = -1;
    for (int i : byInput(input, slices, slice)) {
      if (previous >= 0 && input.number(i) > input.number(previous)) {
        below = upTo;
      }
      if (below >= 0 && !(output.number(i) >= output.number(below))) {
        throw state.failure(outOfOrder(input, output, below, i));
      }
      if (upTo < 0 || output.number(i) > output.number(upTo)) {
        upTo = i;
      }
      previous = i;
    }
  }

  /** The flat indices of a slice in ascending order of their inputs. */
  private static int[] byInput(Tensor input, Slices slices, int slice) {
    int[] indices = IntStream.range(0, slices.length()).map(k -> slices.index(slice, k)).toArray();
    if (Arrays.stream(indices).anyMatch(i -> Double.isNaN(input.number(i)))) {
      throw new SpecificationFault("an input that is NaN has no order");
    }
    return Arrays.stream(indices)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> input.number(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static String outOfOrder(Tensor input, Tensor output, int smaller, int larger) {
    return "element "
        + smaller
        + " is "
        + NumberLiteral.format(output, smaller)
        + " for "
        + NumberLiteral.format(input, smaller)
        + ", element "
        + larger
        + " is "
        + NumberLiteral.format(output, larger)
        + " for "
        + NumberLiteral.format(input, larger)
        + "; expected no larger result for a smaller input";
  }

  private static Slices slices(Tensor output, String axis) {
    int rank = output.shape().rank();
    long given = Literals.integer(axis);
    if (given < -rank || given >= rank) {
      throw new SpecificationFault("axis " + axis + " is out of range for rank " + rank);
    }
    return Slices.of(output.shape(), (int) (given < 0 ? given + rank : given));
  }

  /** A sum whose own rounding is far below any bound here. */
  private static final class Sum {
    private double high;
    private double low;

    void add(double x) {
      double sum = high + x;
      double part = sum - high;
      low += (high - (sum - part)) + (x - part);
      high = sum;
    }

    double value() {
      return high + low;
    }
  }
}
