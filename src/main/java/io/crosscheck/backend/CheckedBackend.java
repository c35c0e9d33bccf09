package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import java.util.Map;
import java.util.Optional;

/**
 * A backend made of kernels: arguments are bound and refused here, once, by the specification's own
 * rules, so that a kernel sees valid arguments only.
 */
public abstract class CheckedBackend implements Backend {

  private final Description description;
  private final Map<String, Kernel> kernels;
  private final Choices choices;

  /** A backend with these kernels by operation, refusing as {@code choices} say. */
  protected CheckedBackend(Description description, Map<String, Kernel> kernels, Choices choices) {
    this.description = description;
    this.kernels = Map.copyOf(kernels);
    this.choices = choices;
  }

  @Override
  public final Description description() {
    return description;
  }

  @Override
  public final Answer answer(Request request) {
    Optional<Operation> operation = Catalogue.find(request.operation());
    if (operation.isEmpty()) {
      return new Answer.Refused(
          RefusalCode.UNKNOWN_OPERATION, "\"" + request.operation() + "\" is no operation");
    }
    Kernel kernel = kernels.get(request.operation());
    if (kernel == null) {
      return new Answer.Unsupported("no kernel for " + request.operation());
    }
    try {
      Arguments arguments = operation.get().signature().bind(request.arguments());
      Header header = operation.get().header(arguments, choices);
      return new Answer.Output(kernel.compute(arguments, header));
    } catch (RefusedException e) {
      return new Answer.Refused(e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Answer.Failed(e.toString());
    }
  }
}
