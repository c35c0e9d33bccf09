package io.crosscheck.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps a process to HotSpot's first compiler, as {@code -XX:TieredStopAtLevel=1} does for one that
 * is started with it. In a run of a few thousand small cases the second compiler takes more time
 * than it gives back.
 */
final class QuickCompiler {

  private static final String ALL_METHODS = "[{match: \"*.*\", c2: {Exclude: true}}]";

  // Some of these leave the second compiler alone, and then nothing would be compiled.
  private static final Pattern CHOOSES_COMPILERS =
      Pattern.compile("-XX:.*(Tiered|CompilationMode).*");

  private QuickCompiler() {}

  /**
   * From now on, for as long as this JVM runs. One that was started with an option on its
   * compilers, or has no such command, goes on as it is.
   */
  static void use() {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (options.stream().anyMatch(CHOOSES_COMPILERS.asMatchPredicate())) {
      return;
    }
    try {
      Path directives = Files.createTempFile("crosscheck", ".json");
      try {
        Files.writeString(directives, ALL_METHODS);
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerDirectivesAdd",
                new Object[] {new String[] {directives.toString()}},
                new String[] {String[].class.getName()});
      } finally {
        Files.deleteIfExists(directives);
      }
    } catch (IOException | JMException e) {
      // It costs time, not a verdict.
    }
  }
}
