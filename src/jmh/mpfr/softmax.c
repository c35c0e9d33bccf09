/* Softmax of rows of 1,000 logits with MPFR at 113 bits on one thread; prints millions of elements
   per second. Argument: for how many seconds to run. */
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LENGTH = 1000, BITS = 113 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* About normal with standard deviation 5, as the sum of 12 uniform numbers. */
static double logit(void) {
  double sum = -6;
  for (int i = 0; i < 12; i++) {
    sum += rand() / (RAND_MAX + 1.0);
  }
  return (float)(5 * sum);
}

int main(int argc, char **argv) {
  double limit = argc > 1 ? atof(argv[1]) : 5;
  static double x[LENGTH];
  static mpfr_t power[LENGTH];
  mpfr_t sum, max;
  mpfr_inits2(BITS, sum, max, (mpfr_ptr)0);
  double largest = -1e300;
  for (int k = 0; k < LENGTH; k++) {
    x[k] = logit();
    largest = x[k] > largest ? x[k] : largest;
    mpfr_init2(power[k], BITS);
  }
  mpfr_set_d(max, largest, MPFR_RNDN);

  double start = seconds();
  long rows = 0;
  for (; seconds() - start < limit; rows++) {
    mpfr_set_zero(sum, 1);
    for (int k = 0; k < LENGTH; k++) {
      mpfr_set_d(power[k], x[k], MPFR_RNDN);
      mpfr_sub(power[k], power[k], max, MPFR_RNDN);
      mpfr_exp(power[k], power[k], MPFR_RNDN);
      mpfr_add(sum, sum, power[k], MPFR_RNDN);
    }
    for (int k = 0; k < LENGTH; k++) {
      mpfr_div(power[k], power[k], sum, MPFR_RNDN);
    }
  }
  printf("%.4f\n", (double)rows * LENGTH / (seconds() - start) / 1e6);
  return 0;
}
