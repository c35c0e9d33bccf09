package io.crosscheck.protocol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An output stream of a child process that is read to its end. When the child exits, the JDK closes
 * the pipe under a reader that is waiting in it and keeps what was left for the next call; that
 * call is made here, so that last words aren't lost.
 */
final class SteadyInput extends FilterInputStream {

  private boolean broken;

  SteadyInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      if (broken) {
        throw e;
      }
      broken = true;
      return super.read(bytes, offset, length);
    }
  }
}
