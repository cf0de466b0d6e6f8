package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.function.IntPredicate;

/**
 * Gives Python a handler for each signal that the JVM handles, where {@code signal.getsignal} would answer {@code None}: code that keeps a handler
 * and sets it again then works, and {@code signal.signal} leaves the JVM those signals without which it ends.
 */
public final class SignalHandlers {
    private SignalHandlers() {}

    /** Copies what the process does at signals, and restores it. */
    public interface Actions {
        /** Returns a number for what is done at a signal now. */
        long save(int signal);

        /** Lets that be done again. */
        void restore(int signal, long action);
    }

    /**
     * Replaces {@code getsignal} and {@code signal} of the module {@code _signal}, from which {@code signal} calls them.
     *
     * @param actions what the process does
     * @param isVital whether the JVM needs a signal
     * @param ofPython whether Python handles {@code SIGINT} from now on
     */
    public static void install(Python py, Actions actions, IntPredicate isVital, boolean ofPython) {
        try (PyAny install = PythonSource.function(py, "signals.py", "install");
                PyAny saving = py.function(
                        "save",
                        (inner, arguments, keywords) ->
                                actions.save(arguments.getFirst().asInt()));
                PyAny restoring = py.function("restore", (inner, arguments, keywords) -> {
                    actions.restore(arguments.get(0).asInt(), arguments.get(1).asLong());
                    return null;
                });
                PyAny vital = py.function(
                        "is_vital",
                        (inner, arguments, keywords) ->
                                isVital.test(arguments.getFirst().asInt()))) {
            install.call(saving, restoring, vital, ofPython).close();
        }
    }
}
