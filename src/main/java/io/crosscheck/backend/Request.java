package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;

/** One self-contained question: an operation by name and what to apply it to. */
public record Request(String operation, Arguments arguments) {}
