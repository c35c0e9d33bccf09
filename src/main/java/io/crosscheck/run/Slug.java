package io.crosscheck.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** Parts of case ids, made of letters, digits and {@code . + - _}. */
final class Slug {

  private static final int LONGEST = 60;

  private Slug() {}

  /** A scenario's name, in lower case with hyphens. */
  static String ofName(String name) {
    return cut(trim(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), "-"), name);
  }

  /** The cells of an example row. Signs and points are kept, for they tell numbers apart. */
  static String ofCells(List<String> cells) {
    List<String> slugs = new ArrayList<>();
    for (String cell : cells) {
      slugs.add(trim(cell.replaceAll("[^A-Za-z0-9.+-]+", "_"), "_"));
    }
    return cut(String.join("_", slugs), String.join(" ", cells));
  }

  private static String trim(String text, String separator) {
    return text.replaceAll("^" + separator + "|" + separator + "$", "");
  }

  /** A long slug ends in a checksum of the whole text, so that it stays unique and stable. */
  private static String cut(String slug, String text) {
    if (slug.length() <= LONGEST) {
      return slug;
    }
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return slug.substring(0, LONGEST - 9) + String.format("-%08x", checksum.getValue());
  }
}
