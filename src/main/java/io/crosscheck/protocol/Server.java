package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers the adapter protocol with a backend, one request after the other. */
public final class Server {

  private final Backend backend;
  private final EnclosureSource enclosures;

  public Server(Backend backend, EnclosureSource enclosures) {
    this.backend = backend;
    this.enclosures = enclosures;
  }

  /**
   * Serves on stdin and stdout until stdin ends. The backend is made only when {@code System.out}
   * leads to stderr, so that nothing it prints gets between the answers.
   */
  public static void serveStandardStreams(Supplier<Backend> backend, EnclosureSource enclosures)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      System.setOut(System.err);
      try (Backend made = backend.get()) {
        new Server(made, enclosures).serve(System.in, out);
      }
    }
  }

  /** Answers every line of {@code in}, in order, until it ends. */
  public void serve(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(in, Integer.MAX_VALUE - 8);
    LineReader.Line line = lines.next();
    while (line.end() == LineReader.End.NEWLINE || line.bytes().length > 0) {
      out.write((answer(line.bytes()) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      line = lines.next();
    }
  }

  private String answer(byte[] line) {
    OptionalLong id = OptionalLong.empty();
    try {
      JsonObject json = JsonObject.parse(line);
      id = OptionalLong.of(json.integer("id"));
      return answer(QueryReader.read(json));
    } catch (ProtocolException e) {
      String message = "protocol error: " + e.reason() + "; the line: " + Excerpt.ofLine(line);
      return id.isPresent()
          ? ProtocolJson.answer(id.getAsLong(), new Answer.Failed(message), Encoding.VALUES)
          : LineWriter.failedWithoutId(message);
    }
  }

  private String answer(Query query) {
    if (query instanceof Query.Run run) {
      Answer answer = compute(run.request());
      boolean enclosed = run.enclosure() && answer instanceof Answer.Output;
      Optional<EnclosureText> enclosure =
          enclosed ? enclosures.enclose(run.request()) : Optional.empty();
      return LineWriter.answer(run.id(), answer, run.encoding(), enclosure);
    }
    return ProtocolJson.description(query.id(), backend.description(), Encoding.VALUES);
  }

  private Answer compute(Request request) {
    String operation = request.operation();
    if (Catalogue.find(operation).isEmpty()) {
      return new Answer.Refused(
          RefusalCode.UNKNOWN_OPERATION, "\"" + operation + "\" is no operation");
    }
    if (!isClaimed(request)) {
      return new Answer.Unsupported(
          backend.description().name() + " does not claim " + operation + " for these dtypes");
    }
    try {
      return backend.answer(request);
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      return new Answer.Failed(e.toString());
    }
  }

  // Which dtype a request without float inputs is computed in is the backend's to tell.
  private boolean isClaimed(Request request) {
    Set<DType> claimed =
        backend.description().operations().getOrDefault(request.operation(), Set.of());
    Set<DType> floats =
        request.arguments().inputs().values().stream()
            .map(Tensor::dtype)
            .filter(DType::isFloat)
            .collect(Collectors.toSet());
    return floats.isEmpty() ? !claimed.isEmpty() : floats.stream().anyMatch(claimed::contains);
  }
}
