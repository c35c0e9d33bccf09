package io.crosscheck.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A parsed feature that offers Cucumber only some of its pickles, so that none is parsed twice. */
final class SelectedFeature implements io.cucumber.core.gherkin.Feature {

  private final io.cucumber.core.gherkin.Feature whole;
  private final List<Pickle> pickles;

  SelectedFeature(io.cucumber.core.gherkin.Feature whole, Set<Pickle> selected) {
    this(whole, whole.getPickles().stream().filter(selected::contains).toList());
  }

  private SelectedFeature(io.cucumber.core.gherkin.Feature whole, List<Pickle> pickles) {
    this.whole = whole;
    this.pickles = pickles;
  }

  /** The same pickles without the steps that judge. */
  SelectedFeature askingOnly() {
    return new SelectedFeature(whole, pickles.stream().<Pickle>map(AskingPickle::new).toList());
  }

  @Override
  public List<Pickle> getPickles() {
    return pickles;
  }

  @Override
  public Pickle getPickleAt(Node node) {
    return whole.getPickleAt(node);
  }

  @Override
  public String getSource() {
    return whole.getSource();
  }

  @Override
  public Iterable<?> getParseEvents() {
    return whole.getParseEvents();
  }

  @Override
  public URI getUri() {
    return whole.getUri();
  }

  @Override
  public Collection<Node> elements() {
    return whole.elements();
  }

  @Override
  public Location getLocation() {
    return whole.getLocation();
  }

  @Override
  public Optional<String> getKeyword() {
    return whole.getKeyword();
  }

  @Override
  public Optional<String> getName() {
    return whole.getName();
  }

  @Override
  public Optional<Node> getParent() {
    return whole.getParent();
  }
}
