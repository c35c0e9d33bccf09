package io.crosscheck.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines, and holds no more of a line than a limit. */
final class LineReader {

  /** How a line ended. */
  enum End {
    NEWLINE,
    STREAM,
    /** At the limit: the line goes on, only its beginning is here, the stream is of no more use. */
    LIMIT
  }

  /** A line without its line end. */
  record Line(byte[] bytes, End end) {}

  private static final int QUOTED = 1 << 13;

  private final InputStream in;
  private final int limit;
  private final byte[] chunk = new byte[1 << 16];
  private int next;
  private int filled;
  private long ahead;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] beginning = new byte[0];
    while (fill()) {
      int end = next;
      while (end < filled && chunk[end] != '\n') {
        end++;
      }
      int wanted = end - next;
      int taken = Math.min(wanted, limit - line.size());
      if (line.size() == 0) {
        beginning = Arrays.copyOfRange(chunk, next, next + Math.min(taken, QUOTED));
      }
      line.write(chunk, next, taken);
      next += taken;
      if (taken < wanted) {
        return new Line(beginning, End.LIMIT);
      }
      if (end < filled) {
        next++;
        return new Line(withoutCarriageReturn(line.toByteArray()), End.NEWLINE);
      }
    }
    return new Line(line.toByteArray(), End.STREAM);
  }

  /** How many bytes the lines so far and their ends took. */
  long position() {
    return ahead - (filled - next);
  }

  private boolean fill() throws IOException {
    if (next == filled) {
      next = 0;
      filled = Math.max(0, in.read(chunk));
      ahead += filled;
    }
    return filled > 0;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    int last = line.length - 1;
    return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
  }
}
