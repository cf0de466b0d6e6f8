package dev.sanca.internal.engine;

import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyBaseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a Java exception shows of a Python exception: its last line, its frames and its cause. */
public final class Tracebacks {
    /** The largest number of Python frames, equal to the JVM's default for Java frames. */
    private static final int MAX_FRAMES = 1024;

    private static final String PREFIX = "dev.sanca.";

    /** Prefixes of classes whose frames are left out, since they tell a user nothing. */
    private static final List<String> INTERNAL = List.of(
            "dev.sanca.internal.cpython.",
            "dev.sanca.internal.reference.",
            "dev.sanca.internal.derived.",
            "dev.sanca.convert.");

    private Tracebacks() {}

    /**
     * Returns the last line of Python's traceback: {@code ValueError: the text}. For a module that was not found, a further
     * line says how to install it.
     */
    public static String message(PyBaseException value) {
        ThreadState state = ThreadState.of(value);
        long word = Refs.word(value);
        String name = Operations.of(state).typeName(state, word);
        // An exception for this failure would need a message too, and so on without end, where all calls fail for want
        // of
        // stack.
        String text = Operations.of(state).strOrNull(state, word);
        String line = name + (text == null ? ": <exception str() failed>" : text.isEmpty() ? "" : ": " + text);
        return name.equals(MissingModules.EXCEPTION) ? line + MissingModules.hint(state, word) : line;
    }

    /** Returns the cause of a Python exception, or else its context, as a Java exception; null if it has neither. */
    public static @Nullable Throwable cause(PyBaseException value) {
        ThreadState state = ThreadState.of(value);
        return Operations.of(state).cause(state, Refs.word(value));
    }

    /** Returns the Python frames of an exception, innermost first, followed by the Java frames that called them. */
    public static StackTraceElement[] merge(PyBaseException value, StackTraceElement[] java) {
        List<StackTraceElement> python = frames(ThreadState.of(value), Refs.word(value));
        Collections.reverse(python);
        int first = 0;
        while (first < java.length && isInternal(java[first].getClassName())) {
            first++;
        }
        while (first + 1 < java.length && isOverload(java[first], java[first + 1])) {
            first++; // of overloads that call each other, only the one that the user called is kept
        }
        python.addAll(Arrays.asList(java).subList(first, java.length));
        return python.toArray(StackTraceElement[]::new);
    }

    private static boolean isOverload(StackTraceElement callee, StackTraceElement caller) {
        return callee.getClassName().equals(caller.getClassName())
                && callee.getMethodName().equals(caller.getMethodName())
                && callee.getClassName().startsWith(PREFIX);
    }

    private static boolean isInternal(String type) {
        return INTERNAL.stream().anyMatch(type::startsWith);
    }

    private static List<StackTraceElement> frames(ThreadState state, long exception) {
        List<StackTraceElement> frames = new ArrayList<>();
        long traceback = Operations.of(state).getAttrOrNull(state, exception, "__traceback__");
        try {
            while (traceback != 0 && !TypeReads.isNone(traceback) && frames.size() < MAX_FRAMES) {
                frames.add(frame(state, traceback));
                long next = Operations.of(state).getAttrOrNull(state, traceback, "tb_next");
                long done = traceback;
                traceback = next;
                Word.decref(done);
            }
        } finally {
            Word.xdecref(traceback);
        }
        return frames;
    }

    private static StackTraceElement frame(ThreadState state, long traceback) {
        long frame = 0;
        long code = 0;
        long line = 0;
        try {
            frame = Operations.of(state).getAttrOrNull(state, traceback, "tb_frame");
            code = frame == 0 ? 0 : Operations.of(state).getAttrOrNull(state, frame, "f_code");
            line = Operations.of(state).getAttrOrNull(state, traceback, "tb_lineno");
            return new StackTraceElement(
                    "python",
                    text(state, code, "co_name"),
                    text(state, code, "co_filename"),
                    line == 0 || TypeReads.isNone(line)
                            ? -1
                            : (int) Operations.of(state).asLong(state, line, -1));
        } finally {
            Word.xdecref(line);
            Word.xdecref(code);
            Word.xdecref(frame);
        }
    }

    private static String text(ThreadState state, long object, String attribute) {
        long value = object == 0 ? 0 : Operations.of(state).getAttrOrNull(state, object, attribute);
        if (value == 0) {
            return "?";
        }
        try {
            return TypeReads.isString(value) ? Operations.of(state).asString(state, value) : "?";
        } finally {
            Word.decref(value);
        }
    }
}
