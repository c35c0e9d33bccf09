package io.crosscheck.cli;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.bench.Bench;
import io.crosscheck.bench.Contestant;
import io.crosscheck.bench.Figures;
import io.crosscheck.operation.AttributeValue;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.run.Candidates;
import io.crosscheck.run.NotDescribedException;
import io.crosscheck.run.SetUpException;
import io.crosscheck.search.Form;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code crosscheck bench}. */
@Command(
    name = "bench",
    description = "Times backends side by side and judges the answers that were timed.",
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--backend",
      paramLabel = "NAME|exec:COMMAND",
      required = true,
      description = "Who is timed; repeatable. The others are compared with the first.")
  private List<String> backends = List.of();

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      required = true,
      converter = Tokens.OfOperation.class,
      description = "The operation that is timed.")
  private @Nullable Operation operation;

  @Option(
      names = "--shape",
      paramLabel = "N,N,…",
      required = true,
      converter = Tokens.OfShape.class,
      description = "The shape of the logits, or of the input in their place.")
  private @Nullable Shape shape;

  @Option(
      names = "--dtype",
      paramLabel = "DTYPE",
      converter = Tokens.OfDType.class,
      description = "That of the float inputs; float32 by default.")
  private DType dtype = DType.FLOAT32;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "An attribute of the request, such as axis=0; repeatable.")
  private Map<String, String> attributes = new LinkedHashMap<>();

  @Option(
      names = "--threads",
      paramLabel = "N,N,…",
      split = ",",
      description = "How many ask at once, each an instance of its own; 1 by default.")
  private List<Integer> threads = List.of(1);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is timed, a twentieth of a second long; 9 by default.")
  private int rounds = 9;

  @Option(names = "--seed", paramLabel = "S", description = "That of the inputs; 1 by default.")
  private long seed = 1;

  @Option(names = "--json", description = "One JSON object in place of the table.")
  private boolean json;

  @Override
  public Integer call() {
    Request request = request();
    if (rounds < 1 || threads.stream().anyMatch(n -> n < 1)) {
      throw refused("--rounds is %d, --threads %s; expected 1 or more".formatted(rounds, threads));
    }
    List<String> flags = missingFlags();
    return flags.isEmpty() ? timed(request) : inAnotherJvm(flags);
  }

  private int timed(Request request) {
    List<Backend> open = new ArrayList<>();
    try {
      List<Contestant> contestants = new ArrayList<>();
      for (String backend : backends) {
        contestants.add(contestant(backend, open));
      }
      Bench bench = new Bench(request, Objects.requireNonNull(shape).size(), rounds);
      List<Figures> figures = new ArrayList<>();
      for (int n : threads) {
        figures.addAll(bench.of(contestants, n));
      }
      BenchText text = new BenchText(request, Objects.requireNonNull(shape), dtype, rounds);
      PrintWriter out = command().commandLine().getOut();
      if (json) {
        out.println(text.json(figures));
      } else {
        text.lines(figures).forEach(out::println);
      }
      out.flush();
      boolean right = figures.stream().allMatch(f -> f.verdict().passed());
      return right ? Main.CONFORMS : Main.DOES_NOT_CONFORM;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetUpException("interrupted");
    } finally {
      open.forEach(Backend::close);
    }
  }

  private Contestant contestant(String name, List<Backend> open) {
    List<UnderTest> instances = new ArrayList<>();
    int most = threads.stream().mapToInt(n -> n).max().orElse(1);
    try {
      for (int i = 0; i < most; i++) {
        Backend backend = Candidates.named(name, Optional.empty(), Optional.empty()).open();
        open.add(backend);
        instances.add(new UnderTest(backend, Profile.STANDARD));
      }
    } catch (NotDescribedException e) {
      throw new SetUpException(String.valueOf(e.getMessage()));
    }
    String claimed = Objects.requireNonNull(operation).name();
    if (!instances.get(0).description().claims(claimed, dtype)) {
      throw new SetUpException(
          "%s does not claim %s in %s; nothing was timed".formatted(name, claimed, dtype.token()));
    }
    return new Contestant(name, instances);
  }

  private Request request() {
    Map<String, Object> values = new TreeMap<>();
    try {
      attributes.forEach((name, text) -> values.put(name, AttributeValue.of(text)));
      return Form.of(Objects.requireNonNull(operation), dtype, values)
          .ordinary(Objects.requireNonNull(shape), seed);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /** What this JVM lacks for these backends to be timed without a protocol in between. */
  private List<String> missingFlags() {
    return Backends.providers().stream()
        .filter(p -> backends.contains(p.name()) && p.unavailability().isEmpty())
        .map(BackendProvider::missingJvmFlags)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The same command in a JVM that has these flags. */
  private int inAnotherJvm(List<String> flags) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(command().root().commandLine().getParseResult().originalArgs());
    try {
      return new ProcessBuilder(words).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new SetUpException("a JVM with " + String.join(" ", flags) + " doesn't start: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetUpException("interrupted");
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(command().commandLine(), message);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
