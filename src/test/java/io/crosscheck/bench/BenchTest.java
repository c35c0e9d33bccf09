package io.crosscheck.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Profile;
import io.crosscheck.search.Form;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BenchTest {

  private static final Backend CPU = Backends.create(Backends.available("cpu"));
  private static final Request REQUEST =
      Form.of(Catalogue.find("softmax").orElseThrow(), DType.FLOAT32, Map.of())
          .ordinary(Shape.of(4, 10), 1);

  /** Takes {@code millis} a call; every {@code wrongEvery}th answer is another. */
  private static UnderTest slow(long millis, int wrongEvery, List<String> log, String name) {
    AtomicInteger calls = new AtomicInteger();
    Backend backend =
        new Backend() {
          @Override
          public Description description() {
            return CPU.description();
          }

          @Override
          public Answer answer(Request request) {
            log.add(name);
            try {
              Thread.sleep(millis);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            boolean wrong = wrongEvery > 0 && calls.incrementAndGet() % wrongEvery == 0;
            return wrong
                ? new Answer.Output(request.arguments().input("logits"))
                : CPU.answer(request);
          }
        };
    return new UnderTest(backend, Profile.STANDARD);
  }

  private static Contestant contestant(String name, UnderTest... instances) {
    return new Contestant(name, List.of(instances));
  }

  @Test
  void rounds_are_timed_in_turns_and_compared_with_the_first() throws InterruptedException {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    Contestant fast = contestant("fast", slow(20, 0, log, "fast"));
    Contestant slow = contestant("slow", slow(60, 0, log, "slow"));
    List<Figures> figures = new Bench(REQUEST, 40, 5).of(List.of(fast, slow), 1);
    assertThat(figures.get(0).name(), is("fast"));
    assertThat(figures.get(0).ratio(), is(1.0));
    // A third, but on a busy machine a short sleep is longer than it was asked to be.
    assertThat(figures.get(1).ratio(), lessThan(0.7));
    assertThat(figures.get(0).rate().median(), lessThan(40 / 0.020));
    assertThat(figures.get(0).verdict().passed(), is(true));
    // After both warm-ups the names change at every round.
    String turns = String.join(" ", log);
    int changes = turns.split("fast slow", -1).length - 1;
    assertThat(changes, is(1 + 5));
  }

  @Test
  void threads_ask_instances_of_their_own_at_once() throws InterruptedException {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    Contestant two = contestant("two", slow(40, 0, log, "a"), slow(40, 0, log, "b"));
    Bench bench = new Bench(REQUEST, 40, 3);
    double alone = bench.of(List.of(two), 1).get(0).rate().median();
    assertThat(log.contains("b"), is(false));
    double both = bench.of(List.of(two), 2).get(0).rate().median();
    assertThat(log.contains("b"), is(true));
    assertThat(both / alone, greaterThan(1.3));
  }

  @Test
  void one_wrong_answer_among_the_timed_ones_is_the_verdict() throws InterruptedException {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    Contestant wrong = contestant("wrong", slow(50, 3, log, "wrong"));
    Figures figures = new Bench(REQUEST, 40, 6).of(List.of(wrong), 1).get(0);
    assertThat(figures.verdict().passed(), is(false));
    assertThat(figures.verdict().message(), containsString("outside the standard bound"));
  }

  @Test
  void the_median_of_an_even_number_of_rounds_lies_between_the_middle_two() {
    assertThat(Rate.of(4, 1, 3, 100), is(new Rate(3.5, 1, 100)));
    assertThat(Rate.of(4, 1, 3), is(new Rate(3, 1, 4)));
  }
}
