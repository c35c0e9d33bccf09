// One slice of a tensor, worked on by the neighbouring work-items ("lanes") of one row of a
// work-group. A work-group holds get_local_size(0) / lanes rows. Every work-item passes every
// barrier: a row without a slice repeats the last slice and stores nothing.
typedef struct {
  int index;
  int start;
  int stride;
  int length;
  int lane;
  int lanes;
  int stores;
  local real *scratch;
} Slice;

Slice slice_of(int count, int length, int stride, int lanes, local real *scratch) {
  int item = (int)get_local_id(0);
  int rows = (int)get_local_size(0) / lanes;
  int row = item / lanes;
  int wanted = (int)get_group_id(0) * rows + row;
  Slice s;
  s.index = min(wanted, count - 1);
  s.start = s.index / stride * (length * stride) + s.index % stride;
  s.stride = stride;
  s.length = length;
  s.lane = item % lanes;
  s.lanes = lanes;
  s.stores = wanted < count;
  s.scratch = scratch + 2 * lanes * row;
  return s;
}

int at(Slice s, int k) {
  return s.start + k * s.stride;
}

// The larger one, or NaN if either is: the built-in max may drop a NaN.
real larger(real a, real b) {
  return a >= b || isnan(a) ? a : b;
}

// The largest of the lanes' values, in all lanes. The lanes are a power of two.
real largest_of(Slice s, real mine) {
  s.scratch[s.lane] = mine;
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int half_way = s.lanes / 2; half_way > 0; half_way /= 2) {
    if (s.lane < half_way) {
      s.scratch[s.lane] = larger(s.scratch[s.lane], s.scratch[s.lane + half_way]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  real all = s.scratch[0];
  barrier(CLK_LOCAL_MEM_FENCE);
  return all;
}

Sum stored(Slice s, int lane) {
  Sum sum;
  sum.high = s.scratch[lane];
  sum.low = s.scratch[s.lanes + lane];
  return sum;
}

void store(Slice s, Sum sum) {
  s.scratch[s.lane] = sum.high;
  s.scratch[s.lanes + s.lane] = sum.low;
}

// The sum of the lanes' sums, in all lanes.
Sum sum_of(Slice s, Sum mine) {
  store(s, mine);
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int half_way = s.lanes / 2; half_way > 0; half_way /= 2) {
    if (s.lane < half_way) {
      store(s, merged(stored(s, s.lane), stored(s, s.lane + half_way)));
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  Sum all = stored(s, 0);
  barrier(CLK_LOCAL_MEM_FENCE);
  return all;
}
