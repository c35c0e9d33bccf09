package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An implementation that was asked elsewhere: looks up the answers that it gave. */
public final class RecordedAnswers implements Backend, AsksByCase {

  private final AnswerFile answers;
  private final Description description;
  private String caseId = "";
  private int position;

  /** Answers in a file, of an implementation that says this of itself. */
  public RecordedAnswers(AnswerFile answers, Description description) {
    this.answers = answers;
    this.description = description;
  }

  @Override
  public void startCase(String id) {
    caseId = id;
    position = 0;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Answer answer(Request request) {
    return answers.answer(RequestId.of(caseId, position++, request));
  }

  @Override
  public void close() {
    try {
      answers.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
