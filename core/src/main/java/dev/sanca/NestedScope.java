package dev.sanca;

import dev.sanca.own.Level;
import dev.sanca.own.ThreadState;

/** What {@link Python#scope()} returns. */
final class NestedScope extends Scope {
    private NestedScope(ThreadState state, Level level, long serial) {
        super(state, level, serial);
    }

    static NestedScope open(ThreadState state) {
        Level level = Level.next(state);
        long serial = level.nextSerial();
        NestedScope scope = new NestedScope(state, level, serial);
        level.open(false);
        return scope;
    }

    @Override
    public void close() {
        closeRegion();
    }
}
