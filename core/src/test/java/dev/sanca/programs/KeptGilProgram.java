package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.types.PyDict;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Runs code of C that keeps the GIL past its time limit, until the log has a line with frames of Java, and prints the log. */
public final class KeptGilProgram {
    private static volatile String pipe = "";

    private KeptGilProgram() {}

    /** A standard error stream that lets the code of C end when it was written to. */
    private static final class Log extends ByteArrayOutputStream {
        private boolean isComplete;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (!isComplete && toString(StandardCharsets.UTF_8).contains(KeptGilProgram.class.getName())) {
                isComplete = true;
                try (FileOutputStream out = new FileOutputStream(pipe)) {
                    out.write(1);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    public static void main(String[] arguments) {
        Log log = new Log();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8)); // the console's handler is not made yet
        Python.attach(py -> {
            PyDict names = py.dict();
            py.run("import os, ctypes; input, output = os.pipe()", names);
            pipe = "/dev/fd/" + names.getItem("output").asInt();
            try {
                py.within(Duration.ofMillis(50), () -> py.run("""
                        def keep():
                            ctypes.PyDLL(None).read(input, ctypes.create_string_buffer(1), 1)
                        keep()
                        """, names));
            } catch (TimeoutException e) {
                // in an instruction behind the call
            }
            return true;
        });
        System.out.println(log.toString(StandardCharsets.UTF_8));
    }
}
