package io.crosscheck.cli;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;

/** Right in float32; in float64 it ends its JVM, as a native library that crashes does. */
public final class HaltingBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "halting";
  }

  @Override
  public boolean isIsolated() {
    return true;
  }

  @Override
  public Backend create() {
    Backend cpu = Backends.create(Backends.available("cpu"));
    return new Backend() {
      @Override
      public Description description() {
        return Description.of("halting", "1", cpu.description().operations());
      }

      @Override
      public Answer answer(Request request) {
        if (request.arguments().input("logits").dtype() == DType.FLOAT64) {
          Runtime.getRuntime().halt(134);
        }
        return cpu.answer(request);
      }
    };
  }
}
