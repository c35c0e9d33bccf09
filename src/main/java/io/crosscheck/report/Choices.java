package io.crosscheck.report;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * How an implementation chooses.
 *
 * @param declared the value that it declares, by choice
 * @param observed the values that its answers showed, by choice
 * @param nearestDialect the dialects that agree best with what was observed; several only where
 *     they agree equally well, none where nothing was observed that a dialect settles
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Choices(
    Map<String, String> declared,
    Map<String, List<String>> observed,
    List<NearDialect> nearestDialect) {

  /** Reports from before dialects were compared lack them. */
  public Choices {
    nearestDialect = nearestDialect == null ? List.of() : List.copyOf(nearestDialect);
  }
}
