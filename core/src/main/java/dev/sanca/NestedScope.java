package dev.sanca;

import dev.sanca.internal.reference.ScopeFrame;
import dev.sanca.internal.thread.ThreadState;

/** What {@link Python#scope()} returns. */
final class NestedScope extends Scope {
    private NestedScope(ThreadState state, ScopeFrame level, long serial) {
        super(state, level, serial);
    }

    static NestedScope open(ThreadState state) {
        ScopeFrame level = ScopeFrame.next(state);
        long serial = level.nextSerial();
        NestedScope scope = new NestedScope(state, level, serial);
        level.open(false);
        return scope;
    }

    @Override
    public void close() {
        closeScope();
    }
}
