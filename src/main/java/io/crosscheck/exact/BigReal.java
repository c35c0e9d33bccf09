package io.crosscheck.exact;

abstract non-sealed class BigReal extends Real {
  static Stage stage(int bits) {
    return null;
  }
}
