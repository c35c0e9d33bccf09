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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Judges answers against the specification. At a choice that the implementation declared it is held
 * to the declared value; at any other choice the answer passes if it fits one allowed value, and
 * the verdict says by which values it does.
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
    Verdict best = null;
    Set<Map<Choice, String>> ways = new LinkedHashSet<>();
    while (best == null || alternatives.hasNext()) {
      Evaluation evaluation = evaluations.apply(request, alternatives.next());
      Verdict verdict = judge(request, answer, evaluation);
      if (best == null || verdict.passed() && ways.isEmpty()) {
        best = verdict;
      }
      if (verdict.passed()) {
        ways.add(taken(evaluation.choices()));
      }
      alternatives.follow(evaluation.choices());
    }
    return best.by(shown(ways, answer));
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

  /** The values at the choices that the evaluation depended on. */
  private static Map<Choice, String> taken(Choices choices) {
    Map<Choice, String> taken = new EnumMap<>(Choice.class);
    choices.asked().forEach(choice -> taken.put(choice, choices.get(choice)));
    return taken;
  }

  private static List<Map<Choice, String>> shown(Set<Map<Choice, String>> ways, Answer answer) {
    boolean keepable = ways.stream().anyMatch(way -> "kept".equals(way.get(Choice.SUBNORMALS)));
    // Where subnormals may be flushed one that is kept is right too, but shows that it was kept.
    boolean kept = keepable && keepsSubnormals(answer);
    return ways.stream()
        .filter(way -> !kept || !"flushed".equals(way.get(Choice.SUBNORMALS)))
        .toList();
  }

  private static boolean keepsSubnormals(Answer answer) {
    return answer instanceof Answer.Output output
        && output.tensor().dtype().isFloat()
        && Arrays.stream(output.tensor().toDoubles())
            .anyMatch(y -> y != 0 && Math.abs(y) < output.tensor().dtype().smallestNormal());
  }
}
