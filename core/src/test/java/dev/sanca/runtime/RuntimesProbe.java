package dev.sanca.runtime;

import dev.sanca.own.ThreadState;
import dev.sanca.testing.ReflectedRuntime;
import org.jspecify.annotations.Nullable;

/** What tests may know of the runtimes. */
public final class RuntimesProbe {
    private RuntimesProbe() {}

    /** Makes {@link ReflectedRuntime} known by its name. */
    public static void addReflected() {
        Runtimes.add(ReflectedRuntime.INSTANCE);
    }

    /** The state of this thread if it is attached to the default runtime, else null. */
    public static @Nullable ThreadState attachedOrNull() {
        return Runtimes.standard().attachedOrNull();
    }

    /** Whether the default runtime is CPython. */
    public static boolean isStandardCPython() {
        return Runtimes.standard().runtime().equals("cpython");
    }
}
