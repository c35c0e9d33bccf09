package io.crosscheck.exact;

abstract non-sealed class Special extends Real {}
