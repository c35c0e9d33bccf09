/**
 * The command line: options in, exit status out, the result on stdout and the talk on stderr. Knows
 * everything but the insides of backends.
 */
@NullMarked
package io.crosscheck.cli;

import org.jspecify.annotations.NullMarked;
