package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.AttributeValue;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import io.crosscheck.search.Budget;
import io.crosscheck.search.Find;
import io.crosscheck.search.Form;
import io.crosscheck.search.Hunt;
import io.crosscheck.search.SavedHunt;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code crosscheck hunt}. */
@Command(
    name = "hunt",
    description = "Searches for the input on which a backend errs most, and makes it small.",
    sortOptions = false)
final class HuntCommand implements Callable<Integer> {

  private static final long DEFAULT_SECONDS = 60;

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
      names = "--operation",
      paramLabel = "NAME",
      required = true,
      converter = Tokens.OfOperation.class,
      description = "The operation whose error is searched.")
  private @Nullable Operation operation;

  @Option(
      names = "--dtype",
      paramLabel = "DTYPE",
      converter = Tokens.OfDType.class,
      description = "That of the float inputs; float32 by default.")
  private DType dtype = DType.FLOAT32;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "An attribute of every request, such as axis=0; repeatable.")
  private Map<String, String> attributes = new LinkedHashMap<>();

  @Option(
      names = "--shape",
      paramLabel = "N,N,…",
      converter = Tokens.OfShape.class,
      description = "The shape of the logits, or of the input in their place; by default many.")
  private @Nullable Shape shape;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "The same for one slice of that many classes.")
  private @Nullable Integer classes;

  @Option(names = "--seed", paramLabel = "S", description = "Another search; 1 by default.")
  private long seed = 1;

  @Option(
      names = "--seconds",
      paramLabel = "T",
      description = "Ends the search after that time; 60 by default.")
  private @Nullable Long seconds;

  @Option(
      names = "--evaluations",
      paramLabel = "N",
      description = {
        "Ends the search after that many inputs, those of a resumed one included:",
        "the same seed and number find the same."
      })
  private @Nullable Long evaluations;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = Tokens.OfProfile.class,
      description = "Error allowed: strict, standard (the default) or relaxed.")
  private Profile profile = Profile.STANDARD;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keeps the search there, so that it can be resumed.")
  private @Nullable Path state;

  @Option(names = "--resume", description = "Goes on with the search that --state holds.")
  private boolean resume;

  @Override
  public Integer call() {
    Budget budget = budget();
    Form form = form();
    try (Backend asked =
        Candidates.named(backend, Optional.ofNullable(dialect), Optional.empty()).open()) {
      UnderTest underTest = new UnderTest(asked, profile);
      if (!underTest.description().claims(form.operation().name(), dtype)) {
        throw new SetUpException(
            "%s does not claim %s in %s; nothing was searched"
                .formatted(underTest.description().name(), form.operation().name(), dtype.token()));
      }
      Optional<Find> find = search(form, underTest, budget);
      return find.map(f -> f.isViolation() ? Main.DOES_NOT_CONFORM : Main.CONFORMS)
          .orElseThrow(
              () -> new SetUpException(backend + " answered nothing that could be judged"));
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Find> search(Form form, UnderTest underTest, Budget budget) {
    Hunt hunt = hunt(form, underTest);
    Optional<SavedHunt> saved = saved(hunt, underTest);
    PrintWriter err = command().commandLine().getErr();
    HuntProgress progress =
        new HuntProgress(
            hunt, err, Optional.ofNullable(evaluations), () -> saved.ifPresent(s -> save(s, hunt)));
    hunt.run(budget, progress);
    saved.ifPresent(s -> save(s, hunt));
    progress.end();
    Optional<Find> find = hunt.find();
    PrintWriter out = command().commandLine().getOut();
    HuntText text = new HuntText(form, underTest, hunt.evaluations(), seed);
    find.ifPresent(f -> text.lines(f).forEach(out::println));
    out.flush();
    return find;
  }

  private Hunt hunt(Form form, UnderTest underTest) {
    try {
      return new Hunt(form, whole(form), seed, underTest);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Shape> whole(Form form) {
    if (classes != null) {
      if (shape != null) {
        throw refused("--shape and --classes both say the shape; give one");
      }
      if (classes < 1) {
        throw refused("--classes is " + classes + "; expected 1 or more");
      }
      return Optional.of(form.ofClasses(classes));
    }
    return Optional.ofNullable(shape);
  }

  private Form form() {
    Map<String, Object> values = new TreeMap<>();
    try {
      attributes.forEach((name, text) -> values.put(name, AttributeValue.of(text)));
      return Form.of(Objects.requireNonNull(operation), dtype, values);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private Budget budget() {
    if (seconds != null && evaluations != null) {
      throw refused("--seconds and --evaluations both end the search; give one");
    }
    if (evaluations != null) {
      return Budget.ofEvaluations(positive("--evaluations", evaluations));
    }
    long time = seconds == null ? DEFAULT_SECONDS : positive("--seconds", seconds);
    return Budget.ofTime(Duration.ofSeconds(time));
  }

  private long positive(String option, long value) {
    if (value < 1) {
      throw refused(option + " is " + value + "; expected 1 or more");
    }
    return value;
  }

  /** Where the search is kept; a resumed one is brought to where it was. */
  private Optional<SavedHunt> saved(Hunt hunt, UnderTest underTest) {
    if (state == null) {
      if (resume) {
        throw refused("--resume goes with --state, the file of the search to go on with");
      }
      return Optional.empty();
    }
    SavedHunt saved = new SavedHunt(state, description(underTest));
    if (resume) {
      try {
        saved.restore(hunt);
      } catch (IllegalArgumentException e) {
        throw new SetUpException(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new SetUpException("the search of --state can't be read: " + e);
      }
    }
    return Optional.of(saved);
  }

  private List<String> description(UnderTest underTest) {
    return List.of(
        "backend " + backend + " " + underTest.description().version(),
        "operation " + Objects.requireNonNull(operation).name() + " " + dtype.token(),
        "attributes " + new TreeMap<>(attributes),
        "shape " + (shape != null ? shape : classes != null ? classes + " classes" : "any"),
        "seed " + seed + " " + profile.token());
  }

  private static void save(SavedHunt saved, Hunt hunt) {
    try {
      saved.save(hunt);
    } catch (IOException e) {
      throw new SetUpException("the search can't be written to --state: " + e);
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(command().commandLine(), message);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
