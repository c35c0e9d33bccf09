package com.example;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.Set;

/** Offers a sigmoid of its own to the conformance suite, and nothing else. */
public class MyKernelsProvider implements BackendProvider {

  @Override
  public String name() {
    return "my-kernels";
  }

  @Override
  public Backend create() {
    return new Backend() {
      @Override
      public Description description() {
        return Description.of("my-kernels", "1.0", Map.of("sigmoid", Set.of(DType.FLOAT32)));
      }

      @Override
      public Answer answer(Request request) {
        Tensor logits = request.arguments().inputs().get("logits");
        if (logits == null) {
          return new Answer.Refused(RefusalCode.MISSING_INPUT, "no logits");
        }
        if (!request.arguments().attributes().isEmpty()) {
          return new Answer.Refused(RefusalCode.INVALID_ATTRIBUTE, "sigmoid has no attributes");
        }
        if (!logits.dtype().isFloat()) {
          return new Answer.Refused(RefusalCode.INVALID_DTYPE, "logits are no floats");
        }
        double[] y = logits.toDoubles();
        for (int i = 0; i < y.length; i++) {
          y[i] = 1 / (1 + Math.exp(-y[i]));
        }
        return new Answer.Output(Tensor.ofNumbers(DType.FLOAT32, logits.shape(), y));
      }
    };
  }
}
