package io.crosscheck.run;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.protocol.RequestId;
import java.util.function.Consumer;

/**
 * Takes note of what it is asked. Its answers mean nothing: no scenario's requests depend on any.
 */
final class Recorder implements Backend {

  private final Description description;
  private final Consumer<Asked> asked;
  private String caseId = "";
  private int position;

  Recorder(Description description, Consumer<Asked> asked) {
    this.description = description;
    this.asked = asked;
  }

  void startCase(String id) {
    caseId = id;
    position = 0;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Answer answer(Request request) {
    asked.accept(new Asked(caseId, RequestId.of(caseId, position++, request), request));
    return new Answer.Refused(RefusalCode.OTHER, "recorded");
  }
}
