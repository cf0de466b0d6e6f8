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
 * The count that a detached reference owns, apart from the reference, so that it outlives it.
 *
 * <p><b>Ownership:</b> exactly one of {@link #giveUp} and {@link #take} gets the word, whoever comes first: the user's
 * {@code close}, a move, or the collector.
 *
 * <p><b>Thread:</b> any.
 */
public final class DetachedCount extends PhantomReference<Object> {
    /** Whether attached threads run at the same time; so taken where no CPython says that they do not. */
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

    /** The head of a list that keeps these objects reachable; several, so that threads seldom meet. */
    private static final class Stripe {
        @Nullable
        DetachedCount first;

        long length;
    }

    private final Stripe stripe;
    private volatile long word;

    /** How many threads are between reading the word and counting it. */
    private volatile int copying;

    private long queued;
    private @Nullable DetachedCount previous;

    /** The next one in the stripe's list or, once given up, in the release pool. */
    private @Nullable DetachedCount next;

    /**
     * Makes {@code holder} the owner of a count.
     *
     * @param word a count, taken
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

    /** The word, borrowed; 0 if given up. Keep the holder reachable while it is used. */
    public long word() {
        return word;
    }

    /**
     * A new count for a second holder; 0 if given up. An int that no Python has seen becomes an object first, which both hold:
     * else each would get one of its own. Keep the holder reachable.
     *
     * @param state attached
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

    /** A new count of the word, tagged or not; 0 if given up. Attached; keep the holder reachable. */
    public long newCount() {
        long seen = word;
        if (!isShared(seen)) { // whoever gives the count back holds the GIL, which is this thread's now
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
     * Gives up the count: at once if this thread is attached or the word is a handle, else at the next attach. Does nothing
     * the second time.
     */
    public void giveUp() {
        long w = take();
        if (w == 0) {
            return;
        }
        if (Word.isTagged(w) || ScopeStack.attachedStackOrNull() != null) {
            Word.decref(w); // of a handle on any thread
        } else if (!ScopeStack.hasEnded()) {
            queued = w;
            ReleasePool.add(this);
        }
    }

    /** Gives back the count that waited in the pool. Attached thread. */
    void decrementQueued() {
        Word.decref(queued);
    }

    /** The count that was queued just before this one. */
    @Nullable
    DetachedCount queuedBefore() {
        return next;
    }

    void setQueuedBefore(@Nullable DetachedCount count) {
        next = count;
    }

    /** Takes the count from the holder; 0 if it is gone. The caller owns it. */
    public long take() {
        long w = (long) WORD.getAndSet(this, 0L);
        if (w != 0) {
            awaitCopies(w);
            unlink();
        }
        return w;
    }

    /** Whether a count may go on one thread while another takes one: a handle's may on any thread. */
    private static boolean isShared(long word) {
        return PARALLEL || Word.isTagged(word);
    }

    /** Whoever has read the word must have counted it before the count that it saw can go; some nanoseconds. */
    @SuppressWarnings("ThreadPriorityCheck") // where the counting thread is not running, somebody must let it
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

    /** How many detached references own a count. */
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
     * A new reference to the object of an open detached reference; 0 if it is closed.
     *
     * @param stack of this thread, attached
     * @param holder the detached reference, for the message
     * @throws IllegalArgumentException if it belongs to another runtime
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

    /** The runtime of an open detached reference; null if it belongs to all, or is closed. */
    public static @Nullable WordRuntime runtimeOrNull(DetachedCount count, Object holder) {
        long word = count.word();
        WordRuntime runtime = word == 0 ? null : WordRuntime.ofOrNull(word);
        Reference.reachabilityFence(holder);
        return runtime;
    }
}
