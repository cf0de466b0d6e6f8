package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.PythonException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of the classes of references share. */
final class ReferenceChecks {
    private ReferenceChecks() {}

    /** Casts an object to a class: the result is a second reference of that class to the same object. */
    static <T extends PyAny> T castTo(Class<T> type, PyAny object) {
        T cast = object.cast(type);
        assertThat(cast).isExactlyInstanceOf(type);
        assertThat(cast.is(object)).isTrue();
        assertThat(object.tryCast(type)).isPresent();
        return cast;
    }

    /** An object that is no instance is refused by Python's {@code TypeError}, and the refusal keeps no count. */
    static void assertCastRefused(PyAny object, Class<? extends PyAny> type, String pythonName) {
        assertThatExceptionOfType(PythonException.class)
                .isThrownBy(() -> object.cast(type))
                .withMessageStartingWith("TypeError: cannot cast an object of type ")
                .withMessageEndingWith(object.type().name() + " to " + type.getSimpleName()
                        + ": it is not an instance of " + pythonName);
        assertThat(object.tryCast(type)).isEmpty();
        assertThat(object.isAlive()).isTrue();
    }

    /** Closes a reference: whatever is done with it then throws, and the message says that it is closed. */
    static void assertUnusableOnceClosed(PyAny reference, ThrowingCallable... uses) {
        reference.close();
        assertThat(reference.isAlive()).isFalse();
        for (ThrowingCallable use : uses) {
            assertThatIllegalStateException()
                    .isThrownBy(use)
                    .withMessageStartingWith("this " + reference.getClass().getSimpleName() + " is closed: ");
        }
    }
}
