package io.crosscheck.verdict;

import io.crosscheck.tensor.DType;

/** The measured error of one result, and what it is a result of. */
public record Measured(String operation, DType dtype, Measurement measurement) {}
