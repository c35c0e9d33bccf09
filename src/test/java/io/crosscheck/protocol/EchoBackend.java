package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers its logits and breaks at axis 13. */
final class EchoBackend implements Backend {

  /** Serves it, as a process of its own. */
  public static void main(String[] arguments) throws IOException {
    Server.serveStandardStreams(EchoBackend::talkative, EnclosureSource.NONE);
  }

  // As a library that greets on stdout when it is loaded.
  private static Backend talkative() {
    System.out.println("Welcome");
    return new EchoBackend();
  }

  @Override
  public Description description() {
    return new Description(
        "echo",
        "3",
        "java",
        "",
        Map.of("softmax", Set.of(DType.FLOAT32)),
        Map.of("softmax.scalar", "one"),
        Optional.empty());
  }

  @Override
  public Answer answer(Request request) {
    if (request.arguments().optionalAttribute("axis").equals(Optional.of(13L))) {
      throw new IllegalStateException("axis 13");
    }
    return new Answer.Output(request.arguments().input("logits"));
  }

  static EnclosureText enclosure(Tensor logits) {
    String text = String.valueOf(logits.number(0));
    return new EnclosureText(List.of("-" + text), List.of(text));
  }
}
