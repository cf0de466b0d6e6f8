/**
 * The operations of any Python, made of the few that {@link dev.sanca.spi.PythonRuntime} has: the second implementation of
 * {@link dev.sanca.internal.engine.Operations}. For each facet there is an interface that implements it by default methods. Uses every room
 * below it, and not {@code cpython}.
 */
@NullMarked
package dev.sanca.internal.derived;

import org.jspecify.annotations.NullMarked;
