package dev.sanca.internal.convert;

import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** How deeply containers may be nested: a container that contains itself ends in an exception, never the stack. */
final class NestingDepth {
    /** As Python's default limit of recursion. */
    private static final int LIMIT = 1000;

    private static final int CHECK_EVERY = 8;

    private NestingDepth() {}

    /** The depth of the elements of a container at {@code depth}. */
    static int ofElements(ThreadState state, int depth) {
        if (depth >= LIMIT) {
            throw ConversionError.depth("containers nested more than " + LIMIT + " deep: does one contain itself?");
        }
        if (depth % CHECK_EVERY == 0 && Stack.isExhausted(state)) {
            throw noStack();
        }
        return depth + 1;
    }

    /**
     * Begins a stretch in which users' code runs while the caller uses words of references; what to pass to
     * {@link ThreadState#leaveUpcall}. Only with enough stack to end it, whatever that code does.
     */
    static @Nullable Thread enterUserCode(ThreadState state) {
        if (Stack.isExhausted(state)) {
            throw noStack();
        }
        return state.enterUpcall();
    }

    /** What to throw when the stack ends first. */
    static ConversionError noStack() {
        return ConversionError.depth(
                "no stack left for containers nested this deep: does one contain itself? Else use a thread with"
                        + " a larger stack");
    }
}
