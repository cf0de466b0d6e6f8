package dev.sanca;

import dev.sanca.internal.convert.PythonContainers;
import dev.sanca.internal.convert.TaggedValues;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.Source;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.OpenScope;
import dev.sanca.internal.reference.ReleasePool;
import dev.sanca.internal.reference.ScopeFrame;
import dev.sanca.internal.runtime.Runtimes;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.thread.ThreadStates;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBytes;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyCode;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyFloat;
import dev.sanca.types.PyInt;
import dev.sanca.types.PyList;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyNone;
import dev.sanca.types.PySet;
import dev.sanca.types.PyString;
import dev.sanca.types.PyTuple;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token: proof that this thread is attached to Python, and the scope of what it makes.
 *
 * {@snippet :
 * try (Python py = Python.attach()) {
 *     PyModule statistics = py.importModule("statistics");
 *     double mean = statistics.callMethod("mean", List.of(1, 2, 4)).asDouble();
 * }
 * }
 *
 * <p><b>Ownership:</b> a token is a {@link Scope}; closing it gives back what is left in it and, if it is the outermost of
 * its thread, detaches the thread.
 *
 * <p><b>Thread:</b> usable only on the thread that attached, while it is attached, until closed. Several threads may be
 * attached in turn: Python runs one at a time.
 *
 * <p><b>Cost:</b> a nested attach makes no native call; the outermost takes the GIL.
 */
public final class Python extends Scope {
    /** The kinds of what a token makes: constants, so that the compiler knows their constructors. */
    private static final class Kinds {
        static final Kind<PyAny> ANY = Kind.of(PyAny.class);
        static final Kind<PyModule> MODULE = Kind.of(PyModule.class);
        static final Kind<PyNone> NONE = Kind.of(PyNone.class);
        static final Kind<PyInt> INT = Kind.of(PyInt.class);
        static final Kind<PyFloat> FLOAT = Kind.of(PyFloat.class);
        static final Kind<PyString> STRING = Kind.of(PyString.class);
        static final Kind<PyBytes> BYTES = Kind.of(PyBytes.class);
        static final Kind<PyList> LIST = Kind.of(PyList.class);
        static final Kind<PyTuple> TUPLE = Kind.of(PyTuple.class);
        static final Kind<PySet> SET = Kind.of(PySet.class);
        static final Kind<PyDict> DICT = Kind.of(PyDict.class);
        static final Kind<PyCode> CODE = Kind.of(PyCode.class);
        static final Kind<PyCFunction> FUNCTION = Kind.of(PyCFunction.class);

        private Kinds() {}
    }

    private final boolean leaves;
    private final boolean closeable;

    private Python(ThreadState state, ScopeFrame level, long serial, boolean leaves, boolean closeable) {
        super(state, level, serial);
        this.leaves = leaves;
        this.closeable = closeable;
    }

    /** The token of a call from Python. */
    static Python ofCall(ThreadState state) {
        return open(state, true, false, false);
    }

    /** A token inside those of an attached thread. */
    static Python nested(ThreadState state) {
        return open(state, false, false, true);
    }

    private static Python open(ThreadState state, boolean base, boolean leaves, boolean closeable) {
        ScopeFrame level = ScopeFrame.next(state);
        long serial = level.nextSerial();
        Python py = new Python(state, level, serial, leaves, closeable);
        level.open(base);
        return py;
    }

    // ---- attaching ----

    /**
     * Attaches this platform thread to Python, which is started first if need be. Nested calls are cheap.
     *
     * @return the token, to be closed in reverse order of attaching
     * @throws IllegalStateException on a virtual thread (use {@link #attach(Body)}), or when Python has ended
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
     */
    public static Python attach() {
        return attach(Runtimes.standard(), true);
    }

    /**
     * As {@link #attach()}, to a runtime that need not be the default one; see {@link PythonRuntime#attach}. A thread may be
     * attached to several; the tokens of each are closed in reverse order.
     *
     * @throws IllegalStateException on a virtual thread (use {@link #attach(PythonRuntime, Body)}), or when Python has ended
     */
    public static Python attach(PythonRuntime runtime) {
        return attach(Runtimes.operations(runtime), true);
    }

