package io.crosscheck.exact;

abstract non-sealed class DoubleDoubleReal extends Real {
  static final Stage STAGE = null;
}
