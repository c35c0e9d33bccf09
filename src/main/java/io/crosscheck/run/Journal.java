package io.crosscheck.run;

import io.crosscheck.report.Case;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The finished cases, a JSON line each, on disk before the next one starts. */
final class Journal implements AutoCloseable {

  private final Writer out;

  private Journal(Writer out) {
    this.out = out;
  }

  static Journal open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Journal(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new SetUpException("the report can't be written: " + e);
    }
  }

  void add(Case finished) {
    try {
      out.write(Json.MAPPER.writeValueAsString(finished));
      out.write('\n');
      out.flush();
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
