package dev.sanca.internal.runtime;

import dev.sanca.PythonConfig;
import dev.sanca.internal.cpython.CPython;
import dev.sanca.internal.cpython.CPythonOperations;
import dev.sanca.internal.cpython.CPythonRuntime;
import dev.sanca.internal.derived.DerivedOperations;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.StackProbe;
import dev.sanca.spi.PythonRuntime;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Python runtimes of this process. They are found once, by name; each has one {@link Operations}.
 *
 * <p><b>Thread:</b> any.
 */
public final class Runtimes {
    private static final String PROPERTY = "sanca.runtime";
    private static final String VARIABLE = "SANCA_RUNTIME";

    /** The name that {@link #initialize} was given; {@link DefaultRuntime} reads it. */
    private static @Nullable String configured;

    /**
     * The default runtime, once it is chosen. It is read to learn whether a runtime is chosen; {@link DefaultRuntime} has it as
     * a constant.
     */
    private static @Nullable Operations chosen;

    private Runtimes() {}

    /**
     * Is initialised where there is enough stack. The outer class has nothing to initialise, since it may be used first where
     * there is too little.
     */
    private static final class Tables {
        static final IdentityHashMap<PythonRuntime, Operations> OPERATIONS = new IdentityHashMap<>();
        static final Map<String, PythonRuntime> ADDED = new TreeMap<>();

        private Tables() {}
    }

    private static final class Installed {
        static final Map<String, PythonRuntime> BY_NAME = load();

        private static Map<String, PythonRuntime> load() {
            Map<String, PythonRuntime> found = new TreeMap<>();
            found.put(CPythonRuntime.NAME, CPythonRuntime.INSTANCE);
            for (PythonRuntime runtime : ServiceLoader.load(PythonRuntime.class)) {
                found.putIfAbsent(runtime.name(), runtime);
            }
            for (PythonRuntime runtime :
                    ServiceLoader.load(PythonRuntime.class, PythonRuntime.class.getClassLoader())) {
                found.putIfAbsent(runtime.name(), runtime);
            }
            return found;
        }
    }

    /** The default runtime, chosen at the first use. The field is final, so that the compiler calls the runtime directly. */
    private static final class DefaultRuntime {
        static final Operations OPERATIONS = operations(named(chosen()));

        private static String chosen() {
            String name = configured;
            if (name == null) {
                name = System.getProperty(PROPERTY);
            }
            if (name == null || name.isBlank()) {
                name = System.getenv(VARIABLE);
            }
            return name == null || name.isBlank() ? CPythonRuntime.NAME : name.strip();
        }
    }

    /** Returns the runtime of a name; see {@link PythonRuntime#named}. */
    public static PythonRuntime named(String name) {
        if (name.equals(CPythonRuntime.NAME)) { // other runtimes need not be loaded
            return CPythonRuntime.INSTANCE;
        }
        PythonRuntime runtime;
        synchronized (Tables.ADDED) {
            runtime = Tables.ADDED.get(name);
        }
        if (runtime == null) {
            runtime = Installed.BY_NAME.get(name);
        }
        if (runtime == null) {
            throw new IllegalArgumentException("there is no Python runtime \"" + name
                    + "\" on the class or module path, only " + Installed.BY_NAME.keySet()
                    + ". Add its artifact, such as dev.sanca:sanca-graalpy, or correct the name");
        }
        return runtime;
    }

    /** Adds a runtime that no service loader finds; for tests. */
    static void add(PythonRuntime runtime) {
        synchronized (Tables.ADDED) {
            Tables.ADDED.put(runtime.name(), runtime);
        }
    }

    /** Returns the operations of the default runtime, and chooses it if none is chosen yet. */
    public static Operations standard() {
        return chosen != null ? DefaultRuntime.OPERATIONS : choose();
    }

    /**
     * Chooses the default runtime.
     *
     * @throws StackOverflowError if there is too little stack to initialise its classes
     */
    private static Operations choose() {
        StackProbe.touch(StackProbe.MANY);
        Operations first = DefaultRuntime.OPERATIONS;
        chosen = first;
        return first;
    }

    /**
     * Returns the operations of the default runtime if any runtime runs, else null. If none runs, this does not choose the
     * default runtime.
     */
    public static @Nullable Operations standardIfAnyRuns() {
        if (chosen != null) {
            return DefaultRuntime.OPERATIONS;
        }
        StackProbe.touch(StackProbe.MANY);
        return CPython.isRunning() || isAnotherRunning() ? choose() : null;
    }

    private static boolean isAnotherRunning() {
        synchronized (Tables.OPERATIONS) {
            return Tables.OPERATIONS.values().stream().anyMatch(Operations::isRunning);
        }
    }

    /** Returns the operations of a runtime. */
    public static Operations operations(PythonRuntime runtime) {
        if (runtime == CPythonRuntime.INSTANCE) {
            return CPythonOperations.INSTANCE;
        }
        synchronized (Tables.OPERATIONS) {
            return Tables.OPERATIONS.computeIfAbsent(runtime, DerivedOperations::new);
        }
    }

    /** Initialises the default runtime; see {@link dev.sanca.Python#initialize}. */
    public static void initialize(PythonConfig config) {
        Operations runtime = choose(config.runtime().orElse(null));
        if (runtime instanceof DerivedOperations derived) {
            derived.initialize(config);
        } else {
            CPython.initialize(config);
        }
    }

    /** Registers an action for the end of CPython; see {@link dev.sanca.Python#beforeExit}. */
    public static void beforeExit(Runnable action) {
        CPython.beforeExit(action);
    }

    private static synchronized Operations choose(@Nullable String name) {
        if (name == null) {
            return standard();
        }
        named(name); // throws for an unknown name, before the choice is final
        configured = name;
        Operations runtime = standard();
        if (!runtime.runtime().equals(name)) {
            throw new IllegalStateException("the default runtime is " + runtime.runtime()
                    + " already: call Python.initialize once, before the first attach");
        }
        return runtime;
    }
}
