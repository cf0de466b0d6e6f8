package dev.sanca;

import dev.sanca.internal.convert.InterfaceView;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.MisuseErrors;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.runtime.Runtimes;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A detached reference: owns one count, may be kept, shared between threads and dropped anywhere.
 *
 * {@snippet :
 * Py<PyList> kept = Py.of(list);              // a count of its own
 * Python.attach(py -> kept.bind(py).len());   // any thread
 * kept.close();
 * }
 *
 * <p><b>Ownership:</b> {@link #close} gives the count back: at once if the thread is attached, else at the next attach of
 * any thread. A {@code Py} that becomes unreachable is given back by the collector's help, likewise.
 *
 * <p><b>Thread:</b> any, attached or not, unless a method says otherwise.
 *
 * <p><b>Source:</b> PyO3's {@code Py<T>}.
 *
 * @param <T> the class of its bound references
 */
public final class Py<T extends PyAny> implements AutoCloseable {
    final DetachedCount count;
    private final Kind<T> kind;

    private Py(Kind<T> kind, long word) {
        this.kind = kind;
        this.count = new DetachedCount(this, word);
    }

    /** Makes a holder for a count that is taken even if this throws. */
    static <T extends PyAny> Py<T> taking(Kind<T> kind, long word) {
        try {
            return new Py<>(kind, word);
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    /**
     * A detached reference with a count of its own; {@code bound} stays usable.
     *
     * @throws IllegalStateException if {@code bound} is closed or detached
     * @throws WrongThreadException on another thread than that of {@code bound}
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Py<T> of(T bound) {
        Kind<T> kind = (Kind<T>) Kind.of(bound.getClass());
        Py<T> made = taking(kind, Word.newRef(Refs.sharedWord(bound)));
        Reference.reachabilityFence(bound);
        return made;
    }

    /**
     * A detached reference that takes the count of {@code bound}, which is closed.
     *
     * @throws IllegalStateException if {@code bound} is closed or detached
     * @throws WrongThreadException on another thread than that of {@code bound}
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Py<T> move(T bound) {
        Kind<T> kind = (Kind<T>) Kind.of(bound.getClass());
        return taking(kind, Refs.release(bound));
    }

    /**
     * A new bound reference with a count of its own, in the innermost scope.
     *
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if this is closed, or {@code py} is
     * @throws WrongThreadException if {@code py} belongs to another thread
     */
    public T bind(Python py) {
        ThreadState state = py.check();
        Refs.checkRuntime(state, open(count.word()), this);
        long word = open(count.newCount(state));
        Reference.reachabilityFence(this);
        return kind.make(state, word);
    }

    /**
     * A bound reference that takes the count; this is closed.
     *
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if this is closed, or {@code py} is
     * @throws WrongThreadException if {@code py} belongs to another thread
     */
    public T moveTo(Python py) {
        ThreadState state = py.check();
        Refs.checkRuntime(state, open(count.word()), this);
        return kind.make(state, open(count.take()));
    }

    /**
     * A second detached reference to the same object.
     *
     * @throws IllegalStateException if this is closed or the thread is not attached
     */
    public Py<T> copy() {
        ThreadState state = attachedOrNull();
        if (state == null) {
            throw MisuseErrors.detached("Py.copy()");
        }
        Py<T> made = taking(kind, open(count.newCount(state)));
        Reference.reachabilityFence(this);
        return made;
    }

    /** The state of this thread if it is attached to this object's runtime, else null. */
    private @Nullable ThreadState attachedOrNull() {
        return runtime().attachedOrNull();
    }

    private @Nullable Operations runtimeOrNull() {
        return (Operations) DetachedCount.runtimeOrNull(count, this);
    }

    /** The runtime of this object; the default one if it belongs to all. */
    Operations runtime() {
        Operations runtime = runtimeOrNull();
        return runtime != null ? runtime : Runtimes.standard();
    }

    /** Whether it owns a count: it was neither closed nor moved. */
    public boolean isAlive() {
        return count.word() != 0;
    }

    /**
     * Whether two detached references, both open, refer to the same Python object. The answer for two of them never changes.
     *
     * <p><b>Cost:</b> nothing, but for a Java value that no Python has seen yet: the question attaches, and makes its object.
     *
     * @throws IllegalStateException if one of them is closed
     */
    public boolean is(Py<?> other) {
        long a = open(count.word());
        long b = open(other.count.word());
        boolean same;
        if (this == other || (a == b && Refs.isOneObject(a))) {
            same = true;
        } else if ((isSettled(a) && isSettled(b)) || (Tagged.isImmediate(a) && Tagged.isImmediate(b) && a != b)) {
            same = Word.is(a, b);
        } else {
            Operations runtime = runtimeOrNull();
            same = Python.attach(runtime != null ? runtime : other.runtime(), py -> {
                try (PyAny x = bind(py);
                        PyAny y = other.bind(py)) {
                    return x.is(y);
                }
            });
        }
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(other);
        return same;
    }

    /** Whether a word stands for an object of a runtime, not for a value that any runtime may make an object of. */
    private static boolean isSettled(long word) {
        return Operations.ofOrNull(word) != null;
    }

    /** Gives up the count. The second time, or after Python has ended, it does nothing. */
    @Override
    public void close() {
        count.giveUp();
    }

    /**
     * A view of the object through a Java interface: each call attaches by itself, calls the Python method of that name, or
     * the object itself for a functional interface if it has no such method, and converts the result.
     *
     * @throws IllegalArgumentException if {@code type} is no interface
     * @throws IllegalStateException if this is closed
     */
    public <I> I as(Class<I> type) {
        open(count.word());
        return InterfaceView.of(this, type);
    }

    private static long open(long word) {
        if (word == 0) {
            throw new IllegalStateException(
                    "this Py is closed: its count was decremented by close() or moved by moveTo(py)."
                            + " Use it before, or take a copy() first");
        }
        return word;
    }

    /** {@code str()} of the object where this thread is attached, else a description; never throws. */
    @Override
    public String toString() {
        ThreadState state = isAlive() ? attachedOrNull() : null;
        if (state != null) {
            try (T bound = kind.make(state, open(count.newCount()))) {
                return bound.toString();
            } catch (RuntimeException e) {
                // described below
            }
        }
        return "Py<" + kind.type().getSimpleName() + ">" + (isAlive() ? "" : " (closed)");
    }
}
