/**
 * What any Python must do, on words: {@link dev.sanca.internal.engine.Operations}, with its facets, the interfaces whose names end in
 * {@code Operations}; each operation is declared in one of them. What all runtimes share is here as well: operators, source code, tracebacks, small ints that need no Python, Java objects that no Python has seen; and
 * {@link dev.sanca.internal.engine.Face}, the door through which the rooms make what the public face returns.
 *
 * <p>Uses the rooms {@code ffi}, {@code word}, {@code reference}, {@code thread}.
 */
@NullMarked
package dev.sanca.internal.engine;

import org.jspecify.annotations.NullMarked;
