package io.crosscheck.backend;

import java.lang.management.ManagementFactory;
import java.util.List;

/** The JVM flag without which newer JVMs warn of native code. */
public final class NativeAccess {

  private static final String FLAG = "--enable-native-access";

  private NativeAccess() {}

  /** The flag, if this JVM was started without it. */
  public static List<String> missingJvmFlags() {
    boolean given =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(a -> a.startsWith(FLAG) && a.contains("ALL-UNNAMED"));
    return given ? List.of() : List.of(FLAG + "=ALL-UNNAMED");
  }
}
