package io.crosscheck.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The folder of each report: its implementation's name, made safe for every file system. */
public final class FolderNames {

  private FolderNames() {}

  /** One name per report, in order; equal names get -2, -3 and so on. */
  public static List<String> of(List<RunReport> reports) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (RunReport report : reports) {
      String base = safe(report.implementation().name());
      String name = base;
      // Some file systems take "A" and "a" for one name.
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = base + "-" + n;
      }
      names.add(name);
    }
    return names;
  }

  private static String safe(String name) {
    // "." and ".." are folders already, and a leading dot hides one.
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^\\.+", "");
    return safe.isEmpty() ? "implementation" : safe;
  }
}