    private static Python attach(Operations runtime, boolean closeable) {
        ThreadState attached = runtime.attachedOrNull();
        if (attached != null) {
            return nested(attached, closeable);
        }
        runtime.ensureStarted();
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "Python.attach() without a body cannot hold a virtual thread on its carrier. Use"
                            + " Python.attach(py -> ...) on virtual threads");
        }
        return outermost(runtime.attach(), closeable);
    }

    private static Python nested(ThreadState attached, boolean closeable) {
        Operations.of(attached).drainPool();
        return open(attached, false, false, closeable);
    }

    /** The outermost token of a thread that has just been attached, and is detached again if there is none. */
    private static Python outermost(ThreadState state, boolean closeable) {
        Python py = outermostOrNull(state, closeable);
        if (py == null) {
            Operations.of(state).ensureStarted();
            throw new AssertionError("a runtime that has ended was started");
        }
        return py;
    }

    /** As {@link #outermost}; null if the runtime has ended while the thread waited for it. */
    private static @Nullable Python outermostOrNull(ThreadState state, boolean closeable) {
        Python py = null;
        try {
            if (!Operations.of(state).hasEnded()) {
                py = open(state, false, true, closeable);
                Operations.of(state).drainPool();
                return py;
            }
        } catch (Throwable e) {
            undo(state, py);
            throw e;
        }
        Attachment.leave(state);
        return null;
    }

    private static void undo(ThreadState state, @Nullable Python py) {
        try {
            if (py != null) {
                py.closeInnerAndThis();
            }
        } finally {
            Attachment.leave(state);
        }
    }

    /**
     * What runs attached.
     *
     * @param <R> its result
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object, X extends Throwable> {
        /** Runs attached; {@code py} is closed afterwards, by the caller. */
        R run(Python py) throws X;
    }

    /**
     * Runs a body attached. On a virtual thread the thread stays on its carrier until the body ends; a fair gate in front
     * makes sure that threads that wait for Python do not take all carriers.
     *
     * @return what the body returns
     * @throws X what the body throws
     * @throws IllegalStateException when Python has ended
     */
    public static <R extends @Nullable Object, X extends Throwable> R attach(Body<R, X> body) throws X {
        return attach(Runtimes.standard(), body);
    }

    /** As {@link #attach(Body)}, to a runtime that need not be the default one. */
    public static <R extends @Nullable Object, X extends Throwable> R attach(PythonRuntime runtime, Body<R, X> body)
            throws X {
        return attach(Runtimes.operations(runtime), body);
    }

    static <R extends @Nullable Object, X extends Throwable> R attach(Operations runtime, Body<R, X> body) throws X {
        if (!Thread.currentThread().isVirtual() || runtime.attachedOrNull() != null) {
            return runAndClose(attach(runtime, false), body);
        }
        runtime.ensureStarted();
        return runtime.attachVirtual(state -> runAndClose(outermost(state, false), body));
    }

    /** Whatever the body left open or threw, the thread is afterwards as attached as it was before. */
    private static <R extends @Nullable Object, X extends Throwable> R runAndClose(Python py, Body<R, X> body)
            throws X {
        R result;
        try {
            result = body.run(py);
        } catch (Throwable e) {
            py.closeAll();
            throw e;
        }
        if (py.closeAll()) {
            throw OpenScope.leftOpen();
        }
        return result;
    }

    /** Closes this token and what was left open inside it; whether there was such. */
    private boolean closeAll() {
        try {
            return closeInnerAndThis();
        } finally {
            if (leaves) {
                Attachment.leave(state);
            }
        }
    }

    /**
     * Attaches this platform thread only if Python runs: neither starts it nor fails when it has ended, even if it ends
     * meanwhile.
     *
     * @return the token, to be closed as that of {@link #attach()}; empty if Python was not started or has ended
     * @throws IllegalStateException if Python runs and this is a virtual thread that is not attached (use
     *     {@link #tryAttach(Body)})
     */
    public static Optional<Python> tryAttach() {
        Operations runtime = Runtimes.standardIfAnyRuns();
        return runtime == null ? Optional.empty() : tryAttach(runtime);
    }

    /**
     * As {@link #tryAttach()}, to a runtime that need not be the default one.
     *
     * @return the token, to be closed; empty if that runtime was not started or has ended
     * @throws IllegalStateException if it runs and this is a virtual thread that is not attached (use
     *     {@link #tryAttach(PythonRuntime, Body)})
     */
    public static Optional<Python> tryAttach(PythonRuntime runtime) {
        return tryAttach(Runtimes.operations(runtime));
    }

    private static Optional<Python> tryAttach(Operations runtime) {
        if (!runtime.isRunning()) {
            return Optional.empty();
        }
        ThreadState attached = runtime.attachedOrNull();
        if (attached != null) {
            return Optional.of(nested(attached, true));
        }
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "Python.tryAttach() without a body cannot hold a virtual thread on its carrier. Use"
                            + " Python.tryAttach(py -> ...) on virtual threads");
        }
        return Optional.ofNullable(outermostOrNull(runtime.attach(), true));
    }

    /**
     * Runs a body attached only if Python runs: neither starts it nor fails when it has ended, even if it ends meanwhile.
     * Virtual threads as in {@link #attach(Body)}.
     *
     * {@snippet :
     * Optional<Long> threads = Python.tryAttach(py -> py.importModule("threading").callMethod("active_count").asLong());
     * }
     *
     * <p>An {@link Optional} holds no null: a body that returns null ends in an empty one, as with {@link Optional#map}. Where
     * it matters whether the body ran, let it return something, such as {@code true}.
     *
     * @param <R> the body's result
     * @param <X> what the body throws
     * @return what the body returned; empty if Python was not started or has ended, and the body did not run, or if the body
     *     returned null
     * @throws X what the body throws
     */
    public static <R, X extends Throwable> Optional<R> tryAttach(Body<? extends @Nullable R, X> body) throws X {
        Operations runtime = Runtimes.standardIfAnyRuns();
        return runtime == null ? Optional.empty() : tryAttach(runtime, body);
    }

    /** As {@link #tryAttach(Body)}, to a runtime that need not be the default one. */
    public static <R, X extends Throwable> Optional<R> tryAttach(
            PythonRuntime runtime, Body<? extends @Nullable R, X> body) throws X {
        return tryAttach(Runtimes.operations(runtime), body);
    }

    private static <R, X extends Throwable> Optional<R> tryAttach(
            Operations runtime, Body<? extends @Nullable R, X> body) throws X {
        if (!runtime.isRunning()) {
            return Optional.empty();
        }
        ThreadState attached = runtime.attachedOrNull();
        if (attached != null) {
            return Optional.ofNullable(runAndClose(nested(attached, false), body));
        }
        if (Thread.currentThread().isVirtual()) {
            return runtime.attachVirtual(state -> tryRun(state, body));
        }
        return tryRun(runtime.attach(), body);
    }

    private static <R, X extends Throwable> Optional<R> tryRun(ThreadState state, Body<? extends @Nullable R, X> body)
            throws X {
        Python py = outermostOrNull(state, false);
        return py == null ? Optional.empty() : Optional.ofNullable(runAndClose(py, body));
    }

    /**
     * Starts Python with a configuration; without this call the first attach starts it with
     * {@link PythonConfig#discover()}.
     *
     * @throws IllegalArgumentException if it names a runtime that is not there
     * @throws IllegalStateException if it was started already
     * @throws PythonConfigException if it cannot be started
     */
    public static void initialize(PythonConfig config) {
        Runtimes.initialize(config);
    }

    /**
     * What runs detached.
     *
     * @param <R> its result
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface DetachedBody<R extends @Nullable Object, X extends Throwable> {
        /** Runs while other threads may run Python. */
        R run() throws X;
    }

    /**
     * What runs detached, without a result.
     *
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface DetachedAction<X extends Throwable> {
        /** Runs while other threads may run Python. */
        void run() throws X;
    }

    /**
     * Gives up the GIL while a body runs, so that other threads may run Python. References of this thread cannot be used
     * in the body; it may attach again.
     *
     * @return what the body returns
     * @throws X what the body throws
     * @throws StackOverflowError if so little stack is left that the thread could not attach again; the body did not run
     */
    public <R extends @Nullable Object, X extends Throwable> R detach(DetachedBody<R, X> body) throws X {
        ThreadState state = check();
        int depth = state.depth();
        boolean suspended = Attachment.suspend(state);
        R result;
        try {
            result = body.run();
        } catch (Throwable e) {
            resume(state, suspended, depth);
            throw e;
        }
        if (resume(state, suspended, depth)) {
            throw OpenScope.leftOpen();
        }
        return result;
    }

    /** Attaches again after {@link Attachment#suspend}, and closes what was left open; whether there was such. */
    private static boolean resume(ThreadState state, boolean suspended, int depth) {
        boolean left;
        try {
            Attachment.resume(state, suspended);
        } finally {
            left = OpenScope.closeDeeper(state, depth);
        }
        return left;
    }

    /** As {@link #detach(DetachedBody)}, without a result. */
    public <X extends Throwable> void detach(DetachedAction<X> body) throws X {
        this.<@Nullable Object, X>detach(() -> {
            body.run();
            return null;
        });
    }

    @Override
    public void close() {
        ThreadState state = check();
        if (!closeable) {
            throw new IllegalStateException(
                    "this Python token is closed by the call that gave it: do not close the token of"
                            + " a function body or of Python.attach(py -> ...)");
        }
        if (!leaves) {
            closeScope();
            return;
        }
        Attachment.checkLeave(state);
        try {
            closeScope();
        } finally { // a region that was closed is that, whatever came after
            if (!isOpen()) {
                Attachment.leave(state);
            }
        }
    }

    /** Opens a scope inside the innermost one: new references go there until it is closed. */
    public Scope scope() {
        return NestedScope.open(check());
    }

    // ---- running Python ----

    /** {@code import name}; the module itself, also for a dotted name. */
    public PyModule importModule(String name) {
        ThreadState state = check();
        return Kinds.MODULE.make(state, Operations.of(state).importModule(state, name));
    }

    /** Evaluates an expression in {@code __main__}. */
    public PyAny eval(String expression) {
        return eval(expression, null, null);
    }

    /** Evaluates an expression with these globals. */
    public PyAny eval(String expression, @Nullable PyDict globals) {
        return eval(expression, globals, null);
    }

    /**
     * Evaluates an expression.
     *
     * @param globals null for those of {@code __main__}
     * @param locals null for {@code globals}
     */
    public PyAny eval(String expression, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        return Kinds.ANY.make(state, Source.evaluate(state, expression.strip(), "eval", globals, locals));
    }

    /** Runs statements in {@code __main__}. */
    public void run(String statements) {
        run(statements, null, null);
    }

    /** Runs statements with these globals. */
    public void run(String statements, @Nullable PyDict globals) {
        run(statements, globals, null);
    }

    /**
     * Runs statements. Common indentation, as text blocks have it, is removed first.
     *
     * @param globals null for those of {@code __main__}
     * @param locals null for {@code globals}
     */
    public void run(String statements, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        Word.decref(Source.evaluate(state, Source.dedent(statements), "exec", globals, locals));
    }

    /** Compiles statements. */
    public PyCode compile(String statements, String fileName) {
        return compile(statements, fileName, "exec");
    }

    /**
     * As Python's {@code compile}.
     *
     * @param mode {@code exec}, {@code eval} or {@code single}
     * @throws IllegalArgumentException if {@code mode} is another
     */
    public PyCode compile(String source, String fileName, String mode) {
        ThreadState state = check();
        return Kinds.CODE.make(state, Source.compile(state, source, fileName, mode));
    }

    /** Evaluates compiled code; null as in {@link #eval(String, PyDict, PyAny)}. */
    public PyAny eval(PyCode code, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        return Kinds.ANY.make(state, Source.evaluate(state, code, globals, locals));
    }

    /** Evaluates compiled code in {@code __main__}. */
    public PyAny eval(PyCode code) {
        return eval(code, null, null);
    }

    /** Runs compiled code; null as in {@link #eval(String, PyDict, PyAny)}. */
    public void run(PyCode code, @Nullable PyDict globals, @Nullable PyAny locals) {
        eval(code, globals, locals).close();
    }

    /** Runs compiled code in {@code __main__}. */
    public void run(PyCode code) {
        run(code, null, null);
    }

    /**
     * Makes a module from source code and enters it into {@code sys.modules}.
     *
     * @param fileName what tracebacks show
     */
    public PyModule moduleFromCode(String code, String fileName, String name) {
        ThreadState state = check();
        return Kinds.MODULE.make(
                state, Operations.of(state).moduleFromCode(state, Source.dedent(code), fileName, name));
    }

    /** Runs pending signal handlers of Python: {@code PyErr_CheckSignals}. */
    public void checkSignals() {
        ThreadState state = check();
        Operations.of(state).checkSignals(state);
    }

    // ---- making objects ----

    /** Any Java value as a Python object, by the rules of package {@code dev.sanca.convert}; null is {@code None}. */
    public PyAny of(@Nullable Object value) {
        ThreadState state = check();
        long tagged = TaggedValues.of(value);
        return Kinds.ANY.make(state, tagged != 0 ? tagged : ToPython.convert(state, value));
    }

    /** {@code None}. */
    public PyNone none() {
        ThreadState state = check();
        return Kinds.NONE.make(
                state, Tagged.ENABLED ? Tagged.NONE : Operations.of(state).none(state));
    }

    /** An {@code int}. */
    public PyInt integer(long value) {
        ThreadState state = check();
        long tagged = TaggedValues.ofLong(value);
        return Kinds.INT.make(state, tagged != 0 ? tagged : Operations.of(state).ofLong(state, value));
    }

    /** A {@code float}. */
    public PyFloat floating(double value) {
        ThreadState state = check();
        return Kinds.FLOAT.make(state, Operations.of(state).ofDouble(state, value));
    }

    /** A {@code str}. */
    public PyString string(String text) {
        ThreadState state = check();
        return Kinds.STRING.make(state, Operations.of(state).ofString(state, text));
    }

    /** A {@code bytes} with a copy of an array. */
    public PyBytes bytes(byte... data) {
        ThreadState state = check();
        return Kinds.BYTES.make(state, Operations.of(state).ofBytes(state, data));
    }

    /**
     * A {@code list} of the arguments; of the elements, if the only argument is a primitive array or an {@link Iterable}
     * that is no reference.
     */
    public PyList list(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.LIST.make(state, PythonContainers.list(state, items));
    }

    /** A {@code tuple} of the arguments; of the elements as in {@link #list}. */
    public PyTuple tuple(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.TUPLE.make(state, PythonContainers.tuple(state, items));
    }

    /** A {@code set} of the arguments; of the elements as in {@link #list}. */
    public PySet set(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.SET.make(state, PythonContainers.set(state, items));
    }

    /** An empty {@code dict}. */
    public PyDict dict() {
        ThreadState state = check();
        return Kinds.DICT.make(state, Operations.of(state).dict(state));
    }

    /**
     * A Java lambda as a Python callable. It is held as long as Python holds the callable.
     *
     * @param name its {@code __name__}
     */
    public PyCFunction function(String name, PythonFunctionBody body) {
        ThreadState state = check();
        return Kinds.FUNCTION.make(state, Operations.of(state).function(state, name, body));
    }

    // ---- about Python ----

    /** The version, such as {@code 3.14.3}; starts Python if need be. Any thread. */
    public static String version() {
        Operations runtime = Runtimes.standard();
        runtime.ensureStarted();
        return runtime.version();
    }

    /** Counters. Any thread; those of other threads may be a little old. */
    public static PythonStats stats() {
        ThreadStates.Totals t = ThreadStates.totals();
        return new PythonStats(
                t.made(),
                t.released(),
                DetachedCount.live(),
                ReleasePool.pending(),
                ReleasePool.drained(),
                t.attaches(),
                t.scopes(),
                ThreadStates.count());
    }
}
