package dev.sanca.internal.derived;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.engine.ProxyOperations;
import dev.sanca.internal.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** Java functions and Java objects as objects of the runtime. */
interface DerivedProxies extends ProxyOperations, DerivedFacet {
    @Override
    default long function(ThreadState state, String name, PythonFunctionBody body) {
        return access().word(state, () -> access().functions.function(name, body));
    }

    @Override
    default long proxy(ThreadState state, Object object) {
        return access().word(state, () -> access().functions.javaObject(object));
    }

    @Override
    default @Nullable Object unwrapOrNull(ThreadState state, long word) {
        return access().ask(state, () -> access().runtime.javaObjectOrNull(access().reference(word)));
    }
}
