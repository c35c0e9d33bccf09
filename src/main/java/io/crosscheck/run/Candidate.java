package io.crosscheck.run;

import io.crosscheck.backend.Backend;

/** An implementation that is there to be run. */
interface Candidate {

  /** As the command line has it: a backend's name, or {@code exec:COMMAND}. */
  String name();

  /** Starts it. */
  Backend open() throws NotDescribedException;

  /** It starts, but doesn't say what it is: none of its cases can be asked. */
  final class NotDescribedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotDescribedException(String message) {
      super(message);
    }
  }
}
