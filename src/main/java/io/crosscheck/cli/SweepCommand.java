package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import io.crosscheck.search.Sweep;
import io.crosscheck.search.Swept;
import io.crosscheck.search.UnaryCase;
import io.crosscheck.tensor.DType;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crosscheck sweep}. */
@Command(
    name = "sweep",
    description = "Judges a backend on every number of a 16-bit format.",
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {

  private static final String LOCAL = "local";
  private static final double[] ENDS = {0, 0.5, 1, 2, 4, Double.POSITIVE_INFINITY};

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "NAME|exec:COMMAND",
      required = true,
      description = "Who is asked.")
  private String backend = "";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Tokens.OfDialect.class,
      description = "The choices that reference answers by, such as pytorch.")
  private @Nullable Dialect dialect;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = Tokens.OfDType.class,
      description = "float16 or bfloat16: each has 65,536 bit patterns.")
  private DType format = DType.FLOAT16;

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      converter = Tokens.OfOperation.class,
      description = "Only this operation; by default all that can be swept.")
  private @Nullable Operation operation;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Tokens.OfProfile.class,
      description = "Error allowed: strict, standard (the default) or relaxed.")
  private Profile profile = Profile.STANDARD;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "What runs it; local, in this process, is the only one.")
  private String engine = LOCAL;

  @Override
  public Integer call() {
    List<UnaryCase> cases = cases();
    try (Backend asked =
        Candidates.named(backend, Optional.ofNullable(dialect), Optional.empty()).open()) {
      UnderTest underTest = new UnderTest(asked, profile);
      Sweep sweep = new Sweep(format, underTest);
      long judged = 0;
      long failures = 0;
      for (UnaryCase unary : cases) {
        if (underTest.description().claims(unary.operation(), format)) {
          Swept swept = sweep.of(unary);
          judged += swept.judged();
          failures += swept.failures();
          show(swept, underTest);
        }
      }
      if (judged == 0) {
        throw new SetUpException(
            "%s answers none of these operations in %s; nothing was judged"
                .formatted(underTest.description().name(), format.token()));
      }
      return failures == 0 ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private List<UnaryCase> cases() {
    if (!engine.equals(LOCAL)) {
      throw refused("\"" + engine + "\" is no engine here; there is " + LOCAL);
    }
    if (!format.isHalf()) {
      throw refused("--format is " + format.token() + "; expected float16 or bfloat16");
    }
    Operation only = operation;
    if (only == null) {
      return UnaryCase.all();
    }
    List<UnaryCase> cases =
        UnaryCase.all().stream().filter(c -> c.operation().equals(only.name())).toList();
    if (cases.isEmpty()) {
      List<String> known = UnaryCase.all().stream().map(UnaryCase::operation).distinct().toList();
      throw refused(
          "%s is no function of one number; expected one of %s"
              .formatted(only.name(), String.join(", ", known)));
    }
    return cases;
  }

  private void show(Swept swept, UnderTest underTest) {
    PrintWriter out = command().commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s of %s in %s by %s %s: %,d inputs, %,d %s%n",
        swept.unary().operation(),
        swept.unary().words(),
        format.token(),
        underTest.description().name(),
        underTest.description().version(),
        swept.judged(),
        swept.failures(),
        swept.failures() == 0 ? "wrong" : "WRONG");
    if (swept.unsupported() > 0) {
      out.printf(Locale.ROOT, "  %,d inputs more were declined%n", swept.unsupported());
    }
    if (swept.elements() > 0) {
      out.printf(
          Locale.ROOT,
          "  worst err/bound %.4f, worst error %.4g ulp%n  %s%n",
          swept.worstOverBound(),
          swept.worstUlp(),
          histogram(swept));
    }
    swept.words().forEach(words -> words.lines().forEach(line -> out.println("  " + line)));
    out.flush();
  }

  private static String histogram(Swept swept) {
    StringBuilder text = new StringBuilder("elements by error in ulp:");
    for (int i = 0; i + 1 < ENDS.length; i++) {
      String end =
          Double.isInfinite(ENDS[i + 1])
              ? String.format(Locale.ROOT, "from %s", (int) ENDS[i])
              : String.format(Locale.ROOT, "below %s", Double.toString(ENDS[i + 1]));
      text.append(i == 0 ? " " : ", ")
          .append(end)
          .append(String.format(Locale.ROOT, ": %,d", swept.between(ENDS[i], ENDS[i + 1])));
    }
    return text.toString();
  }

  private ParameterException refused(String message) {
    return new ParameterException(command().commandLine(), message);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
