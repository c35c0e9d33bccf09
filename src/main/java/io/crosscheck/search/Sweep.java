package io.crosscheck.search;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.tensor.BinaryFormats;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Outcome;
import io.crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Asks for a function of one number at every bit pattern of a 16-bit format, NaNs and infinities
 * included, many in one request. A request that fails is judged in halves, until it is known which
 * numbers it fails for.
 */
public final class Sweep {

  private static final int PATTERNS = 1 << 16;
  private static final int BATCH = 4096;

  private final DType format;
  private final UnderTest underTest;
  private final Judge judge;

  /** A sweep over float16 or bfloat16. */
  public Sweep(DType format, UnderTest underTest) {
    if (!format.isHalf()) {
      throw new IllegalArgumentException(
          format.token() + " has too many numbers to sweep; expected float16 or bfloat16");
    }
    this.format = format;
    this.underTest = underTest;
    this.judge = new Judge(underTest.profile(), underTest.declared());
  }

  /** All inputs of that case, in the order of their bits. */
  public Swept of(UnaryCase unary) {
    double[] all =
        IntStream.range(0, PATTERNS)
            .mapToDouble(bits -> BinaryFormats.value(format, bits))
            .filter(unary::admits)
            .toArray();
    Swept swept = new Swept(unary, format);
    for (int from = 0; from < all.length; from += BATCH) {
      double[] x = Arrays.copyOfRange(all, from, Math.min(from + BATCH, all.length));
      Request request = unary.request(format, x);
      judge(swept, x, underTest.answer(request));
    }
    return swept;
  }

  private void judge(Swept swept, double[] x, Answer answer) {
    Verdict verdict = judge.judge(swept.unary().request(format, x), answer);
    if (verdict.outcome() == Outcome.UNSUPPORTED) {
      swept.unsupported(x.length, verdict.message());
    } else if (verdict.passed()) {
      swept.passed(x.length, verdict.measurement());
    } else if (!(answer instanceof Answer.Output output) || !hasRows(output.tensor(), x.length)) {
      swept.failed(x.length, words(x) + ": " + verdict.message());
    } else if (x.length == 1) {
      swept.measured(verdict.measurement());
      swept.failed(1, words(x) + ": " + verdict.message());
    } else {
      halves(swept, x, output.tensor(), verdict);
    }
  }

  private void halves(Swept swept, double[] x, Tensor result, Verdict verdict) {
    long failures = swept.failures();
    int middle = x.length / 2;
    judge(swept, Arrays.copyOf(x, middle), rows(result, 0, middle));
    judge(swept, Arrays.copyOfRange(x, middle, x.length), rows(result, middle, x.length));
    if (swept.failures() == failures) {
      // Either half is right by some value of a choice, but both are by none.
      swept.contradicted(words(x) + " together: " + verdict.message());
    }
  }

  private static boolean hasRows(Tensor result, int count) {
    return result.shape().rank() > 0 && result.shape().length(0) == count;
  }

  private static Answer rows(Tensor result, int from, int to) {
    int width = result.size() / result.shape().length(0);
    int[] kept = IntStream.range(from * width, to * width).toArray();
    Shape shape = result.shape().with(0, to - from);
    return new Answer.Output(Elements.picked(result, kept, shape));
  }

  private String words(double[] x) {
    return x.length == 1
        ? "x = " + word(x[0])
        : "x from %s to %s".formatted(word(x[0]), word(x[x.length - 1]));
  }

  private String word(double x) {
    return "%s (0x%04x)".formatted(NumberLiteral.format(x, format), BinaryFormats.bits(format, x));
  }
}
