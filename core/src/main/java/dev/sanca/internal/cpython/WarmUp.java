package dev.sanca.internal.cpython;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.types.PyCFunction;

/**
 * Runs each way into and out of Python, when Python starts: attach, detach, a call from Python.
 *
 * <p>When code runs for the first time, the JVM links method handles, and loads and initialises classes. Here that happens
 * where there is enough stack. See {@link ClassInitialization} for the classes that are needed only when something fails.
 *
 * @implNote The JVM does one thing later. A method handle that interpreted code has called 127 times gets byte code of its
 *     own before the next call; with a full heap that fails instead of the call, each time. So attach, detach and the
 *     release of a reference, which must not fail half-way, run here more often than that.
 *
 *     <p><b>Source:</b> {@code customizationCount} in the JDK's {@code java.lang.invoke.MethodHandle}.
 */
final class WarmUp {
    /** More than the JDK's {@code MethodHandleStatics.CUSTOMIZE_THRESHOLD}. */
    private static final int OFTEN = 130;

    private static final String TEXT = "warm-up";

    private WarmUp() {}

    /** Runs the warm-up. The thread is not attached. An error is ignored: a later attach meets it again and reports it. */
    static void run() {
        try {
            try (Python py = Python.attach(CPythonRuntime.INSTANCE)) {
                py.detach(() -> Python.attach(
                        CPythonRuntime.INSTANCE, inner -> inner.of("x").isTruthy()));
                try (PyCFunction function = py.function("f", (inner, arguments, keywords) -> null)) {
                    Py.of(function.call()).close();
                }
            }
            Attachment.warmUp(OFTEN);
            for (int i = 0; i < OFTEN; i++) {
                try (Python py = Python.attach(CPythonRuntime.INSTANCE)) {
                    py.string(TEXT);
                }
            }
        } catch (RuntimeException | Error e) {
            // no memory, or a Python that does not work: the next attach reports it
        }
    }
}
