package io.crosscheck.steps;

import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Tolerance;

/** The error that the specification allows for each element of a result. */
final class AllowedErrors {

  private AllowedErrors() {}

  static double[] of(Request request, UnderTest underTest) {
    Operation operation =
        Catalogue.find(request.operation())
            .orElseThrow(
                () -> new SpecificationFault("no operation \"" + request.operation() + "\""));
    Choices choices = Choices.of(underTest.declared());
    try {
      Arguments bound = operation.signature().bind(request.arguments());
      Certified certified = Certified.of(operation, bound, choices);
      DType dtype = certified.header().dtype();
      Tolerance tolerance = Tolerance.of(operation, bound, dtype, underTest.profile());
      boolean flushed = choices.is(Choice.SUBNORMALS, "flushed");
      double[] allowed = new double[certified.header().shape().size()];
      for (int i = 0; i < allowed.length; i++) {
        while (certified.enclosure(i).isUnbounded()) {
          certified.refine();
        }
        double exact = certified.enclosure(i).estimate();
        boolean flushable = flushed && exact != 0 && Math.abs(exact) < dtype.smallestNormal();
        allowed[i] = tolerance.allowed(i, exact, flushable);
      }
      return allowed;
    } catch (RefusedException e) {
      throw new SpecificationFault("a property of a refused request: " + e.getMessage());
    }
  }
}
