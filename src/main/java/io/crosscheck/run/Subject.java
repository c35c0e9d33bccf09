package io.crosscheck.run;

import io.crosscheck.operation.Attribute;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.tensor.DType;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario is about, read from its steps without running them.
 *
 * @param operations those that it computes, in order
 * @param dtype that of its first float tensor, else the result's
 */
record Subject(List<String> operations, String dtype) {

  private static final Pattern TENSOR = Pattern.compile("the (\\w+) tensor .*");
  private static final Pattern COMPUTED = Pattern.compile("(\\w+) is computed\\b.*");
  private static final Pattern DTYPE = Pattern.compile(".*\\bdtype (\\w+).*");

  static Subject of(Pickle pickle) {
    List<String> operations = new ArrayList<>();
    List<String> given = new ArrayList<>();
    Optional<String> asked = Optional.empty();
    for (Step step : pickle.getSteps()) {
      Matcher tensor = TENSOR.matcher(step.getText());
      Matcher computed = COMPUTED.matcher(step.getText());
      if (tensor.matches()) {
        given.add(tensor.group(1));
      } else if (computed.matches()) {
        operations.add(computed.group(1));
        Matcher dtype = DTYPE.matcher(step.getText());
        asked = asked.isEmpty() && dtype.matches() ? Optional.of(dtype.group(1)) : asked;
      }
    }
    return new Subject(List.copyOf(operations), dtype(operations, given, asked));
  }

  /** Whether the step gives an input or asks, and judges nothing. */
  static boolean asks(Step step) {
    return TENSOR.matcher(step.getText()).matches() || COMPUTED.matcher(step.getText()).matches();
  }

  private static String dtype(List<String> operations, List<String> given, Optional<String> asked) {
    Optional<String> floats =
        given.stream().filter(t -> DType.ofToken(t).filter(DType::isFloat).isPresent()).findFirst();
    return floats
        .or(() -> asked)
        .or(() -> operations.stream().findFirst().flatMap(Subject::byDefault))
        .or(() -> given.stream().findFirst())
        .orElse("");
  }

  /** The dtype that an operation's result has unless its attribute says otherwise. */
  private static Optional<String> byDefault(String operation) {
    return Catalogue.find(operation).stream()
        .flatMap(o -> o.signature().attributes().stream())
        .filter(a -> a.name().equals("dtype"))
        .findFirst()
        .flatMap(Attribute::byDefault)
        .map(Object::toString);
  }
}
