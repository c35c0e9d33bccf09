package io.crosscheck.protocol;

/** An implementation whose answers are found by the case and the place in it that ask for them. */
public interface AsksByCase {

  /** From now on, that case asks. */
  void startCase(String id);
}
