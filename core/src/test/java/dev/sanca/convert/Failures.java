package dev.sanca.convert;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.PythonException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Conversions that fail as Python does. */
final class Failures {
    private Failures() {}

    /** The call throws a Python exception with this message, its type's name included. */
    static void assertFails(ThrowingCallable call, String message) {
        assertThatExceptionOfType(PythonException.class).isThrownBy(call).withMessageContaining(message);
    }
}
