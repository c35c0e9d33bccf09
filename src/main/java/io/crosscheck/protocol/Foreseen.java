package io.crosscheck.protocol;

import io.crosscheck.backend.Request;

/**
 * A request that a run is going to make.
 *
 * @param id its {@link RequestId}
 */
public record Foreseen(long id, Request request) {}
