package io.crosscheck.cli;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.protocol.EnclosureSource;
import io.crosscheck.protocol.EnclosureText;
import io.crosscheck.verdict.CertifiedResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certified bounds of a result under these choices, the reference's own elsewhere, tight to 25
 * digits.
 */
record CertifiedBounds(Map<Choice, String> choices) implements EnclosureSource {

  private static final int DIGITS = 30;

  @Override
  public Optional<EnclosureText> enclose(Request request) {
    return CertifiedResult.of(request, Choices.of(choices)).map(CertifiedBounds::text);
  }

  private static EnclosureText text(CertifiedResult result) {
    List<String> lower = new ArrayList<>();
    List<String> upper = new ArrayList<>();
    for (int i = 0; i < result.header().shape().size(); i++) {
      lower.add(result.lower(i, DIGITS));
      upper.add(result.upper(i, DIGITS));
    }
    return new EnclosureText(lower, upper);
  }
}
