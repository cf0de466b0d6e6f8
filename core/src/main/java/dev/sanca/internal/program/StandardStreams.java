package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonFunctionBody;
import dev.sanca.types.PyAny;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Python's {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr} over streams of Java. Each becomes a text stream of
 * Python over a binary one, whose methods are Java functions.
 *
 * <p><b>Thread:</b> Python calls the functions on any of its threads. They detach while Java's stream works, as Python's own
 * files do: the stream may wait, or take a lock whose holder waits for the GIL.
 */
final class StandardStreams {
    private static final int LARGEST_READ = 8192;

    private StandardStreams() {}

    static void install(Python py, PythonConfig config) {
        if (config.stdout().isEmpty()
                && config.stderr().isEmpty()
                && config.stdin().isEmpty()) {
            return;
        }
        try (PyAny output = PythonSource.function(py, "streams.py", "output");
                PyAny input = PythonSource.function(py, "streams.py", "input_")) {
            config.stdout()
                    .ifPresent(stream ->
                            output.call(py.string("stdout"), write(py, stream), flush(py, stream), end(py, stream)));
            config.stderr()
                    .ifPresent(stream ->
                            output.call(py.string("stderr"), write(py, stream), flush(py, stream), end(py, stream)));
            config.stdin().ifPresent(stream -> input.call(py.string("stdin"), py.function("read", read(stream))));
        }
    }

    private static PyAny write(Python py, OutputStream stream) {
        return py.function("write", (inner, arguments, keywords) -> {
            byte[] data = arguments.get(0).as(byte[].class);
            inner.detach(() -> stream.write(data));
            return null;
        });
    }

    private static PyAny flush(Python py, OutputStream stream) {
        return py.function("flush", (inner, arguments, keywords) -> {
            inner.detach(stream::flush);
            return null;
        });
    }

    /** Returns the function for Python's exit. */
    private static PyAny end(Python py, OutputStream stream) {
        return py.function("end", (inner, arguments, keywords) -> {
            inner.detach(() -> {
                if (stream instanceof LoggerStream logger) {
                    logger.endLine();
                }
                stream.flush();
            });
            return null;
        });
    }

    private static PythonFunctionBody read(InputStream stream) {
        return (inner, arguments, keywords) -> {
            byte[] data = new byte[(int) Math.min(LARGEST_READ, arguments.get(0).asLong())];
            int count = inner.detach(() -> stream.read(data));
            return Arrays.copyOf(data, Math.max(0, count));
        };
    }
}
