package io.crosscheck.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosscheck.backend.Description;
import io.crosscheck.dialect.Agreement;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Choice;
import io.crosscheck.probe.Evidence;
import io.crosscheck.probe.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a probe found, as a table for people and as an object for machines.
 *
 * @param nearest the dialects that agree best
 */
record ProbeText(Description description, List<Observation> observations, List<Agreement> nearest) {

  private static final ObjectMapper JSON = new ObjectMapper();

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(description.name() + " " + description.version());
    int choices = width(observations.stream().map(o -> o.choice().token()).toList());
    int values = width(observations.stream().map(ProbeText::observed).toList());
    for (Observation observation : observations) {
      String choice = padded(observation.choice().token(), choices);
      String value = padded(observed(observation), values);
      List<String> evidence = evidence(observation);
      lines.add(choice + value + evidence.get(0));
      evidence.stream().skip(1).forEach(e -> lines.add(" ".repeat(choices + values) + e));
    }
    lines.add("");
    lines.add(nearestLine());
    nearest.forEach(agreement -> lines.addAll(differences(agreement)));
    return lines;
  }

  /** The value; else why there is none. */
  private static String observed(Observation observation) {
    if (observation.value().isPresent()) {
      return observation.value().get();
    }
    if (observation.evidence().isEmpty()) {
      return "not observed";
    }
    boolean unlisted = observation.evidence().stream().anyMatch(e -> e.fitting().isEmpty());
    return unlisted ? "none of the values" : "undecided";
  }

  private static List<String> evidence(Observation observation) {
    return observation.evidence().isEmpty()
        ? List.of(String.join(", ", observation.unclaimed()) + " not claimed")
        : observation.evidence().stream().map(e -> e.question() + " -> " + e.answer()).toList();
  }

  private String nearestLine() {
    if (nearest.isEmpty()) {
      return "nearest dialect: none agrees on a choice that was observed";
    }
    String names =
        nearest.stream()
            .map(
                a ->
                    "%s (agrees on %d of %d choices compared)"
                        .formatted(a.dialect().name(), a.agreed().size(), a.compared()))
            .collect(Collectors.joining(", "));
    return (nearest.size() == 1 ? "nearest dialect: " : "nearest dialects: ") + names;
  }

  private List<String> differences(Agreement agreement) {
    Dialect dialect = agreement.dialect();
    List<String> lines = new ArrayList<>();
    dialect
        .settled()
        .forEach(
            (choice, settled) -> {
              if (agreement.differing().contains(choice)) {
                lines.add(
                    "  %s: %s has %s (%s), observed %s"
                        .formatted(
                            choice.token(),
                            dialect.name(),
                            settled.value(),
                            settled.source(),
                            observed(observation(choice))));
                evidence(observation(choice)).forEach(e -> lines.add("    " + e));
              }
            });
    return lines;
  }

  private Observation observation(Choice choice) {
    return observations.stream().filter(o -> o.choice() == choice).findFirst().orElseThrow();
  }

  /** The same as one JSON object. */
  String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("name", description.name()).put("version", description.version());
    ArrayNode choices = root.putArray("choices");
    for (Observation observation : observations) {
      ObjectNode one = choices.addObject().put("choice", observation.choice().token());
      one.put("observed", observation.value().orElse(null));
      one.set("unclaimed", JSON.valueToTree(observation.unclaimed()));
      ArrayNode evidence = one.putArray("evidence");
      for (Evidence e : observation.evidence()) {
        evidence.addObject().put("question", e.question()).put("answer", e.answer());
      }
    }
    ArrayNode dialects = root.putArray("nearest");
    for (Agreement agreement : nearest) {
      ObjectNode one = dialects.addObject().put("dialect", agreement.dialect().name());
      one.put("agreed", agreement.agreed().size()).put("compared", agreement.compared());
      one.set(
          "differing",
          JSON.valueToTree(agreement.differing().stream().map(Choice::token).toList()));
    }
    return root.toPrettyString();
  }

  private static int width(Collection<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0) + 2;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
