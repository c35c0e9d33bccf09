package io.crosscheck.exact;

abstract non-sealed class DoubleReal extends Real {
  static final Stage STAGE = null;
}
