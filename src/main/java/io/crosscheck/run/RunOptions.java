package io.crosscheck.run;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param backends names and {@code exec:COMMAND}s; none for all that are built in
 * @param dialect what those backends answer by that follow a dialect
 * @param features a folder of features instead of the built-in ones
 * @param timeout the longest that an adapter may take for one answer; empty for the protocol's own
 * @param baseline an earlier report that this run must not fall behind
 * @param expectations a file of cases that needn't pass
 * @param validate whether every line of an adapter is looked at closely
 * @param resume whether to go on where an earlier run into the same folder was cut off
 * @param jobs how many instances of each implementation answer side by side
 * @param report the folder that receives the reports
 */
public record RunOptions(
    List<String> backends,
    Optional<Dialect> dialect,
    Optional<Path> features,
    Selection selection,
    Profile profile,
    Optional<Duration> timeout,
    Optional<Path> baseline,
    Optional<Path> expectations,
    boolean validate,
    boolean resume,
    int jobs,
    Path report) {}
