/**
 * The Pythons of this process: {@link dev.sanca.internal.runtime.Runtimes} knows them by name. Uses every room; only the public
 * face uses it.
 */
@NullMarked
package dev.sanca.internal.runtime;

import org.jspecify.annotations.NullMarked;
