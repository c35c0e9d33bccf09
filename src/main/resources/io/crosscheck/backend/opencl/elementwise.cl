// Functions of single elements.

kernel void sigmoid(global const real *x, global real *out, int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  real away = -fabs(x[i]);
  real decayed = exp(away);
  out[i] = x[i] < FAR_BELOW ? exp(away / 2) * exp(away / 2)
      : (x[i] < 0 ? decayed : 1) / (1 + decayed);
}

// A term of weight 0 is 0 also where the other factor is infinite: its limit.
real term(real weight, real value) {
  return weight == 0 ? 0 : weight * value;
}

kernel void sigmoid_cross_entropy(global const real *labels, global const real *x,
    global const real *positive_weights, global real *out, int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  real tail = log1p(exp(-fabs(x[i])));
  real if_negative = (x[i] > 0 ? x[i] : 0) + tail;
  real if_positive = (x[i] < 0 ? -x[i] : 0) + tail;
  real loss = term(positive_weights[i] * labels[i], if_positive)
      + term(1 - labels[i], if_negative);
  out[i] = isnan(x[i]) ? x[i] : loss;
}

kernel void binary_cross_entropy(global const real *target, global const real *output,
    real low, real high, real log_low, real log_high, global real *out, int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  real p = output[i];
  real log_p = p < low ? log_low : p > high ? log_high : log(p);
  real log_q = p < low ? log_high : p > high ? log_low : log1p(-p);
  out[i] = -(target[i] * log_p + (1 - target[i]) * log_q);
}

kernel void smooth_labels(global const real *labels, real kept, real added, global real *out,
    int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  out[i] = labels[i] * kept + added;
}

// From both sides, so that nothing cancels where the sigmoid is near the label.
kernel void sigmoid_cross_entropy_gradient(global const real *labels, global const real *x,
    global const real *positive_weights, global real *out, int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  real decayed = exp(-fabs(x[i]));
  real larger_part = 1 / (1 + decayed);
  real smaller_part = decayed / (1 + decayed);
  real up = x[i] < 0 ? smaller_part : larger_part;
  real down = x[i] < 0 ? larger_part : smaller_part;
  real slope = (1 - labels[i]) * up - positive_weights[i] * labels[i] * down;
  out[i] = isnan(x[i]) ? x[i] : slope;
}

kernel void kl_divergence_target_gradient(global const real *target, global const real *output,
    global real *out, int count) {
  int i = (int)get_global_id(0);
  if (i >= count) {
    return;
  }
  out[i] = log_of_quotient(target[i], output[i]) + 1;
}
