package io.crosscheck.probe;

import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Computation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question, by whose answer the values of a choice are told apart.
 *
 * @param dtypes those in which it tells them apart
 */
record Probe(Choice choice, Computation computation, List<DType> dtypes) {

  /** In whatever dtype the operation is claimed, float32 first. */
  Probe(Choice choice, Computation computation) {
    this(
        choice,
        computation,
        Stream.concat(Stream.of(DType.FLOAT32, DType.FLOAT64), Arrays.stream(DType.values()))
            .distinct()
            .toList());
  }

  String operation() {
    return computation.request().operation();
  }

  /** The request in the first dtype that is claimed; empty if none is. */
  Optional<Request> request(UnderTest underTest) {
    return dtypes.stream()
        .flatMap(dtype -> in(dtype).stream())
        .filter(request -> underTest.unclaimed(request).isEmpty())
        .findFirst();
  }

  private Optional<Request> in(DType dtype) {
    try {
      return Optional.of(computation.in(dtype).request());
    } catch (IllegalArgumentException e) {
      // The operation has no results in that dtype.
      return Optional.empty();
    }
  }
}
