package dev.sanca.internal.convert;

import dev.sanca.Python;
import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.types.PyAny;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets the method {@code write} of a Java stream take a {@code str}, as that of a file of Python does. So a stream can be
 * {@code sys.stdout}, the {@code file} of {@code print}, or the stream of a handler of Python's {@code logging}.
 *
 * <p>A {@link PrintStream} prints the text, in its own charset; another stream gets UTF-8. The thread is detached meanwhile.
 */
final class TextWrites {
    private TextWrites() {}

    /**
     * Returns a body for {@code write} that takes a {@code str} as well.
     *
     * @param others the methods of the stream
     */
    static PythonFunctionBody of(OutputStream stream, PythonFunctionBody others) {
        return (py, arguments, keywords) -> keywords.isEmpty() && arguments.size() == 1 && isText(arguments.get(0))
                ? write(py, stream, arguments.get(0).str())
                : others.call(py, arguments, keywords);
    }

    private static boolean isText(PyAny argument) {
        return TypeReads.isString(Refs.word(argument));
    }

    /** Returns the number of characters, as Python's own {@code write} does. */
    private static Object write(Python py, OutputStream stream, String text) throws IOException {
        return py.detach(() -> {
            if (stream instanceof PrintStream print) {
                print.print(text);
            } else {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return text.codePointCount(0, text.length());
        });
    }
}
