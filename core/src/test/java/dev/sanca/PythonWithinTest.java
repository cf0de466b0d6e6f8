package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python.AnyTimedBody;
import dev.sanca.programs.KeptGilProgram;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyDict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time limits of Python code. */
@ExtendWith(OwnershipExtension.class)
@Tag("cpython") // no other runtime has asynchronous exceptions
class PythonWithinTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** What stops the code, which must have got to its function {@code job}: on a busy machine that takes more than a short time. */
    private static Throwable stopped(Python py, String code, PyDict names) {
        for (Duration limit = SHORT; ; limit = limit.multipliedBy(2)) {
            try {
                py.within(limit, () -> py.run(code, names));
                throw new AssertionError("it has ended");
            } catch (TimeoutException e) {
                assertThat(e).hasMessageContaining("had not ended within " + limit);
                Throwable cause = Objects.requireNonNull(e.getCause());
                if (Arrays.stream(cause.getStackTrace())
                        .anyMatch(f -> f.getMethodName().equals("job"))) {
                    return cause;
                }
                assertThat(limit).isLessThan(LONG);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"while True: pass", "import time; time.sleep(300)", "import threading; threading.Event().wait()"
            })
    void pythonIsStoppedWhenTheTimeIsOver(String code) {
        Python.attach(py -> {
            Throwable cause = stopped(py, "def job():\n  " + code + "\njob()", py.dict());
            assertThat(cause.getStackTrace()[0].toString()).startsWith("python.");
            return assertThat(py.eval("6 * 7").asLong()).isEqualTo(42);
        });
    }

    @Test
    void finallyRunsAndExceptDoesNot() {
        Python.attach(py -> {
            PyDict names = py.dict();
            stopped(py, """
                    log = []
                    def job():
                        while True: pass
                    try:
                        try:
                            job()
                        except Exception:
                            log.append('except')
                    finally:
                        log.append('finally')
                    """, names);
            return assertThat(names.getItem("log").toString()).isEqualTo("['finally']");
        });
    }

    @Test
    void aBodyThatEndsFirstGivesItsResultOrItsException() throws Exception {
        Python.attach(py -> {
            assertThat((long) py.within(LONG, () -> py.eval("6 * 7").asLong())).isEqualTo(42);
            assertThatThrownBy(() -> py.within(LONG, () -> py.run("1 / 0"))).isInstanceOf(PythonException.class);
            assertThatThrownBy(() -> py.within(LONG, () -> {
                        throw new IOException("own");
                    }))
                    .isInstanceOf(IOException.class);
            return null;
        });
    }

    @Test
    void anAnyTimedBodyMayThrowAnything() throws Throwable {
        AnyTimedBody<Long> body = () -> 42L;
        assertThat(Python.<Long>attach((Python.AnyBody<Long>) py -> py.within(LONG, body)))
                .isEqualTo(42);
    }

    @Test
    void ofNestedLimitsTheFirstThatEndsStopsTheBodiesInside() throws Exception {
        Python.attach(py -> {
            List<String> stopped = new ArrayList<>();
            assertThatThrownBy(() -> py.within(SHORT, () -> {
                        try {
                            py.within(LONG, () -> py.run("while True: pass"));
                        } catch (TimeoutException e) {
                            stopped.add("inner");
                        }
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(stopped).isEmpty();
            py.within(LONG, () -> {
                try {
                    py.within(SHORT, () -> py.run("while True: pass"));
                } catch (TimeoutException e) {
                    stopped.add("inner");
                }
                return py.eval("1").asLong();
            });
            return assertThat(stopped).containsExactly("inner");
        });
    }

    /** The time of some bodies is over in their last instructions, or between these and the next body. */
    @Test
    void nothingReachesLaterCode() {
        Python.attach(py -> {
            int stopped = 0;
            for (int i = 0; i < 150; i++) {
                try {
                    py.within(
                            Duration.ofMillis(i % 15),
                            () -> py.eval("sum(range(100_000))").asLong());
                } catch (TimeoutException e) {
                    stopped++;
                }
                py.run("for _ in range(3_000): pass");
            }
            return assertThat(stopped).isBetween(0, 150);
        });
    }

    @Test
    void noTimeStopsTheFirstPythonCode() {
        Python.attach(py -> assertThatThrownBy(
                        () -> py.within(Duration.ofSeconds(-1), () -> py.run("while True: pass")))
                .isInstanceOf(TimeoutException.class));
    }

    @Test
    void javaCodeIsStoppedWhenItCallsPython() {
        Python.attach(py -> {
            PyDict names = py.dict();
            AtomicBoolean slept = new AtomicBoolean();
            names.set("java", py.function("java", (token, arguments, keywords) -> {
                Thread.sleep(200);
                slept.set(!Thread.interrupted());
                return null;
            }));
            assertThatThrownBy(() -> py.within(SHORT, () -> py.run("java()\nwhile True: pass", names)))
                    .isInstanceOf(TimeoutException.class);
            return assertThat(slept).isTrue();
        });
    }

    @Test
    void aVirtualThreadHasLimitsToo() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThatThrownBy(() -> threads.submit(() -> Python.attach(py -> {
                                py.within(SHORT, () -> py.run("while True: pass"));
                                return null;
                            }))
                            .get())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void codeOfCThatDoesNotEndIsNamedInTheLog() {
        assertThat(ChildJvm.of(KeptGilProgram.class).run().orFail())
                .contains(
                        "Python code on the thread \"main\" is to stop",
                        "its body had not ended within PT0.05S",
                        "at python.keep(",
                        KeptGilProgram.class.getName() + ".main");
    }
}
