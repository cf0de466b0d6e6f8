/**
 * The program around Python: the streams, arguments and modules that it gives Python at the start, what it trusts, and its
 * loggers. The room works for any runtime, since it uses what a user uses: a token and the references that it makes. Its
 * other half is Python code, in the resources of this package.
 *
 * <p>The rooms that start a runtime call it once, attached, before any other code runs Python.
 */
@NullMarked
package dev.sanca.internal.program;

import org.jspecify.annotations.NullMarked;
