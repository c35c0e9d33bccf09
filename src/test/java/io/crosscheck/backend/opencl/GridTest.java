package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crosscheck.tensor.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

  @ParameterizedTest
  @CsvSource({
    "1, 4096, 1, 64",
    "64, 4096, 1, 64",
    "65, 4096, 4, 16",
    "1000, 4096, 32, 2",
    "131072, 4096, 256, 1",
    "131072, 100, 64, 1",
    "131072, 1, 1, 1",
    "10, 3, 1, 3"
  })
  void lanes_are_a_power_of_two_within_the_group(int length, int longest, int lanes, int rows) {
    assertEquals(new Grid(lanes, rows), Grid.of(length, longest));
  }

  @Test
  void the_last_group_is_whole() {
    assertEquals(192, new Grid(1, 64).items(new Slices(129, 3, 1)));
  }
}
