package dev.sanca.internal.convert;

import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Limits how deep containers may be nested: the conversion of a container that contains itself ends in an exception, and not at
 * the end of the stack.
 */
final class NestingDepth {
    /** The largest depth, equal to Python's default recursion limit. */
    private static final int LIMIT = 1000;

    private static final int CHECK_EVERY = 8;

    private NestingDepth() {}

    /** Returns the depth of the elements of a container at {@code depth}, after a check of the limit and of the stack. */
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
     * Begins an activation in which code of users runs while the caller uses words of references. Returns the argument for
     * {@link ThreadState#leaveUpcall}. Throws if there is too little stack to end the activation, whatever that code does.
     */
    static @Nullable Thread enterUserCode(ThreadState state) {
        if (Stack.isExhausted(state)) {
            throw noStack();
        }
        return state.enterUpcall();
    }

    /** Returns the error for a stack that ends before the limit is reached. */
    static ConversionError noStack() {
        return ConversionError.depth(
                "no stack left for containers nested this deep: does one contain itself? Else use a thread with"
                        + " a larger stack");
    }
}
