package dev.sanca.spring;

import dev.sanca.Python;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs code with Python, and measures it: what a program injects.
 *
 * {@snippet :
 * @GetMapping("/mean")
 * double mean(@RequestParam List<Double> of) {
 *     return python.attach(py -> py.importModule("statistics").callMethod("mean", of).asDouble());
 * }
 * }
 *
 * <p>A bean that uses Python while it is made depends on this bean, and so finds Python started as the properties say. A
 * program may also call {@link Python#attach()} itself; then the metrics {@code sanca.attach} and {@code sanca.call} do not
 * see it.
 *
 * <p><b>Thread:</b> any, virtual threads too.
 */
public final class PythonTemplate {
    private final PythonStart start;
    private final List<CallListener> listeners;

    PythonTemplate(PythonStart start, List<CallListener> listeners) {
        this.start = start;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Attaches this thread, runs a body, and detaches the thread again if it was detached before.
     *
     * <p><b>Cost:</b> that of {@link Python#attach(Python.Body)}; with metrics three readings of the clock more.
     *
     * @param body gets the token
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @return the result of the body
     * @throws X whatever the body throws
     * @throws dev.sanca.PythonConfigException if Python must be started and cannot be
     * @throws IllegalStateException if Python has ended; or the body has left a token or scope open
     */
    public <R extends @Nullable Object, X extends Throwable> R attach(Python.Body<R, X> body) throws X {
        start.ensureStarted();
        if (listeners.isEmpty()) {
            return Python.attach(body);
        }
        Measured<R, X> measured = new Measured<>(body, System.nanoTime());
        try {
            return Python.attach(measured);
        } finally {
            if (measured.attachedAt != 0) {
                listeners.forEach(measured::tell);
            }
        }
    }

    /** A body that reads the clock before and after. */
    private static final class Measured<R extends @Nullable Object, X extends Throwable> implements Python.Body<R, X> {
        private final Python.Body<R, X> body;
        private final long startedAt;
        private long attachedAt;
        private long endedAt;
        private boolean failed = true;

        Measured(Python.Body<R, X> body, long startedAt) {
            this.body = body;
            this.startedAt = startedAt;
        }

        @Override
        public R run(Python py) throws X {
            attachedAt = System.nanoTime();
            try {
                R result = body.run(py);
                failed = false;
                return result;
            } finally {
                endedAt = System.nanoTime();
            }
        }

        void tell(CallListener listener) {
            listener.called(attachedAt - startedAt, endedAt - attachedAt, failed);
        }
    }
}
