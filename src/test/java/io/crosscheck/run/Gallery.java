package io.crosscheck.run;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.mutant.Mutant;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the specification says to wrong implementations. Each is asked the cases of its operation,
 * of which a requirement that has rejected it needs no more; those of large tensors only where it
 * names their requirement as the one that rejects it.
 */
final class Gallery {

  /** Elements above which a tensor is large. */
  private static final int LARGE = 4096;

  private static final Pattern SHAPE = Pattern.compile("of shape \\[([0-9, ]+)\\]");

  private final FeatureSet specification;
  private final Map<String, String> requirements = new HashMap<>();
  private final Map<Mutant, List<Case>> rejections = new HashMap<>();

  Gallery(FeatureSet specification) {
    this.specification = specification;
    specification.cases().forEach(c -> requirements.put(c.id(), c.requirement().id()));
  }

  /** One failed case of each requirement that rejects it, by the requirement's id. */
  Map<String, Case> rejecting(Mutant mutant) {
    Map<String, Case> rejecting = new LinkedHashMap<>();
    cases(mutant).stream()
        .filter(c -> c.outcome() == Outcome.FAILED)
        .forEach(c -> rejecting.putIfAbsent(c.requirement(), c));
    return rejecting;
  }

  private List<Case> cases(Mutant mutant) {
    return rejections.computeIfAbsent(mutant, this::run);
  }

  private List<Case> run(Mutant mutant) {
    List<String> wanted =
        specification.cases().stream()
            .filter(c -> c.operations().contains(mutant.operation()))
            .filter(c -> tier(mutant).includes(c.tags()))
            .filter(c -> !isLarge(c) || c.requirement().id().equals(mutant.rejectedBy()))
            .map(SpecifiedCase::id)
            .toList();
    Selection selection =
        new Selection(tier(mutant), "", List.of(mutant.operation()), List.of(), wanted);
    Hearing hearing = new Hearing(mutant.backend());
    List<Case> heard = new ArrayList<>();
    new Runner(specification, selection)
        .run(
            new UnderTest(hearing, Profile.STANDARD),
            id -> hearing.open(requirements.getOrDefault(id, id)),
            (done, findings) -> {
              hearing.close(done);
              heard.add(done);
            });
    return heard;
  }

  private static Tier tier(Mutant mutant) {
    return mutant.needsSize() ? Tier.FULL : Tier.QUICK;
  }

  private static boolean isLarge(SpecifiedCase specified) {
    return specified.pickle().getSteps().stream().anyMatch(s -> elements(s.getText()) > LARGE);
  }

  private static long elements(String step) {
    Matcher shape = SHAPE.matcher(step);
    long elements = 0;
    while (shape.find()) {
      long size = 1;
      for (String length : shape.group(1).split(",", -1)) {
        size *= Long.parseLong(length.strip());
      }
      elements = Math.max(elements, size);
    }
    return elements;
  }

  /** A backend that answers no more for a requirement that has rejected it. */
  private static final class Hearing implements Backend {

    private final Backend accused;
    private final Set<String> rejecting = new HashSet<>();
    private boolean over;

    Hearing(Backend accused) {
      this.accused = accused;
    }

    void open(String requirement) {
      over = rejecting.contains(requirement);
    }

    void close(Case done) {
      if (done.outcome() == Outcome.FAILED) {
        rejecting.add(done.requirement());
      }
    }

    @Override
    public Description description() {
      return accused.description();
    }

    @Override
    public Answer answer(Request request) {
      return over ? new Answer.Unsupported("rejected already") : accused.answer(request);
    }
  }
}
