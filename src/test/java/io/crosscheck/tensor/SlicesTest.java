package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlicesTest {

  /** Coordinates of every element in row-major order, counted up like an odometer. */
  private static List<int[]> coordinates(int[] lengths) {
    List<int[]> all = new ArrayList<>();
    int[] at = new int[lengths.length];
    int axis;
    do {
      all.add(at.clone());
      for (axis = lengths.length - 1; axis >= 0 && ++at[axis] == lengths[axis]; axis--) {
        at[axis] = 0;
      }
    } while (axis >= 0);
    return all;
  }

  /** The flat indices of each slice by the coordinates beside the axis. */
  private static List<List<Integer>> naive(int[] lengths, int axis) {
    Map<List<Integer>, List<Integer>> slices = new TreeMap<>(SlicesTest::compare);
    List<int[]> all = coordinates(lengths);
    for (int i = 0; i < all.size(); i++) {
      List<Integer> others = new ArrayList<>();
      for (int a = 0; a < lengths.length; a++) {
        if (a != axis) {
          others.add(all.get(i)[a]);
        }
      }
      slices.computeIfAbsent(others, key -> new ArrayList<>()).add(i);
    }
    return new ArrayList<>(slices.values());
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    int[] first = a.stream().mapToInt(Integer::intValue).toArray();
    return Arrays.compare(first, b.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void every_axis_of_every_rank_is_sliced_as_by_coordinates() {
    int[][] shapes = {{5}, {1}, {2, 3}, {3, 1}, {2, 3, 4}, {1, 4, 1}, {2, 3, 4, 5}, {3, 1, 2, 2}};
    for (int[] lengths : shapes) {
      for (int axis = 0; axis < lengths.length; axis++) {
        List<List<Integer>> expected = naive(lengths, axis);
        Slices slices = Slices.of(Shape.of(lengths), axis);
        String where = Arrays.toString(lengths) + " along " + axis;
        assertThat(where, slices.count(), is(expected.size()));
        for (int s = 0; s < slices.count(); s++) {
          assertThat(where, slices.start(s), is(expected.get(s).get(0)));
          assertThat(where, slices.length(), is(expected.get(s).size()));
          for (int k = 0; k < slices.length(); k++) {
            int index = expected.get(s).get(k);
            assertThat(where, slices.index(s, k), is(index));
            assertThat(where, slices.sliceOf(index), is(s));
            assertThat(where, slices.positionOf(index), is(k));
          }
        }
      }
    }
  }

  @Test
  void an_empty_axis_has_empty_slices_and_an_empty_neighbour_none() {
    Slices empty = Slices.of(Shape.of(3, 0), 1);
    assertThat(empty.count(), is(3));
    assertThat(empty.length(), is(0));
    assertThat(Slices.of(Shape.of(3, 0), 0).count(), is(0));
  }
}
