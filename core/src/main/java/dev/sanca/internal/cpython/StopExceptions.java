package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.PythonThread;
import dev.sanca.internal.thread.StopWatch;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyDict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StopWatch} needs of Python: a class that it raises in a thread, and the handler of its signal. Both call Java, which
 * throws what the thread is to end with; Python sees that as a {@code KeyboardInterrupt}, see {@link JavaExceptions}.
 *
 * <p><b>Thread:</b> the watch's own.
 */
final class StopExceptions implements StopWatch.Preparation {
    private static final String TYPE = """
            class Stop(KeyboardInterrupt):
                __new__ = take
            """;

    @Override
    public long makeType() {
        return Python.attach(py -> {
            PyDict names = py.dict();
            names.set("__name__", "dev.sanca");
            names.set("take", py.function("stop", (token, arguments, keywords) -> take(Face.state(token), true)));
            py.run(TYPE, names);
            return Word.newRef(Refs.word(names.getItem("Stop")));
        });
    }

    @Override
    public boolean handleSignal() {
        return Python.attach(py -> {
            try {
                py.importModule("_signal")
                        .callMethod(
                                "signal",
                                StopWatch.SIGNAL,
                                py.function("stop", (token, arguments, keywords) -> take(Face.state(token), false)));
                return true;
            } catch (PythonException e) { // another interpreter's structure, or a Python without the module
                return false;
            }
        });
    }

    @Override
    public Map<Long, PythonThread> threads() {
        return ThreadFrames.read();
    }

    private static @Nullable Object take(ThreadState state, boolean instantiated) {
        Throwable stop = state.stops().take(instantiated);
        if (stop != null) {
            throw PythonErrors.<RuntimeException>rethrow(stop);
        }
        return null;
    }
}
