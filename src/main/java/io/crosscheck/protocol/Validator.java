package io.crosscheck.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks closer at the lines of both sides while an adapter is being written: what the protocol
 * tolerates but its author can't have meant becomes a remark.
 */
public final class Validator {

  // Whoever has that many has read enough.
  private static final int MOST = 50;

  private final Consumer<String> told;
  private final Set<String> remarks = new LinkedHashSet<>();

  /** A validator that tells each remark once, as it comes up. */
  public Validator(Consumer<String> told) {
    this.told = told;
  }

  /** Every remark so far. */
  public synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Takes note of a line that an adapter is sent. */
  void sent(String line) {
    try {
      ProtocolJson.query(line);
    } catch (ProtocolException e) {
      remark("Crosscheck is at fault: it sent what it can't read itself, " + e.reason());
    }
  }

  /**
   * Takes note of a line that an adapter sent. One that breaks the protocol is judged elsewhere.
   */
  void heard(byte[] line) {
    try {
      new LineInspection(this::remark).inspect(JsonObject.parse(line));
    } catch (ProtocolException e) {
      // The case is errored with the reason.
    }
  }

  private synchronized void remark(String remark) {
    if (remarks.size() < MOST && remarks.add(remark)) {
      told.accept(remark);
    }
  }
}
