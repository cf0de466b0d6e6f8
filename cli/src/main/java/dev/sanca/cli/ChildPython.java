package dev.sanca.cli;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a Python in a process of its own, as if this JVM were not between it and the terminal. */
final class ChildPython {
    private ChildPython() {}

    /**
     * Runs a Python to its end.
     *
     * @return its exit code
     * @throws IOException if it cannot be started
     */
    static int run(Path executable, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        Process child = new ProcessBuilder(command).inheritIO().start();
        leaveInterruptsToTheChild();
        Thread hook = new Thread(() -> end(child), "sanca-child");
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = child.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM was told to end, and so the child was.
        }
        return exitCode;
    }

    private static void end(Process child) {
        child.destroy();
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Makes this JVM ignore Ctrl-C, which the terminal sends to the child too: Python's prompt goes on after it. Called
     * after the child was started, since a child would inherit that the signal is ignored.
     *
     * <p>javac warns of {@code sun.misc.Signal}, and that warning cannot be suppressed; hence the reflection.
     */
    private static void leaveInterruptsToTheChild() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            handle.invoke(
                    null,
                    signal.getConstructor(String.class).newInstance("INT"),
                    handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // A JVM started with -Xrs leaves signals to the system: Ctrl-C ends it with the child.
        }
    }
}
