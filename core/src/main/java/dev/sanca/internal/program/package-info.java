/**
 * The program around Python: the streams, arguments and modules that it gives Python at the start, what it trusts, its
 * loggers, and the frames of its threads. The room works for any runtime, since it uses what a user uses: a token and the references that it makes. Its
 * other half is Python code, in the resources of this package.
 *
 * <p>The rooms that start a runtime call it once, attached, before any other code runs Python; the frames are read at any time.
 *
 * <p>Uses the room {@code thread}, for the record of a thread.
 */
@NullMarked
package dev.sanca.internal.program;

import org.jspecify.annotations.NullMarked;
