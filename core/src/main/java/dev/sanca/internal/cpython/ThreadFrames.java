package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.program.PythonFrames;
import dev.sanca.internal.thread.PythonThread;
import dev.sanca.internal.thread.ThreadState;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frames of Python of all threads. A thread of its own attaches to read them. If it does not get the GIL, C code has kept that for
 * long, so that no Python code runs; then {@code faulthandler} writes the frames without the GIL, in a handler of a signal that was
 * registered at the start.
 *
 * <p><b>Thread:</b> any, attached or not.
 */
final class ThreadFrames {
    /** A real-time signal that neither the JVM nor CPython uses: {@code SIGRTMAX - 7} on Linux. */
    private static final int SIGNAL = 57;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int PATIENCE_MILLIS = 1000;
    private static final long MARK = Memory.constant(""); // NUL: the end of what was written

    /** The ends of the pipe that the handler writes to, open for ever; -1 if there is none. */
    private static volatile int input = -1;

    private static volatile int output = -1;

    private static final Pattern THREAD = Pattern.compile("(?:Current thread|Thread) 0x([0-9a-f]+) .*");
    private static final Pattern FRAME = Pattern.compile("  File \"(.*)\", line (\\d+|\\?\\?\\?) in (.*)");

    private ThreadFrames() {}

    /** Registers the handler, once, if that is possible. */
    static void install(Python py) {
        int[] ends = LINUX ? libc.pipe() : new int[0];
        if (ends.length == 0) {
            return;
        }
        try {
            py.importModule("faulthandler").callMethod("register", SIGNAL, ends[1], true, false);
            input = ends[0];
            output = ends[1];
        } catch (PythonException e) { // an installation without the module: C code is named without frames of Python
            libc.close(ends[0]);
            libc.close(ends[1]);
        }
    }

    /**
     * Returns the frames, by {@code threading.get_ident()}.
     *
     * @throws UnsupportedOperationException if C code keeps the GIL, and {@link #install} had no success
     */
    static Map<Long, PythonThread> read() {
        if (ThreadState.attachedOrNull() != null) {
            return Python.attach(PythonFrames::read);
        }
        CompletableFuture<Map<Long, PythonThread>> frames = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sanca-stacks").start(() -> {
            try {
                frames.complete(Python.tryAttach(PythonFrames::read).orElse(Map.of()));
            } catch (Throwable e) {
                frames.completeExceptionally(e);
            }
        });
        boolean interrupted = Thread.interrupted();
        try {
            return frames.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return readWithoutGil();
        } catch (TimeoutException e) {
            return readWithoutGil();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * @throws UnsupportedOperationException if {@link #install} had no success
     */
    private static synchronized Map<Long, PythonThread> readWithoutGil() {
        if (output < 0) {
            throw new UnsupportedOperationException(
                    "C code keeps the GIL, and the frames of Python cannot be read without it on this system");
        }
        CompletableFuture<String> written = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sanca-stacks").start(() -> written.complete(readToMark()));
        libc.raise(SIGNAL); // writes, on this thread; more than the pipe holds, if the other thread did not read
        libc.write(output, MARK, 1);
        return parse(written.join());
    }

    private static String readToMark() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new FileInputStream("/dev/fd/" + input)) {
            for (int b = in.read(); b > 0; b = in.read()) {
                bytes.write(b);
            }
        } catch (IOException e) {
            // no more files can be opened: the text ends here
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The state of an ended thread has no frames, and may have the identifier of a living one. */
    private static Map<Long, PythonThread> parse(String text) {
        Map<Long, PythonThread> all = new HashMap<>();
        long ident = 0;
        for (String line : text.lines().toList()) {
            Matcher thread = THREAD.matcher(line);
            Matcher frame = FRAME.matcher(line);
            if (thread.matches()) {
                ident = Long.parseUnsignedLong(thread.group(1), 16);
            } else if (frame.matches()) {
                String number = frame.group(2);
                all.computeIfAbsent(ident, key -> new PythonThread("", new ArrayList<>()))
                        .frames()
                        .add(PythonThread.frame(
                                frame.group(3),
                                frame.group(1),
                                number.startsWith("?") ? -1 : Integer.parseInt(number)));
            }
        }
        return all;
    }
}
