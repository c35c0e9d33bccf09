package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.operation.Signature;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;

/**
 * A library in this JVM, which gets the tensors as they are asked for: what to make of a dtype is
 * its own to say. A function throws {@link RefusedException} where the library refuses, and {@link
 * UnsupportedOperationException} for what it doesn't offer.
 */
public abstract class LibraryBackend implements Backend {

  /** The library's function for an operation, if it has one. */
  protected abstract Optional<Function<Arguments, Tensor>> function(String operation);

  /** A library's error in C++: the first line says what it is, the others where it was found. */
  protected static RefusedException refused(RuntimeException error) {
    String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return new RefusedException(RefusalCode.OTHER, message);
  }

  @Override
  public final Answer answer(Request request) {
    Optional<Function<Arguments, Tensor>> function = function(request.operation());
    if (function.isEmpty()) {
      return new Answer.Refused(
          RefusalCode.UNKNOWN_OPERATION, "no function for " + request.operation());
    }
    Signature signature = Catalogue.find(request.operation()).orElseThrow().signature();
    try {
      return new Answer.Output(function.get().apply(signature.complete(request.arguments())));
    } catch (RefusedException e) {
      return new Answer.Refused(e.code(), String.valueOf(e.getMessage()));
    } catch (UnsupportedOperationException e) {
      return new Answer.Unsupported(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Answer.Failed(e.toString());
    }
  }
}
