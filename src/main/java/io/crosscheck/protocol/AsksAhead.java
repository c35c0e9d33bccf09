package io.crosscheck.protocol;

import java.util.List;

/** An implementation that can work on requests before it is asked for their answers. */
public interface AsksAhead extends AsksByCase {

  /** Announces the requests that are going to be made, in their order. */
  void foresee(List<Foreseen> requests);
}
