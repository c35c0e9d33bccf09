package io.crosscheck.backend.opencl;

import io.crosscheck.tensor.Slices;

/**
 * How slices are dealt to work-groups. A short slice has one work-item to itself, and neighbours
 * share a group; a long one is worked on by many lanes.
 *
 * @param lanes work-items on one slice, a power of two
 * @param rows slices in one work-group
 */
record Grid(int lanes, int rows) {

  private static final int LONGEST_FOR_ONE = 64;
  private static final int ELEMENTS_PER_LANE = 16;
  private static final int MOST_LANES = 256;
  private static final int GROUP = 64;

  /** For slices of that length, in groups of at most {@code longestGroup} work-items. */
  static Grid of(int length, int longestGroup) {
    int wanted = length <= LONGEST_FOR_ONE ? 1 : Math.min(MOST_LANES, length / ELEMENTS_PER_LANE);
    int lanes = Integer.highestOneBit(Math.min(wanted, longestGroup));
    return new Grid(lanes, Math.max(1, Math.min(GROUP, longestGroup) / lanes));
  }

  /** Work-items in one group. */
  int group() {
    return lanes * rows;
  }

  /** Work-items for all slices, in whole groups. */
  long items(Slices slices) {
    return (slices.count() + rows - 1L) / rows * group();
  }
}
