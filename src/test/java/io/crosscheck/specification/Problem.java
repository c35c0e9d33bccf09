package io.crosscheck.specification;

import io.cucumber.messages.types.Location;

/** One finding of the lint, with the place to open in an editor. */
record Problem(String file, long line, String text) {

  static Problem at(String file, Location location, String seen, String expected, String todo) {
    return at(file, location.getLine(), seen, expected, todo);
  }

  static Problem at(String file, long line, String seen, String expected, String todo) {
    return new Problem(file, line, seen + " - expected " + expected + " - " + todo);
  }

  @Override
  public String toString() {
    return "features/" + file + ":" + line + ": " + text;
  }
}
