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
 * Py<PyList> kept = Py.of(list);                          // a count of its own
 * int size = Python.attach(py -> kept.bind(py).len());    // on any thread
 * kept.close();
 * }
 *
 * <table>
 * <caption>Who owns the count</caption>
 * <tr><th scope="col">call</th><th scope="col">count</th><th scope="col">PyO3</th></tr>
 * <tr><td>{@link #of Py.of(bound)}</td><td>a new one; {@code bound} stays open</td><td>{@code bound.clone().unbind()}</td></tr>
 * <tr><td>{@link #move Py.move(bound)}</td><td>that of {@code bound}, which is closed</td><td>{@code bound.unbind()}</td></tr>
 * <tr><td>{@link #bind p.bind(py)}</td><td>a new one; {@code p} stays open</td><td>{@code p.bind(py)}</td></tr>
 * <tr><td>{@link #moveTo p.moveTo(py)}</td><td>that of {@code p}, which is closed</td><td>{@code p.into_bound(py)}</td></tr>
 * <tr><td>{@link #copy p.copy()}</td><td>a new one; {@code p} stays open</td><td>{@code p.clone_ref(py)}</td></tr>
 * </table>
 *
 * <p><b>Ownership:</b> {@link #close} releases the count: at once if the thread is attached, else at the next attach of
 * any thread. The count of a {@code Py} that becomes unreachable is released likewise, by the garbage collector's help.
 *
 * <p><b>Thread:</b> any, attached or not, unless a method says otherwise. All methods may be called by several threads
 * at once.
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

    /** Returns a detached reference that owns a count. Consumes the word, even if this throws. */
    static <T extends PyAny> Py<T> taking(Kind<T> kind, long word) {
        try {
            return new Py<>(kind, word);
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    /**
     * Returns a detached reference to the object of a bound one, with a count of its own.
     *
     * @param <T> the class of the bound reference
     * @param bound the bound reference, which stays open
     * @return the detached reference, which the caller owns
     * @throws IllegalStateException if {@code bound} is closed, or its thread is detached
     * @throws WrongThreadException if {@code bound} belongs to another thread
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Py<T> of(T bound) {
        Kind<T> kind = (Kind<T>) Kind.of(bound.getClass());
        Py<T> made = taking(kind, Word.newRef(Refs.sharedWord(bound)));
        Reference.reachabilityFence(bound);
        return made;
    }

    /**
     * Returns a detached reference that takes over the count of a bound one, which is closed.
     *
     * @param <T> the class of the bound reference
     * @param bound the bound reference, closed afterwards
     * @return the detached reference, which the caller owns
     * @throws IllegalStateException if {@code bound} is closed, or its thread is detached
     * @throws WrongThreadException if {@code bound} belongs to another thread
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Py<T> move(T bound) {
        Kind<T> kind = (Kind<T>) Kind.of(bound.getClass());
        return taking(kind, Refs.release(bound));
    }

    /**
     * Returns a bound reference to the object, with a count of its own. This one stays open.
     *
     * @param py a token of this thread
     * @return the bound reference, in the innermost scope of the thread
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if this or {@code py} is closed, or the thread is detached
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
     * Returns a bound reference that takes over the count of this one, which is closed.
     *
     * @param py a token of this thread
     * @return the bound reference, in the innermost scope of the thread
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if this or {@code py} is closed, or the thread is detached
     * @throws WrongThreadException if {@code py} belongs to another thread
     */
    public T moveTo(Python py) {
        ThreadState state = py.check();
        Refs.checkRuntime(state, open(count.word()), this);
        return kind.make(state, open(count.take()));
    }

    /**
     * Returns a second detached reference to the same object, with a count of its own. The thread must be attached.
     *
     * @return the detached reference, which the caller owns
     * @throws IllegalStateException if this is closed, or the thread is not attached to the runtime of the object
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

    /**
     * Returns whether this owns a count. Another thread may close it the moment after.
     *
     * @return false once it was closed, or moved by {@link #moveTo}
     */
    public boolean isAlive() {
        return count.word() != 0;
    }

    /**
     * Returns whether two detached references, both open, refer to the same Python object. The answer for two of them
     * never changes.
     *
     * <p><b>Cost:</b> no native call, but for a Java value that no Python has seen yet: the question attaches then, and
     * makes its object.
     *
     * @param other another detached reference, which stays open
     * @return whether both refer to one object
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

    /**
     * Releases the count: at once if this thread is attached, which may run Python code; else at the next attach of any
     * thread. Does nothing if it was released or moved already, or after Python has ended.
     */
    @Override
    public void close() {
        count.giveUp();
    }

    /**
     * Returns a view of the object through a Java interface, which any thread may call. Each call attaches by itself,
     * on virtual threads too, and converts arguments and result by the rules of package {@code dev.sanca.convert}.
     *
     * {@snippet :
     * interface Model {
     *     double predict(double[] features);
     * }
     * Model model = Py.of(pythonModel).as(Model.class);
     * double estimate = model.predict(new double[] {1, 2}); // pythonModel.predict([1, 2])
     * }
     *
     * <p>A method calls the Python attribute of its name. If there is none, a default method runs its Java code; the
     * method of a functional interface calls the object itself; any other throws {@link UnsupportedOperationException}.
     * {@code equals} and {@code hashCode} are those of the view, {@code toString} is that of this reference. A method
     * whose result is a bound reference throws {@link IllegalStateException}: declare a Java type, or a {@code Py}.
     *
     * <p><b>Ownership:</b> the view uses this reference, and keeps it reachable; once this is closed, its methods
     * throw.
     *
     * @param <I> the interface
     * @param type the class of the interface
     * @return the view
     * @throws IllegalArgumentException if {@code type} is not an interface
     * @throws IllegalStateException if this is closed
     */
    public <I> I as(Class<I> type) {
        open(count.word());
        return InterfaceView.of(this, type);
    }

    private static long open(long word) {
        if (word == 0) {
            throw MisuseErrors.ofClosedPy();
        }
        return word;
    }

    /**
     * Returns {@code str()} of the object where this thread is attached, else a description such as {@code Py<PyList>};
     * for debuggers and logs.
     *
     * @return the text
     */
    @Override
    public String toString() {
        ThreadState state = isAlive() ? attachedOrNull() : null;
        if (state != null) {
            try (T bound = kind.make(state, open(count.newCount()))) {
                return bound.toString();
            } catch (RuntimeException | Error e) {
                // described below
            }
        }
        return "Py<" + kind.type().getSimpleName() + ">" + (isAlive() ? "" : " (closed)");
    }
}
