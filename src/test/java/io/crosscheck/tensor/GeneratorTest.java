package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The families are frozen: generator.py, an implementation of its own, printed generator.txt. */
class GeneratorTest {

  static List<String> frozen() throws IOException {
    try (InputStream lines = GeneratorTest.class.getResourceAsStream("generator.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void a_draw_repeats_bit_for_bit_what_the_independent_script_printed(String line) {
    String[] fields = line.split("; ");
    int[] lengths = Arrays.stream(fields[1].split(" ")).mapToInt(Integer::parseInt).toArray();
    double[] expected =
        Arrays.stream(fields[3].split(" ")).mapToDouble(Double::parseDouble).toArray();
    long seed = Long.parseLong(fields[2]);
    Tensor drawn = Generator.draw(fields[0], DType.FLOAT64, Shape.of(lengths), seed);
    assertThat(drawn, is(Tensor.ofNumbers(DType.FLOAT64, Shape.of(lengths), expected)));
    Tensor half = Generator.draw(fields[0], DType.FLOAT16, Shape.of(lengths), seed);
    assertThat(half, is(Tensor.ofNumbers(DType.FLOAT16, Shape.of(lengths), expected)));
  }

  @Test
  void every_family_is_frozen() throws IOException {
    String drawn =
        frozen().stream().map(l -> l.split("[; ]")[0]).distinct().collect(Collectors.joining(" "));
    for (Generator family : Generator.values()) {
      assertThat(drawn, containsString(family.name().toLowerCase(Locale.ROOT)));
    }
  }

  @Test
  void the_words_are_those_of_the_published_algorithm() {
    // The first words for seed 0, by generator.py.
    SplitMix64 random = new SplitMix64(0);
    assertThat(random.next(), is(0xe220a8397b1dcdafL));
    assertThat(random.next(), is(0x6e789e6aa1b965f4L));
    assertThat(random.next(), is(0x06c45d188009454fL));
    assertThat(random.next(), is(0xf88bb8a8724c81ecL));
  }

  @Test
  void integer_dtypes_take_whole_draws() {
    Tensor labels = Generator.draw("integers 0 10", DType.INT64, Shape.of(4), 42);
    assertThat(labels, is(Tensor.ofIntegers(DType.INT64, Shape.of(4), 7, 1, 2, 3)));
    Tensor coins = Generator.draw("coin 0.5", DType.BOOL, Shape.of(3), 42);
    assertThat(coins, is(Tensor.ofIntegers(DType.BOOL, Shape.of(3), 0, 1, 1)));
  }

  @Test
  void scalars_and_empty_shapes_can_be_drawn() {
    assertThat(Generator.draw("dominant 7", DType.FLOAT32, Shape.of(), 1).size(), is(1));
    assertThat(Generator.draw("sorted 1", DType.FLOAT32, Shape.of(2, 0), 1).size(), is(0));
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian 5, is no family of draws",
    "normal, takes 1 numbers",
    "normal 1 2, takes 1 numbers",
    "probabilities 1, takes 0 numbers",
    "'uniform -1 1,5', is not a decimal"
  })
  void what_names_no_family_with_its_numbers_is_refused(String description, String why) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Generator.draw(description, DType.FLOAT32, Shape.of(2), 1));
    assertThat(refused.getMessage(), containsString(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal 5", " NORMAL   5 "})
  void case_and_space_of_a_description_do_not_matter(String description) {
    Tensor expected = Generator.draw("normal 5", DType.FLOAT32, Shape.of(3), 3);
    assertThat(Generator.draw(description, DType.FLOAT32, Shape.of(3), 3), is(expected));
  }
}
