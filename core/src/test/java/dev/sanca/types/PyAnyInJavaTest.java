package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.reference.ReferenceProbe;
import dev.sanca.testing.OwnershipExtension;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Java itself, its debuggers, loggers and collections, ask of references. */
@ExtendWith(OwnershipExtension.class)
class PyAnyInJavaTest {
    @Test
    void toStringIsStrWhereTheReferenceIsUsable() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("[1, 'a']")).hasToString("[1, 'a']");
            assertThat(Py.of(py.of("text"))).hasToString("text");
        }
    }

    @Test
    void toStringNeverThrows() {
        PyAny released;
        Py<PyAny> detached;
        try (Python py = Python.attach()) {
            PyAny usable = py.of("text");
            detached = Py.of(usable);
            released = py.of("released");
            PyAny closed = py.of("closed");
            closed.close();
            py.run("""
                    class Unspeakable:
                        def __str__(self):
                            raise ValueError('no words')
                    """);
            PyAny unspeakable = py.eval("Unspeakable()");
            assertThat(closed).hasToString("PyAny (closed)");
            assertThat(unspeakable.toString())
                    .startsWith("PyAny (str() failed: ")
                    .contains("no words");
            assertThat(Py.of(unspeakable).toString()).isNotEmpty();
            assertThat(elsewhere(usable)).isEqualTo("PyAny (not usable on this thread now)");
            assertThat(elsewhere(closed)).isEqualTo("PyAny (closed)");
            assertThat(elsewhere(py)).contains("Python");
            py.detach(() -> {
                assertThat(usable).hasToString("PyAny (not usable on this thread now)");
                assertThat(detached).hasToString("Py<PyAny>");
            });
            assertThat(py.scope().toString()).isNotEmpty();
            Python.attach(p -> p.toString());
            closeInnermost(py);
        }
        assertThat(released).hasToString("PyAny (closed)");
        assertThat(detached).hasToString("Py<PyAny>");
        detached.close();
        assertThat(detached).hasToString("Py<PyAny> (closed)");
    }

    @Test
    void toStringTellsOfACheckedExceptionThatPassedThroughPython() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("fail", py.function("fail", (p, args, kwargs) -> {
                throw new IOException("no disk");
            }));
            py.run("class Unspeakable:\n    def __str__(self): return fail()", globals);
            PyAny unspeakable = py.eval("Unspeakable()", globals);
            assertThat(unspeakable).hasToString("PyAny (str() failed: no disk)");
        }
    }

    /** An exception of a user that cannot even tell its message. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Test
    void toStringTellsOfAnExceptionWithoutMessage() {
        try (Python py = Python.attach()) {
            PyAny mute = py.of(new Object() {
                @Override
                public String toString() {
                    throw new Mute();
                }
            });
            assertThat(mute.toString()).startsWith("PyAny (").endsWith(")");
        }
    }

    private static void closeInnermost(Python py) {
        // the scope above was opened for its toString only
        assertThatIllegalStateException().isThrownBy(py::close);
        ReferenceProbe.closeInnermost(py);
    }

    private static String elsewhere(Object reference) {
        return CompletableFuture.supplyAsync(reference::toString).join();
    }

    @Test
    void toStringOnAnotherThreadIsSafeWhileTheOwnerOpensAndCloses() {
        PyAny[] shown = new PyAny[1];
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean seen = new AtomicBoolean(); // the reader may start late on a busy machine
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> {
            long length = 0;
            while (!done.get()) {
                PyAny reference = shown[0];
                if (reference != null) {
                    length += reference.toString().length() + (reference.isAlive() ? 1 : 0);
                    seen.set(true);
                }
                Thread.onSpinWait();
            }
            return length;
        });
        try (Python py = Python.attach();
                Py<PyAny> object = Py.of(py.of("text"))) {
            for (int i = 0; i < 200_000 || !seen.get(); i++) {
                PyAny a = object.bind(py);
                PyAny b = object.bind(py);
                shown[0] = b;
                a.close();
                b.close();
            }
        } finally {
            done.set(true);
        }
        assertThat(reader.join()).isPositive();
    }

    @Test
    void equalsIsPythonsAndAgreesWithHashCode() {
        try (Python py = Python.attach()) {
            PyAny one = py.eval("1");
            PyAny alsoOne = py.eval("1.0");
            PyAny two = py.eval("2");
            assertThat(one).isEqualTo(alsoOne).isNotEqualTo(two).isEqualTo(one);
            assertThat(one.hashCode()).isEqualTo(alsoOne.hashCode());
            assertThat(one.equals("1")).isFalse();
            assertThat(one.equals(null)).isFalse();
            Map<PyAny, String> map = new HashMap<>();
            map.put(py.eval("(1, 'a')"), "found");
            assertThat(map).containsEntry(py.eval("(1, 'a')"), "found");
        }
    }

    @Test
    void hashCodeOfAnUnhashableObjectIsPythonsTypeError() {
        try (Python py = Python.attach()) {
            PyAny list = py.eval("[]");
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(list::hashCode)
                    .matches(e -> e.matches(py, "TypeError"));
        }
    }

    @Test
    void errorInPythonsEqIsThrown() {
        try (Python py = Python.attach()) {
            py.run("""
                    class Incomparable:
                        def __eq__(self, other):
                            raise ValueError('do not compare')
                    """);
            PyAny incomparable = py.eval("Incomparable()");
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> incomparable.equals(py.of(1)))
                    .withMessageContaining("do not compare");
        }
    }

    @Test
    void equalityWithClosedReferenceThrows() {
        try (Python py = Python.attach()) {
            PyAny open = py.of(1);
            PyAny closed = py.of(1);
            closed.close();
            assertThatIllegalStateException().isThrownBy(() -> open.equals(closed));
            assertThatIllegalStateException().isThrownBy(() -> closed.equals(open));
            assertThatIllegalStateException().isThrownBy(closed::hashCode);
            assertThat(closed.equals(closed)).isTrue();
        }
    }
}
