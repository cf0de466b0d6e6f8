package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java exceptions that cross Python. */
@ExtendWith(OwnershipExtension.class)
class JavaExceptionTest {
    /** Globals in which f() throws {@code error}. */
    private static PyDict throwing(Python py, Throwable error) {
        PyDict globals = py.dict();
        globals.setItem("f", py.function("f", (p, args, kwargs) -> {
            if (error instanceof Error e) {
                throw e;
            }
            throw (Exception) error;
        }));
        return globals;
    }

    private static Throwable thrownBy(Throwable error, String statements) {
        try (Python py = Python.attach()) {
            PyDict globals = throwing(py, error);
            return catchThrowable(() -> py.run(statements, globals));
        }
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new IllegalArgumentException("x"), "ValueError"),
                Arguments.of(new NumberFormatException("x"), "ValueError"),
                Arguments.of(new IndexOutOfBoundsException("x"), "IndexError"),
                Arguments.of(new ArrayIndexOutOfBoundsException("x"), "IndexError"),
                Arguments.of(new NoSuchElementException("x"), "LookupError"),
                Arguments.of(new ArithmeticException("x"), "ArithmeticError"),
                Arguments.of(new ClassCastException("x"), "TypeError"),
                Arguments.of(new NullPointerException("x"), "TypeError"),
                Arguments.of(new UnsupportedOperationException("x"), "NotImplementedError"),
                Arguments.of(new IOException("x"), "OSError"),
                Arguments.of(new UncheckedIOException(new IOException("x")), "OSError"),
                Arguments.of(new FileNotFoundException("x"), "FileNotFoundError"),
                Arguments.of(new TimeoutException("x"), "TimeoutError"),
                Arguments.of(new InterruptedException("x"), "InterruptedError"),
                Arguments.of(new ConcurrentModificationException("x"), "RuntimeError"),
                Arguments.of(new IllegalStateException((String) null), "RuntimeError"),
                Arguments.of(new Exception("x"), "Exception"),
                Arguments.of(new OutOfMemoryError("x"), "BaseException"),
                Arguments.of(new StackOverflowError("x"), "BaseException"),
                Arguments.of(new AssertionError("x"), "BaseException"),
                Arguments.of(new Nested("x"), "ValueError"));
    }

    /** A class with a superclass of its own and a name that Python cannot spell. */
    static final class Nested extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Nested(String message) {
            super(message);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void arrivesAsTheSameObject(Throwable error, String kind) {
        assertThat(thrownBy(error, "f()")).isSameAs(error);
        assertThat(thrownBy(error, "def g():\n  f()\nsorted([1, 2], key=lambda x: g())"))
                .isSameAs(error);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pythonCatchesItByTheNearestBuiltinKind(Throwable error, String kind) {
        assertThat(thrownBy(error, "try:\n  f()\nexcept " + kind + ":\n  pass")).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pythonReraisesIt(Throwable error, String kind) {
        assertThat(thrownBy(error, "try:\n  f()\nexcept BaseException:\n  raise"))
                .isSameAs(error);
        assertThat(thrownBy(error, "try:\n  f()\nexcept BaseException as e:\n  raise e"))
                .isSameAs(error);
        assertThat(thrownBy(error, "try:\n  f()\nexcept BaseException as e:\n  x = e\nraise x from None"))
                .isSameAs(error);
    }

    @Test
    void errorsAreNotCaughtAsException() {
        Error error = new OutOfMemoryError("of the test");
        assertThat(thrownBy(error, "try:\n  f()\nexcept Exception:\n  pass")).isSameAs(error);
    }

    @Test
    void pythonSeesMessageAndName() {
        try (Python py = Python.attach()) {
            PyDict globals = throwing(py, new IOException("disk full"));
            py.run("try:\n  f()\nexcept OSError as e:\n  seen = type(e).__name__ + '|' + str(e)", globals);
            assertThat(globals.getItem("seen").str()).isEqualTo("IOException|disk full");
        }
    }

    @Test
    void finallyBlocksRun() {
        try (Python py = Python.attach()) {
            IOException error = new IOException("x");
            PyDict globals = throwing(py, error);
            assertThatThrownBy(() -> py.run("log = []\ntry:\n  f()\nfinally:\n  log.append(1)", globals))
                    .isSameAs(error);
            assertThat(globals.getItem("log").len()).isEqualTo(1);
        }
    }

    @Test
    void chainedPythonExceptionHasItAsCause() {
        IOException error = new IOException("x");
        for (String how : new String[] {" from e", ""}) {
            try (Python py = Python.attach()) {
                PyDict globals = throwing(py, error);
                PythonException e = catchThrowableOfType(
                        PythonException.class,
                        () -> py.run("try:\n  f()\nexcept OSError as e:\n  raise ValueError('y')" + how, globals));
                assertThat(e).hasMessage("ValueError: y");
                assertThat(e.getCause()).isSameAs(error);
                e.value().close();
                e.type().close();
            }
        }
    }

    @Test
    void pythonExceptionThroughJavaIsTheSamePythonObject() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem(
                    "f", py.function("f", (p, args, kwargs) -> args.getFirst().call()));
            py.run("""
                    original = ValueError('x')
                    def g():
                        raise original
                    try:
                        f(g)
                    except ValueError as e:
                        same = e is original
                    """, globals);
            assertThat(globals.getItem("same").isTruthy()).isTrue();
        }
    }

    @Test
    void pythonExceptionThrownLaterIsTheSamePythonObject() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            PythonException[] kept = new PythonException[1];
            globals.setItem("keep", py.function("keep", (p, args, kwargs) -> {
                kept[0] = catchThrowableOfType(
                        PythonException.class, () -> args.getFirst().call());
                return null;
            }));
            globals.setItem("throw", py.function("throw", (p, args, kwargs) -> {
                throw kept[0];
            }));
            py.run("""
                    original = ValueError('x')
                    def g():
                        raise original
                    keep(g)
                    try:
                        throw()
                    except ValueError as e:
                        same = e is original
                    """, globals);
            assertThat(globals.getItem("same").isTruthy()).isTrue();
            assertThatThrownBy(() -> py.run("throw()", globals)).hasMessage("ValueError: x");
            py.run("del original, keep, throw, g", globals);
            kept[0].value().close();
            kept[0].type().close();
        }
    }

    @Test
    void stopIterationEndsPythonsLoop() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            int[] n = {0};
            globals.setItem("next", py.function("next", (p, args, kwargs) -> {
                if (n[0] == 3) {
                    PyAny stop = p.eval("StopIteration()");
                    throw new PythonException(stop.cast(dev.sanca.types.PyBaseException.class));
                }
                return n[0]++;
            }));
            py.run(
                    "class I:\n  def __iter__(self): return self\n  def __next__(self): return next()\nseen = list(I())",
                    globals);
            assertThat(globals.getItem("seen").len()).isEqualTo(3);
        }
    }

    @Test
    void conversionThatFailsIsPythonsError() {
        try (Python py = Python.attach()) {
            PyAny f = py.function("f", (p, args, kwargs) -> args.getFirst().asLong());
            assertThatThrownBy(() -> f.call("text")).hasMessageStartingWith("TypeError");
            assertThat(f.call(5).asLong()).isEqualTo(5);
        }
    }

    private static String seen(Throwable error, String expression) {
        try (Python py = Python.attach()) {
            PyDict globals = throwing(py, error);
            py.run("try:\n  f()\nexcept BaseException as e:\n  seen = repr(" + expression + ")", globals);
            return globals.getItem("seen").asString();
        }
    }

    @Test
    void pythonSeesCausesAndSuppressedExceptions() {
        IllegalStateException error = new IllegalStateException("no stock", new FileNotFoundException("stock.txt"));
        error.addSuppressed(new IOException("also"));
        assertThat(seen(
                        error,
                        "(type(e.__cause__).__name__, str(e.__cause__), isinstance(e.__cause__, FileNotFoundError))"))
                .isEqualTo("('FileNotFoundException', 'stock.txt', True)");
        assertThat(seen(error, "e.__notes__")).isEqualTo("['Suppressed: java.io.IOException: also']");
        assertThat(seen(new IOException("x"), "(e.__cause__, hasattr(e, '__notes__'))"))
                .isEqualTo("(None, False)");
    }

    @Test
    void causeOfPythonIsThePythonException() {
        try (Python py = Python.attach()) {
            PythonException raised = catchThrowableOfType(PythonException.class, () -> py.eval("1 / 0"));
            assertThat(seen(new IllegalStateException(raised), "type(e.__cause__).__name__"))
                    .isEqualTo("'ZeroDivisionError'");
        }
    }

    @Test
    void endlessChainOfCausesIsCut() {
        IllegalStateException error = new IllegalStateException("a");
        error.initCause(new IllegalStateException("b", error));
        assertThat(seen(error, "str(e.__cause__)")).isEqualTo("'b'");
        assertThat(thrownBy(error, "f()")).isSameAs(error);
    }

    @Test
    void exceptionWithoutMessageHasNoText() {
        assertThat(seen(new IllegalStateException(), "(str(e), e.args)")).isEqualTo("('', ())");
    }

    /** An exception with a method of its own. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Returns a number. */
        public int number() {
            return 7;
        }
    }

    @Test
    @Tag("cpython") // behind the interface of runtimes an exception has no methods of Java yet
    void pythonCallsTheMethodsOfAnException() {
        assertThat(seen(new Gone(), "e.number()")).isEqualTo("7");
        assertThat(seen(new Gone(), "'number' in dir(e)")).isEqualTo("True");
        assertThat(seen(new Gone(), "hasattr(e, 'missing')")).isEqualTo("False");
    }
}
