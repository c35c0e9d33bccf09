package io.crosscheck.protocol;

import io.crosscheck.backend.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of a run in their order, and which of them are under way. Those that the run passes
 * over, because their scenario ended early, are forgotten.
 */
final class Errands {

  private final Map<Long, Errand> ahead = new LinkedHashMap<>();
  private final Map<Long, Errand> underWay = new LinkedHashMap<>();

  void foresee(List<Foreseen> requests) {
    requests.forEach(f -> ahead.putIfAbsent(f.id(), new Errand(f.request())));
  }

  boolean anyForeseen() {
    return !ahead.isEmpty();
  }

  /** The errand of a request that the run makes now; a new one if it was not foreseen. */
  Errand due(long id, Request request) {
    if (!ahead.containsKey(id)) {
      return new Errand(request);
    }
    Iterator<Map.Entry<Long, Errand>> entries = ahead.entrySet().iterator();
    Map.Entry<Long, Errand> entry = entries.next();
    while (entry.getKey() != id) {
      entries.remove();
      entry = entries.next();
    }
    Errand due = entry.getValue();
    entries.remove();
    return due;
  }

  /** The next one to send beside others; empty if there is none, or one that must go alone. */
  Optional<Errand> next() {
    for (Errand errand : ahead.values()) {
      if (errand.isAlone() || !errand.isSent()) {
        return errand.isAlone() ? Optional.empty() : Optional.of(errand);
      }
    }
    return Optional.empty();
  }

  /** Whether any of those ahead has to be sent alone. */
  boolean anyAlone() {
    return ahead.values().stream().anyMatch(Errand::isAlone);
  }

  void sent(Errand errand, long line) {
    errand.send();
    underWay.put(line, errand);
  }

  int countUnderWay() {
    return underWay.size();
  }

  /** Whether that line asks for an answer that has not come. */
  boolean isUnderWay(long line) {
    return underWay.containsKey(line);
  }

  void arrived(Reply.Answered reply) {
    Errand errand = underWay.remove(reply.id());
    if (errand == null) {
      throw new IllegalArgumentException("line " + reply.id() + " is not under way");
    }
    errand.answered(reply.answer());
  }

  /** The process ended: whatever was under way has to go again, each alone. */
  void scatter() {
    List<Errand> again = new ArrayList<>(underWay.values());
    underWay.clear();
    again.forEach(Errand::goAlone);
  }
}
