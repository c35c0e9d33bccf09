package io.crosscheck.run;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.crosscheck.report.Case;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The finished cases, a JSON line each, on disk before the next one starts. */
final class Journal implements AutoCloseable {

  private static final ObjectWriter LINES =
      Json.MAPPER.writerFor(Case.class).withRootValueSeparator("");

  private final OutputStream file;
  private final SequenceWriter out;

  private Journal(OutputStream file) throws IOException {
    this.file = file;
    this.out = LINES.writeValues(file);
  }

  static Journal open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Journal(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new SetUpException("the report can't be written: " + e);
    }
  }

  void add(Case finished) {
    try {
      out.write(finished);
      out.flush();
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
