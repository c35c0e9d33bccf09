package io.crosscheck.protocol;

import java.nio.file.Path;

/** An adapter that misbehaves in the way that it is told. */
final class Hostile {

  private Hostile() {}

  static AdapterProcess start(String mode, AdapterLimits limits) throws Exception {
    Path script = Path.of(Hostile.class.getResource("/adapters/hostile.py").toURI());
    return AdapterProcess.start("exec python3 '" + script + "' " + mode, limits);
  }
}
