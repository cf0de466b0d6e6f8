package dev.sanca.graalpy;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/**
 * The GraalPy of this process: one context, created at the first use and never closed.
 *
 * <p>Two contexts would mix up their objects without an error. Closing a context would break the threads that run in
 * it; {@link GraalPyShutdown} does what a program can observe of a finalization.
 *
 * <p><b>Thread:</b> any. GraalPy takes its lock when Python code runs, and releases it in Java functions.
 */
final class GraalPyContext {
    private static volatile @Nullable GraalPyContext running;
    private static volatile boolean ended;

    final Context context;
    final GraalPyErrors errors;
    final Glue glue;
    final String version;

    private GraalPyContext() {
        Context made = context();
        try {
            errors = new GraalPyErrors();
            glue = Glue.load(made, errors);
            errors.glue(glue);
            version = glue.version().execute().asString();
        } catch (Throwable e) {
            made.close(true);
            throw e;
        }
        context = made;
    }

    /**
     * Returns the interpreter, and starts it if needed.
     *
     * @throws IllegalStateException if the JVM is shutting down, or GraalPy is not on the class or module path
     */
    static GraalPyContext get() {
        GraalPyContext interpreter = running;
        return interpreter != null && !ended ? interpreter : start();
    }

    /**
     * Returns the interpreter for a thread that has entered, during the shutdown too.
     *
     * @throws IllegalStateException if the interpreter was never started
     */
    static GraalPyContext started() {
        GraalPyContext interpreter = running;
        if (interpreter == null) {
            throw new IllegalStateException("GraalPy is not started: enter() comes first");
        }
        return interpreter;
    }

    private static synchronized GraalPyContext start() {
        if (ended) {
            throw new IllegalStateException("GraalPy cannot be used any more: it has ended with the JVM");
        }
        GraalPyContext interpreter = running;
        if (interpreter == null) {
            interpreter = new GraalPyContext();
            GraalPyShutdown.register(interpreter);
            StackTraceWarmUp.run(interpreter.context);
            running = interpreter;
        }
        return interpreter;
    }

    /** Ends the use of the interpreter: {@link #get} throws from now on. */
    static void end() {
        ended = true;
    }

    private static Context context() {
        try {
            return Context.newBuilder("python")
                    .allowExperimentalOptions(true)
                    .option("engine.WarnInterpreterOnly", "false")
                    .option("python.WarnExperimentalFeatures", "false")
                    .allowCreateThread(true)
                    .allowNativeAccess(true) // ctypes, sqlite3 and bz2 need it
                    .allowCreateProcess(true)
                    .allowIO(IOAccess.ALL)
                    .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
                    .allowHostAccess(HostAccess.NONE) // Python reaches Java only through Sanca's proxies and functions
                    .allowPolyglotAccess(PolyglotAccess.NONE)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "GraalPy cannot be started: " + e.getMessage()
                            + ". Is org.graalvm.polyglot:python-community on the class or module path, in the version"
                            + " of org.graalvm.polyglot:polyglot?",
                    e);
        }
    }

    /** Calls a function of the glue. */
    Value run(Value function, @Nullable Object... arguments) {
        return errors.run(function, arguments);
    }
}
