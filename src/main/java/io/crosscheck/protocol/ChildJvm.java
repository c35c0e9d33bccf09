package io.crosscheck.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A backend of this class path in a JVM of its own: for JVM flags that this one was started
 * without, and to survive the crash of a native library.
 */
public final class ChildJvm {

  private static final String MAIN = "io.crosscheck.cli.Main";

  private ChildJvm() {}

  /**
   * Starts {@code serve --backend NAME} with those JVM flags, and tensors sent as bits.
   *
   * @throws CannotStartException if the JVM ends without a word, as it does for an unknown flag
   * @throws DescribeFailedException if it does not describe itself
   */
  public static AdapterProcess start(String backend, List<String> jvmFlags, AdapterLimits limits)
      throws CannotStartException, DescribeFailedException {
    return start(backend, Optional.empty(), jvmFlags, limits);
  }

  /** The same, answering by a dialect's choices where one is given. */
  public static AdapterProcess start(
      String backend, Optional<String> dialect, List<String> jvmFlags, AdapterLimits limits)
      throws CannotStartException, DescribeFailedException {
    List<String> words = words(backend, jvmFlags);
    dialect.ifPresent(name -> words.addAll(List.of("--dialect", name)));
    AdapterCommand command = new AdapterCommand("serve --backend " + backend, words);
    return AdapterProcess.start(command, limits, Optional.of(Encoding.BITS), Optional.empty());
  }

  private static List<String> words(String backend, List<String> jvmFlags) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + Runtime.getRuntime().maxMemory());
    words.addAll(jvmFlags);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    words.addAll(List.of("serve", "--backend", backend));
    return words;
  }
}
