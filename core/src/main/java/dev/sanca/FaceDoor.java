package dev.sanca;

import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.OpenScope;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import org.jspecify.annotations.Nullable;

/** What the rooms behind this package may do with a token and a detached reference. */
final class FaceDoor extends Face {
    static {
        Face.open(new FaceDoor());
    }

    private FaceDoor() {}

    @Override
    protected Python token(ThreadState state, boolean ofCall) {
        return ofCall ? Python.ofCall(state) : Python.nested(state);
    }

    @Override
    protected boolean close(Python token) {
        return token.closeInnerAndThis();
    }

    @Override
    protected ThreadState stateOf(Python token) {
        return token.state;
    }

    @Override
    protected boolean isInnermostOpen(Python token) {
        return OpenScope.isInnermost(token.frame, token.serial);
    }

    @Override
    protected <R extends @Nullable Object, X extends Throwable> R attachFor(Py<?> reference, Python.Body<R, X> body)
            throws X {
        return Python.attach(reference.runtime(), body);
    }

    @Override
    protected <T extends PyAny> Py<T> detached(Kind<T> kind, long word) {
        return Py.taking(kind, word);
    }

    @Override
    protected DetachedCount countOf(Py<?> reference) {
        return reference.count;
    }
}
