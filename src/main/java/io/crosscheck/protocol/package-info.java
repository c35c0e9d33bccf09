/**
 * The adapter protocol: its JSON lines, adapters in other processes as backends, and any backend as
 * an adapter. Knows no operation's meaning and no verdict.
 */
@NullMarked
package io.crosscheck.protocol;

import org.jspecify.annotations.NullMarked;
