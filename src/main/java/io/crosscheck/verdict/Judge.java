package io.crosscheck.verdict;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Judges answers against the specification. At a choice that the implementation declared it is held
 * to the declared value; at any other choice the answer passes if it fits one allowed value, and
 * the verdict says which.
 */
public final class Judge {

  private final Profile profile;
  private final Map<Choice, String> declared;
  private final BiFunction<Request, Choices, Evaluation> evaluations;

  /** A judge of an implementation that declared these choices. */
  public Judge(Profile profile, Map<Choice, String> declared) {
    this(profile, declared, Evaluation::of);
  }

  /** The same, which evaluates no request of a scenario twice. */
  public Judge(Profile profile, Map<Choice, String> declared, Evaluations evaluations) {
    this(profile, declared, evaluations::of);
  }

  private Judge(
      Profile profile,
      Map<Choice, String> declared,
      BiFunction<Request, Choices, Evaluation> evaluations) {
    this.profile = profile;
    this.evaluations = evaluations;
    this.declared = new EnumMap<>(Choice.class);
    this.declared.putAll(declared);
  }

  /** The same that admits the reference's own value at every choice and no other. */
  public Judge byOwnChoices() {
    Map<Choice, String> own = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      own.put(choice, choice.allowed().get(0));
    }
    return new Judge(profile, own, evaluations);
  }

  /** Whether {@code answer} is what the specification says, a refusal included. */
  public Verdict judge(Request request, Answer answer) {
    if (answer instanceof Answer.Unsupported unsupported) {
      return Verdict.of(Outcome.UNSUPPORTED, unsupported.reason());
    }
    if (answer instanceof Answer.Failed failed) {
      return Verdict.of(Outcome.ERRORED, failed.message());
    }
    Alternatives alternatives = new Alternatives(declared);
    Verdict first = null;
    while (first == null || alternatives.hasNext()) {
      Evaluation evaluation = evaluations.apply(request, alternatives.next());
      Verdict verdict = judge(request, answer, evaluation);
      if (verdict.passed()) {
        return observed(request, answer, verdict, evaluation.choices());
      }
      first = first == null ? verdict : first;
      alternatives.follow(evaluation.choices());
    }
    return first;
  }

  /** Whether {@code answer} refuses the request, with that code or with {@code other}. */
  public Verdict judgeRefusal(Request request, Answer answer, RefusalCode expected) {
    if (answer instanceof Answer.Refused refused) {
      return refusal(request, refused, expected);
    }
    return answer instanceof Answer.Output
        ? Verdict.of(
            Outcome.FAILED,
            request.operation() + " gave a result; expected a refusal with " + expected.token())
        : judge(request, answer);
  }

  /**
   * The error allowed for each element of the result under the declared choices, 0 where the exact
   * value is NaN or infinite; empty where the specification refuses the request.
   */
  public Optional<double[]> allowed(Request request) {
    try {
      Evaluation evaluation = evaluations.apply(request, Choices.of(declared));
      return Optional.of(new CertifiedResult(evaluation).allowed(profile));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /** The words about a refusal of a request that has a result. */
  public static String unexpected(Request request, Answer.Refused refused) {
    return "%s refused with %s (%s); expected a result"
        .formatted(request.operation(), refused.code().token(), refused.message());
  }

  private Verdict judge(Request request, Answer answer, Evaluation evaluation) {
    Certified certified;
    try {
      certified = evaluation.certified();
    } catch (RefusedException e) {
      return judgeRefusal(request, answer, e.code());
    }
    if (answer instanceof Answer.Refused refused) {
      return Verdict.of(Outcome.FAILED, unexpected(request, refused));
    }
    Tensor result = ((Answer.Output) answer).tensor();
    Header header = certified.header();
    if (result.dtype() != header.dtype() || !result.shape().equals(header.shape())) {
      return Verdict.of(Outcome.FAILED, misfit(evaluation.operation(), result, header));
    }
    return new ResultComparison(
            evaluation.operation(), evaluation.arguments(), evaluation.choices(), profile)
        .compare(certified, result);
  }

  private static String misfit(Operation operation, Tensor result, Header header) {
    return "%s: the result is a %s tensor of shape %s; expected %s of shape %s"
        .formatted(
            operation.name(),
            result.dtype().token(),
            result.shape(),
            header.dtype().token(),
            header.shape());
  }

  private static Verdict refusal(Request request, Answer.Refused refused, RefusalCode expected) {
    if (refused.code() == expected) {
      return Verdict.of(Outcome.PASSED, "");
    }
    String seen =
        "%s refused with %s (%s); expected %s"
            .formatted(
                request.operation(), refused.code().token(), refused.message(), expected.token());
    boolean tolerated = refused.code() == RefusalCode.OTHER;
    return Verdict.of(tolerated ? Outcome.PASSED : Outcome.FAILED, seen);
  }

  private Verdict observed(Request request, Answer answer, Verdict verdict, Choices choices) {
    Map<Choice, String> observed = new EnumMap<>(Choice.class);
    for (Choice choice : choices.asked()) {
      // A declared value was asked for; another shows only where no other would have passed.
      if (declared.containsKey(choice) || fitting(request, answer, choice, choices).size() == 1) {
        observed.put(choice, choices.get(choice));
      }
    }
    return new Verdict(verdict.outcome(), verdict.message(), observed, verdict.measurement());
  }

  /**
   * The values of {@code choice} by which the answer is right: one, where it shows the value; all,
   * where it doesn't depend on the choice; none, where it is wrong by every value.
   */
  public Set<String> fitting(Request request, Answer answer, Choice choice) {
    Alternatives alternatives = new Alternatives(declared);
    while (alternatives.hasNext()) {
      Evaluation evaluation = evaluations.apply(request, alternatives.next());
      if (judge(request, answer, evaluation).passed()) {
        return fitting(request, answer, choice, evaluation.choices());
      }
      alternatives.follow(evaluation.choices());
    }
    return Set.of();
  }

  private Set<String> fitting(Request request, Answer answer, Choice choice, Choices others) {
    Set<String> fitting = new LinkedHashSet<>();
    for (String value : choice.allowed()) {
      Evaluation evaluation = evaluations.apply(request, others.with(choice, value));
      if (judge(request, answer, evaluation).passed()) {
        fitting.add(value);
      }
    }
    // Where subnormals may be flushed one that is kept is right too, but shows that it was kept.
    if (choice == Choice.SUBNORMALS && fitting.contains("kept") && keepsSubnormals(answer)) {
      fitting.remove("flushed");
    }
    return fitting;
  }

  private static boolean keepsSubnormals(Answer answer) {
    return answer instanceof Answer.Output output
        && output.tensor().dtype().isFloat()
        && Arrays.stream(output.tensor().toDoubles())
            .anyMatch(y -> y != 0 && Math.abs(y) < output.tensor().dtype().smallestNormal());
  }
}
