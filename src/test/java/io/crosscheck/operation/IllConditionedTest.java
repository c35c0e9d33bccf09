package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.exact.Oracle;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The spots where a formula as it is written loses its digits. Those with a treatment of their own
 * keep them from the first stage on; the others are enclosed all the same and decided by going up.
 * Values are mpmath 1.3's, at 40 digits or more.
 */
class IllConditionedTest {

  private static final List<Stage> STAGES =
      List.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  private static final BigDecimal DIGITS_OF_STAGE_D = new BigDecimal("1e-13");

  private static Evaluation of(String operation) {
    return Evaluation.of(operation, DType.FLOAT64);
  }

  private static Real exact(Evaluation asked, int element, Stage stage) {
    return asked.exact(stage)[element];
  }

  /** Every stage holds the value, and all its digits that it can. */
  private static void keepsItsDigits(Evaluation asked, int element, String value) {
    BigDecimal truth = new BigDecimal(value);
    for (Stage stage : STAGES) {
      Enclosure enclosure = exact(asked, element, stage).enclosure();
      assertThat("held in " + stage, Oracle.QUICK.isWithin(truth, enclosure), is(true));
      assertThat("width in " + stage, relativeWidth(enclosure), lessThan(DIGITS_OF_STAGE_D));
    }
  }

  /** Every stage holds the value, doubles hardly a digit of it, and going up decides it. */
  private static void isDecidedByGoingUp(Evaluation asked, int element, String value) {
    BigDecimal truth = new BigDecimal(value);
    for (Stage stage : STAGES) {
      Enclosure enclosure = exact(asked, element, stage).enclosure();
      assertThat("held in " + stage, Oracle.QUICK.isWithin(truth, enclosure), is(true));
    }
    Enclosure first = exact(asked, element, Stage.ofDouble()).enclosure();
    assertThat(relativeWidth(first), greaterThan(DIGITS_OF_STAGE_D));
    Enclosure last = exact(asked, element, Stage.ofBits(192)).enclosure();
    assertThat(relativeWidth(last), lessThan(DIGITS_OF_STAGE_D));
    assertThat(asked.values()[element], is(truth.doubleValue()));
  }

  private static BigDecimal relativeWidth(Enclosure enclosure) {
    BigDecimal smaller = enclosure.lower().abs().min(enclosure.upper().abs());
    BigDecimal width = enclosure.upper().subtract(enclosure.lower());
    boolean around =
        smaller.signum() == 0 || enclosure.lower().signum() != enclosure.upper().signum();
    return around ? BigDecimal.ONE : width.divide(smaller, new MathContext(9));
  }

  @Test
  void log_softmax_of_the_dominant_class_comes_from_the_sum_of_the_others() {
    Evaluation row = of("log_softmax").input("logits", "[40, 0]");
    keepsItsDigits(row, 0, "-4.248354255291588986304977843631582181878e-18");
  }

  @Test
  void log_softmax_of_another_class_is_its_distance_and_the_same_logarithm() {
    Evaluation row = of("log_softmax").input("logits", "[40, 0]");
    keepsItsDigits(row, 1, "-40.00000000000000000424835425529158898631");
  }

  @Test
  void a_probability_less_one_is_minus_the_sum_of_the_others() {
    Evaluation certain =
        of("softmax_cross_entropy_gradient").input("labels", "[1, 0]").input("logits", "[40, 0]");
    keepsItsDigits(certain, 0, "-4.248354255291588977280720904404506371435e-18");
    Evaluation binary =
        of("sigmoid_cross_entropy_gradient").input("labels", "[1]").input("logits", "[40]");
    keepsItsDigits(binary, 0, "-4.248354255291588977280720904404506371435e-18");
  }

  @Test
  void a_gradient_of_the_dominant_class_is_a_sum_over_the_others() {
    Evaluation row =
        of("softmax_gradient").input("output_gradient", "[3, 1]").input("logits", "[40, 0]");
    keepsItsDigits(row, 0, "8.49670851058317791846441405190070960333288124e-18");
  }

  @Test
  void the_complement_of_the_dominant_class_comes_from_the_sum_of_the_others() {
    Evaluation focal =
        of("focal_cross_entropy")
            .input("target", "[1, 0]")
            .input("logits", "[40, 0]")
            .with("alpha", 1.0);
    keepsItsDigits(focal, 0, "7.66764807372199955099699507008779672224071295454140081612867e-53");
  }

  @Test
  void a_loss_below_all_doubles_is_told_from_zero() {
    Evaluation row =
        of("softmax_cross_entropy_with_logits")
            .input("labels", "[1, 0]")
            .input("logits", "[800, 0]");
    isDecidedByGoingUp(row, 0, "3.66787458417768721345549565426079821547e-348");
  }

  @Test
  void a_probability_below_all_doubles_is_told_from_zero() {
    Evaluation row = of("softmax").input("logits", "[0, -1000]");
    isDecidedByGoingUp(row, 1, "5.075958897549456765291809479574336919306e-435");
  }

  @Test
  void log_sum_exp_near_zero_goes_up() {
    Evaluation row = of("log_sum_exp").input("logits", "[-0.5, -0.9327521295671886]");
    isDecidedByGoingUp(
        row, 0, "0.00000000000000000496419092981849840849934397499036529109212338317528941374948");
  }

  @Test
  void the_logarithm_of_one_less_a_probability_is_of_the_exact_one() {
    Evaluation zero =
        of("binary_cross_entropy")
            .input("target", "[0]")
            .input("output", "[0x1p-40]")
            .under(Choice.PROBABILITIES_GUARD, "none");
    keepsItsDigits(zero, 0, "9.094947017733418282213158271095638799384e-13");
  }

  @Test
  void the_logarithm_of_a_probability_next_to_one_keeps_its_digits() {
    Evaluation one =
        of("binary_cross_entropy")
            .input("target", "[1]")
            .input("output", "[0x1.fffffffffffffp-1]")
            .under(Choice.PROBABILITIES_GUARD, "none");
    keepsItsDigits(one, 0, "1.11022302462515660205338988848237217181e-16");
  }

  @Test
  void a_divergence_of_neighbours_goes_up() {
    Evaluation pair =
        of("kl_divergence")
            .input("target", "[0.5, 0.5]")
            .input("output", "[0x1.00000008p-1, 0x1.fffffffp-2]");
    isDecidedByGoingUp(
        pair, 0, "0.00000000000000000173472347597680709742119001949696276564154030115404178181812");
  }

  @Test
  void a_slope_of_a_divergence_near_zero_goes_up() {
    Evaluation near =
        of("kl_divergence_target_gradient")
            .input("target", "[0x1.78b56362cef38p-3]")
            .input("output", "[0.5]");
    isDecidedByGoingUp(
        near,
        0,
        "0.00000000000000003378485525913422527293485967829213377516877635129565354697531188913286");
  }
}
