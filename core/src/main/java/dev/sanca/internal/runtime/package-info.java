/**
 * The Python runtimes of this process: {@link dev.sanca.internal.runtime.Runtimes} finds them by name. Uses the rooms
 * {@code cpython}, {@code derived}, {@code engine} and {@code thread}; only the public face uses this room.
 */
@NullMarked
package dev.sanca.internal.runtime;

import org.jspecify.annotations.NullMarked;
