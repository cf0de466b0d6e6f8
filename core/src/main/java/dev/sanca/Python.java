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
import dev.sanca.internal.thread.Deadline;
import dev.sanca.internal.thread.ThreadDump;
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
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kotlin.internal.LowPriorityInOverloadResolution;
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
 * <table>
 * <caption>What is where</caption>
 * <tr><th scope="col">subject</th><th scope="col">methods</th></tr>
 * <tr><td>attaching</td><td>{@link #attach()}, {@link #attach(Body)}, {@link #tryAttach()}, {@link #tryAttach(Body)},
 *     {@link #close}</td></tr>
 * <tr><td>letting other threads run</td><td>{@link #detach(DetachedBody)}, {@link #checkSignals}</td></tr>
 * <tr><td>scopes</td><td>{@link #scope}, {@link #keep}, {@link #isOpen}</td></tr>
 * <tr><td>running code</td><td>{@link #importModule}, {@link #eval(String)}, {@link #run(String)},
 *     {@link #compile(String, String)}, {@link #moduleFromCode}</td></tr>
 * <tr><td>making objects</td><td>{@link #of} for any Java value; {@link #none}, {@link #integer}, {@link #floating},
 *     {@link #string}, {@link #bytes}, {@link #list}, {@link #tuple}, {@link #set}, {@link #dict}, {@link #function}</td></tr>
 * <tr><td>about Python</td><td>{@link #initialize}, {@link #version}, {@link #stats}</td></tr>
 * </table>
 *
 * <h2>Ownership</h2>
 *
 * <p>A token is a {@link Scope}. The references that its methods return are new, and belong to the innermost scope of
 * the thread, which is this one unless another was opened after it. Closing the token releases what is left in it and,
 * if it is the outermost of its thread, detaches the thread. An argument that is a reference is borrowed; the rules for
 * arguments are those of {@link PyAny}.
 *
 * <h2>Thread</h2>
 *
 * <p>A token is used on the thread that attached, while that thread is attached, until it is closed. The static methods
 * may be called on any thread. Several threads may be attached in turn: on a CPython with a GIL, one of them runs at a
 * time.
 *
 * <h2>Errors</h2>
 *
 * <p>Every method of a token may throw these; its own {@code @throws} say what is particular to it:
 *
 * <ul>
 *   <li>{@link IllegalStateException} if the token is closed, or the thread is detached by {@link #detach(DetachedBody)};
 *   <li>{@link WrongThreadException} on another thread;
 *   <li>{@link IllegalArgumentException} if an argument is a reference of another {@linkplain dev.sanca.spi.PythonRuntime
 *       runtime}, or a {@link Kwargs};
 *   <li>{@link PythonException} for what Python code raises;
 *   <li>the very Java exception that Java code threw, if it was called by the Python code that this method ran;
 *   <li>{@link InterruptedException}, undeclared, if the thread is interrupted while it runs Python code: {@code finally} and
 *       {@code with} of Python run, and the interrupt status is cleared. Python code sees a {@code KeyboardInterrupt}. CPython only;
 *   <li>{@link StackOverflowError} if too little stack is left to call Python;
 *   <li>{@link NullPointerException} for {@code null} where a parameter does not permit it.
 * </ul>
 *
 * <h2>Cost</h2>
 *
 * <p>A nested attach makes no native call; the outermost takes the GIL.
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

    private Python(ThreadState state, ScopeFrame frame, long serial, boolean leaves, boolean closeable) {
        super(state, frame, serial);
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
        ScopeFrame frame = ScopeFrame.next(state);
        long serial = frame.nextSerial();
        Python py = new Python(state, frame, serial, leaves, closeable);
        frame.open(base);
        return py;
    }

    // ---- attaching ----

    /**
     * Attaches this platform thread to the default runtime, which is started first if it does not run. A thread that is
     * attached gets a nested token.
     *
     * @return the token, to be closed on this thread, in reverse order of attaching
     * @throws IllegalStateException on a virtual thread that is not attached (use {@link #attach(Body)}), or when
     *     Python has ended
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
     */
    public static Python attach() {
        return attach(Runtimes.standard(), true);
    }

    /**
     * Attaches this platform thread to a runtime, which need not be the default one, as {@link #attach()} does. A
     * thread may be attached to several; the tokens of each are closed in reverse order.
     *
     * @param runtime the runtime, as {@link PythonRuntime#named} returns it
     * @return the token, to be closed on this thread
     * @throws IllegalStateException on a virtual thread that is not attached (use
     *     {@link #attach(PythonRuntime, Body)}), or when Python has ended
     * @throws PythonConfigException if the runtime must be started and cannot be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
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
     * A body that runs attached and may throw anything; see {@link Python#attach(AnyBody)}.
     *
     * @param <R> the type of its result
     */
    @FunctionalInterface
    public interface AnyBody<R extends @Nullable Object> {
        /**
         * Runs while the thread is attached.
         *
         * @param py the token, which the caller closes after the body; references in it do not outlive the body
         * @return the result, a Java value or a {@link Py}
         * @throws Throwable if the body fails
         */
        R run(Python py) throws Throwable;
    }

    /**
     * A body that runs attached; see {@link Python#attach(Body)}. A lambda of Java is one.
     *
     * @param <R> the type of its result
     * @param <X> the type of what it throws
     */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object, X extends Throwable> extends AnyBody<R> {
        /**
         * Runs while the thread is attached.
         *
         * @param py the token, which the caller closes after the body; references in it do not outlive the body
         * @return the result, a Java value or a {@link Py}
         * @throws X if the body fails
         */
        @Override
        R run(Python py) throws X;
    }

    /**
     * Runs a body while this thread is attached to the default runtime, which is started first if it does not run.
     *
     * {@snippet :
     * long answer = Python.attach(py -> py.eval("6 * 7").asLong());
     * }
     *
     * <p>A virtual thread stays on its carrier until the body ends; a fair gate in front makes sure that threads that
     * wait for Python do not occupy all carriers.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param body the body, called once on this thread
     * @return what the body returns; a bound reference that was made in the body is closed by then, a {@link Py} is not
     * @throws X what the body throws
     * @throws IllegalStateException when Python has ended, or if the body left a token or scope open, which is closed
     *     then
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R extends @Nullable Object, X extends Throwable> R attach(Body<R, X> body) throws X {
        return attach(Runtimes.standard(), body);
    }

    /**
     * Runs a body that may throw anything, as {@link #attach(Body)} does. A lambda of Java is a {@link Body}, so this
     * method is for what is declared as an {@code AnyBody}, and for languages without checked exceptions: in Kotlin,
     * {@code Python.attach { py -> ... }} calls this one.
     *
     * @param <R> the type of the result
     * @param body the body, called once on this thread
     * @return what the body returns; a bound reference that was made in the body is closed by then, a {@link Py} is not
     * @throws Throwable what the body throws
     * @throws IllegalStateException when Python has ended, or if the body left a token or scope open, which is closed
     *     then
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R extends @Nullable Object> R attach(AnyBody<R> body) throws Throwable {
        return Python.<R, Throwable>attach(Runtimes.standard(), body::run);
    }

    /**
     * Runs a body while this thread is attached to a runtime, as {@link #attach(Body)} does.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param runtime the runtime, which need not be the default one
     * @param body the body, called once on this thread
     * @return what the body returns; a bound reference that was made in the body is closed by then, a {@link Py} is not
     * @throws X what the body throws
     * @throws IllegalStateException when the runtime has ended, or if the body left a token or scope open, which is
     *     closed then
     * @throws PythonConfigException if the runtime must be started and cannot be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R extends @Nullable Object, X extends Throwable> R attach(PythonRuntime runtime, Body<R, X> body)
            throws X {
        return attach(Runtimes.operations(runtime), body);
    }

    /**
     * Runs a body that may throw anything while this thread is attached to a runtime, as {@link #attach(AnyBody)} does.
     *
     * @param <R> the type of the result
     * @param runtime the runtime, which need not be the default one
     * @param body the body, called once on this thread
     * @return what the body returns; a bound reference that was made in the body is closed by then, a {@link Py} is not
     * @throws Throwable what the body throws
     * @throws IllegalStateException when the runtime has ended, or if the body left a token or scope open, which is
     *     closed then
     * @throws PythonConfigException if the runtime must be started and cannot be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R extends @Nullable Object> R attach(PythonRuntime runtime, AnyBody<R> body) throws Throwable {
        return Python.<R, Throwable>attach(Runtimes.operations(runtime), body::run);
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
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
     */
    public static Optional<Python> tryAttach() {
        Operations runtime = Runtimes.standardIfAnyRuns();
        return runtime == null ? Optional.empty() : tryAttach(runtime);
    }

    /**
     * Attaches this platform thread to a runtime only if that runs, as {@link #tryAttach()} does.
     *
     * @param runtime the runtime, which need not be the default one
     * @return the token, to be closed; empty if that runtime was not started or has ended
     * @throws IllegalStateException if it runs and this is a virtual thread that is not attached (use
     *     {@link #tryAttach(PythonRuntime, Body)})
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
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
     * Runs a body attached only if Python runs: neither starts it nor fails when it has ended, even if it ends
     * meanwhile. Virtual threads as in {@link #attach(Body)}.
     *
     * {@snippet :
     * Optional<Long> threads = Python.tryAttach(py -> py.importModule("threading").callMethod("active_count").asLong());
     * }
     *
     * <p>An {@link Optional} holds no null: a body that returns null ends in an empty one, as with
     * {@link Optional#map}. Where it matters whether the body ran, let it return something, such as {@code true}.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if Python was not started or has ended, and the body did not run, or if the
     *     body returned null
     * @throws X what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R, X extends Throwable> Optional<R> tryAttach(Body<? extends @Nullable R, X> body) throws X {
        Operations runtime = Runtimes.standardIfAnyRuns();
        return runtime == null ? Optional.empty() : tryAttach(runtime, body);
    }

    /**
     * Runs a body that may throw anything, attached, only if Python runs, as {@link #tryAttach(Body)} does; for whom, says
     * {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if Python was not started or has ended, and the body did not run, or if the
     *     body returned null
     * @throws Throwable what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R> Optional<R> tryAttach(AnyBody<? extends @Nullable R> body) throws Throwable {
        Operations runtime = Runtimes.standardIfAnyRuns();
        return runtime == null ? Optional.empty() : Python.<R, Throwable>tryAttach(runtime, body::run);
    }

    /**
     * Runs a body attached to a runtime only if that runs, as {@link #tryAttach(Body)} does.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param runtime the runtime, which need not be the default one
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if the runtime was not started or has ended, and the body did not run, or
     *     if the body returned null
     * @throws X what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R, X extends Throwable> Optional<R> tryAttach(
            PythonRuntime runtime, Body<? extends @Nullable R, X> body) throws X {
        return tryAttach(Runtimes.operations(runtime), body);
    }

    /**
     * Runs a body that may throw anything, attached to a runtime, only if that runs, as
     * {@link #tryAttach(PythonRuntime, Body)} does; for whom, says {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param runtime the runtime, which need not be the default one
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if the runtime was not started or has ended, and the body did not run, or
     *     if the body returned null
     * @throws Throwable what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R> Optional<R> tryAttach(PythonRuntime runtime, AnyBody<? extends @Nullable R> body)
            throws Throwable {
        return Python.<R, Throwable>tryAttach(Runtimes.operations(runtime), body::run);
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
     * Attaches this platform thread as {@link #attach()} does, and can be interrupted while it waits for the GIL.
     *
     * <p>This waits for the GIL in Java; a thread of Sanca's attaches first, and tells when C code lets the GIL go. Other threads
     * may be faster then, so that to attach may take some milliseconds more, during which nothing is interrupted.
     *
     * <p><b>Cost:</b> two switches of threads more than {@link #attach()}; none on a thread that is attached.
     *
     * @return the token, to be closed on this thread, in reverse order of attaching
     * @throws InterruptedException if this thread is interrupted before it is attached; its interrupt status is cleared
     * @throws IllegalStateException on a virtual thread that is not attached (use
     *     {@link #attachInterruptibly(Body)}), or when Python has ended
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
     */
    public static Python attachInterruptibly() throws InterruptedException {
        awaitTurn(Runtimes.standard());
        return attach();
    }

    /**
     * Runs a body attached as {@link #attach(Body)} does, and can be interrupted while this thread waits for the GIL, as in
     * {@link #attachInterruptibly()}. An interrupt of the body is another thing: it stops Python code, see {@link Python}.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param body the body, called on this thread, once at most
     * @return what the body returns
     * @throws X what the body throws
     * @throws InterruptedException if this thread is interrupted before it is attached, and the body did not run; its
     *     interrupt status is cleared
     * @throws IllegalStateException when Python has ended, or if the body left a token or scope open, which is closed
     *     then
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R extends @Nullable Object, X extends Throwable> R attachInterruptibly(Body<R, X> body)
            throws X, InterruptedException {
        awaitTurn(Runtimes.standard());
        return attach(body);
    }

    /**
     * Runs a body that may throw anything, as {@link #attachInterruptibly(Body)} does; for whom, says
     * {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param body the body, called on this thread, once at most
     * @return what the body returns
     * @throws Throwable what the body throws; {@link InterruptedException} if this thread is interrupted before it is
     *     attached, and the body did not run
     * @throws IllegalStateException when Python has ended, or if the body left a token or scope open, which is closed
     *     then
     * @throws PythonConfigException if Python must be started and none can be
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R extends @Nullable Object> R attachInterruptibly(AnyBody<R> body) throws Throwable {
        return Python.<R, Throwable>attachInterruptibly((Body<R, Throwable>) body::run);
    }

    private static void awaitTurn(Operations runtime) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the thread was interrupted before it was attached to Python");
        }
        if (runtime.attachedOrNull() == null) {
            runtime.ensureStarted();
            runtime.awaitTurn(Long.MAX_VALUE);
        }
    }

    /**
     * Attaches this platform thread only if Python runs, as {@link #tryAttach()} does, and only if the GIL is to be had within
     * a time. C code that keeps the GIL for minutes does not keep this thread so long.
     *
     * <p>This waits for the GIL in Java; a thread of Sanca's attaches first, and tells when C code lets the GIL go. Other threads
     * may be faster then, so that to attach may take some milliseconds more, during which nothing is interrupted.
     *
     * <p><b>Cost:</b> two switches of threads more than {@link #tryAttach()}; none on a thread that is attached.
     *
     * @param limit how long to wait at most; less than a millisecond counts as one
     * @return the token, to be closed; empty if Python was not started or has ended, or if the time is over
     * @throws InterruptedException if this thread is interrupted while it waits; its interrupt status is cleared
     * @throws IllegalStateException if Python runs and this is a virtual thread that is not attached (use
     *     {@link #tryAttach(Duration, Body)})
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; it is not attached
     */
    public static Optional<Python> tryAttach(Duration limit) throws InterruptedException {
        return tryAwaitTurn(limit) ? tryAttach() : Optional.empty();
    }

    /**
     * Runs a body attached only if Python runs and the GIL is to be had within a time, as {@link #tryAttach(Duration)} says.
     * Virtual threads as in {@link #attach(Body)}.
     *
     * {@snippet :
     * boolean healthy = Python.tryAttach(Duration.ofSeconds(1), py -> true).isPresent();
     * }
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param limit how long to wait for the GIL at most, not how long the body may run: that says {@link #within}; less than a
     *     millisecond counts as one
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if Python was not started or has ended, or if the time is over, and the body did
     *     not run, or if the body returned null
     * @throws X what the body throws
     * @throws InterruptedException if this thread is interrupted while it waits, and the body did not run; its interrupt status
     *     is cleared
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public static <R, X extends Throwable> Optional<R> tryAttach(Duration limit, Body<? extends @Nullable R, X> body)
            throws X, InterruptedException {
        return tryAwaitTurn(limit) ? Python.<R, X>tryAttach(body) : Optional.empty();
    }

    /**
     * Runs a body that may throw anything, as {@link #tryAttach(Duration, Body)} does; for whom, says
     * {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param limit how long to wait for the GIL at most; less than a millisecond counts as one
     * @param body the body, called on this thread, once at most
     * @return what the body returned; empty if Python was not started or has ended, or if the time is over, and the body did
     *     not run, or if the body returned null
     * @throws Throwable what the body throws; {@link InterruptedException} if this thread is interrupted while it waits
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not detach again; the body did not
     *     run
     */
    @SuppressWarnings("overloads") // a lambda is a Body, which is the more specific type
    public static <R> Optional<R> tryAttach(Duration limit, AnyBody<? extends @Nullable R> body) throws Throwable {
        return tryAwaitTurn(limit) ? Python.<R>tryAttach(body) : Optional.empty();
    }

    private static boolean tryAwaitTurn(Duration limit) throws InterruptedException {
        long nanos = Math.max(Deadline.nanos(limit), TimeUnit.MILLISECONDS.toNanos(1));
        Operations runtime = Runtimes.standardIfAnyRuns();
        if (runtime == null || !runtime.isRunning()) {
            return false;
        }
        return runtime.attachedOrNull() != null || runtime.awaitTurn(nanos);
    }

    /**
     * Returns the stacks of all threads as text: Java's threads with the frames of Python among those of Java, and the threads
     * that Python has started. Works also while other code keeps the GIL. For people: the form may change.
     *
     * <p>Where Java and Python have called each other several times on one thread, the frames of Python are together, at the
     * innermost call. If C code keeps the GIL for more than a second, 100 threads and 100 frames of each are shown, as by
     * {@code faulthandler}; on systems other than Linux not even these can be shown, and then the text says so.
     *
     * <p><b>Thread:</b> any, attached or not, virtual or not. <b>Cost:</b> some milliseconds, more with many threads; a second if
     * C code keeps the GIL. All threads of the JVM are stopped for a moment.
     *
     * @return the text, a paragraph for each thread, innermost frames first
     */
    public static String dumpStacks() {
        Operations runtime = Runtimes.standardIfAnyRuns();
        if (runtime == null || !runtime.isRunning()) {
            return ThreadDump.of(Map.of());
        }
        try {
            return ThreadDump.of(runtime.threads());
        } catch (UnsupportedOperationException e) { // says which frames are missing
            return e.getMessage() + "\n\n" + ThreadDump.of(Map.of());
        }
    }

    /**
     * Starts Python with a configuration. Without this call, the first attach starts it with
     * {@link PythonConfig#discover()}.
     *
     * @param config which runtime and which installation
     * @throws IllegalArgumentException if it names a runtime that is not there
     * @throws IllegalStateException if Python was started already, or another runtime is the default one already
     * @throws PythonConfigException if Python cannot be started
     */
    public static void initialize(PythonConfig config) {
        Runtimes.initialize(config);
    }

    /**
     * Registers an action that runs when the JVM exits, before Python ends: before its {@code atexit} functions, and while
     * threads can attach still. A server finishes its requests in such an action.
     *
     * {@snippet :
     * ExecutorService requests = Executors.newFixedThreadPool(4);
     * Python.beforeExit(requests::close); // waits for the requests that run
     * }
     *
     * <p>The actions run one after the other, the last registered first, on a thread that is not attached; the exit waits
     * for each, however long it takes. What an action throws goes to the thread's handler of uncaught exceptions, and the
     * next action runs. If CPython was not started, the actions do not run. Any thread.
     *
     * @param action the action; it must not call {@link System#exit}, which would wait for ever
     * @throws IllegalStateException if the JVM exits and the actions have run already
     * @throws NullPointerException if {@code action} is null
     */
    public static void beforeExit(Runnable action) {
        Runtimes.beforeExit(Objects.requireNonNull(action, "action"));
    }

    /**
     * A body that runs detached and may throw anything; see {@link Python#detach(AnyDetachedBody)}.
     *
     * @param <R> the type of its result
     */
    @FunctionalInterface
    public interface AnyDetachedBody<R extends @Nullable Object> {
        /**
         * Runs while the thread is detached, and other threads may run Python.
         *
         * @return the result, a Java value
         * @throws Throwable if the body fails
         */
        R run() throws Throwable;
    }

    /**
     * A body that runs detached; see {@link Python#detach(DetachedBody)}. A lambda of Java with a result is one.
     *
     * @param <R> the type of its result
     * @param <X> the type of what it throws
     */
    @FunctionalInterface
    public interface DetachedBody<R extends @Nullable Object, X extends Throwable> extends AnyDetachedBody<R> {
        /**
         * Runs while the thread is detached, and other threads may run Python.
         *
         * @return the result, a Java value
         * @throws X if the body fails
         */
        @Override
        R run() throws X;
    }

    /**
     * A body that runs detached and has no result; see {@link Python#detach(DetachedAction)}.
     *
     * @param <X> the type of what it throws
     */
    @FunctionalInterface
    public interface DetachedAction<X extends Throwable> {
        /**
         * Runs while the thread is detached, and other threads may run Python.
         *
         * @throws X if the body fails
         */
        void run() throws X;
    }

    /**
     * Detaches this thread while a body runs, so that other threads may run Python. Tokens, scopes and bound references
     * of this thread throw {@link IllegalStateException} in the body; it may attach again. The thread is attached
     * afterwards, however the body ends.
     *
     * {@snippet :
     * byte[] page = py.detach(() -> client.send(request, BodyHandlers.ofByteArray()).body());
     * }
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param body the body, called once on this thread
     * @return what the body returns
     * @throws X what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not attach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
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

    /**
     * Detaches this thread while a body runs that may throw anything, as {@link #detach(DetachedBody)} does; for whom,
     * says {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param body the body, called once on this thread
     * @return what the body returns
     * @throws Throwable what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not attach again; the body did not
     *     run
     */
    public <R extends @Nullable Object> R detach(AnyDetachedBody<R> body) throws Throwable {
        return this.<R, Throwable>detach((DetachedBody<R, Throwable>) body::run);
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

    /**
     * Detaches this thread while a body without a result runs, as {@link #detach(DetachedBody)} does.
     *
     * @param <X> the type of what the body throws
     * @param body the body, called once on this thread
     * @throws X what the body throws
     * @throws IllegalStateException if the body left a token or scope open, which is closed then
     * @throws StackOverflowError if so little stack is left that the thread could not attach again; the body did not
     *     run
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public <X extends Throwable> void detach(DetachedAction<X> body) throws X {
        this.<@Nullable Object, X>detach(() -> {
            body.run();
            return null;
        });
    }

    /**
     * A body that has a time limit and may throw anything; see {@link Python#within(Duration, AnyTimedBody)}.
     *
     * @param <R> the type of its result
     */
    @FunctionalInterface
    public interface AnyTimedBody<R extends @Nullable Object> {
        /**
         * Runs attached, until the time is over.
         *
         * @return the result
         * @throws Throwable if the body fails
         */
        R run() throws Throwable;
    }

    /**
     * A body that has a time limit; see {@link Python#within(Duration, TimedBody)}. A lambda of Java with a result is one.
     *
     * @param <R> the type of its result
     * @param <X> the type of what it throws
     */
    @FunctionalInterface
    public interface TimedBody<R extends @Nullable Object, X extends Throwable> extends AnyTimedBody<R> {
        /**
         * Runs attached, until the time is over.
         *
         * @return the result
         * @throws X if the body fails
         */
        @Override
        R run() throws X;
    }

    /**
     * A body that has a time limit and no result; see {@link Python#within(Duration, TimedAction)}.
     *
     * @param <X> the type of what it throws
     */
    @FunctionalInterface
    public interface TimedAction<X extends Throwable> {
        /**
         * Runs attached, until the time is over.
         *
         * @throws X if the body fails
         */
        void run() throws X;
    }

    /**
     * Runs a body, and stops the Python code that it runs when a time is over. Python code sees a {@code KeyboardInterrupt},
     * its {@code finally} and {@code with} run, and the body ends with a {@link TimeoutException}. Limits may be nested: the
     * one that ends first stops the bodies inside it.
     *
     * {@snippet :
     * double score = py.within(Duration.ofSeconds(2), () -> model.callMethod("score", row).asDouble());
     * }
     *
     * <p>Java code that the body runs is not interrupted, nor what it does detached; if the time is over by then, the next
     * Python code is stopped. A body that ends first ends as it would without the limit, and nothing of it reaches later
     * code. C code that neither returns to Python nor looks for signals, such as a long multiplication in NumPy, goes on until
     * it returns; a warning in the log names it. On runtimes other than CPython there is no limit.
     *
     * <p><b>Cost:</b> an object; Python code runs as fast as without. The end comes some 20 ms late.
     *
     * @param <R> the type of the result
     * @param <X> the type of what the body throws
     * @param limit how long the body may run Python code, counted from now; none or less than none stops its first Python code
     * @param body the body, called once on this thread, attached
     * @return what the body returns; bound references are those of the present scope
     * @throws X what the body throws
     * @throws TimeoutException if Python code was stopped because the time was over; its cause has the frames of Python
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public <R extends @Nullable Object, X extends Throwable> R within(Duration limit, TimedBody<R, X> body)
            throws X, TimeoutException {
        Deadline deadline = check().stops().open(limit);
        try {
            return body.run();
        } catch (Throwable e) {
            if (deadline.isCauseOf(e)) {
                throw (TimeoutException) new TimeoutException(deadline.message()).initCause(e);
            }
            throw e;
        } finally {
            deadline.close();
        }
    }

    /**
     * Runs a body that may throw anything with a time limit, as {@link #within(Duration, TimedBody)} does; for whom, says
     * {@link #attach(AnyBody)}.
     *
     * @param <R> the type of the result
     * @param limit how long the body may run Python code
     * @param body the body, called once on this thread, attached
     * @return what the body returns
     * @throws Throwable what the body throws; {@link TimeoutException} if Python code was stopped because the time was over
     */
    @SuppressWarnings("overloads") // a lambda is a TimedBody, which is the more specific type
    public <R extends @Nullable Object> R within(Duration limit, AnyTimedBody<R> body) throws Throwable {
        return this.<R, Throwable>within(limit, (TimedBody<R, Throwable>) body::run);
    }

    /**
     * Runs a body without a result with a time limit, as {@link #within(Duration, TimedBody)} does.
     *
     * @param <X> the type of what the body throws
     * @param limit how long the body may run Python code
     * @param body the body, called once on this thread, attached
     * @throws X what the body throws
     * @throws TimeoutException if Python code was stopped because the time was over
     */
    @LowPriorityInOverloadResolution // for Kotlin, which takes the one below: docs/decisions/0045
    public <X extends Throwable> void within(Duration limit, TimedAction<X> body) throws X, TimeoutException {
        this.<@Nullable Object, X>within(limit, () -> {
            body.run();
            return null;
        });
    }

    /**
     * Closes the token: releases every reference that is left in it and, if it is the outermost of its thread, detaches
     * the thread. What is released may run Python code.
     *
     * @throws IllegalStateException if it is closed already, the thread is detached, a token or scope that was opened
     *     after it is still open, or the token is that of a body or of a call from Python, which close it themselves
     * @throws WrongThreadException on another thread
     * @throws StackOverflowError if too little stack is left to detach; the token is still open
     */
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
        } finally { // the scope may be closed, and a release have failed
            if (!isOpen()) {
                Attachment.leave(state);
            }
        }
    }

    /**
     * Opens a scope inside the innermost one: new references belong to it until it is closed.
     *
     * {@snippet :
     * for (String name : names) {
     *     try (Scope each = py.scope()) {
     *         check(py.importModule(name)); // what this makes is released at the end of each turn
     *     }
     * }
     * }
     *
     * <p><b>Cost:</b> no native call.
     *
     * @return the scope, to be closed on this thread, in reverse order of opening
     */
    public Scope scope() {
        return NestedScope.open(check());
    }

    // ---- running Python ----

    /**
     * Imports a module: {@code importlib.import_module(name)}.
     *
     * <p><b>Cost:</b> the first import of a module runs its code; a later one is a look-up.
     *
     * @param name the absolute name; for a dotted one, the module of that name, not its package, is returned
     * @return the module, a new reference; whatever {@code sys.modules} holds for the name, be it a module or not
     * @throws PythonException {@code ModuleNotFoundError} if there is no such module; whatever its code raises
     */
    public PyModule importModule(String name) {
        ThreadState state = check();
        return Kinds.MODULE.make(state, Operations.of(state).importModule(state, name));
    }

    /**
     * Evaluates an expression in {@code __main__}: {@code eval(expression)}.
     *
     * @param expression the text of one expression; white space around it is removed
     * @return the value, a new reference
     * @throws PythonException {@code SyntaxError} if the text is not an expression; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the evaluation raises
     */
    public PyAny eval(String expression) {
        return eval(expression, null, null);
    }

    /**
     * Evaluates an expression with these globals: {@code eval(expression, globals)}.
     *
     * @param expression the text of one expression; white space around it is removed
     * @param globals the variables, borrowed; null for those of {@code __main__}
     * @return the value, a new reference
     * @throws PythonException {@code SyntaxError} if the text is not an expression; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the evaluation raises
     */
    public PyAny eval(String expression, @Nullable PyDict globals) {
        return eval(expression, globals, null);
    }

    /**
     * Evaluates an expression: {@code eval(expression, globals, locals)}.
     *
     * <p><b>Cost:</b> the text is compiled each time. {@link #compile(String, String, String)} does that once.
     *
     * @param expression the text of one expression; white space around it is removed
     * @param globals the global variables, borrowed; null for those of {@code __main__}. {@code __builtins__} is
     *     entered if it is not there
     * @param locals the local variables, any mapping, borrowed; null for {@code globals}
     * @return the value, a new reference
     * @throws PythonException {@code SyntaxError} if the text is not an expression; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the evaluation raises
     */
    public PyAny eval(String expression, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        return Kinds.ANY.make(state, Source.evaluate(state, expression.strip(), "eval", globals, locals));
    }

    /**
     * Runs statements in {@code __main__}: {@code exec(statements)}.
     *
     * @param statements the text; indentation that all lines have in common is removed
     * @throws PythonException {@code SyntaxError} if the text is not Python; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the statements raise
     */
    public void run(String statements) {
        run(statements, null, null);
    }

    /**
     * Runs statements with these globals: {@code exec(statements, globals)}.
     *
     * @param statements the text; indentation that all lines have in common is removed
     * @param globals the variables, borrowed, where assignments go; null for those of {@code __main__}
     * @throws PythonException {@code SyntaxError} if the text is not Python; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the statements raise
     */
    public void run(String statements, @Nullable PyDict globals) {
        run(statements, globals, null);
    }

    /**
     * Runs statements: {@code exec(statements, globals, locals)}.
     *
     * {@snippet :
     * PyDict variables = py.dict();
     * py.run("""
     *         def area(r):
     *             return 3.14159 * r * r
     *         """, variables);
     * double area = variables.getItem("area").call(2).asDouble();
     * }
     *
     * <p><b>Cost:</b> the text is compiled each time. {@link #compile(String, String)} does that once.
     *
     * @param statements the text; indentation that all lines have in common is removed, as text blocks have it. A
     *     coding cookie means nothing: a Java string is text, not bytes
     * @param globals the global variables, borrowed; null for those of {@code __main__}. {@code __builtins__} is
     *     entered if it is not there
     * @param locals the local variables, any mapping, borrowed, where assignments go; null for {@code globals}
     * @throws PythonException {@code SyntaxError} if the text is not Python; {@code ValueError} if it has a null
     *     character or a lone surrogate; whatever the statements raise
     */
    public void run(String statements, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        Word.decref(Source.evaluate(state, Source.dedent(statements), "exec", globals, locals));
    }

    /**
     * Compiles statements: {@code compile(statements, fileName, 'exec')}.
     *
     * @param statements the text; unlike that of {@link #run(String)}, it is not changed
     * @param fileName the name that tracebacks show; it need not be that of a file
     * @return the code, a new reference
     * @throws PythonException {@code SyntaxError} if the text is not Python; {@code ValueError} if it has a null
     *     character or a lone surrogate
     */
    public PyCode compile(String statements, String fileName) {
        return compile(statements, fileName, "exec");
    }

    /**
     * Compiles source code: {@code compile(source, fileName, mode)}.
     *
     * @param source the text, which is not changed: leading white space of an expression is an error, as in Python's
     *     {@code compile}
     * @param fileName the name that tracebacks show; it need not be that of a file
     * @param mode {@code "exec"} for statements, {@code "eval"} for an expression, {@code "single"} for one interactive
     *     statement
     * @return the code, a new reference
     * @throws IllegalArgumentException if {@code mode} is another
     * @throws PythonException {@code SyntaxError} if the text is not Python; {@code ValueError} if it has a null
     *     character or a lone surrogate
     */
    public PyCode compile(String source, String fileName, String mode) {
        ThreadState state = check();
        return Kinds.CODE.make(state, Source.compile(state, source, fileName, mode));
    }

    /**
     * Evaluates compiled code: {@code eval(code, globals, locals)}.
     *
     * @param code the code, borrowed
     * @param globals the global variables, borrowed; null for those of {@code __main__}. {@code __builtins__} is
     *     entered if it is not there
     * @param locals the local variables, any mapping, borrowed; null for {@code globals}
     * @return the value of an expression, {@code None} for statements; a new reference
     * @throws PythonException whatever the code raises
     */
    public PyAny eval(PyCode code, @Nullable PyDict globals, @Nullable PyAny locals) {
        ThreadState state = check();
        return Kinds.ANY.make(state, Source.evaluate(state, code, globals, locals));
    }

    /**
     * Evaluates compiled code in {@code __main__}: {@code eval(code)}.
     *
     * @param code the code, borrowed
     * @return the value of an expression, {@code None} for statements; a new reference
     * @throws PythonException whatever the code raises
     */
    public PyAny eval(PyCode code) {
        return eval(code, null, null);
    }

    /**
     * Runs compiled code: {@code exec(code, globals, locals)}. The value of an expression is released.
     *
     * @param code the code, borrowed
     * @param globals the global variables, borrowed; null for those of {@code __main__}. {@code __builtins__} is
     *     entered if it is not there
     * @param locals the local variables, any mapping, borrowed; null for {@code globals}
     * @throws PythonException whatever the code raises
     */
    public void run(PyCode code, @Nullable PyDict globals, @Nullable PyAny locals) {
        eval(code, globals, locals).close();
    }

    /**
     * Runs compiled code in {@code __main__}: {@code exec(code)}.
     *
     * @param code the code, borrowed
     * @throws PythonException whatever the code raises
     */
    public void run(PyCode code) {
        run(code, null, null);
    }

    /**
     * Makes a module from source code and enters it into {@code sys.modules}, so that Python code can import it. A
     * module that is there under the name is used again: its code runs in the same {@code __dict__}.
     *
     * @param code the text; indentation that all lines have in common is removed
     * @param fileName the module's {@code __file__}, which tracebacks show; there need not be such a file
     * @param name the module's {@code __name__}
     * @return the module, a new reference
     * @throws PythonException {@code SyntaxError} if the text is not Python; whatever it raises, and the name is not in
     *     {@code sys.modules} then
     */
    public PyModule moduleFromCode(String code, String fileName, String name) {
        ThreadState state = check();
        return Kinds.MODULE.make(
                state, Operations.of(state).moduleFromCode(state, Source.dedent(code), fileName, name));
    }

    /**
     * Runs the handlers of signals that have arrived, as {@code PyErr_CheckSignals} does. Python does so by itself
     * between its own instructions, in the main thread of Python only; elsewhere this does nothing.
     *
     * @throws PythonException what a handler raises, such as {@code KeyboardInterrupt}
     * @see <a href="https://docs.python.org/3/c-api/exceptions.html#c.PyErr_CheckSignals">PyErr_CheckSignals, in the
     *     Python/C API manual</a>
     */
    public void checkSignals() {
        ThreadState state = check();
        Operations.of(state).checkSignals(state);
    }

    // ---- making objects ----

    /**
     * Returns any Java value as a Python object, by the rules of package {@code dev.sanca.convert}.
     *
     * <p><b>Cost:</b> no native call for an {@code Integer}, a {@code Long} of at most 60 bits, a {@code Boolean},
     * null, or a Java object without another form in Python: each becomes a Python object when Python first needs it;
     * one copy, O(n), of a text or a container.
     *
     * @param value the value; null is {@code None}, a reference gives a second one to its object
     * @return the object, a new reference
     * @throws PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if the value has no Python
     *     form; the message tells where in nested containers the element is
     */
    public PyAny of(@Nullable Object value) {
        ThreadState state = check();
        long tagged = TaggedValues.of(value);
        return Kinds.ANY.make(state, tagged != 0 ? tagged : ToPython.convert(state, value));
    }

    /**
     * Returns {@code None}.
     *
     * <p><b>Cost:</b> no native call.
     *
     * @return {@code None}, a new reference
     */
    public PyNone none() {
        ThreadState state = check();
        return Kinds.NONE.make(
                state, Tagged.ENABLED ? Tagged.NONE : Operations.of(state).none(state));
    }

    /**
     * Returns an {@code int}.
     *
     * <p><b>Cost:</b> no native call for a value of at most 60 bits.
     *
     * @param value the value; {@link #of} takes a {@link java.math.BigInteger}
     * @return the object, a new reference
     */
    public PyInt integer(long value) {
        ThreadState state = check();
        long tagged = TaggedValues.ofLong(value);
        return Kinds.INT.make(state, tagged != 0 ? tagged : Operations.of(state).ofLong(state, value));
    }

    /**
     * Returns a {@code float}.
     *
     * @param value the value, of which every bit is kept
     * @return the object, a new reference
     */
    public PyFloat floating(double value) {
        ThreadState state = check();
        return Kinds.FLOAT.make(state, Operations.of(state).ofDouble(state, value));
    }

    /**
     * Returns a {@code str}.
     *
     * <p><b>Cost:</b> one copy of the text, two if it is not ASCII.
     *
     * @param text the text; a pair of surrogates is one character in Python, a lone surrogate stays one
     * @return the object, a new reference
     */
    public PyString string(String text) {
        ThreadState state = check();
        return Kinds.STRING.make(state, Operations.of(state).ofString(state, text));
    }

    /**
     * Returns a {@code bytes}.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @param data the bytes, which are copied
     * @return the object, a new reference
     */
    public PyBytes bytes(byte... data) {
        ThreadState state = check();
        return Kinds.BYTES.make(state, Operations.of(state).ofBytes(state, data));
    }

    /**
     * Returns a {@code list} of values.
     *
     * {@snippet :
     * py.list(1, "two", null);         // [1, 'two', None]
     * py.list(List.of(1, 2, 3));       // [1, 2, 3]
     * py.list(new double[] {0.5});     // [0.5]
     * py.list((Object) new int[] {1}); // the same as without the cast: [1]
     * }
     *
     * <p><b>Cost:</b> O(n): each element is converted.
     *
     * @param items the elements, borrowed references or Java values that are converted. An only argument that is an
     *     array of primitives, or an {@link Iterable} that is not a reference, gives its elements; a null array is the
     *     one element {@code None}
     * @return the object, a new reference
     * @throws PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if an element has no
     *     Python form
     */
    public PyList list(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.LIST.make(state, PythonContainers.list(state, items));
    }

    /**
     * Returns a {@code tuple} of values.
     *
     * <p><b>Cost:</b> O(n): each element is converted.
     *
     * @param items the elements, borrowed references or Java values that are converted. An only argument that is an
     *     array of primitives, or an {@link Iterable} that is not a reference, gives its elements; a null array is the
     *     one element {@code None}
     * @return the object, a new reference
     * @throws PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if an element has no
     *     Python form
     */
    public PyTuple tuple(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.TUPLE.make(state, PythonContainers.tuple(state, items));
    }

    /**
     * Returns a {@code set} of values.
     *
     * <p><b>Cost:</b> O(n): each element is converted.
     *
     * @param items the elements, borrowed references or Java values that are converted. An only argument that is an
     *     array of primitives, or an {@link Iterable} that is not a reference, gives its elements; a null array is the
     *     one element {@code None}
     * @return the object, a new reference
     * @throws PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if an element has no
     *     Python form; {@code TypeError} if it cannot be hashed
     */
    public PySet set(@Nullable Object... items) {
        ThreadState state = check();
        return Kinds.SET.make(state, PythonContainers.set(state, items));
    }

    /**
     * Returns an empty {@code dict}. {@link #of} makes one of a {@link java.util.Map}.
     *
     * @return the object, a new reference
     */
    public PyDict dict() {
        ThreadState state = check();
        return Kinds.DICT.make(state, Operations.of(state).dict(state));
    }

    /**
     * Returns a Python callable that runs a Java lambda: PyO3's {@code PyCFunction::new_closure}.
     *
     * {@snippet :
     * PyCFunction twice = py.function("twice", (p, arguments, keywords) -> 2 * arguments.get(0).asLong());
     * py.list(1, 2, 3).callMethod("sort", Kwargs.of("key", twice));
     * }
     *
     * <p><b>Ownership:</b> Python holds the lambda as long as it holds the callable.
     *
     * <p><b>Thread:</b> Python calls the lambda on any thread, attached.
     *
     * @param name the callable's {@code __name__}
     * @param body the lambda; what it returns is converted as by {@link #of}, what it throws is raised in Python
     * @return the callable, a new reference
     */
    public PyCFunction function(String name, PythonFunctionBody body) {
        ThreadState state = check();
        return Kinds.FUNCTION.make(state, Operations.of(state).function(state, name, body));
    }

    // ---- about Python ----

    /**
     * Returns the version of the default runtime, which is started first if it does not run. Any thread.
     *
     * @return the version, such as {@code "3.14.3"}
     * @throws IllegalStateException when Python has ended
     * @throws PythonConfigException if Python must be started and none can be
     */
    public static String version() {
        Operations runtime = Runtimes.standard();
        runtime.ensureStarted();
        return runtime.version();
    }

    /**
     * Returns counters of this process. Any thread; those of other threads may be a little old. Does not start Python.
     *
     * @return the counters as they are now
     */
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
