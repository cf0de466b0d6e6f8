/**
 * Bound references: one class for each Python type, beginning with {@link dev.sanca.types.PyAny}.
 *
 * <p>What they have in common: each owns one count and belongs to the scope in which it was made; usable only on its thread
 * while that is attached; using it closed, on another thread or detached throws and never crashes. A method that returns a
 * reference returns a new one in the innermost scope. A method that takes {@code Object} takes a reference or any Java value
 * that converts ({@code dev.sanca.convert}). A Python exception is thrown as {@link dev.sanca.PythonException}.
 */
@NullMarked
package dev.sanca.types;

import org.jspecify.annotations.NullMarked;
