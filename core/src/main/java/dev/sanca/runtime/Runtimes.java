package dev.sanca.runtime;

import dev.sanca.spi.PythonRuntime;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The runtimes of this process, found once by name.
 *
 * <p><b>Thread:</b> any.
 */
public final class Runtimes {
    /** The runtime that is always there. */
    public static final String CPYTHON = "cpython";

    private Runtimes() {}

    private static final class Known {
        static final Map<String, PythonRuntime> BY_NAME = load();

        private static Map<String, PythonRuntime> load() {
            Map<String, PythonRuntime> found = new TreeMap<>();
            for (PythonRuntime runtime : ServiceLoader.load(PythonRuntime.class)) {
                found.putIfAbsent(runtime.name(), runtime);
            }
            return found;
        }
    }

    /** See {@link PythonRuntime#named}. */
    public static PythonRuntime named(String name) {
        PythonRuntime runtime = Known.BY_NAME.get(name);
        if (runtime == null) {
            throw new IllegalArgumentException(
                    "there is no Python runtime \"" + name + "\" on the class or module path, only " + CPYTHON + " "
                            + Known.BY_NAME.keySet()
                            + ". Add its artifact, such as dev.sanca:sanca-graalpy, or correct the name");
        }
        return runtime;
    }
}
