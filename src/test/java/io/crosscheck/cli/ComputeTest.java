package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComputeTest {

  @Test
  void an_element_stands_beside_all_that_is_known_of_it() {
    // 1/(1+e) and e/(1+e) to 60 digits, and with them errors and bounds, from another program.
    assertThat(
        lines("softmax", "logits=float32:[0, 1]").subList(1, 6),
        is(
            List.of(
                "a float32 tensor of shape [2]",
                "  0  0.26894143  exact [0.2689414213699951207488407, 0.2689414213699951207488408]"
                    + "  rounded 0.26894143  error 0.3647 ulp  allowed 4.230e-07  err/bound 0.0257",
                "  1  0.7310586  exact [0.7310585786300048792511592, 0.7310585786300048792511593]"
                    + "  rounded 0.7310586  error 0.3177 ulp  allowed 1.063e-06  err/bound 0.0178",
                "the largest error over bound:",
                "  0  0.26894143  exact [0.2689414213699951207488407, 0.2689414213699951207488408]"
                    + "  rounded 0.26894143  error 0.3647 ulp  allowed 4.230e-07  err/bound 0.0257")));
  }

  @Test
  void twenty_elements_are_shown_and_the_worst() {
    String logits =
        IntStream.range(0, 30).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    List<String> lines = lines("softmax", "logits=float64:[" + logits + "]");
    assertThat(lines.get(21), startsWith("  19  "));
    assertThat(lines.get(22), is("  and 10 more"));
    assertThat(lines.get(23), is("the largest error over bound:"));
    assertThat(lines.get(24), containsString("err/bound 0."));
  }

  @Test
  void what_must_be_exact_says_so() {
    List<String> lines = lines("last_relevant", "values=float32:[[1, 2]]", "lengths=int32:[2]");
    assertThat(lines.get(2), is("  0  2  exact 2  rounded 2  error 0.0000 ulp  must be exact"));
  }

  @Test
  void special_values_have_no_error() {
    List<String> lines = lines("softmax", "logits=float32:[NaN, 1]");
    assertThat(lines.get(2), is("  0  NaN  exact NaN  rounded NaN"));
  }

  @Test
  void integers_are_exact() {
    List<String> lines = lines("argmax", "values=float32:[3, 1]");
    assertThat(lines.get(2), is("  0  0  exact 0"));
  }

  @Test
  void the_enclosure_is_that_of_the_choices_taken() {
    List<String> request =
        List.of("compute", "--operation", "softmax", "--input", "logits=float32:[-Infinity]");
    String answer = "{\"id\":1,\"output\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[0]}}";
    String description =
        "{\"id\":0,\"description\":{\"name\":\"made-up\",\"version\":\"1\","
            + "\"operations\":{\"softmax\":{\"dtypes\":[\"float32\"]}}}}";
    String adapter =
        "exec:read a; echo '" + description + "'; read b; echo '" + answer + "'; read c";
    String[] arguments = request.toArray(new String[request.size() + 2]);
    arguments[request.size()] = "--backend";
    arguments[request.size() + 1] = adapter;
    Executed executed = Executed.of(arguments);
    assertThat(executed.err(), executed.status(), is(0));
    assertThat(executed.out(), containsString("  0  0  exact 0  rounded 0"));
    assertThat(executed.out(), containsString("softmax.all_negative_infinity: zeros"));
    assertThat(executed.out(), not(containsString("NaN")));
  }

  private static List<String> lines(String operation, String... inputs) {
    String[] arguments = new String[3 + 2 * inputs.length];
    arguments[0] = "compute";
    arguments[1] = "--operation";
    arguments[2] = operation;
    for (int i = 0; i < inputs.length; i++) {
      arguments[3 + 2 * i] = "--input";
      arguments[4 + 2 * i] = inputs[i];
    }
    Executed executed = Executed.of(arguments);
    assertThat(executed.err() + executed.out(), executed.status(), is(0));
    return executed.out().lines().toList();
  }
}
