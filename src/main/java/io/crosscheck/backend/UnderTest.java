package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The implementation that scenarios ask, how much error it is allowed and what it declared. There
 * is one at a time in a JVM.
 */
public final class UnderTest {

  /** The system property that names the backend where nothing else selects one. */
  public static final String PROPERTY = "crosscheck.backend";

  private static @Nullable UnderTest current;

  private final Backend backend;
  private final Description description;
  private final Profile profile;
  private final Map<Choice, String> declared;

  /** A backend to be held to a profile and to the choices that its description declares. */
  public UnderTest(Backend backend, Profile profile) {
    this.backend = backend;
    this.description = backend.description();
    this.profile = profile;
    this.declared = declared(description);
  }

  /** Makes scenarios ask this backend from now on. */
  public static synchronized void use(UnderTest underTest) {
    current = underTest;
  }

  /** The one in use; if there is none yet, what the selection rule of {@link Backends} gives. */
  public static synchronized UnderTest current() {
    UnderTest known = current;
    if (known == null) {
      Optional<String> name = Optional.ofNullable(System.getProperty(PROPERTY));
      known = new UnderTest(Backends.create(Backends.select(name)), Profile.STANDARD);
      current = known;
    }
    return known;
  }

  public Description description() {
    return description;
  }

  public Profile profile() {
    return profile;
  }

  /** The values that it declared at choices. */
  public Map<Choice, String> declared() {
    return declared;
  }

  /**
   * The backend's answer. Calls are made one at a time, whatever thread they come from; what a
   * backend throws, an assertion of its own included, is its failure to answer.
   */
  public synchronized Answer answer(Request request) {
    try {
      return backend.answer(request);
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      return new Answer.Failed("threw " + e);
    }
  }

  /** Why this request is not to be sent: what it needs that is not claimed; empty if all is. */
  public Optional<String> unclaimed(Request request) {
    Set<DType> claimed = description.operations().get(request.operation());
    Optional<Operation> operation = Catalogue.find(request.operation());
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    if (claimed == null) {
      return Optional.of(description.name() + " does not claim " + request.operation());
    }
    return dtypes(operation.get(), request.arguments()).stream()
        .filter(dtype -> !claimed.contains(dtype))
        .findFirst()
        .map(d -> description.name() + " claims " + request.operation() + " not in " + d.token());
  }

  /** Those of the float inputs; where the operation takes none, that of the result. */
  private static Set<DType> dtypes(Operation operation, Arguments arguments) {
    Set<DType> dtypes = EnumSet.noneOf(DType.class);
    for (Input input : operation.signature().inputs()) {
      if (input.kind() == Input.Kind.FLOAT) {
        arguments
            .optionalInput(input.name())
            .map(Tensor::dtype)
            .filter(DType::isFloat)
            .ifPresent(dtypes::add);
      }
    }
    boolean takesFloats =
        operation.signature().inputs().stream().anyMatch(i -> i.kind() == Input.Kind.FLOAT);
    if (!takesFloats) {
      try {
        Arguments bound = operation.signature().bind(arguments);
        dtypes.add(operation.header(bound, Choices.defaults()).dtype());
      } catch (RefusedException e) {
        // A request that is to be refused has no result; any dtype claimed will do.
        return dtypes;
      }
    }
    return dtypes;
  }

  private static Map<Choice, String> declared(Description description) {
    try {
      return Map.copyOf(description.declared());
    } catch (IllegalArgumentException e) {
      throw new NoBackendException(
          "the description of " + description.name() + " can't be used: " + e.getMessage());
    }
  }
}
