package dev.sanca.internal.derived;

import dev.sanca.internal.engine.TextOperations;
import dev.sanca.internal.thread.ThreadState;

/** Strings and bytes, and the text of any object. */
interface DerivedText extends TextOperations, DerivedFacet {
    @Override
    default long ofString(ThreadState state, String value) {
        return access().value(state, value);
    }

    @Override
    default String asString(ThreadState state, long string) {
        return access().ask(state, () -> access().runtime.asString(access().reference(string)));
    }

    @Override
    default long ofBytes(ThreadState state, byte[] value) {
        return access().value(state, value);
    }

    @Override
    default String str(ThreadState state, long object) {
        return access().text(state, "str", object);
    }

    @Override
    default String repr(ThreadState state, long object) {
        return access().text(state, "repr", object);
    }
}
