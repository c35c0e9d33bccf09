package io.crosscheck.steps;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The closed list of step texts, read from the annotations of the glue. */
public final class Vocabulary {

  private static final List<Class<?>> GLUE =
      List.of(TensorSteps.class, OperationSteps.class, ResultSteps.class, PropertySteps.class);

  private final List<Parameter> parameters;
  private final List<Step> steps;

  private Vocabulary(List<Parameter> parameters, List<Step> steps) {
    this.parameters = parameters;
    this.steps = steps;
  }

  /** The role of a step in a scenario. */
  public enum Role {
    GIVEN,
    WHEN,
    THEN;

    /** The keyword of features, such as {@code Given}. */
    public String keyword() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** A part of a step's text in braces, and the regular expression of what may stand there. */
  public record Parameter(String name, String pattern, String meaning) {}

  /**
   * One step.
   *
   * @param expression its text, parameters in braces
   * @param takesBlock whether a table or a doc string stands below it
   */
  public record Step(
      Role role, String expression, String meaning, boolean takesBlock, Expression matcher) {

    /** Whether a step that reads so is this one. */
    public boolean matches(String text) {
      return matcher.match(text) != null;
    }
  }

  /** The vocabulary of this build. */
  public static Vocabulary read() {
    List<Parameter> parameters =
        methods(ParameterTypes.class)
            .filter(m -> m.isAnnotationPresent(io.cucumber.java.ParameterType.class))
            .map(Vocabulary::parameter)
            .sorted(Comparator.comparing(Parameter::name))
            .toList();
    ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
    parameters.forEach(
        p ->
            registry.defineParameterType(
                new io.cucumber.cucumberexpressions.ParameterType<>(
                    p.name(), p.pattern(), String.class, (String text) -> text)));
    ExpressionFactory factory = new ExpressionFactory(registry);
    List<Step> steps =
        GLUE.stream()
            .flatMap(Vocabulary::methods)
            .flatMap(m -> step(m, factory).stream())
            .sorted(Comparator.comparing(Step::role).thenComparing(Vocabulary::topic))
            .toList();
    return new Vocabulary(parameters, steps);
  }

  /** Every step, in the order of a scenario. */
  public List<Step> steps() {
    return steps;
  }

  /** Every parameter, by name. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The steps that {@code text} may be: one, unless it is none of the vocabulary's. */
  public List<Step> matching(String text) {
    return steps.stream().filter(s -> s.matches(text)).toList();
  }

  // Reflection keeps no order of methods: steps are grouped by what follows their parameters.
  private static String topic(Step step) {
    return step.expression().replace("{result}", "").replace("the operation", "~");
  }

  private static Stream<Method> methods(Class<?> glue) {
    return Arrays.stream(glue.getDeclaredMethods());
  }

  private static Parameter parameter(Method method) {
    var type = method.getAnnotation(io.cucumber.java.ParameterType.class);
    return new Parameter(method.getName(), type.value(), meaning(method));
  }

  private static Optional<Step> step(Method method, ExpressionFactory factory) {
    Given given = method.getAnnotation(Given.class);
    When when = method.getAnnotation(When.class);
    Then then = method.getAnnotation(Then.class);
    if (given != null) {
      return Optional.of(step(method, Role.GIVEN, given.value(), factory));
    }
    if (when != null) {
      return Optional.of(step(method, Role.WHEN, when.value(), factory));
    }
    return Optional.ofNullable(then).map(t -> step(method, Role.THEN, t.value(), factory));
  }

  private static Step step(Method method, Role role, String expression, ExpressionFactory factory) {
    boolean takesBlock = Arrays.asList(method.getParameterTypes()).contains(Object.class);
    return new Step(
        role, expression, meaning(method), takesBlock, factory.createExpression(expression));
  }

  private static String meaning(Method method) {
    return Objects.requireNonNull(method.getAnnotation(Meaning.class), method.getName()).value();
  }
}
