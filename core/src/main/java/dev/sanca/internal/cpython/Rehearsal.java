package dev.sanca.internal.cpython;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.types.PyCFunction;

/**
 * Goes, when Python starts, each way on which a thread gets at Python and leaves it: attach, detach, a call from Python.
 *
 * <p>What the JVM does when code runs for the first time, it does where there is stack enough: a call of a method handle is
 * linked, a class is loaded and initialised. See {@link Preparation}, which initialises what these ways meet only when
 * something fails.
 *
 * @implNote One thing the JVM does later: a method handle that interpreted code has called 127 times gets byte code of its
 *     own before the next call, and where memory ends that fails instead of the call, each time. So attaching, detaching and
 *     giving back a reference, which must not fail in the middle, are rehearsed more often than that.
 *
 *     <p><b>Source:</b> {@code customizationCount} in the JDK's {@code java.lang.invoke.MethodHandle}.
 */
final class Rehearsal {
    /** More than the JDK's {@code MethodHandleStatics.CUSTOMIZE_THRESHOLD}. */
    private static final int OFTEN = 130;

    private static final String TEXT = "rehearsal";

    private Rehearsal() {}

    /** Rehearses. The thread is not attached; an error is that of a later, real attach. */
    static void run() {
        try {
            try (Python py = Python.attach(CPythonRuntime.INSTANCE)) {
                py.detach(() -> Python.attach(
                        CPythonRuntime.INSTANCE, inner -> inner.of("x").isTruthy()));
                try (PyCFunction function = py.function("f", (inner, arguments, keywords) -> null)) {
                    Py.of(function.call()).close();
                }
            }
            Attachment.rehearse(OFTEN);
            for (int i = 0; i < OFTEN; i++) {
                try (Python py = Python.attach(CPythonRuntime.INSTANCE)) {
                    py.string(TEXT);
                }
            }
        } catch (RuntimeException | Error e) {
            // no memory, or a Python that does not work: whoever attaches will know
        }
    }
}
