package dev.sanca.scripting;

import dev.sanca.Python;
import dev.sanca.PythonFunctionBody;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import javax.script.ScriptContext;

/**
 * Python's standard streams of one thread, while it runs a script: those of the script's context. The thread is detached
 * while a stream of Java works.
 */
final class ScriptStreams {
    private ScriptStreams() {}

    /** Sends what this thread prints to the context; {@link #leave} ends that. */
    static void enter(Python py, ScriptContext context) {
        try (PyAny write = py.function("write", write(context.getWriter()));
                PyAny flush = py.function("flush", flush(context.getWriter()));
                PyAny writeError = py.function("write", write(context.getErrorWriter()));
                PyAny flushError = py.function("flush", flush(context.getErrorWriter()));
                PyAny read = py.function("read", read(context.getReader()))) {
            PythonHelpers.of(py)
                    .call(py, "enter", write, flush, writeError, flushError, read)
                    .close();
        }
    }

    /** Flushes the streams of the context, and lets this thread print as before. */
    static void leave(Python py) {
        PythonHelpers.of(py).call(py, "leave").close();
    }

    private static PythonFunctionBody write(Writer writer) {
        return (py, arguments, keywords) -> {
            String text = arguments.get(0).str();
            py.detach(() -> writer.write(text));
            return null;
        };
    }

    private static PythonFunctionBody flush(Writer writer) {
        return (py, arguments, keywords) -> {
            py.detach(writer::flush);
            return null;
        };
    }

    /** With the number of characters, -1 for all, and whether to stop at the end of a line. */
    private static PythonFunctionBody read(Reader reader) {
        return (py, arguments, keywords) -> {
            long most = arguments.get(0).asLong();
            boolean isLine = arguments.get(1).isTruthy();
            return py.detach(() -> read(reader, most, isLine));
        };
    }

    private static String read(Reader reader, long most, boolean isLine) throws IOException {
        StringBuilder text = new StringBuilder();
        while (most < 0 || text.length() < most) {
            int c = reader.read(); // not more: the program may read the rest by itself
            if (c < 0) {
                break;
            }
            text.append((char) c);
            if (isLine && c == '\n') {
                break;
            }
        }
        return text.toString();
    }
}
