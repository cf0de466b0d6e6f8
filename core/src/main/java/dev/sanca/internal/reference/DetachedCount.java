package dev.sanca.internal.reference;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The count that a detached reference owns. It is an object apart from the reference, so that it outlives the reference.
 *
 * <p><b>Ownership:</b> exactly one call of {@link #giveUp} or {@link #take} gets the word, whoever comes first: the user's
 * {@code close}, a move, or the garbage collector's report.
 *
 * <p><b>Thread:</b> any.
 */
public final class DetachedCount extends PhantomReference<Object> {
    /** Whether several attached threads can run at the same time; true also if no CPython is loaded. */
    private static final boolean PARALLEL = !LibPython.isLoaded() || LibPython.isFreeThreaded();

    private static final VarHandle WORD;
    private static final VarHandle COPYING;
    private static final int SPINS = 1_000;
    private static final Stripe[] STRIPES = new Stripe[16];

    static {
        try {
            WORD = MethodHandles.lookup().findVarHandle(DetachedCount.class, "word", long.class);
            COPYING = MethodHandles.lookup().findVarHandle(DetachedCount.class, "copying", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
        for (int i = 0; i < STRIPES.length; i++) {
            STRIPES[i] = new Stripe();
        }
    }

    /**
     * The head of a list that keeps these objects reachable. There are several lists, so that threads seldom wait for each
     * other.
     */
    private static final class Stripe {
        @Nullable
        DetachedCount first;

        long length;
    }

    private final Stripe stripe;
    private volatile long word;

    /** How many threads have read the word and have not incremented its count yet. */
    private volatile int copying;

    private long queued;
    private @Nullable DetachedCount previous;

    /** The next object in the stripe's list or, after {@link #giveUp}, in the release pool. */
    private @Nullable DetachedCount next;

    /**
     * Makes {@code holder} the owner of a count.
     *
     * @param word an owned reference, which the new object takes over
     */
    public DetachedCount(Object holder, long word) {
        super(holder, ReleasePool.unreachable());
        this.word = word;
        this.stripe = STRIPES[(int) (Thread.currentThread().threadId() & (STRIPES.length - 1))];
        synchronized (stripe) {
            next = stripe.first;
            if (next != null) {
                next.previous = this;
            }
            stripe.first = this;
            stripe.length++;
        }
    }

    /** Returns the word, borrowed; 0 if it was released. The caller keeps the holder reachable while it uses the word. */
    public long word() {
        return word;
    }

    /**
     * Returns a new reference for a second holder; 0 if the count was released. An int that no Python has seen becomes an
     * object first, which both holders then refer to; otherwise each would get a different object. The caller keeps the holder
     * reachable.
     *
     * @param state the state of this thread, attached
     */
    public long newCount(ScopeStack state) {
        long seen = word;
        if (Tagged.isInt(seen) && !Refs.isOneObject(seen)) {
            long object = state.object(seen);
            if (!WORD.compareAndSet(this, seen, object)) { // given up, or another thread was first
                Word.decref(object);
            }
        }
        return newCount();
    }

    /**
     * Returns a new reference to the word, tagged or not; 0 if the count was released. The thread is attached, and keeps the
     * holder reachable.
     */
    public long newCount() {
        long seen = word;
        if (!isShared(seen)) { // only a thread that holds the GIL decrements the count, and this thread holds it now
            return seen == 0 ? 0 : Word.newRef(seen);
        }
        COPYING.getAndAdd(this, 1);
        try {
            long w = word;
            return w == 0 ? 0 : Word.newRef(w);
        } finally {
            COPYING.getAndAdd(this, -1);
        }
    }

    /**
     * Releases the count. It is decremented at once if this thread is attached or the word is a handle, else at the next attach
     * of any thread. A second call does nothing.
     */
    public void giveUp() {
        long w = take();
        if (w == 0) {
            return;
        }
        if (Word.isTagged(w) || ScopeStack.attachedStackOrNull() != null) {
            Word.decref(w); // a handle may be decremented on any thread
        } else if (!ScopeStack.hasEnded()) {
            queue(w);
        }
    }

    /** Puts an owned reference into the release pool, by this object, which owns no count any more. */
    void queue(long owned) {
        queued = owned;
        ReleasePool.add(this);
    }

    /** Decrements the count that was queued in the release pool. The thread is attached. */
    void decrementQueued() {
        Word.decref(queued);
    }

    /** Returns the count that was queued just before this one. */
    @Nullable
    DetachedCount queuedBefore() {
        return next;
    }

    void setQueuedBefore(@Nullable DetachedCount count) {
        next = count;
    }

    /** Moves the count from the holder to the caller, who owns it from now on. Returns 0 if it was released or moved before. */
    public long take() {
        long w = (long) WORD.getAndSet(this, 0L);
        if (w != 0) {
            awaitCopies(w);
            unlink();
        }
        return w;
    }

    /**
     * Returns whether one thread may decrement the count while another increments it. The count of a handle may be changed on
     * any thread.
     */
    private static boolean isShared(long word) {
        return PARALLEL || Word.isTagged(word);
    }

    /** Waits until each thread that has read the word has also incremented its count; some nanoseconds. */
    @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this processor to go on
    private void awaitCopies(long w) {
        if (isShared(w)) {
            for (int spins = 0; copying != 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }
    }

    private void unlink() {
        clear();
        synchronized (stripe) {
            if (previous != null) {
                previous.next = next;
            } else {
                stripe.first = next;
            }
            if (next != null) {
                next.previous = previous;
            }
            previous = null;
            next = null;
            stripe.length--;
        }
    }

    /** Returns how many detached references own a count. */
    public static long live() {
        long live = 0;
        for (Stripe stripe : STRIPES) {
            synchronized (stripe) {
                live += stripe.length;
            }
        }
        return live;
    }

    /**
     * Returns a new reference to the object of an open detached reference; 0 if the detached reference is closed.
     *
     * @param stack the stack of this thread, attached
     * @param holder the detached reference, for the message
     * @throws IllegalArgumentException if the object belongs to another runtime
     */
    public static long newCount(ScopeStack stack, DetachedCount count, Object holder) {
        Refs.checkRuntime(stack, count.word(), holder);
        long word = count.newCount(stack);
        if (Word.isTagged(word)) {
            word = Refs.toObject(stack, word);
        }
        Reference.reachabilityFence(holder);
        return word;
    }

    /**
     * Returns the runtime of an open detached reference; null if every runtime accepts its word, or if the reference is closed.
     */
    public static @Nullable WordRuntime runtimeOrNull(DetachedCount count, Object holder) {
        long word = count.word();
        WordRuntime runtime = word == 0 ? null : WordRuntime.ofOrNull(word);
        Reference.reachabilityFence(holder);
        return runtime;
    }
}
