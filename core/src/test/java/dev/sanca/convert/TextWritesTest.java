package dev.sanca.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stream of Java where Python expects a file: as {@code sys.stdout}, as the file of {@code print}. */
@ExtendWith(OwnershipExtension.class)
class TextWritesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static void printTo(Python py, Object stream) {
        try (PyAny sys = py.importModule("sys");
                PyAny before = sys.getAttr("stdout")) {
            sys.setAttr("stdout", stream);
            try {
                py.run("print('grün', 42)\nprint('x', end='', flush=True)");
            } finally {
                sys.setAttr("stdout", before);
            }
        }
    }

    @Test
    void printStreamIsStandardOutput() {
        try (Python py = Python.attach()) {
            printTo(py, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("grün 42\nx");
    }

    @Test
    void printStreamKeepsItsCharset() {
        try (Python py = Python.attach()) {
            printTo(py, new PrintStream(bytes, true, StandardCharsets.ISO_8859_1));
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).isEqualTo("grün 42\nx");
    }

    @Test
    void otherStreamGetsUtf8() {
        try (Python py = Python.attach()) {
            printTo(py, bytes);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("grün 42\nx");
    }

    @Test
    void writerIsStandardOutput() {
        StringWriter text = new StringWriter();
        try (Python py = Python.attach()) {
            printTo(py, text);
        }
        assertThat(text).hasToString("grün 42\nx");
    }

    @Test
    void methodsOfTheStreamStay() {
        try (Python py = Python.attach();
                PyAny stream = py.of(bytes);
                PyAny count = stream.callMethod("write", "€😀")) {
            assertThat(count.asLong()).isEqualTo(2); // characters, as Python counts
            stream.callMethod("write", 65).close();
            stream.callMethod("write", py.bytes((byte) 66, (byte) 67)).close();
            stream.callMethod("write", py.bytes((byte) 68, (byte) 69, (byte) 70), 1, 2)
                    .close();
            assertThatExceptionOfType(PythonException.class)
                    .isThrownBy(() -> stream.callMethod("write", 1.5))
                    .withMessageContaining("write(float)");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("€😀ABCEF");
    }

    @Test
    void errorOfTheStreamIsAnOsErrorThatComesBack() {
        IOException full = new IOException("the disk is full");
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };
        try (Python py = Python.attach()) {
            py.run("def caught(stream):\n    try: print('x', file=stream)\n    except OSError as e: return str(e)");
            try (PyAny caught = py.eval("caught")) {
                assertThat(caught.call(stream).str()).isEqualTo("the disk is full");
            }
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> py.of(stream).callMethod("write", "x"))
                    .isSameAs(full);
        }
    }
}
