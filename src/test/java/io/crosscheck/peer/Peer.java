package io.crosscheck.peer;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.mutant.Mutant;
import io.crosscheck.protocol.ProtocolException;
import io.crosscheck.protocol.ProtocolJson;
import io.crosscheck.protocol.Query;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Another suite: its inputs and its tolerance. What it would expect is taken from the reference,
 * correctly rounded, which is the best that it could have.
 *
 * @param name as in the table
 * @param tolerance in words
 * @param requests its inputs, for the operations that it has
 */
record Peer(String name, String tolerance, List<Request> requests, Nearness nearness) {

  /** Whether one element is near enough to what is expected. */
  interface Nearness {
    boolean accepts(double actual, double expected, Request request, Tensor result);
  }

  static Peer of(String name, String tolerance, String file, Nearness nearness) {
    return new Peer(name, tolerance, requests(file), nearness);
  }

  private static List<Request> requests(String file) {
    try (var in = new GZIPInputStream(Peer.class.getResourceAsStream("/peers/" + file))) {
      List<Request> requests = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        requests.add(((Query.Run) ProtocolJson.query(line)).request());
      }
      return requests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ProtocolException e) {
      throw new IllegalStateException(file, e);
    }
  }

  /** Whether it has any input for the operation. */
  boolean covers(String operation) {
    return requests.stream().anyMatch(r -> r.operation().equals(operation));
  }

  /** Whether one of its inputs shows that the mutant is wrong. */
  boolean rejects(Mutant mutant, Function<Request, Answer> right) {
    var backend = mutant.backend();
    return requests.stream()
        .filter(r -> r.operation().equals(mutant.operation()))
        .anyMatch(r -> !accepts(r, right.apply(r), backend.answer(r)));
  }

  /** Whether it is satisfied with an answer. */
  boolean accepts(Request request, Answer right, Answer answer) {
    Optional<Tensor> expected = result(right);
    Optional<Tensor> actual = result(answer);
    if (expected.isEmpty() || actual.isEmpty()) {
      return expected.isEmpty() == actual.isEmpty();
    }
    Tensor y = actual.get();
    Tensor e = expected.get();
    if (!y.shape().equals(e.shape()) || y.dtype() != e.dtype()) {
      return false;
    }
    for (int i = 0; i < y.size(); i++) {
      double a = y.number(i);
      double b = e.number(i);
      boolean same = a == b || Double.isNaN(a) && Double.isNaN(b);
      if (!same && !(Double.isFinite(a) && Double.isFinite(b))) {
        return false;
      }
      if (!same && !nearness.accepts(a, b, request, e)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Tensor> result(Answer answer) {
    return answer instanceof Answer.Output output ? Optional.of(output.tensor()) : Optional.empty();
  }
}
