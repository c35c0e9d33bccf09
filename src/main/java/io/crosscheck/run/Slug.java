package io.crosscheck.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Parts of case ids, made of letters, digits and {@code . + - _}. */
final class Slug {

  private static final int LONGEST = 60;
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9]+");
  private static final Pattern NOT_IN_CELLS = Pattern.compile("[^A-Za-z0-9.+-]+");

  private Slug() {}

  /** A scenario's name, in lower case with hyphens. */
  static String ofName(String name) {
    String slug = NOT_IN_NAMES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    return cut(trim(slug, '-'), name);
  }

  /** The cells of an example row. Signs and points are kept, for they tell numbers apart. */
  static String ofCells(List<String> cells) {
    List<String> slugs = new ArrayList<>();
    for (String cell : cells) {
      slugs.add(trim(NOT_IN_CELLS.matcher(cell).replaceAll("_"), '_'));
    }
    return cut(String.join("_", slugs), String.join(" ", cells));
  }

  /** Without a separator at either end; there is never more than one. */
  private static String trim(String text, char separator) {
    int start = !text.isEmpty() && text.charAt(0) == separator ? 1 : 0;
    int end = text.length();
    return text.substring(start, end > start && text.charAt(end - 1) == separator ? end - 1 : end);
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
