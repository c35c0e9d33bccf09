package io.crosscheck.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of what an adapter wrote to stderr during the case that is running. */
final class StderrLog {

  private static final int SHOWN = 4_000;
  // A character of UTF-8 takes up to four bytes.
  private static final int KEPT = 4 * SHOWN + 4;

  private final int limit;
  private final byte[] ring = new byte[KEPT];
  private long count;

  /** A log that allows {@code limit} bytes a case. */
  StderrLog(int limit) {
    this.limit = limit;
  }

  /** Forgets what was written so far. */
  synchronized void startCase() {
    count = 0;
  }

  /** Takes the first {@code length} bytes; returns whether they passed the limit. */
  synchronized boolean append(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) ((count + i) % KEPT)] = bytes[i];
    }
    boolean wasWithin = count <= limit;
    count += length;
    notifyAll();
    return wasWithin && count > limit;
  }

  /** Waits for something to be written in this case; returns whether anything was. */
  synchronized boolean awaitAny(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); count == 0 && left > 0; left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return count > 0;
  }

  /** The last characters of the case. */
  synchronized String tail() {
    int length = (int) Math.min(count, KEPT);
    byte[] ordered = new byte[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = ring[(int) ((count - length + i) % KEPT)];
    }
    return Excerpt.tail(new String(ordered, StandardCharsets.UTF_8).strip(), SHOWN);
  }
}
