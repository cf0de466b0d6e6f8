package dev.sanca.graalpy;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/**
 * The GraalPy of this process: one context, made at the first use, never closed.
 *
 * <p>Two contexts would mix up each other's objects in silence, and closing one would pull it from under the threads that
 * run in it; {@link GraalPyShutdown} does what others can see of an end.
 *
 * <p><b>Thread:</b> any. GraalPy takes its lock when Python code runs, and gives it up in Java functions.
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
     * The interpreter, started if need be.
     *
     * @throws IllegalStateException if it has ended with the JVM, or GraalPy is not on the class or module path
     */
    static GraalPyContext get() {
        GraalPyContext interpreter = running;
        return interpreter != null && !ended ? interpreter : start();
    }

    /**
     * The interpreter for a thread that has entered, even while it ends.
     *
     * @throws IllegalStateException if it was never started
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
            GraalPyShutdown.arrange(interpreter);
            StackTraces.prepare(interpreter.context);
            running = interpreter;
        }
        return interpreter;
    }

    /** No thread enters any more. */
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
                    .allowNativeAccess(true) // ctypes, sqlite3 and bz2 want it
                    .allowCreateProcess(true)
                    .allowIO(IOAccess.ALL)
                    .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
                    .allowHostAccess(HostAccess.NONE) // Python sees of Java what Sanca shows it
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

    /** Runs a function of the glue. */
    Value run(Value function, @Nullable Object... arguments) {
        return errors.run(function, arguments);
    }
}
