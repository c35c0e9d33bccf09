package io.crosscheck.peer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Request;
import io.crosscheck.mutant.Mutant;
import io.crosscheck.mutant.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many of the wrong implementations other suites reject, beside this one, which has to reject
 * all.
 */
class PeersTest {

  private static final Path PAGE = Path.of("reports/peers.md");

  @Test
  void the_published_page_says_what_they_reject() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("crosscheck.peers"))) {
      Files.writeString(PAGE, page);
    }
    String stale = PAGE + " is not what the gallery gives; its first lines say how to write it";
    assertThat(stale, Files.readString(PAGE).equals(page));
  }

  /** Else a rejection would say nothing. */
  @Test
  void they_accept_the_reference_and_their_inputs_are_no_refusals() {
    List<String> refused = new ArrayList<>();
    try (Backend reference = reference()) {
      for (Peer peer : Peers.all()) {
        for (Request request : peer.requests()) {
          Answer right = reference.answer(request);
          if (!(right instanceof Answer.Output) || !peer.accepts(request, right, right)) {
            refused.add(peer.name() + ": " + request.operation() + " " + right);
          }
        }
      }
    }
    assertThat(refused, is(empty()));
  }

  private static Backend reference() {
    return Backends.create(Backends.available("reference"));
  }

  private static String page() {
    Map<String, List<Mutant>> byOperation =
        Mutants.all().stream()
            .collect(Collectors.groupingBy(Mutant::operation, TreeMap::new, Collectors.toList()));
    List<Peer> peers = Peers.all();
    int[] rejected = new int[peers.size()];
    int[] asked = new int[peers.size()];
    List<String> rows = new ArrayList<>();
    try (Backend reference = reference()) {
      Map<Request, Answer> known = new IdentityHashMap<>();
      Function<Request, Answer> right = r -> known.computeIfAbsent(r, reference::answer);
      byOperation.forEach(
          (operation, mutants) -> {
            StringBuilder row = new StringBuilder("| ").append(operation);
            row.append(" | ").append(mutants.size()).append(" of ").append(mutants.size());
            for (int p = 0; p < peers.size(); p++) {
              Peer peer = peers.get(p);
              if (!peer.covers(operation)) {
                row.append(" | –");
                continue;
              }
              long count = mutants.stream().filter(m -> peer.rejects(m, right)).count();
              row.append(" | ").append(count).append(" of ").append(mutants.size());
              rejected[p] += (int) count;
              asked[p] += mutants.size();
            }
            rows.add(row.append(" |").toString());
          });
    }
    int all = byOperation.values().stream().mapToInt(List::size).sum();
    StringBuilder last = new StringBuilder("| where it has inputs | ").append(all + " of " + all);
    for (int p = 0; p < peers.size(); p++) {
      last.append(" | ").append(rejected[p]).append(" of ").append(asked[p]);
    }
    rows.add(last.append(" |").toString());
    return head(peers) + String.join("\n", rows) + "\n";
  }

  private static String head(List<Peer> peers) {
    List<String> lines = new ArrayList<>();
    lines.add("# What other suites reject");
    lines.add("");
    lines.add(
        "The wrong implementations of [rejections.md](rejections.md), asked what other suites ask. What a suite expects is taken from the reference, correctly rounded: better than it has.");
    lines.add("–: it has no input for the operation.");
    lines.add("");
    for (Peer peer : peers) {
      lines.add(
          "- %s: %s; %d inputs".formatted(peer.name(), peer.tolerance(), peer.requests().size()));
    }
    lines.add("");
    lines.add(
        "Written by `mvn test -Dtest=PeersTest -Dcrosscheck.peers=write`; where this page is not what that gives, the build fails. The inputs are those of onnx 1.23.1 and torch 2.13.0, by"
            + " [a script](../src/test/peers/cases.py).");
    lines.add("");
    lines.add(
        "| operation | Crosscheck | "
            + peers.stream().map(Peer::name).collect(Collectors.joining(" | "))
            + " |");
    lines.add("|---|---:|" + "---:|".repeat(peers.size()));
    return String.join("\n", lines) + "\n";
  }
}
