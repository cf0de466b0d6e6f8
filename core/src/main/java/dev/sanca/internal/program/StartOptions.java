package dev.sanca.internal.program;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import java.util.ArrayList;
import java.util.List;

/** Refuses options of the start where they could have no effect. */
public final class StartOptions {
    private StartOptions() {}

    /**
     * Refuses what only the start of a CPython can apply.
     *
     * @param runtime the name of another runtime
     * @throws PythonConfigException if the configuration has such an option
     */
    public static void refuseOfInterpreter(PythonConfig config, String runtime) {
        List<String> names = ofInterpreter(config);
        if (!names.isEmpty()) {
            throw new PythonConfigException("the runtime " + runtime + " cannot start with " + String.join(", ", names)
                    + ": leave that out of its PythonConfig, or name the runtime cpython");
        }
    }

    /**
     * Refuses every option of the start, for a Python that runs already.
     *
     * @throws PythonConfigException if the configuration has one
     */
    public static void refuseAll(PythonConfig config) {
        List<String> names = new ArrayList<>(ofInterpreter(config));
        add(names, "stdout", config.stdout().isPresent());
        add(names, "stderr", config.stderr().isPresent());
        add(names, "stdin", config.stdin().isPresent());
        add(names, "argv", !config.argv().isEmpty());
        add(names, "warnings", !config.warnings().isEmpty());
        if (!names.isEmpty()) {
            throw new PythonConfigException("Python runs in this process already, started by another program, and keeps"
                    + " what that chose: leave " + String.join(", ", names) + " out of the PythonConfig");
        }
    }

    private static List<String> ofInterpreter(PythonConfig config) {
        List<String> names = new ArrayList<>();
        add(names, "isolated", config.isolated());
        add(names, "pythonSignals", config.pythonSignals());
        add(names, "utf8Mode", config.utf8Mode().isPresent());
        add(names, "hashSeed", config.hashSeed().isPresent());
        add(names, "env", !config.env().isEmpty());
        return names;
    }

    private static void add(List<String> names, String name, boolean isSet) {
        if (isSet) {
            names.add(name);
        }
    }
}
