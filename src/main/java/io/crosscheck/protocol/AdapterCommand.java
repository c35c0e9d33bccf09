package io.crosscheck.protocol;

import java.util.List;

/**
 * How an adapter is started.
 *
 * @param title what messages call it
 */
record AdapterCommand(String title, List<String> words) {

  /** A command line as one types it. */
  static AdapterCommand shell(String line) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return new AdapterCommand(
        line, windows ? List.of("cmd", "/c", line) : List.of("/bin/sh", "-c", line));
  }
}
