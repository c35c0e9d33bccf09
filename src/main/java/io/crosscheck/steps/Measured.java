package io.crosscheck.steps;

import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Measurement;

/** The measured error of one result, and what it is a result of. */
record Measured(String operation, DType dtype, Measurement measurement) {}
