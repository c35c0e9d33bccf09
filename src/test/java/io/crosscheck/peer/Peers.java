package io.crosscheck.peer;

import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/** The suites that are asked the same gallery. */
final class Peers {

  private Peers() {}

  static List<Peer> all() {
    return List.of(
        Peer.of("ONNX", "its node tests, rtol 1e-3, atol 1e-7", "onnx.jsonl.gz", close(1e-3, 1e-7)),
        Peer.of(
            "WebNN",
            "draws like its inputs, softmax 3N + 3 ulp, log-sum-exp 2N + 18, sigmoid 34",
            "webnn.jsonl.gz",
            Peers::withinUlps),
        Peer.of(
            "PyTorch",
            "its float32 sample inputs, `assert_close`: rtol 1.3e-6, atol 1e-5",
            "pytorch.jsonl.gz",
            close(1.3e-6, 1e-5)),
        Peer.of(
            "array-api",
            "ONNX's inputs, the tolerance of array-api-tests: rel 0.25, abs 1",
            "onnx.jsonl.gz",
            Peers::roughly));
  }

  private static Peer.Nearness close(double relative, double absolute) {
    return (y, e, request, result) ->
        result.dtype().isFloat() && Math.abs(y - e) <= absolute + relative * Math.abs(e);
  }

  /** As {@code math.isclose}: relative to the larger one. */
  private static boolean roughly(double y, double e, Request request, Tensor result) {
    double relative = 0.25 * Math.max(Math.abs(y), Math.abs(e));
    return result.dtype().isFloat() && Math.abs(y - e) <= Math.max(relative, 1);
  }

  private static boolean withinUlps(double y, double e, Request request, Tensor result) {
    double ulps =
        switch (request.operation()) {
          case "softmax" -> 3 * along(request) + 3;
          case "log_sum_exp" -> 2 * along(request) + 18;
          case "sigmoid" -> result.dtype() == DType.FLOAT16 ? 10 : 34;
          default -> 0;
        };
    return result.dtype().isFloat() && Math.abs(y - e) <= ulps * result.dtype().ulp(e);
  }

  private static double along(Request request) {
    return request.arguments().input("logits").shape().length(1);
  }
}
