package dev.sanca.internal.derived;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.program.ProgramStart;
import dev.sanca.internal.program.StartOptions;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.reference.ReleasePool;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ForeignStates;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.spi.PythonRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The operations of any runtime, made of the methods of {@link PythonRuntime}, of Python's module {@code operator} and of the functions of
 * {@code derived.py}. Each facet is implemented by an interface of this package; this class has what is not a facet: the start of the
 * runtime, its words, and the threads that are attached.
 */
public final class DerivedOperations extends Operations
        implements DerivedObjects,
                DerivedCalls,
                DerivedNumbers,
                DerivedText,
                DerivedContainers,
                DerivedBuffers,
                DerivedErrors,
                DerivedCode,
                DerivedProxies {
    private final DerivedAccess access;
    private final PythonRuntime runtime;
    private volatile @Nullable DerivedPython python;
    private List<Path> path = List.of();
    private PythonConfig options = PythonConfig.discover();
    private final AtomicBoolean isPrepared = new AtomicBoolean();

    /** Makes the operations of a runtime, and does not enter it yet. */
    public DerivedOperations(PythonRuntime runtime) {
        this.runtime = runtime;
        this.access = new DerivedAccess(this, runtime);
    }

    @Override
    public DerivedAccess access() {
        return access;
    }

    /** Returns the functions of a runtime that was entered before. */
    DerivedPython python() {
        return Objects.requireNonNull(python, "the runtime was entered");
    }

    @Override
    public String runtime() {
        return runtime.name();
    }

    /** Returns how many references to objects of the runtime there are. Any thread. */
    public int liveHandles() {
        return access.words.live();
    }

    @Override
    public long object(ThreadState state, long word) {
        if (!Tagged.isImmediate(word) && !JavaHandles.isOne(word)) {
            Refs.checkRuntime(state, word, "word");
            access.words.check(word);
            return word;
        }
        return JavaHandles.isOne(word) ? JavaHandles.proxy(state, word) : access.word(state, () -> immediate(word));
    }

    private Object immediate(long word) {
        if (Tagged.isInt(word)) {
            return runtime.fromJava(Tagged.intValue(word));
        } else if (word == Tagged.NONE) {
            return runtime.fromJava(null);
        } else if (word == Tagged.ELLIPSIS) {
            return python().call("ellipsis");
        } else if (word == Tagged.NOT_IMPLEMENTED) {
            return python().call("not_implemented");
        }
        return runtime.fromJava(word == Tagged.TRUE);
    }

    /** See {@link dev.sanca.Python#initialize}. */
    public void initialize(PythonConfig config) {
        if (isRunning()) {
            throw new IllegalStateException("Python runs already (" + runtime.name() + " " + version()
                    + "): call Python.initialize once, before the first attach");
        }
        if (config.python().isPresent() || config.home().isPresent()) {
            throw new PythonConfigException("the runtime " + runtime.name() + " is not started from an installation:"
                    + " leave python and home out of its PythonConfig, or name the runtime cpython");
        }
        StartOptions.refuseOfInterpreter(config, runtime.name());
        path = config.path();
        options = config;
        Attachment.leave(attach());
    }

    /** A runtime starts when it is first entered. */
    @Override
    public void ensureStarted() {}

    @Override
    public boolean isRunning() {
        return python != null;
    }

    @Override
    public String version() {
        return runtime.version();
    }

    @Override
    public @Nullable ThreadState attachedOrNull() {
        return ForeignStates.attachedOrNull(this);
    }

    @Override
    public ThreadState attach() {
        ThreadState state = ForeignStates.attach(this);
        if (!isPrepared.get()) {
            prepareProgram(state);
        }
        return state;
    }

    /** Applies the options of the start, after the first attach. Only one thread does; none waits for it. */
    private void prepareProgram(ThreadState state) {
        if (isPrepared.compareAndSet(false, true)) {
            try {
                Python py = Face.nested(state);
                try {
                    ProgramStart.run(py, options, false);
                } finally {
                    Face.closeInnerAnd(py);
                }
            } catch (Throwable e) {
                Attachment.leave(state);
                throw e;
            }
        }
    }

    @Override
    public <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attachment.Body<R, X> body) throws X {
        return body.run(attach()); // the threads of a runtime are those of Java, so nothing is bound to the carrier
    }

    @Override
    public void drainPool() {
        ReleasePool.drainUnreachable();
    }

    @Override
    public void enter(ThreadState state) {
        runtime.enter();
        if (python == null) {
            try {
                start();
            } catch (Throwable e) {
                runtime.leave();
                throw e;
            }
        }
    }

    /** Starts the runtime. No lock is held while Python code runs: if two threads start it, the functions of the second are used. */
    private void start() {
        DerivedPython started = new DerivedPython(runtime);
        for (Path directory : path) {
            Object text = runtime.fromJava(directory.toString());
            runtime.close(started.call("add_path", text));
            runtime.close(text);
        }
        path = List.of();
        python = started;
    }

    @Override
    public void leave(ThreadState state) {
        runtime.leave();
    }
}
