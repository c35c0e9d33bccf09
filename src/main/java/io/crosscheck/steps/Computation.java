package io.crosscheck.steps;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;

/** What was asked and what the implementation answered. */
record Computation(Request request, Answer answer) {}
