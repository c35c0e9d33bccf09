package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.ErrorBound;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.Terms;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The standard bound of softmax: honest float32 programs stay inside, wrong ones leave it. */
class SoftmaxBoundTest {

  private static final WorstOfDraws SOFTMAX = WorstOfDraws.of("softmax");

  @ParameterizedTest
  @EnumSource
  void honest_softmaxes_stay_within_97_hundredths(HonestSoftmaxes program) {
    for (int n : new int[] {2, 10, 100, 1000}) {
      assertThat("n = " + n, SOFTMAX.elementwise(program, n), lessThanOrEqualTo(0.97));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIRWISE", "BLOCKS"})
  void blocked_sums_stay_within_97_hundredths_of_many_classes(HonestSoftmaxes program) {
    assertThat(SOFTMAX.elementwise(program, 32768), lessThanOrEqualTo(0.97));
  }

  @ParameterizedTest
  @EnumSource(names = "SEQUENTIAL_SUM", mode = EnumSource.Mode.EXCLUDE)
  void wrong_softmaxes_leave_twice_the_bound(WrongSoftmaxes program) {
    for (int n : new int[] {10, 100, 1000}) {
      assertThat("n = " + n, SOFTMAX.elementwise(program, n), greaterThanOrEqualTo(2.0));
    }
  }

  @Test
  void one_chain_of_additions_leaves_twice_the_bound_only_where_it_is_long() {
    WrongSoftmaxes chain = WrongSoftmaxes.SEQUENTIAL_SUM;
    assertThat(SOFTMAX.elementwise(chain, 100), lessThanOrEqualTo(0.97));
    assertThat(SOFTMAX.elementwise(chain, 32768), greaterThanOrEqualTo(2.0));
  }

  @ParameterizedTest
  @EnumSource
  void the_shortcut_of_the_bound_never_allows_more(Profile profile) {
    Tensor logits = Generator.draw("normal 30", DType.FLOAT32, Shape.of(100), 1);
    Operation softmax = Catalogue.find("softmax").orElseThrow();
    Arguments arguments =
        softmax.signature().bind(new Arguments(Map.of("logits", logits), Map.of()));
    ErrorBound bound = softmax.bound(arguments, new Terms(profile, DType.FLOAT32));
    for (int i = 0; i < 100; i++) {
      double p = Math.exp(logits.number(i) - 100);
      assertThat(bound.least(i, p), lessThanOrEqualTo(bound.at(i, p)));
      assertThat(bound.least(i, p), greaterThan(0.0));
    }
  }
}
