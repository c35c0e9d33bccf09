package io.crosscheck.protocol;

import io.crosscheck.backend.Request;

/**
 * A request that a run is going to make.
 *
 * @param id its {@link RequestId}
 * @param caseId the case that makes it
 */
public record Foreseen(long id, String caseId, Request request) {}
