package io.crosscheck.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crosscheck.report.Case;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run that was cut off had done, as its journal has it.
 *
 * @param length of the journal in bytes, without half a line at its end
 */
record EarlierRun(List<JournalLine> lines, long length) {

  /**
   * Reads a journal; empty if it was cut off before the first case.
   *
   * @throws SetUpException where it can't be read, or {@code now} is another run than the one that
   *     wrote it
   */
  static Optional<EarlierRun> read(Path path, JournalHeader now) {
    byte[] bytes = bytes(path);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    List<String> whole = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    parsed(path, 1, whole.get(0), JournalHeader.class)
        .differenceTo(now)
        .ifPresent(
            difference -> {
              throw new SetUpException(
                  "the journal \"%s\" can't be gone on with: it has %s; run as before, or without --resume"
                      .formatted(path, difference));
            });
    List<JournalLine> lines = new ArrayList<>();
    for (int i = 1; i < whole.size(); i++) {
      lines.add(parsed(path, i + 1, whole.get(i), JournalLine.class));
    }
    return Optional.of(new EarlierRun(lines, end));
  }

  /** Its cases, which are among these, in their order. */
  List<Case> cases(List<SpecifiedCase> selected) {
    Map<String, SpecifiedCase> byId = new HashMap<>();
    selected.forEach(c -> byId.put(c.id(), c));
    List<Case> cases = new ArrayList<>();
    for (JournalLine line : lines) {
      SpecifiedCase specified = byId.get(line.id());
      if (specified == null) {
        throw new SetUpException(
            "the journal has a case that this run lacks, \""
                + line.id()
                + "\"; run without --resume");
      }
      cases.add(line.of(specified));
    }
    return cases;
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new SetUpException(
          "the journal \"" + path + "\" can't be read: " + ReadFailure.reason(e));
    }
  }

  private static <T> T parsed(Path path, int number, String line, Class<T> type) {
    try {
      return Json.MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new SetUpException(
          "the journal \"%s\", line %d, can't be read: %s; run without --resume"
              .formatted(path, number, e.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }
}
