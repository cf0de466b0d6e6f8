package dev.sanca.graalpy;

import static dev.sanca.graalpy.Glance.bind;
import static dev.sanca.graalpy.Glance.call;
import static dev.sanca.graalpy.Glance.eval;
import static dev.sanca.graalpy.Glance.exec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recursion without end ends in an exception, and everything works afterwards. */
@Timeout(240)
class GraalPyRecursionTest {
    private final PythonRuntime python = new GraalPyRuntime();

    @ParameterizedTest
    @ValueSource(ints = {512 << 10, 1 << 20, 8 << 20})
    void fromJavaToPythonToJava(int stack) throws Exception {
        onStack(stack, () -> {
            Object[] f = new Object[1];
            f[0] = python.function("f", (arguments, _) -> call(python, arguments[0], arguments[0]));
            for (int i = 0; i < 5; i++) {
                assertEndsInRecursionError(() -> call(python, f[0], f[0]));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {512 << 10, 8 << 20})
    void throughPythonFunctionsInBetween(int stack) throws Exception {
        onStack(stack, () -> {
            bind(python, "f", python.function("f", (_, _) -> eval(python, "g()")));
            exec(python, "def g():\n  try:\n    return f()\n  finally:\n    len([])");
            for (int i = 0; i < 5; i++) {
                assertEndsInRecursionError(() -> eval(python, "g()"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {512 << 10, 8 << 20})
    void withinPythonAlone(int stack) throws Exception {
        onStack(stack, () -> {
            exec(python, "def h(): return h()");
            for (int i = 0; i < 5; i++) {
                assertEndsInRecursionError(() -> eval(python, "h()"));
            }
        });
    }

    private void assertEndsInRecursionError(Runnable body) {
        try {
            body.run();
            throw new AssertionError("it ended");
        } catch (Raised e) {
            Object name = python.getAttr(python.type(e.exception()), "__name__");
            assertThat(python.asString(name)).isEqualTo("RecursionError");
        }
        assertThat(python.asLong(eval(python, "40 + 2"), 0)).isEqualTo(42);
    }

    private void onStack(int bytes, Runnable body) throws Exception {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    python.enter();
                    try {
                        body.run();
                    } finally {
                        python.leave();
                    }
                },
                "recursion",
                bytes);
        thread.setUncaughtExceptionHandler((_, e) -> failed.set(e));
        thread.start();
        thread.join();
        if (failed.get() != null) {
            throw new AssertionError(failed.get());
        }
    }
}
