package io.crosscheck.run;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One part of the cases, for runs that share them between machines. A case belongs to the part that
 * a checksum of its id picks, whatever else is selected: a new case moves no other.
 *
 * @param number from 1 to {@code count}
 * @param count of parts; together they hold every case once
 */
public record Shard(int number, int count) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

  /** Refuses a part that isn't one of them. */
  public Shard {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException("shard " + number + " of " + count);
    }
  }

  /** The shard that {@code I/N} names, empty if it names none. */
  public static Optional<Shard> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    int count = Integer.parseInt(matcher.group(2));
    return number < 1 || number > count ? Optional.empty() : Optional.of(new Shard(number, count));
  }

  boolean holds(String caseId) {
    CRC32 checksum = new CRC32();
    checksum.update(caseId.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() % count == number - 1;
  }

  /** As the command line has it: {@code 1/4}. */
  @Override
  public String toString() {
    return number + "/" + count;
  }
}
