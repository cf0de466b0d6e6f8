package dev.sanca.internal.reference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The open scopes of one thread, with what a reference needs to know of its thread: the part of a thread's state that this
 * room uses. The rooms above add the rest by a subclass.
 *
 * <p><b>Thread:</b> only the thread itself; {@link #active} may be read by others, to report misuse.
 */
public abstract class ScopeStack {
    /** The stack of no thread: never attached. Closed references point to it. */
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

    /** That of the thread that attached last, which asks most often; written by all threads, whole or not at all. */
    private static ScopeStack last = NONE;

    private static volatile boolean ended;

    /** The thread that uses this stack while attached, else null. A virtual thread where one is mounted. */
    protected @Nullable Thread active;

    /** The frames of the open scopes, and behind them frames of scopes that were open before. */
    @Nullable
    ScopeFrame[] frames = {};

    /** How many scopes are open; none outside every token. */
    protected int depth;

    /** The chunk that the innermost frame fills, here as well to be near when a reference is made; see {@link ScopeFrame}. */
    Chunk chunk;

    /** How many calls from Python this thread is in. */
    protected int activation;

    /** The epoch of {@link Pressure} that this thread has answered, or {@code ScopeFrame.ELSEWHERE}: find {@link #chunk} first. */
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

    /** Chunks of closed scopes that an error has kept from being released, linked. */
    @Nullable
    Chunk unreleased;

    /** As {@link #unreleased}, of retired chunks. */
    @Nullable
    RetiredChunk unreleasedRetired;

    @SuppressWarnings("NullAway") // the stack of no thread is made before Chunk.EMPTY is
    private ScopeStack(@Nullable Chunk first) {
        this.chunk = first;
    }

    /** A stack without open scopes. */
    protected ScopeStack() {
        this(Chunk.EMPTY);
    }

    // ---- what the rooms above know ----

    /** The runtime whose words are in the scopes. */
    protected abstract WordRuntime runtime();

    /** The thread of this stack; null for a carrier of virtual threads, or when nothing else refers to the thread. */
    protected abstract @Nullable Thread owner();

    /**
     * The object that a tagged word stands for in this thread's runtime: the same word if it is one already, else a new
     * reference. Attached.
     *
     * @throws IllegalArgumentException if the word belongs to another runtime
     */
    protected abstract long object(long word);

    /** {@code itertools.chain((first,), rest)}, a new reference. Attached. */
    protected abstract long chain(long first, long rest);

    // ---- which stack ----

    /** The stack of this thread, or null if the thread was never attached. */
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

    /** Notes that this thread, whose stack this is, has attached last. */
    protected final void attachedLast() {
        last = this;
    }

    /** The stack of this thread if it is attached, else null. */
    public static @Nullable ScopeStack attachedStackOrNull() {
        ScopeStack stack = last;
        if (stack.active == Thread.currentThread()) {
            return stack;
        }
        stack = CURRENT.get();
        return stack != null && stack.active == Thread.currentThread() ? stack : null;
    }

    /** The stack of this thread if it is attached, else {@link #NONE}. */
    static ScopeStack orNone() {
        ScopeStack stack = attachedStackOrNull();
        return stack != null ? stack : NONE;
    }

    /** Whether this thread, and no other, is attached with this stack. */
    public final boolean isAttached() {
        return active == Thread.currentThread();
    }

    /** Marks the interpreter as ended: from now on nothing touches it. */
    public static void markEnded() {
        ended = true;
    }

    /** Whether the interpreter has ended. */
    public static boolean hasEnded() {
        return ended;
    }

    // ---- the scopes ----

    /** How many scopes are open. */
    public final int depth() {
        return depth;
    }

    /** How many bound references this thread has made. */
    public final long made() {
        return made;
    }

    /** How many bound references of this thread were released. */
    public final long released() {
        return released;
    }

    /** How many scopes this thread has opened. */
    public final long opened() {
        return opened;
    }

    /** The frame of the innermost scope of an attached thread. */
    final ScopeFrame innermost() {
        return open(depth - 1);
    }

    /** One of the frames whose scopes are open. */
    final ScopeFrame open(int index) {
        return Objects.requireNonNull(frames[index], "an attached thread has a scope");
    }

    /**
     * Releases what the collector found unreachable in the scopes of this activation. Code of users that runs in the middle of
     * an operation, such as a converter, need not have a scope: then nothing is released, since the operation may be using the
     * word of a reference that this code has closed or dropped.
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

    /** Retires the chunks being filled in the scopes of this activation: only their references hold them from now on. */
    final void retireChunks() {
        for (int i = depth; i > 0; ) {
            ScopeFrame frame = open(--i);
            frame.retire();
            i = frame.beginsActivation ? 0 : i;
        }
    }

    /** Closes the scopes that the thread left open when it ended. Attached, on another thread. */
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

    /** Whether references of a closed scope are left, because an error came between. */
    public final boolean hasUnreleased() {
        return unreleased != null || unreleasedRetired != null;
    }

    /** Releases the references that an error has left. Attached; may run Python code. */
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
