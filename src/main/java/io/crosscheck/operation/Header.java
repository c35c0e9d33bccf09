package io.crosscheck.operation;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;

/** The dtype and shape that an operation's result has for accepted arguments. */
public record Header(DType dtype, Shape shape) {}
