package dev.sanca.internal.thread;

import java.util.List;

/**
 * What Python knows of a thread.
 *
 * @param name the name of its object in {@code threading.enumerate()}; empty if it has none there, or it is not known
 * @param frames its frames, innermost first
 */
public record PythonThread(String name, List<StackTraceElement> frames) {
    /**
     * Returns a frame of Python as a stack trace of Java shows it.
     *
     * @param line the line, or -1 if it is not known
     */
    public static StackTraceElement frame(String function, String file, int line) {
        return new StackTraceElement("python", function, file, line);
    }
}
