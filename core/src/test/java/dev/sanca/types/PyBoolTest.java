package dev.sanca.types;

import static dev.sanca.types.ReferenceChecks.assertCastRefused;
import static dev.sanca.types.ReferenceChecks.assertUnusableOnceClosed;
import static dev.sanca.types.ReferenceChecks.castTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class PyBoolTest {
    @Test
    void boolIsTrueOrFalse() {
        try (Python py = Python.attach()) {
            PyBool yes = castTo(PyBool.class, py.of(true));
            PyBool no = castTo(PyBool.class, py.eval("1 > 2"));
            assertThat(yes.asBoolean()).isTrue();
            assertThat(no.asBoolean()).isFalse();
            assertThat(yes.isTruthy()).isTrue();
            assertThat(no.isTruthy()).isFalse();
            assertThat(yes.repr()).isEqualTo("True");
        }
    }

    @Test
    void boolIsAnIntButNotExactly() {
        try (Python py = Python.attach()) {
            PyBool yes = castTo(PyBool.class, py.of(true));
            assertThat(castTo(PyInt.class, yes).asLong()).isOne();
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> yes.castExact(PyInt.class))
                    .withMessageContaining("it is not exactly an instance of int");
        }
    }

    @Test
    void oneIsNoBool() {
        try (Python py = Python.attach()) {
            assertCastRefused(py.of(1), PyBool.class, "bool");
        }
    }

    @Test
    void closedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyBool bool = castTo(PyBool.class, py.of(true));
            assertUnusableOnceClosed(bool, bool::asBoolean, bool::isTruthy);
        }
    }
}
