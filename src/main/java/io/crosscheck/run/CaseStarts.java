package io.crosscheck.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseStarted;
import java.util.function.Consumer;

/** Tells the id of each case before its first step, in the thread that runs it. */
final class CaseStarts implements ConcurrentEventListener {

  private final CasePlaces places;
  private final Consumer<String> starting;

  CaseStarts(CasePlaces places, Consumer<String> starting) {
    this.places = places;
    this.starting = starting;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestCaseStarted.class, e -> starting.accept(places.of(e.getTestCase()).id()));
  }
}
