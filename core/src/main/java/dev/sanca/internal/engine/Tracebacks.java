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

/** What of a Python exception a Java one shows: its last line and its frames. */
public final class Tracebacks {
    /** As many frames as the JVM keeps of its own by default. */
    private static final int MAX_FRAMES = 1024;

    private static final String PREFIX = "dev.sanca.";

    /** Where a call's way through Sanca is of no use to its user. */
    private static final List<String> INTERNAL = List.of(
            "dev.sanca.internal.cpython.",
            "dev.sanca.internal.reference.",
            "dev.sanca.internal.derived.",
            "dev.sanca.convert.");

    private Tracebacks() {}

    /** The last line of Python's traceback: {@code ValueError: the text}. */
    public static String message(PyBaseException value) {
        ThreadState state = ThreadState.of(value);
        long word = Refs.word(value);
        String name = Operations.of(state).typeName(state, word);
        // An exception for the failure would ask for the message of that, and so on, where all calls fail for want of
        // stack.
        String text = Operations.of(state).strOrNull(state, word);
        return name + (text == null ? ": <exception str() failed>" : text.isEmpty() ? "" : ": " + text);
    }

    /** What an exception was raised from or while, as a Java exception; null if it was not. */
    public static @Nullable Throwable cause(PyBaseException value) {
        ThreadState state = ThreadState.of(value);
        return Operations.of(state).cause(state, Refs.word(value));
    }

    /** The Python frames of an exception, innermost first, before the Java frames that led there. */
    public static StackTraceElement[] merge(PyBaseException value, StackTraceElement[] java) {
        List<StackTraceElement> python = frames(ThreadState.of(value), Refs.word(value));
        Collections.reverse(python);
        int first = 0;
        while (first < java.length && isInternal(java[first].getClassName())) {
            first++;
        }
        while (first + 1 < java.length && isOverload(java[first], java[first + 1])) {
            first++; // of overloads that call each other, leaves the one that was called
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
        while (traceback != 0 && !TypeReads.isNone(traceback) && frames.size() < MAX_FRAMES) {
            frames.add(frame(state, traceback));
            long next = Operations.of(state).getAttrOrNull(state, traceback, "tb_next");
            Word.decref(traceback);
            traceback = next;
        }
        Word.xdecref(traceback);
        return frames;
    }

    private static StackTraceElement frame(ThreadState state, long traceback) {
        long frame = Operations.of(state).getAttrOrNull(state, traceback, "tb_frame");
        long code = frame == 0 ? 0 : Operations.of(state).getAttrOrNull(state, frame, "f_code");
        long line = Operations.of(state).getAttrOrNull(state, traceback, "tb_lineno");
        try {
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
