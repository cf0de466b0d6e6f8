/**
 * Finds the CPython to load, and asks it what it is, before anything native happens.
 *
 * <p>{@link dev.sanca.cpython.discovery.Discovery} chooses; {@link dev.sanca.cpython.discovery.Interpreter} is the answer.
 */
@NullMarked
package dev.sanca.cpython.discovery;

import org.jspecify.annotations.NullMarked;
