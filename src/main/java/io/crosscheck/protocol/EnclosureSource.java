package io.crosscheck.protocol;

import io.crosscheck.backend.Request;
import java.util.Optional;

/** Computes the certified bounds that may stand beside a result. */
@FunctionalInterface
public interface EnclosureSource {

  /** A source that has none. */
  EnclosureSource NONE = request -> Optional.empty();

  /** The bounds of the result of an accepted request, empty if there are none to give. */
  Optional<EnclosureText> enclose(Request request);
}
