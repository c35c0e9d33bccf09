package io.crosscheck.run;

import io.crosscheck.backend.Request;

/**
 * A request that a case makes.
 *
 * @param id the id of its line in a recorded file
 */
record Asked(String caseId, long id, Request request) {}
