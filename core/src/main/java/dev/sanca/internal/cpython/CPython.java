package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.discovery.Discovery;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.ffi.DeferredLinking;
import dev.sanca.internal.ffi.JvmSignals;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.NativeAccess;
import dev.sanca.internal.ffi.StackGuard;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.program.Authorities;
import dev.sanca.internal.program.JvmGuards;
import dev.sanca.internal.program.ProgramStart;
import dev.sanca.internal.program.RecursionLimit;
import dev.sanca.internal.program.SignalHandlers;
import dev.sanca.internal.program.StartOptions;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.StackProbe;
import dev.sanca.internal.thread.StopWatch;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.thread.ThreadStates;
import dev.sanca.internal.word.Layout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Starts the interpreter, once in a process; it ends with the JVM.
 *
 * <p><b>Thread:</b> any.
 */
public final class CPython {
    private static final int RTLD_NOW_GLOBAL = 0x102;

    private static final long START_STACK_BYTES = 8 << 20;

    private static volatile boolean running;

    /**
     * Why the start failed after libpython had been initialised. This cannot be tried again, since libpython is initialised
     * once in a process.
     */
    private static @Nullable String failure;

    private static @Nullable DiscoveredPython interpreter;
    private static String version = "";

    private CPython() {}

    /**
     * Starts the interpreter if it does not run.
     *
     * @throws IllegalStateException if the interpreter has ended
     */
    public static void ensureStarted() {
        if (!running) {
            start(PythonConfig.discover(), false);
        } else if (ScopeStack.hasEnded()) {
            throw new IllegalStateException(
                    "Python has ended because the JVM is shutting down: attach before that, or use"
                            + " Python.tryAttach()");
        }
    }

    /**
     * Starts the interpreter with a configuration.
     *
     * @throws IllegalStateException if the interpreter was started before
     */
    public static void initialize(PythonConfig config) {
        start(config, true);
    }

    /** Returns whether the interpreter was started and has not ended. */
    public static boolean isRunning() {
        return running && !ScopeStack.hasEnded();
    }

    private static synchronized void start(PythonConfig config, boolean onlyOnce) {
        if (running) {
            if (onlyOnce) {
                throw new IllegalStateException("Python runs already (" + version
                        + "): call Python.initialize once, before" + " the first attach");
            }
            return;
        }
        if (failure != null) {
            throw new PythonConfigException(
                    "Python could not be started before, and is started once in a process: " + failure);
        }
        if (Thread.currentThread().isVirtual() || !hasStackToStart()) {
            startOnPlatformThread(config);
        } else {
            startHere(config);
        }
    }

    private static boolean hasStackToStart() {
        try {
            return StackProbe.touch(StackProbe.START) > 0;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static void startOnPlatformThread(PythonConfig config) {
        onPlatformThread(() -> startHere(config));
    }

    /**
     * Runs an action on a new platform thread, for an action that needs more stack than the running thread may have, and waits
     * for it.
     */
    static void onPlatformThread(Runnable action) {
        Throwable[] failure = new Throwable[1];
        Thread starter = Thread.ofPlatform()
                .name("sanca-start")
                .stackSize(START_STACK_BYTES)
                .start(() -> {
                    try {
                        action.run();
                    } catch (Throwable e) {
                        failure[0] = e;
                    }
                });
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (failure[0]) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure[0]);
        }
    }

    private static void startHere(PythonConfig config) {
        String option = NativeAccess.missingOption();
        if (option != null) {
            throw new PythonConfigException("Python cannot start, because the JVM refuses native access. Start it with "
                    + option + ", or put Enable-Native-Access: ALL-UNNAMED into the manifest of the executable jar");
        }
        DiscoveredPython found = Discovery.find(config);
        for (Path library : found.preload()) {
            preload(library);
        }
        LibPython.load(found.libpython());
        boolean host = pylifecycle_h.Py_IsInitialized() != 0;
        if (host) {
            StartOptions.refuseAll(config);
        } else {
            long signals = JvmSignals.save(); // PYTHONFAULTHANDLER takes them
            try {
                Initialization.run(found, config);
            } finally {
                JvmSignals.restore(signals);
            }
        }
        try {
            prepare(found, config, host);
        } catch (Throwable e) {
            recordFailure(e, host);
            throw e;
        }
        running = true;
        StopWatch.start(new StopExceptions());
        WarmUp.run();
        DeferredLinking.begin();
        if (!host) {
            Shutdown.install();
        }
    }

    /** Does the steps of the start for which the thread must be attached, then detaches it. */
    private static void prepare(DiscoveredPython found, PythonConfig config, boolean host) {
        Layout.prove();
        Initialization.prepare(found);
        ClassInitialization.run();
        interpreter = found;
        version = Memory.getString(pylifecycle_h.Py_GetVersion()).split(" ", 2)[0];
        ThreadStates.startOnThisThread(CPythonOperations.INSTANCE, host);
        if (!host) { // a host has streams and arguments of its own
            prepareProgram(config);
        }
    }

    private static void prepareProgram(PythonConfig config) {
        ThreadState state = Attachment.enter(false);
        try {
            Python py = Face.nested(state);
            try {
                ProgramStart.run(py, config, true);
                Authorities.install(py);
                JvmGuards.install(py, JvmSignals::save, JvmSignals::restore);
                SignalHandlers.install(py, new SignalActions(), JvmSignals::isVital, config.pythonSignals());
                ThreadFrames.install(py);
                if (StackGuard.mostLevels() > 0) {
                    RecursionLimit.install(py, StackGuard.mostLevels());
                }
            } finally {
                Face.closeInnerAnd(py);
            }
        } finally {
            Attachment.leave(state);
        }
    }

    /** Records why the start failed, and releases the GIL of an interpreter that has started but cannot be used. */
    private static void recordFailure(Throwable error, boolean host) {
        failure = error.toString();
        if (!host && ThreadStates.holdsGil()) {
            ceval_h.PyEval_SaveThread();
        }
    }

    private static void preload(Path library) {
        long name = Memory.newString(library.toString());
        long handle = libc.dlopen(name, RTLD_NOW_GLOBAL);
        Memory.free(name);
        if (handle == 0) {
            throw new PythonConfigException(
                    "the library " + library + ", which a Python package on the class path needs,"
                            + " cannot be loaded: " + Memory.getString(libc.dlerror())
                            + ". Remove the package from the class path,"
                            + " or install what the library needs");
        }
    }

    /**
     * Registers an action that runs when the JVM exits, before Python's exit functions.
     *
     * @throws IllegalStateException if they have begun
     */
    public static void beforeExit(Runnable action) {
        Shutdown.before(action);
    }

    /** Returns the version, such as {@code 3.14.3}. */
    public static String version() {
        return version;
    }

    /** Returns the Python that was started, or null. */
    public static synchronized @Nullable DiscoveredPython interpreter() {
        return interpreter;
    }

    private static final class SignalActions implements SignalHandlers.Actions {
        @Override
        public long save(int signal) {
            return JvmSignals.saveOne(signal);
        }

        @Override
        public void restore(int signal, long action) {
            JvmSignals.restoreOne(signal, action);
        }
    }
}
