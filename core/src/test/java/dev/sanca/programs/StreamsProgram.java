package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ResourceBundle;

/** Python's standard streams over streams of Java: what its argument names, printed on the JVM's own output. */
public final class StreamsProgram {
    private StreamsProgram() {}

    /** With the name of a case. */
    public static void main(String[] arguments) {
        PythonConfig.Builder config = PythonConfig.builder();
        if (System.getProperty("sanca.runtime") != null) {
            config.runtime(System.getProperty("sanca.runtime"));
        }
        switch (arguments[0]) {
            case "PRINT" -> print(config);
            case "ORDER" -> order(config);
            case "WRITER" -> writer(config);
            case "LOGGER" -> logger(config);
            case "EXIT" -> exit(config);
            case "ERRORS" -> errors(config);
            case "STDIN" -> stdin(config);
            case "SLOW_STDIN" -> slowStdin(config);
            case "LOCK" -> lock(config);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void print(PythonConfig.Builder config) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Python.initialize(config.stdout(out).stderr(err).build());
        try (Python py = Python.attach()) {
            py.run("""
                    import sys, warnings
                    print('one', 2, 'drei: ä€😀')
                    print('no end', end='')
                    sys.stdout.buffer.write(b'\\xc3\\xa4|')
                    print(sys.stdout.name, sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.mode, end='')
                    try:
                        sys.stdout.fileno()
                    except OSError as e:
                        print('|no fileno', end='')
                    print(ascii('\\ud800'), '\\ud800', file=sys.stderr)
                    warnings.warn('careful')
                    assert sys.__stdout__ is sys.stdout and sys.__stderr__ is sys.stderr
                    """);
        }
        System.out.println(out.toString(StandardCharsets.UTF_8));
        System.out.println(err.toString(StandardCharsets.UTF_8));
    }

    private static void order(PythonConfig.Builder config) {
        Python.initialize(config.stdout(System.out).build());
        try (Python py = Python.attach()) {
            for (int i = 0; i < 3; i++) {
                System.out.print("java " + i + " ");
                py.run("print('python " + i + " ', end='')");
            }
        }
        System.out.println();
    }

    private static void writer(PythonConfig.Builder config) {
        StringWriter text = new StringWriter();
        Python.initialize(config.stdout(text).build());
        try (Python py = Python.attach()) {
            py.run("import sys; print('ä€😀', flush=True); sys.stdout.buffer.write(b'\\xe2\\x82'); print('x')");
        }
        System.out.println(text);
    }

    private static void logger(PythonConfig.Builder config) {
        System.Logger logger = new PrintingLogger();
        Python.initialize(config.stdout(logger, Level.INFO)
                .stderr(logger, Level.WARNING)
                .argv("report.py")
                .warnings("ignore")
                .build());
        try (Python py = Python.attach()) {
            py.run("""
                    import sys, warnings
                    print(sys.argv)
                    print('one\\ntwo\\r\\n\\nth', end='', flush=True)
                    print('ree')
                    warnings.warn('not shown')
                    print('trouble', file=sys.stderr)
                    print('x' * 70000)
                    print('never ended', end='')
                    """);
        }
    }

    private static final class PrintingLogger implements System.Logger {
        @Override
        public String getName() {
            return "scripts";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            System.out.println(level + ": " + message + (thrown == null ? "" : " " + thrown));
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            log(level, bundle, format, (Throwable) null);
        }
    }

    private static void exit(PythonConfig.Builder config) {
        Python.initialize(config.stdout(new OutputStream() {
                    @Override
                    public void write(int b) {
                        System.out.write(b);
                    }

                    @Override
                    public void flush() {
                        System.out.println("<flushed>");
                    }
                })
                .build());
        try (Python py = Python.attach()) {
            py.run("import atexit; atexit.register(print, 'at exit', end=''); print('now', end='')");
        }
        System.out.println(" end of main");
        System.exit(3);
    }

    private static void errors(PythonConfig.Builder config) {
        Python.initialize(config.stdout(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the disk is full");
                    }
                })
                .build());
        try (Python py = Python.attach()) {
            py.run("""
                    import sys
                    try:
                        print('x')
                    except OSError as e:
                        print('caught', e, file=sys.stderr, flush=True)
                    """);
            try {
                py.run("print('y')");
            } catch (PythonException e) {
                System.out.println("a PythonException: " + e.getMessage());
            } catch (Exception e) {
                System.out.println("in Java: " + e);
            }
        }
    }

    private static void stdin(PythonConfig.Builder config) {
        InputStream in = new ByteArrayInputStream("grün\nzwei\r\nrest\nlast".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Python.initialize(config.stdin(in).stdout(out).build());
        try (Python py = Python.attach()) {
            py.run("""
                    import sys
                    print(ascii(input('name? ')), ascii(sys.stdin.readline()), ascii(sys.stdin.read()), end=' ')
                    try:
                        input()
                    except EOFError:
                        print('end')
                    """);
        }
        System.out.println(out.toString(StandardCharsets.UTF_8));
    }

    /** Another thread runs Python while one waits for the input. */
    private static void slowStdin(PythonConfig.Builder config) {
        Thread[] other = new Thread[1];
        InputStream in = new InputStream() {
            private int served;

            @Override
            public int read() {
                throw new AssertionError();
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (served++ > 0) {
                    return -1;
                }
                try {
                    other[0].join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                Arrays.fill(to, offset, offset + 3, (byte) 'a');
                return 3;
            }
        };
        other[0] = new Thread(() -> Python.attach(py -> {
            System.out.println("meanwhile " + py.eval("6 * 7").str());
            return null;
        }));
        Python.initialize(config.stdin(in).build());
        try (Python py = Python.attach()) {
            other[0].start();
            System.out.println(py.eval("input()").str());
        }
    }

    /** One thread holds the lock of the stream and waits for Python; another one runs Python and prints. */
    private static void lock(PythonConfig.Builder config) {
        Object lock = new Object();
        Python.initialize(config.stdout(new OutputStream() {
                    @Override
                    public void write(int b) {
                        synchronized (lock) {
                            System.out.write(b);
                        }
                    }
                })
                .build());
        Thread other;
        try (Python py = Python.attach()) {
            synchronized (lock) {
                other = new Thread(() -> Python.attach(p -> {
                    p.run("print('printed')");
                    return null;
                }));
                other.start();
                while (!py.detach(() -> other.getState() == Thread.State.BLOCKED)) {
                    py.detach(Thread::yield);
                }
                System.out.println("still " + py.eval("1 + 1").str());
            }
        }
    }
}
