package dev.sanca;

import dev.sanca.own.ThreadState;

/** What {@link Python#scope()} returns. */
final class NestedScope extends Scope {
    NestedScope(ThreadState state) {
        super(state, false);
    }

    @Override
    public void close() {
        closeRegion();
    }
}
