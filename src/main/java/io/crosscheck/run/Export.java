package io.crosscheck.run;

import io.crosscheck.protocol.AnswerFile;
import io.crosscheck.protocol.DescribeFailedException;
import io.crosscheck.protocol.ProtocolJson;
import io.crosscheck.protocol.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the requests of a run, to be answered elsewhere and judged by {@link Run#judge}. */
public final class Export {

  private final Reply.Described claimed;
  private final OutputStream out;
  private final Map<Long, String> cases = new HashMap<>();
  private @Nullable IOException broken;

  private Export(Reply.Described claimed, OutputStream out) {
    this.claimed = claimed;
    this.out = out;
  }

  /**
   * Writes a request for a description, with id 0, and then every request of the selected cases.
   *
   * @param features a folder of features instead of the built-in ones
   * @param description a file of answers that begins with a description: only what it claims is
   *     written, in the encoding that it asks for; empty for all requests
   */
  public static void write(
      Optional<Path> features, Selection selection, Optional<Path> description, OutputStream out)
      throws IOException {
    Reply.Described claimed = description.map(Export::read).orElseGet(Recordings::everything);
    Runner runner = new Runner(FeatureSet.load(features), selection);
    Export export = new Export(claimed, out);
    export.line(ProtocolJson.describe(0));
    runner.requests(claimed.description(), export::add);
    if (export.broken != null) {
      throw export.broken;
    }
    out.flush();
  }

  private static Reply.Described read(Path path) {
    try (AnswerFile answers = Recordings.open(path)) {
      return answers
          .description()
          .orElseThrow(
              () ->
                  new SetUpException(
                      "\"" + path + "\" holds no description; expected the answer to id 0"));
    } catch (DescribeFailedException e) {
      throw new SetUpException("\"" + path + "\": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Steps turn what is thrown here into an outcome of the case.
  private void add(Asked asked) {
    String other = cases.putIfAbsent(asked.id(), asked.caseId());
    try {
      if (other != null) {
        throw new IOException("the same id for " + other + " and " + asked.caseId());
      }
      if (broken == null) {
        line(ProtocolJson.request(asked.id(), asked.request(), claimed.encoding()));
      }
    } catch (IOException e) {
      broken = broken == null ? e : broken;
    }
  }

  private void line(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
