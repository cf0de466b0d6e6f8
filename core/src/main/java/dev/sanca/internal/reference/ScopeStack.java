package dev.sanca.internal.reference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The open scopes of one thread, and what a reference needs to know of its thread. It is the part of a thread's state that this
 * room uses; the rooms above add the rest in a subclass.
 *
 * <p><b>Thread:</b> only the thread itself. Other threads may read {@link #active} to report misuse.
 */
public abstract class ScopeStack {
    /** The stack of no thread, which is never attached. Closed references point to it. */
    static final ScopeStack NONE = new ScopeStack(null) {
        @Override
        protected WordRuntime runtime() {
            throw new IllegalStateException("a closed reference has no runtime");
        }

        @Override
        protected @Nullable Thread owner() {
            return null;
        }

        @Override
        protected long object(long word) {
            return word;
        }

        @Override
        protected long chain(long first, long rest) {
            throw new IllegalStateException("a closed reference has no runtime");
        }
    };

    private static final ThreadLocal<ScopeStack> CURRENT = new ThreadLocal<>();

    /**
     * The stack of the thread that attached last: that thread asks for its stack most often. All threads write this field; a
     * reader sees the old or the new value.
     */
    private static ScopeStack last = NONE;

    private static volatile boolean ended;

    /** The thread that uses this stack while attached, else null. On a carrier, it is the mounted virtual thread. */
    protected @Nullable Thread active;

    /** The frames of the open scopes, followed by frames that are kept for the next scopes. */
    @Nullable
    ScopeFrame[] frames = {};

    /** How many scopes are open; 0 outside every token. */
    protected int depth;

    /** The chunk that the innermost frame fills; a copy, because each new reference reads it. See {@link ScopeFrame}. */
    Chunk chunk;

    /** The depth of nested calls from Python on this thread. */
    protected int activation;

    /**
     * The epoch of {@link Pressure} that this thread has answered, or {@code ScopeFrame.ELSEWHERE}, which means that
     * {@link #chunk} is out of date.
     */
    int pressureSeen;

    /**
     * The epoch that this thread had answered before it opened or closed its innermost scope; valid while
     * {@code pressureSeen == ELSEWHERE}.
     */
    int pressureBefore;

    long made;
    long released;
    long uncollected;
    long uncollectedLimit = Pressure.FIRST_LIMIT;
    long opened;

    /** A linked list of chunks of closed scopes: an error prevented the release of their references. */
    @Nullable
    Chunk unreleased;

    /** The same as {@link #unreleased}, for retired chunks. */
    @Nullable
    RetiredChunk unreleasedRetired;

    @SuppressWarnings("NullAway") // NONE is made before Chunk.EMPTY
    private ScopeStack(@Nullable Chunk first) {
        this.chunk = first;
    }

    /** Makes a stack without open scopes. */
    protected ScopeStack() {
        this(Chunk.EMPTY);
    }

    // ---- implemented by the rooms above ----

    /** Returns the runtime that the words in the scopes belong to. */
    protected abstract WordRuntime runtime();

    /** Returns the thread of this stack; null for a carrier of virtual threads, and when the thread has been collected. */
    protected abstract @Nullable Thread owner();

    /**
     * Returns the object that a tagged word represents in this thread's runtime: the same word if it is an object of the
     * runtime already, else a new reference. The thread is attached.
     *
     * @throws IllegalArgumentException if the word belongs to another runtime
     */
    protected abstract long object(long word);

    /** Returns {@code itertools.chain((first,), rest)}, a new reference. The thread is attached. */
    protected abstract long chain(long first, long rest);

    // ---- the stack of the running thread ----

    /** Returns the stack of this thread, or null if the thread was never attached. */
    protected static @Nullable ScopeStack ofThisThread() {
        return CURRENT.get();
    }

    /** Sets the stack of this thread; null removes it. */
    public static void setOfThisThread(@Nullable ScopeStack stack) {
        if (stack == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(stack);
        }
    }

    /** Records that this stack's thread, the running one, has attached last. */
    protected final void attachedLast() {
        last = this;
    }

    /** Returns the stack of this thread if it is attached, else null. */
    public static @Nullable ScopeStack attachedStackOrNull() {
        ScopeStack stack = last;
        if (stack.active == Thread.currentThread()) {
            return stack;
        }
        stack = CURRENT.get();
        return stack != null && stack.active == Thread.currentThread() ? stack : null;
    }

    /** Returns the stack of this thread if it is attached, else {@link #NONE}. */
    static ScopeStack orNone() {
        ScopeStack stack = attachedStackOrNull();
        return stack != null ? stack : NONE;
    }

    /** Returns whether the running thread is attached with this stack. */
    public final boolean isAttached() {
        return active == Thread.currentThread();
    }

    /** Marks the interpreter as ended: from now on Sanca does not call it. */
    public static void markEnded() {
        ended = true;
    }

    /** Returns whether the interpreter has ended. */
    public static boolean hasEnded() {
        return ended;
    }

    // ---- the scopes ----

    /** Returns how many scopes are open. */
    public final int depth() {
        return depth;
    }

    /** Returns how many bound references this thread has made. */
    public final long made() {
        return made;
    }

    /** Returns how many bound references of this thread were released. */
    public final long released() {
        return released;
    }

    /** Returns how many scopes this thread has opened. */
    public final long opened() {
        return opened;
    }

    /** Returns the frame of the innermost scope of an attached thread. */
    final ScopeFrame innermost() {
        return open(depth - 1);
    }

    /** Returns the frame of an open scope. */
    final ScopeFrame open(int index) {
        return Objects.requireNonNull(frames[index], "an attached thread has a scope");
    }

    /**
     * Releases the references that the garbage collector has found unreachable in the scopes of this activation. Code of users
     * that runs in the middle of an operation, such as a converter, may have no scope of its own. Then nothing is released,
     * since the operation may be using the word of a reference that this code has closed or dropped.
     */
    final void releaseUnreachable() {
        for (int i = depth; i > 0; ) {
            ScopeFrame frame = open(--i);
            if (frame.activation != activation) {
                return;
            }
            frame.releaseUnreachable();
            i = frame.beginsActivation ? 0 : i;
        }
    }

    /**
     * Retires the chunks that are being filled in the scopes of this activation: from now on only their references keep them
     * reachable.
     */
    final void retireChunks() {
        for (int i = depth; i > 0; ) {
            ScopeFrame frame = open(--i);
            frame.retire();
            i = frame.beginsActivation ? 0 : i;
        }
    }

    /** Closes the scopes that the thread of this stack left open when it ended. The caller is another thread, attached. */
    protected final void closeAbandoned() {
        for (int before; (before = depth) > 0; ) {
            try {
                innermost().close();
            } catch (Throwable e) {
                if (depth >= before) {
                    throw e;
                }
            }
        }
        releaseLeft();
    }

    /** Returns whether an error prevented the release of some references of a closed scope. */
    public final boolean hasUnreleased() {
        return unreleased != null || unreleasedRetired != null;
    }

    /** Releases the references whose release an error prevented. The thread is attached; may run Python code. */
    public final void releaseLeft() {
        for (Chunk c; (c = unreleased) != null; ) {
            unreleased = c.nextUnreleased;
            ScopeFrame.release(this, c, null);
        }
        for (RetiredChunk r; (r = unreleasedRetired) != null; ) {
            unreleasedRetired = r.next;
            r.next = null;
            ScopeFrame.release(this, r);
        }
    }
}
