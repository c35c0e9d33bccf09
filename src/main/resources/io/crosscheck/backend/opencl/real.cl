// The element type. DOUBLE is defined by the host where the device has cl_khr_fp64.
#ifdef DOUBLE
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double real;
#define FAR_BELOW -700.0
#else
typedef float real;
#define FAR_BELOW -80.0f
#endif

// A fused product would make results depend on the compiler's mood.
#pragma OPENCL FP_CONTRACT OFF

// A sum with the rounding errors of its additions kept apart.
typedef struct {
  real high;
  real low;
} Sum;

Sum nothing(void) {
  Sum sum;
  sum.high = 0;
  sum.low = 0;
  return sum;
}

// Knuth's two-sum: the error of the addition is exact.
Sum plus(Sum sum, real x) {
  real high = sum.high + x;
  real moved = high - sum.high;
  sum.low += (sum.high - (high - moved)) + (x - moved);
  sum.high = high;
  return sum;
}

Sum merged(Sum a, Sum b) {
  Sum sum = plus(a, b.high);
  sum.low += b.low;
  return sum;
}

// The errors of a sum that left the finite numbers are NaN: its high part alone is right.
real total(Sum sum) {
  return isfinite(sum.high) ? sum.high + sum.low : sum.high;
}
