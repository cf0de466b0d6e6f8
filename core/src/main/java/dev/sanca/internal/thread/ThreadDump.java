package dev.sanca.internal.thread;

import dev.sanca.internal.thread.ThreadStates.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of all threads as text, the frames of Python among those of Java.
 *
 * <p><b>Thread:</b> any, attached or not. Runs no Python code.
 */
public final class ThreadDump {
    private static final String INTERNAL = "dev.sanca.internal.";
    private static final String FUNCTIONS_OF_C = "dev.sanca.internal.ffi.";

    /** Functions of C that run no Python code, and may wait. */
    private static final Set<String> OF_THE_GIL = Set.of("PyEval_SaveThread", "PyEval_RestoreThread");

    /** The class through which Python calls Java. */
    private static final String FROM_PYTHON = "dev.sanca.internal.cpython.Trampoline";

    private final StringBuilder text = new StringBuilder();

    private ThreadDump() {}

    /**
     * Returns the stacks of all threads: those that Python knows first.
     *
     * @param python the threads of Python, by identifier
     */
    public static String of(Map<Long, PythonThread> python) {
        ThreadDump dump = new ThreadDump();
        Set<Thread> java = new HashSet<>(
                Thread.getAllStackTraces().keySet()); // these traces show hidden frames, which nobody wants
        Map<Long, PythonThread> others = new HashMap<>(python);
        for (Known known : ThreadStates.known()) {
            java.remove(known.thread());
            dump.add(known, others.remove(known.pthread()));
        }
        others.forEach(dump::add);
        java.stream().sorted(Comparator.comparingLong(Thread::threadId)).forEach(thread -> {
            dump.header(thread, "not known to Python");
            dump.frames(List.of(thread.getStackTrace()));
        });
        return dump.text.toString();
    }

    /** Returns the stack of one thread that Python knows. */
    public static String of(Thread thread, Map<Long, PythonThread> python) {
        ThreadDump dump = new ThreadDump();
        for (Known known : ThreadStates.known()) {
            if (known.thread() == thread) {
                dump.add(known, python.get(known.pthread()));
            }
        }
        return dump.text.toString();
    }

    /** Returns whether a thread that Python knows runs a function of C, or Python code. */
    static boolean isInC(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(FUNCTIONS_OF_C);
    }

    private void add(Known known, @Nullable PythonThread python) {
        header(known.thread(), known.isAttached() ? "attached" : "detached");
        List<StackTraceElement> java = List.of(known.thread().getStackTrace());
        frames(python == null ? java : merge(java, python.frames()));
    }

    private void add(long ident, PythonThread thread) {
        text.append('"')
                .append(thread.name())
                .append("\" 0x")
                .append(Long.toHexString(ident))
                .append(" started by Python\n");
        frames(thread.frames());
    }

    private void header(Thread thread, String state) {
        text.append('"').append(thread.getName()).append("\" #").append(thread.threadId());
        text.append(thread.isVirtual() ? " virtual" : thread.isDaemon() ? " daemon" : "");
        text.append(' ').append(thread.getState()).append(", ").append(state).append('\n');
    }

    private void frames(List<StackTraceElement> frames) {
        for (StackTraceElement frame : frames) {
            text.append("    at ").append(frame).append('\n');
        }
        text.append('\n');
    }

    /**
     * Puts the frames of Python where Java has called it, in place of Sanca's own. Where Java and Python have called each other
     * several times, nobody has recorded which of them belong to which call: then all are at the innermost one.
     */
    private static List<StackTraceElement> merge(List<StackTraceElement> java, List<StackTraceElement> python) {
        int call = 0;
        while (call < java.size() && !isCallOfPython(java, call)) {
            call++;
        }
        int from = call;
        while (from > 0 && isInternal(java.get(from - 1))) {
            from--;
        }
        int to = call;
        while (to < java.size() && isInternal(java.get(to))) {
            to++;
        }
        List<StackTraceElement> merged = new ArrayList<>(java.subList(0, from));
        merged.addAll(python);
        merged.addAll(java.subList(to, java.size()));
        return merged;
    }

    /** Returns whether a frame is a function of C that runs now, or that has called Java through Python. */
    private static boolean isCallOfPython(List<StackTraceElement> java, int index) {
        StackTraceElement frame = java.get(index);
        return frame.getClassName().startsWith(FUNCTIONS_OF_C)
                && !OF_THE_GIL.contains(frame.getMethodName())
                && (index == 0 || java.get(index - 1).getClassName().equals(FROM_PYTHON));
    }

    private static boolean isInternal(StackTraceElement frame) {
        return frame.getClassName().startsWith(INTERNAL);
    }
}
