package io.crosscheck.search;

import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import java.util.Map;

/** Asks the implementation and judges what it answers. */
final class Trial {

  private final Form form;
  private final UnderTest underTest;
  private final Judge judge;

  Trial(Form form, UnderTest underTest) {
    this.form = form;
    this.underTest = underTest;
    this.judge = new Judge(underTest.profile(), underTest.declared());
  }

  Score score(Map<String, Tensor> inputs) {
    Request request = form.request(inputs);
    return Score.of(judge.judge(request, underTest.answer(request)));
  }
}
