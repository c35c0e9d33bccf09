package io.crosscheck.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.plugin.event.Location;
import java.net.URI;
import java.util.List;

/** A scenario without the steps that judge: running it makes the same requests. */
final class AskingPickle implements Pickle {

  private final Pickle whole;

  AskingPickle(Pickle whole) {
    this.whole = whole;
  }

  @Override
  public List<Step> getSteps() {
    return whole.getSteps().stream().filter(Subject::asks).toList();
  }

  @Override
  public String getKeyword() {
    return whole.getKeyword();
  }

  @Override
  public String getLanguage() {
    return whole.getLanguage();
  }

  @Override
  public String getName() {
    return whole.getName();
  }

  @Override
  public Location getLocation() {
    return whole.getLocation();
  }

  @Override
  public Location getScenarioLocation() {
    return whole.getScenarioLocation();
  }

  @Override
  public List<String> getTags() {
    return whole.getTags();
  }

  @Override
  public URI getUri() {
    return whole.getUri();
  }

  @Override
  public String getId() {
    return whole.getId();
  }
}
