package dev.sanca.internal.own;

/**
 * What a user holds as a scope: the right to a {@link ScopeFrame}, from its opening until it is closed.
 *
 * <p><b>Thread:</b> its thread state's only.
 */
public abstract class Region {
    /** That of the level, one load nearer. */
    private final ThreadState state;

    private final ScopeFrame level;
    private final long serial;

    /**
     * A region that is yet to be opened.
     *
     * @param state that of the level
     * @param level what {@link ScopeFrame#next} returned
     * @param serial its {@link ScopeFrame#nextSerial}, read before this is allocated, as in {@link Ref}
     */
    protected Region(ThreadState state, ScopeFrame level, long serial) {
        this.state = state;
        this.level = level;
        this.serial = serial;
    }

    /** The thread state of this region, for Sanca's own packages. */
    public static ThreadState state(Region region) {
        return region.state;
    }

    /** Checks that this region is open and its thread attached and current. */
    public static ThreadState check(Region region) {
        ThreadState state = region.state;
        if (region.level.serial() != region.serial || state.active != Thread.currentThread()) {
            throw Misuse.of(region);
        }
        return state;
    }

    /** Whether this region was not closed yet. */
    public static boolean isOpen(Region region) {
        return region.level.serial() == region.serial;
    }

    /** Whether this region is open, and no other inside it. */
    public static boolean isInnermost(Region region) {
        return isOpen(region) && region.state.depth == region.level.depth + 1;
    }

    /** Moves {@code ref} to the region that encloses {@code region}. */
    public static void keep(Region region, Ref ref) {
        check(region);
        Refs.move(ref, region.level);
    }

    /**
     * Closes this region: gives back every count that is left in it.
     *
     * @throws IllegalStateException if it is closed, the thread detached, an inner region still open, or a call of the code
     *     that opened it in progress
     * @throws WrongThreadException on another thread
     */
    protected final void closeRegion() {
        ThreadState state = check(this);
        try {
            if (!isInnermost(this)) {
                closeFailed(state);
            }
            if (level.activation != state.activation) {
                throw Misuse.inUse("this " + getClass().getSimpleName());
            }
            level.close();
        } catch (VirtualMachineError e) { // no call here: see ScopeFrame.release
            level.failed = serial;
            throw e;
        }
    }

    /** Closes the regions inside this one that were to be closed before, but had no stack or memory for it. */
    private void closeFailed(ThreadState state) {
        while (!isInnermost(this)) {
            ScopeFrame inner = state.innermost();
            if (inner.failed != inner.serial()) {
                throw Misuse.outOfOrder(this);
            }
            inner.close();
        }
    }

    /** Closes what was opened inside {@code region} and left open; whether there was such. */
    public static boolean closeInner(Region region) {
        return closeDeeper(check(region), region.level.depth + 1);
    }

    /** How many regions are open on an attached thread. */
    public static int depth(ThreadState state) {
        return state.depth;
    }

    /**
     * Closes the innermost regions until {@code depth} are open; whether there were more. An error of one does not keep the
     * others open.
     */
    public static boolean closeDeeper(ThreadState state, int depth) {
        boolean found = false;
        Throwable error = null;
        for (int before; (before = state.depth) > depth; found = true) {
            ScopeFrame inner = state.innermost();
            if (inner.activation < state.activation) {
                throw Misuse.inUse("a scope that is open inside it");
            }
            try {
                inner.close();
            } catch (RuntimeException | Error e) {
                if (state.depth >= before) {
                    throw e;
                }
                error = e;
            }
        }
        if (error instanceof Error e) {
            throw e;
        } else if (error != null) {
            throw (RuntimeException) error;
        }
        return found;
    }

    /**
     * Closes {@code region}, and first what was left open inside it; whether there was such. By the code that opened it:
     * callbacks of what it ran are over, also one that had no stack left to say so.
     */
    public static boolean closeInnerAnd(Region region) {
        ThreadState state = check(region);
        state.activation = region.level.activation;
        boolean found = false;
        try {
            found = closeDeeper(state, region.level.depth + 1);
        } finally {
            region.closeRegion();
        }
        return found;
    }

    /** The error of a body that left a token or scope open. */
    public static IllegalStateException leftOpen() {
        return new IllegalStateException(
                "a token or scope that was opened in the body was not closed there. Close it in the"
                        + " body, best by try-with-resources; Sanca has closed it now");
    }
}
