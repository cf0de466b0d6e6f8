package dev.sanca.runtime;

import dev.sanca.testing.ReflectedRuntime;

/** What tests may know of the runtimes. */
public final class RuntimesProbe {
    private RuntimesProbe() {}

    /** Makes {@link ReflectedRuntime} known by its name. */
    public static void addReflected() {
        Runtimes.add(ReflectedRuntime.INSTANCE);
    }

    /** Whether the default runtime is CPython. */
    public static boolean isStandardCPython() {
        return Runtimes.standard().runtime().equals("cpython");
    }
}
