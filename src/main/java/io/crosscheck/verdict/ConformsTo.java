package io.crosscheck.verdict;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Optional;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/**
 * Matches a result that is what the specification says of a computation, with the verdict and the
 * words of a scenario. A result is a tensor, a Java array of the result's type and shape, a boxed
 * number for a scalar, or an {@link Answer}, which may also be a refusal. Where the specification
 * leaves a choice, any of its values matches.
 */
public final class ConformsTo extends TypeSafeDiagnosingMatcher<Object> {

  private final Computation computation;
  private final Profile profile;

  private ConformsTo(Computation computation, Profile profile) {
    this.computation = computation;
    this.profile = profile;
  }

  /** Matches results of {@code computation} within the standard bound, the conformance verdict. */
  public static ConformsTo conformsTo(Computation computation) {
    return new ConformsTo(computation, Profile.STANDARD);
  }

  /** The same within the strict bound: what float64 or compensated accumulation reaches. */
  public Matcher<Object> strictly() {
    return new ConformsTo(computation, Profile.STRICT);
  }

  @Override
  protected boolean matchesSafely(Object actual, Description mismatch) {
    Request request = computation.request();
    Answer answer;
    try {
      answer = answer(actual, request);
    } catch (IllegalArgumentException e) {
      mismatch.appendText(String.valueOf(e.getMessage()));
      return false;
    }
    Verdict verdict = new Judge(profile, Map.of()).judge(request, answer);
    if (!verdict.passed()) {
      mismatch.appendText(Reproduction.below(verdict.message(), request));
    }
    return verdict.passed();
  }

  @Override
  public void describeTo(Description description) {
    description
        .appendText(computation.toString())
        .appendText(", within the ")
        .appendText(profile.token())
        .appendText(" bound");
  }

  private static Answer answer(Object actual, Request request) {
    if (actual instanceof Answer answer) {
      return answer;
    }
    Optional<DType> dtype = resultDType(request);
    return new Answer.Output(
        dtype.isPresent() ? JavaArray.result(actual, dtype.get()) : JavaArray.tensor(actual));
  }

  /** Empty where the specification refuses the request. */
  private static Optional<DType> resultDType(Request request) {
    Operation operation = Catalogue.find(request.operation()).orElseThrow();
    try {
      Arguments bound = operation.signature().bind(request.arguments());
      return Optional.of(operation.header(bound, Choices.defaults()).dtype());
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
