package dev.sanca;

import dev.sanca.own.Level;
import dev.sanca.own.ThreadState;

/** What {@link Python#scope()} returns. */
final class NestedScope extends Scope {
    private NestedScope(Level level, long serial) {
        super(level, serial);
    }

    static NestedScope open(ThreadState state) {
        Level level = Level.open(state, false);
        long serial = level.serial();
        return new NestedScope(level, serial);
    }

    @Override
    public void close() {
        closeRegion();
    }
}
