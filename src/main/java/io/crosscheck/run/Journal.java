package io.crosscheck.run;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A header and the finished cases, a JSON line each, in the file as soon as a case ends. */
final class Journal implements AutoCloseable {

  private static final ObjectWriter LINES =
      Json.MAPPER.writerFor(JournalLine.class).with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);

  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** A new journal with that header. */
  static Journal start(Path path, JournalHeader header) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Journal journal = open(path, 0);
      journal.line(Json.MAPPER.writeValueAsBytes(header));
      return journal;
    } catch (IOException e) {
      throw new SetUpException("the report can't be written: " + e);
    }
  }

  /** The journal of an earlier run, less half a line at its end. */
  static Journal goOn(Path path, EarlierRun earlier) {
    try {
      return open(path, earlier.length());
    } catch (IOException e) {
      throw new SetUpException("the report can't be written: " + e);
    }
  }

  private static Journal open(Path path, long kept) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(kept).position(kept);
    return new Journal(file);
  }

  void add(JournalLine finished) {
    try {
      line(LINES.writeValueAsBytes(finished));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(byte[] json) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    while (line.hasRemaining()) {
      file.write(line);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
