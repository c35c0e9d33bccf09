package io.crosscheck.run;

import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.TestCase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the case that Cucumber runs by where it stands, which no other does. */
final class CasePlaces {

  private final Map<Place, SpecifiedCase> cases = new HashMap<>();

  CasePlaces(List<SpecifiedCase> selected) {
    selected.forEach(c -> cases.put(Place.of(c.pickle().getUri(), c.pickle().getLocation()), c));
  }

  SpecifiedCase of(TestCase test) {
    SpecifiedCase specified = cases.get(Place.of(test.getUri(), test.getLocation()));
    if (specified == null) {
      throw new IllegalStateException(
          "Cucumber ran a case that was not selected: " + test.getName());
    }
    return specified;
  }

  private record Place(String uri, int line) {

    static Place of(URI uri, Location location) {
      return new Place(uri.toString(), location.getLine());
    }
  }
}
