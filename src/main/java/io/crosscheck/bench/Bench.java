package io.crosscheck.bench;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Times contestants in turns, a round each and again, so that what else the machine does meets all
 * of them. Each is warmed up first, and asks so often a round that a clock can tell.
 *
 * @param request asked again and again
 * @param elements the number of elements that one call counts for
 * @param rounds how often each is timed
 */
public record Bench(Request request, long elements, int rounds) {

  private static final double WARM_UP_SECONDS = 1;
  private static final double ROUND_SECONDS = 0.05;

  /** What a contestant's rounds gave so far. */
  private static final class Tally {
    private final List<Double> rates = new ArrayList<>();
    private final Set<Answer> answers = new HashSet<>();
  }

  /** The figures of all with so many threads, in their order. */
  public List<Figures> of(List<Contestant> contestants, int threads) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Map<Contestant, Integer> calls = new LinkedHashMap<>();
      for (Contestant contestant : contestants) {
        calls.put(contestant, warmUp(executor, contestant, threads));
      }
      Map<Contestant, Tally> tallies = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<Contestant, Integer> each : calls.entrySet()) {
          Contestant.Round timed = each.getKey().round(executor, request, threads, each.getValue());
          Tally tally = tallies.computeIfAbsent(each.getKey(), c -> new Tally());
          tally.rates.add((double) elements * threads * each.getValue() / timed.seconds());
          tally.answers.addAll(timed.last());
        }
      }
      return figures(tallies, threads);
    } finally {
      executor.shutdownNow();
    }
  }

  /** Asks for a while; returns how many calls make a round. */
  private int warmUp(ExecutorService executor, Contestant contestant, int threads)
      throws InterruptedException {
    double spent = 0;
    int calls = 1;
    double perCall;
    do {
      double seconds = contestant.round(executor, request, threads, calls).seconds();
      perCall = seconds / calls;
      spent += seconds;
      calls = (int) Math.max(1, Math.min(ROUND_SECONDS / perCall, 2.0 * calls));
    } while (spent < WARM_UP_SECONDS);
    return (int) Math.max(1, Math.round(ROUND_SECONDS / perCall));
  }

  private List<Figures> figures(Map<Contestant, Tally> tallies, int threads) {
    List<Figures> figures = new ArrayList<>();
    for (Map.Entry<Contestant, Tally> each : tallies.entrySet()) {
      Tally tally = each.getValue();
      Rate rate = Rate.of(tally.rates.stream().mapToDouble(r -> r).toArray());
      double first = figures.isEmpty() ? rate.median() : figures.get(0).rate().median();
      UnderTest underTest = each.getKey().instances().get(0);
      figures.add(
          new Figures(
              each.getKey().name(),
              threads,
              rate,
              rate.median() / first,
              worst(tally.answers, underTest)));
    }
    return figures;
  }

  private Verdict worst(Set<Answer> answers, UnderTest underTest) {
    Judge judge = new Judge(underTest.profile(), underTest.declared());
    Verdict worst = null;
    for (Answer answer : answers) {
      Verdict verdict = judge.judge(request, answer);
      if (worst == null || isWorse(verdict, worst)) {
        worst = verdict;
      }
    }
    return Objects.requireNonNull(worst);
  }

  private static boolean isWorse(Verdict verdict, Verdict other) {
    return verdict.passed() == other.passed()
        ? overBound(verdict) > overBound(other)
        : other.passed();
  }

  private static double overBound(Verdict verdict) {
    return verdict.measurement().map(m -> m.worstOverBound()).orElse(0.0);
  }
}
