package io.crosscheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the run ran on, as far as it can bear on results: never a host, a user or a path.
 *
 * @param cpu the model's name and its widest vectors, by which libraries choose their kernels, and
 *     which a virtual machine may lack; {@code unknown} where the system does not tell
 * @param libraries versions by name
 */
public record Environment(
    String os,
    String architecture,
    String cpu,
    int cores,
    String jvm,
    Map<String, String> libraries) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Pattern CPU_MODEL = Pattern.compile("model name\\s*:\\s*(.+)");
  private static final Pattern AVX_512 = Pattern.compile("flags\\s*:.* avx512f\\b.*");
  private static final Pattern AVX2 = Pattern.compile("flags\\s*:.* avx2\\b.*");
  private static final Pattern LEADING_VERSION = Pattern.compile("\\d+(\\.\\d+)?");
  private static final List<String> LIBRARIES =
      List.of("io.cucumber/cucumber-java", "com.fasterxml.jackson.core/jackson-databind");

  /** This process's environment. */
  public static Environment current() {
    return new Environment(
        // Only the leading digits: a kernel's full release can carry the name of who built it.
        (System.getProperty("os.name") + " " + leadingVersion(System.getProperty("os.version")))
            .strip(),
        System.getProperty("os.arch"),
        cpu(CPU_INFO),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        mavenVersions());
  }

  /** This environment with more libraries, such as that of the backend under test. */
  public Environment withLibraries(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(libraries);
    all.putAll(more);
    return new Environment(os, architecture, cpu, cores, jvm, all);
  }

  static String cpu(Path info) {
    try {
      List<String> lines = Files.readAllLines(info);
      return lines.stream()
          .map(CPU_MODEL::matcher)
          .filter(Matcher::matches)
          .map(m -> m.group(1).strip() + vectors(lines))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String vectors(List<String> lines) {
    if (lines.stream().anyMatch(AVX_512.asMatchPredicate())) {
      return " with AVX-512";
    }
    return lines.stream().anyMatch(AVX2.asMatchPredicate()) ? " with AVX2" : "";
  }

  private static String leadingVersion(String text) {
    Matcher matcher = LEADING_VERSION.matcher(text);
    return matcher.lookingAt() ? matcher.group() : "";
  }

  /** Maven leaves each library's version beside its classes, in a shaded jar too. */
  private static Map<String, String> mavenVersions() {
    Map<String, String> versions = new LinkedHashMap<>();
    for (String library : LIBRARIES) {
      String resource = "/META-INF/maven/" + library + "/pom.properties";
      try (InputStream in = Environment.class.getResourceAsStream(resource)) {
        if (in != null) {
          Properties properties = new Properties();
          properties.load(in);
          versions.put(
              library.substring(library.indexOf('/') + 1), properties.getProperty("version"));
        }
      } catch (IOException e) {
        versions.put(library.substring(library.indexOf('/') + 1), "unknown");
      }
    }
    return versions;
  }
}
