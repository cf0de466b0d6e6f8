package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanca.internal.cpython.PythonErrors;
import dev.sanca.internal.runtime.RuntimesProbe;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.ReflectedRuntime;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyType;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OwnershipExtension.class)
class PythonExceptionTest {
    private static PythonException raised(Python py, String statements) {
        PythonException e = catchThrowableOfType(PythonException.class, () -> py.run(statements, py.dict()));
        assertThat(e).isNotNull();
        return e;
    }

    private static void close(PythonException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof PythonException p) {
                p.value().close();
                p.type().close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "raise ValueError('the text')| builtins.ValueError| ValueError: the text",
                "raise ValueError| ValueError| ValueError",
                "{}['key']| LookupError| KeyError: 'key'",
                "import json; json.loads('x')| json.JSONDecodeError"
                        + "| json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
                "raise KeyboardInterrupt| KeyboardInterrupt| KeyboardInterrupt",
                "import sys; sys.exit(3)| SystemExit| SystemExit: 3",
                "raise GeneratorExit| BaseException| GeneratorExit",
                "def f(:| SyntaxError| ~SyntaxError: ~",
                "x = (| SyntaxError| ~SyntaxError: ~",
                "class E(Exception):\\n  def __str__(self): 1/0\\nraise E| Exception| E: <exception str() failed>",
                "class E(Exception):\\n  def __str__(self): return 3\\nraise E| Exception| E: <exception str() failed>",
                "raise Exception('\\ud800')| Exception| Exception: \ud800",
                "raise Exception('a\\0b')| Exception| Exception: a\0b",
                "raise Exception('x' * 1000000)| Exception| Exception: xxx",
            })
    void messageTypeAndMatch(String statements, String type, String message) {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, statements.replace("\\n", "\n"));
            assertThat(e.getMessage()).contains(message.replace("~", "").strip());
            assertThat(e.matches(py, type)).isTrue();
            assertThat(e.matches(py, "BaseException")).isTrue();
            assertThat(e.matches(py, "ZeroDivisionError")).isFalse();
            try (PyAny value = e.value().bind(py);
                    PyType t = e.type().bind(py)) {
                assertThat(value.isInstance(t)).isTrue();
                assertThat(e.matches(py, t)).isTrue();
            }
            close(e);
        }
    }

    @Test
    void missingModuleSaysHowToInstallIt() {
        try (Python py = Python.attach()) {
            // A runtime other than CPython has no pip that could be named.
            boolean isCPython = System.getProperty("sanca.runtime") == null;
            PythonException e = raised(py, "import no_such_module.part");
            String line = "ModuleNotFoundError: No module named 'no_such_module'";
            if (isCPython) {
                assertThat(e.getMessage())
                        .startsWith(line + "\nTo install it: ")
                        .endsWith(" -m pip install no_such_module");
            } else {
                assertThat(e.getMessage()).isEqualTo(line);
            }
            close(e);
            for (String statements : new String[] {
                "import json.no_such_part",
                "raise ModuleNotFoundError",
                "raise ModuleNotFoundError('text', name=3)",
                "raise ModuleNotFoundError('text', name='_ctypes')",
                "raise ImportError('text', name='pandas')",
            }) {
                PythonException other = raised(py, statements);
                assertThat(other.getMessage()).doesNotContain("To install");
                close(other);
            }
        }
    }

    @Test
    void matchWithoutSuchClassIsAnErrorOfItsOwn() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, "1/0");
            for (String name : new String[] {"NoSuchError", "nomodule.Error", "json.NoSuchError"}) {
                assertThatThrownBy(() -> e.matches(py, name))
                        .isInstanceOfSatisfying(PythonException.class, x -> close(x));
            }
            close(e);
        }
    }

    @Test
    void traceHasPythonFramesInnermostFirstAboveTheJavaCall() {
        try (Python py = Python.attach()) {
            PyModule module = py.moduleFromCode("""
                    def inner():
                        raise ValueError('here')

                    def outer():
                        inner()
                    """, "/some/where/tested.py", "tested");
            PythonException e = catchThrowableOfType(PythonException.class, () -> module.callMethod("outer"));
            StackTraceElement[] trace = e.getStackTrace();
            assertThat(trace[0].toString()).isEqualTo("python.inner(/some/where/tested.py:2)");
            assertThat(trace[1].toString()).isEqualTo("python.outer(/some/where/tested.py:5)");
            assertThat(trace[2].getMethodName()).isEqualTo("callMethod");
            assertThat(Arrays.stream(trace).map(StackTraceElement::getClassName))
                    .contains(PythonExceptionTest.class.getName())
                    .doesNotContain("dev.sanca.internal.cpython.PythonErrors");
            close(e);
            py.run("import sys; del sys.modules['tested']");
        }
    }

    @Test
    void traceAlternatesBetweenJavaAndPython() {
        try (Python py = Python.attach()) {
            PyDict globals = py.dict();
            globals.setItem("java", py.function("java", (p, args, kwargs) -> p.eval("python_inner()", globals)));
            py.run("def python_inner():\n  1/0\ndef python_outer():\n  java()", globals);
            PythonException e = catchThrowableOfType(
                    PythonException.class, () -> globals.getItem("python_outer").call());
            String trace = Arrays.toString(e.getStackTrace());
            assertThat(trace.indexOf("python_inner")).isNotNegative();
            assertThat(trace.indexOf("lambda$")).isGreaterThan(trace.indexOf("python_inner"));
            close(e);
        }
    }

    @Test
    void causeIsTheCauseOfPython() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, """
                    try:
                        1/0
                    except ZeroDivisionError as z:
                        raise ValueError('outer') from z
                    """);
            assertThat(e).hasMessage("ValueError: outer").cause().hasMessage("ZeroDivisionError: division by zero");
            assertThat(e.getCause()).hasNoCause();
            close(e);
        }
    }

    @Test
    void contextIsTheCauseUnlessSuppressed() {
        try (Python py = Python.attach()) {
            String code = "try:\n  1/0\nexcept ZeroDivisionError:\n  raise ValueError('outer')";
            PythonException shown = raised(py, code);
            assertThat(shown).cause().hasMessageStartingWith("ZeroDivisionError");
            close(shown);
            PythonException suppressed = raised(py, code + " from None");
            assertThat(suppressed).hasNoCause();
            close(suppressed);
        }
    }

    @Test
    void circleOfCausesEnds() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, """
                    a, b = ValueError('a'), ValueError('b')
                    a.__cause__ = b
                    b.__cause__ = a
                    raise a
                    """);
            assertThat(e).cause().hasMessage("ValueError: b");
            close(e);
        }
    }

    @Test
    void groupArrivesAsOneException() {
        try (Python py = Python.attach()) {
            if (py.eval("'ExceptionGroup' in dir(__builtins__)").isTruthy()) {
                PythonException e = raised(py, "raise ExceptionGroup('all', [ValueError('a'), TypeError('b')])");
                assertThat(e).hasMessage("ExceptionGroup: all (2 sub-exceptions)");
                close(e);
            }
        }
    }

    @Test
    void errorOfEvalLeavesNothingPending() {
        try (Python py = Python.attach()) {
            for (int i = 0; i < 100; i++) {
                close(raised(py, "raise ValueError"));
                assertThat(py.eval("1 + 1").asLong()).isEqualTo(2);
            }
        }
    }

    @Test
    void toStringNeedsNoAttachment() {
        PythonException e = Python.attach(py -> raised(py, "1/0"));
        assertThat(e).hasToString("dev.sanca.PythonException: ZeroDivisionError: division by zero");
        assertThat(e.typeName()).isEqualTo("ZeroDivisionError");
        Python.attach(py -> {
            close(e);
            return null;
        });
    }

    @Test
    void exceptionRestoredInABodyIsRaisedWhenTheBodyReturns() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, "1/0");
            boolean[] ranOn = {false};
            PyAny f = py.function("f", (p, args, kwargs) -> {
                e.restore(p);
                ranOn[0] = p.eval("[1, 2][1]").asInt() == 2; // Python can be called meanwhile
                return "the result is dropped";
            });
            assertThatThrownBy(f::call).isSameAs(e);
            assertThat(ranOn[0]).isTrue();
            PyDict globals = py.dict();
            globals.setItem("f", f);
            py.run("""
                    try:
                        f()
                    except ZeroDivisionError:
                        seen = True
                    """, globals);
            assertThat(globals.getItem("seen").isTruthy()).isTrue();
            close(e);
        }
    }

    @Test
    void restoredExceptionIsThatOfItsOwnBodyOnly() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, "1/0");
            PyAny inner = py.function("inner", (p, args, kwargs) -> 1);
            PyAny outer = py.function("outer", (p, args, kwargs) -> {
                e.restore(p);
                return inner.call(); // not raised here
            });
            assertThatThrownBy(outer::call).isSameAs(e);
            assertThat(inner.call().asInt()).isOne();
            PyAny quiet = py.function("quiet", (p, args, kwargs) -> {
                assertThatThrownBy(outer::call).isSameAs(e);
                return 2;
            });
            assertThat(quiet.call().asInt()).isEqualTo(2);
            close(e);
        }
    }

    @Test
    void whatTheBodyThrowsCountsAndOfSeveralRestoredTheLast() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, "1/0");
            PythonException last = raised(py, "[][0]");
            PyAny f = py.function("f", (p, args, kwargs) -> {
                e.restore(p);
                last.restore(p);
                if (!args.isEmpty()) {
                    throw new IllegalStateException("thrown");
                }
                return null;
            });
            assertThatThrownBy(f::call).isSameAs(last);
            assertThatThrownBy(() -> f.call(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("thrown");
            PyAny g = py.function("g", (p, args, kwargs) -> 3);
            assertThat(g.call().asInt()).isEqualTo(3); // nothing is left over
            close(e);
            close(last);
        }
    }

    @Test
    void runtimeWithoutErrorIndicatorRefusesToRestoreOutsideABody() {
        PythonRuntime other = RuntimesProbe.isStandardCPython() ? ReflectedRuntime.INSTANCE : RuntimesProbe.standard();
        try (Python py = Python.attach(other)) {
            PythonException e = raised(py, "1/0");
            assertThatIllegalStateException()
                    .isThrownBy(() -> e.restore(py))
                    .withMessageContaining(" has no error indicator that Java could set: throw the exception");
            PyAny f = py.function("f", (p, args, kwargs) -> 1);
            assertThat(f.call().asInt()).isOne();
            close(e);
        }
    }

    @Tag("cpython") // looks at CPython's error indicator
    @Test
    void restoredExceptionIsPendingInPython() {
        try (Python py = Python.attach()) {
            PythonException e = raised(py, "1/0");
            e.restore(py);
            assertThat(PythonErrors.isPending()).isTrue();
            assertThat(PythonErrors.take(ThreadState.attached("a test")))
                    .isInstanceOfSatisfying(PythonException.class, taken -> {
                        try (PyAny first = e.value().bind(py);
                                PyAny second = taken.value().bind(py)) {
                            assertThat(second.is(first)).isTrue();
                        }
                        close(taken);
                    });
            assertThat(PythonErrors.isPending()).isFalse();
            close(e);
        }
    }
}
