package dev.sanca.internal.runtime;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.ReflectedRuntime;
import java.util.List;
import java.util.stream.Stream;
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

    /** The default runtime. */
    public static PythonRuntime standard() {
        return PythonRuntime.named(Runtimes.standard().runtime());
    }

    /** The runtimes that tests may have started. */
    public static List<PythonRuntime> running() {
        return Stream.of(standard(), PythonRuntime.named("cpython"))
                .distinct()
                .filter(runtime -> Runtimes.operations(runtime).isRunning())
                .toList();
    }

    /** Whether the default runtime is CPython. */
    public static boolean isStandardCPython() {
        return Runtimes.standard().runtime().equals("cpython");
    }

    /** Whether the default runtime's objects are CPython's, behind the interface or not. */
    public static boolean isMadeOfCPython() {
        return isStandardCPython() || standard() == ReflectedRuntime.INSTANCE;
    }
}
