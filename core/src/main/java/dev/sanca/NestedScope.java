package dev.sanca;

import dev.sanca.internal.reference.ScopeFrame;
import dev.sanca.internal.thread.ThreadState;

/** What {@link Python#scope()} returns. */
final class NestedScope extends Scope {
    private NestedScope(ThreadState state, ScopeFrame frame, long serial) {
        super(state, frame, serial);
    }

    static NestedScope open(ThreadState state) {
        ScopeFrame frame = ScopeFrame.next(state);
        long serial = frame.nextSerial();
        NestedScope scope = new NestedScope(state, frame, serial);
        frame.open(false);
        return scope;
    }

    @Override
    public void close() {
        closeScope();
    }
}
