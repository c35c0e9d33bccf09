package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {

  private static final List<Method> FACTORIES =
      Arrays.stream(Operations.class.getDeclaredMethods()).filter(m -> !m.isSynthetic()).toList();

  @Test
  void there_is_a_factory_for_each_operation_and_none_besides() {
    Set<String> names = FACTORIES.stream().map(Method::getName).collect(Collectors.toSet());
    Set<String> catalogue =
        Catalogue.operations().stream().map(o -> camelCase(o.name())).collect(Collectors.toSet());
    assertThat(names, is(catalogue));
  }

  @ParameterizedTest
  @MethodSource("io.crosscheck.operation.Catalogue#operations")
  void a_factory_gives_the_required_inputs_in_order(Operation operation) throws Exception {
    List<String> required =
        operation.signature().inputs().stream().filter(Input::required).map(Input::name).toList();
    // The k-th input is the scalar k, so that an exchange shows.
    Object[] arguments = new Object[required.size()];
    Arrays.setAll(arguments, k -> (float) k);
    Computation computation = (Computation) factory(operation).invoke(null, arguments);
    assertThat(computation.request().operation(), is(operation.name()));
    for (int k = 0; k < required.size(); k++) {
      double given = computation.request().arguments().input(required.get(k)).number(0);
      assertThat(required.get(k), given, is((double) k));
    }
    assertThat(computation.request().arguments().inputs().size(), is(required.size()));
  }

  @Test
  void names_of_inputs_follow_the_signature() {
    assertThat(
        Operations.sequenceLoss(1f, 2, 3f).request().arguments().inputs().keySet(),
        contains("logits", "targets", "weights"));
  }

  private static Method factory(Operation operation) {
    return FACTORIES.stream()
        .filter(m -> m.getName().equals(camelCase(operation.name())))
        .findFirst()
        .orElseThrow();
  }

  private static String camelCase(String name) {
    String[] words = name.split("_");
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
            .collect(Collectors.joining());
  }
}
