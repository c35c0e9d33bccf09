// Losses of one slice each.

kernel void softmax_cross_entropy(global const real *labels, global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  Sum loss = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    loss = plus(loss, labels[at(s, k)] * surprise(x[at(s, k)], e));
  }
  loss = sum_of(s, loss);
  if (s.stores && s.lane == 0) {
    out[s.index] = total(loss);
  }
}

// A negative label is one to ignore; the host has checked that the others are below the length.
kernel void sparse_softmax_cross_entropy(
    global const int *labels, global const real *x, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  if (s.stores && s.lane == 0) {
    int label = labels[s.index];
    out[s.index] = label < 0 ? 0 : surprise(x[at(s, max(label, 0))], e);
  }
}

// 1 - p comes from the logarithm of p: the subtraction would cancel where p is near 1. The factor
// alpha is the host's.
kernel void focal_cross_entropy(global const real *target, global const real *x, real gamma,
    global real *out, int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Exponentials e = exponentials(x, s);
  Sum loss = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    real surprised = surprise(x[at(s, k)], e);
    real weight = gamma == 0 ? 1 : exp(gamma * log(-expm1(-surprised)));
    loss = plus(loss, target[at(s, k)] * (weight * surprised));
  }
  loss = sum_of(s, loss);
  if (s.stores && s.lane == 0) {
    out[s.index] = total(loss);
  }
}

// ln(t/o), by the logarithms of both where the quotient leaves the normal numbers.
real log_of_quotient(real t, real o) {
  if (!(t >= 0 && o >= 0)) {
    return (real)NAN;
  }
  real ratio = t / o;
  return isnormal(ratio) ? log(ratio) : log(t) - log(o);
}

real divergence(real t, real o) {
  return t == 0 && o >= 0 ? 0 : t * log_of_quotient(t, o);
}

kernel void kl_divergence(global const real *target, global const real *output, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, divergence(target[at(s, k)], output[at(s, k)]));
  }
  sum = sum_of(s, sum);
  if (s.stores && s.lane == 0) {
    out[s.index] = total(sum);
  }
}

real sum_of_slice(global const real *x, Slice s) {
  Sum sum = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    sum = plus(sum, x[at(s, k)]);
  }
  return total(sum_of(s, sum));
}

// Probabilities are clipped to [low, high]; the logarithms of both ends come from the host, since
// the ends themselves may not be numbers of the element type.
real clipped_log(real p, real low, real high, real log_low, real log_high) {
  return p < low ? log_low : p > high ? log_high : log(p);
}

kernel void categorical_cross_entropy(global const real *target, global const real *output,
    real low, real high, real log_low, real log_high, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  real whole = sum_of_slice(output, s);
  Sum loss = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    real log_p = clipped_log(output[at(s, k)] / whole, low, high, log_low, log_high);
    loss = plus(loss, target[at(s, k)] * -log_p);
  }
  loss = sum_of(s, loss);
  if (s.stores && s.lane == 0) {
    out[s.index] = total(loss);
  }
}

// Of labels as in sparse_softmax_cross_entropy.
kernel void sparse_categorical_cross_entropy(global const int *labels, global const real *output,
    real low, real high, real log_low, real log_high, global real *out,
    int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  real whole = sum_of_slice(output, s);
  if (s.stores && s.lane == 0) {
    int label = labels[s.index];
    real p = output[at(s, max(label, 0))] / whole;
    out[s.index] = label < 0 ? 0 : -clipped_log(p, low, high, log_low, log_high);
  }
}

// One weight is shared by neighbouring features. A weight of 0 excludes even a NaN.
kernel void weighted_mean(global const real *values, global const real *weights, int features,
    global real *out, int count, int length, int stride, int lanes, local real *scratch) {
  Slice s = slice_of(count, length, stride, lanes, scratch);
  Sum sum = nothing();
  Sum kept = nothing();
  for (int k = s.lane; k < s.length; k += s.lanes) {
    int i = at(s, k);
    real weight = weights[i / features];
    kept = plus(kept, weight);
    sum = plus(sum, weight == 0 ? 0 : weight * values[i]);
  }
  real whole = total(sum_of(s, sum));
  real divisor = total(sum_of(s, kept));
  if (s.stores && s.lane == 0) {
    out[s.index] = divisor == 0 ? (real)NAN : whole / divisor;
  }
}
