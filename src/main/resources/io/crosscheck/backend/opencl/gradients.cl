// Derivatives of one slice each.

// (g - sum g s) s, s the softmax of x.
kernel void softmax_gradient(global const real *gradient, global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, gradient[at(s, k)] * probability(x[at(s, k)] - e.largest, 1 + e.others));
  }
  real mean = total(sum_of(s, sum));
  for (int k = s.lane; s.stores && k < s.length; k += s.lanes) {
    out[at(s, k)] = (gradient[at(s, k)] - mean)
        * probability(x[at(s, k)] - e.largest, 1 + e.others);
  }
}

// s sum t - t, s the softmax of x.
kernel void scaled_softmax(global const real *labels, global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, labels[at(s, k)]);
  }
  real scale = total(sum_of(s, sum));
  for (int k = s.lane; s.stores && k < s.length; k += s.lanes) {
    out[at(s, k)] = scale * probability(x[at(s, k)] - e.largest, 1 + e.others)
        - labels[at(s, k)];
  }
}

// A class beyond the clip has no slope of its own, but its output is part of the sum.
kernel void categorical_cross_entropy_gradient(
    global const real *target, global const real *output, real low, real high, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, output[at(s, k)]);
  }
  real whole = total(sum_of(s, sum));
  Sum kept = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    real p = output[at(s, k)] / whole;
    kept = plus(kept, p >= low && p <= high ? target[at(s, k)] : 0);
  }
  real shared = total(sum_of(s, kept)) / whole;
  for (int k = s.lane; s.stores && k < s.length; k += s.lanes) {
    real p = output[at(s, k)] / whole;
    real own = p >= low && p <= high ? target[at(s, k)] / output[at(s, k)] : 0;
    out[at(s, k)] = whole == 0 || isinf(whole) ? (real)NAN : shared - own;
  }
}
