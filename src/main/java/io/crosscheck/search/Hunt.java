package io.crosscheck.search;

import io.crosscheck.backend.UnderTest;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.SplitMix64;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Searches for the inputs on which the error takes most of its bound: first structured inputs in
 * every niche, then changes and crosses of the worst ones. What evaluation i tries follows from the
 * seed, i and the answers before it, so that the same seed and number of evaluations find the same,
 * interrupted or not.
 */
public final class Hunt {

  private static final double AT_THE_WORST = 0.5;
  private static final double FRESH = 0.1;
  private static final double CROSSED = 0.25;
  private static final int CHEAP_ELEMENTS = 64;

  private final Form form;
  private final long seed;
  private final Trial trial;
  private final Seeds seeds;
  private final Variation variation;
  private final Map<Niche, Population> populations = new LinkedHashMap<>();
  private long evaluations;

  /**
   * A search that has not begun.
   *
   * @param shape the only whole shape to search; empty for a range of lengths
   * @throws IllegalArgumentException where the operation takes no such shape
   */
  public Hunt(Form form, Optional<Shape> shape, long seed, UnderTest underTest) {
    this.form = form;
    this.seed = seed;
    this.trial = new Trial(form, underTest);
    this.seeds = new Seeds(form);
    this.variation = new Variation(form);
    boolean anyOptional = form.slots().stream().anyMatch(s -> !s.required());
    for (Shape whole : shape.map(List::of).orElseGet(form::shapes)) {
      form.axis(whole);
      populations.put(new Niche(whole, false), new Population());
      if (anyOptional) {
        populations.put(new Niche(whole, true), new Population());
      }
    }
  }

  /** The number of inputs tried. */
  public long evaluations() {
    return evaluations;
  }

  /** The largest err/bound so far; negative before the first answer. */
  public double overBound() {
    return populations.values().stream().mapToDouble(Population::overBound).max().orElse(-1);
  }

  /**
   * Searches until the budget is spent, or nothing worse can be found.
   *
   * @param progress told the number of evaluations after each
   */
  public void run(Budget budget, LongConsumer progress) {
    while (!budget.isSpent(evaluations) && overBound() < Double.POSITIVE_INFINITY) {
      step();
      progress.accept(evaluations);
    }
  }

  /** What was found, made small; empty if nothing was answered. */
  public Optional<Find> find() {
    Candidate worst = null;
    for (Population population : populations.values()) {
      if (!population.isEmpty() && (worst == null || population.overBound() > worst.overBound())) {
        worst = population.worst().get(0);
      }
    }
    return Optional.ofNullable(worst).map(w -> new Shrinking(form, trial).smallest(w));
  }

  Map<Niche, Population> populations() {
    return populations;
  }

  /** Goes on from what was found in so many evaluations. */
  void restore(long done, Map<Niche, List<Candidate>> found) {
    evaluations = done;
    found.forEach(
        (niche, candidates) -> {
          Population population = populations.get(niche);
          if (population == null) {
            throw new IllegalArgumentException("shape " + niche.shape() + " is not searched here");
          }
          candidates.forEach(population::add);
        });
  }

  private void step() {
    SplitMix64 random = new SplitMix64(new SplitMix64(seed).next() + evaluations);
    List<Niche> niches = new ArrayList<>(populations.keySet());
    long family = evaluations / niches.size();
    if (family < seeds.count()) {
      Niche niche = niches.get((int) (evaluations % niches.size()));
      add(niche, seeds.draw(niche, (int) family, random));
    } else {
      Niche niche = niche(niches, random);
      add(niche, next(niche, random));
    }
  }

  /** The one with the worst inputs, or any: small ones more often, for they cost less. */
  private Niche niche(List<Niche> niches, SplitMix64 random) {
    Niche niche = niches.get((int) random.integer(0, niches.size()));
    if (random.uniform() * niche.shape().size() > CHEAP_ELEMENTS) {
      niche = niches.get((int) random.integer(0, niches.size()));
    }
    if (random.uniform() < AT_THE_WORST) {
      for (Niche other : niches) {
        niche = populationOf(other).overBound() > populationOf(niche).overBound() ? other : niche;
      }
    }
    return niche;
  }

  private Population populationOf(Niche niche) {
    return Objects.requireNonNull(populations.get(niche));
  }

  private Map<String, Tensor> next(Niche niche, SplitMix64 random) {
    Population population = populationOf(niche);
    double kind = random.uniform();
    if (population.isEmpty() || kind < FRESH) {
      return seeds.draw(niche, (int) random.integer(0, seeds.count()), random);
    }
    Map<String, Tensor> parent = population.pick(random).inputs();
    if (kind < FRESH + CROSSED) {
      parent = variation.crossed(parent, population.pick(random).inputs(), random);
    }
    return variation.changed(parent, niche, random);
  }

  private void add(Niche niche, Map<String, Tensor> inputs) {
    evaluations++;
    Score score = trial.score(inputs);
    if (score.overBound() >= 0) {
      populationOf(niche).add(new Candidate(inputs, score.overBound()));
    }
  }
}
