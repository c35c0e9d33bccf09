// What softmax, log-softmax and log-sum-exp share: the largest logit, and the sum of exp(x - largest)
// less the 1 of one largest element, so that log1p keeps its accuracy where one class dominates.
typedef struct {
  real largest;
  real others;
} Exponentials;

Exponentials exponentials(global const real *x, Slice s) {
  Exponentials e;
  real largest = -INFINITY;
  for (int k = s.lane; k < s.length; k += s.lanes) {
    largest = larger(largest, x[at(s, k)]);
  }
  e.largest = largest_of(s, largest);
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, exp(x[at(s, k)] - e.largest));
  }
  sum = sum_of(s, sum);
  // NaN, +Infinity and only -Infinity leave no finite logit to measure from.
  e.others = isfinite(e.largest) ? (sum.high - 1) + sum.low : (real)NAN;
  return e;
}

real log_probability(real x, Exponentials e) {
  return (x - e.largest) - log1p(e.others);
}

// -log_probability, which is never -0 this way round.
real surprise(real x, Exponentials e) {
  return log1p(e.others) - (x - e.largest);
}

// exp(d) / whole, rounded to a subnormal once at most: far below, exp(d) itself is one.
real probability(real d, real whole) {
  if (d < FAR_BELOW) {
    real root = exp(d / 2);
    return root / whole * root;
  }
  return exp(d) / whole;
}

kernel void softmax(global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  for (int k = s.lane; s.stores && k < s.length; k += s.lanes) {
    out[at(s, k)] = probability(x[at(s, k)] - e.largest, 1 + e.others);
  }
}

kernel void log_softmax(global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  for (int k = s.lane; s.stores && k < s.length; k += s.lanes) {
    out[at(s, k)] = log_probability(x[at(s, k)], e);
  }
}

kernel void log_sum_exp(global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  if (s.stores && s.lane == 0) {
    out[s.index] = isfinite(e.largest) ? e.largest + log1p(e.others) : e.largest;
  }
}
