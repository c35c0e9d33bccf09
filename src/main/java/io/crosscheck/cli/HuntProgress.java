package io.crosscheck.cli;

import io.crosscheck.search.Hunt;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Tells on stderr how far a hunt is, and has it saved now and then: a line that is written over on
 * a terminal, else a line every ten seconds.
 */
final class HuntProgress implements LongConsumer {

  private static final long BETWEEN_LINES = 10_000_000_000L;
  private static final long BETWEEN_UPDATES = 200_000_000L;

  private final Hunt hunt;
  private final PrintWriter err;
  private final Optional<Long> evaluations;
  private final Runnable save;
  private final boolean terminal = Terminal.isInteractive();
  private long updated = System.nanoTime();
  private long saved = updated;

  HuntProgress(Hunt hunt, PrintWriter err, Optional<Long> evaluations, Runnable save) {
    this.hunt = hunt;
    this.err = err;
    this.evaluations = evaluations;
    this.save = save;
  }

  @Override
  public void accept(long done) {
    long now = System.nanoTime();
    if (now - updated >= (terminal ? BETWEEN_UPDATES : BETWEEN_LINES)) {
      updated = now;
      show();
    }
    if (now - saved >= BETWEEN_LINES) {
      save.run();
      saved = System.nanoTime();
    }
  }

  /** Clears the line, or says how it ended. */
  void end() {
    if (terminal) {
      err.print("\r" + " ".repeat(60) + "\r");
      err.flush();
    } else {
      show();
    }
  }

  private void show() {
    String text =
        String.format(
            Locale.ROOT,
            "  %d%s inputs, worst err/bound %.4g",
            hunt.evaluations(),
            evaluations.map(n -> " of " + n).orElse(""),
            Math.max(0, hunt.overBound()));
    if (terminal) {
      err.print("\r" + text + "   ");
    } else {
      err.println(text);
    }
    err.flush();
  }
}
