package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * Represents Java objects as Python objects: instances of the Python type {@code sanca.JavaObject}, whose slots
 * {@link JavaProxySlots} implements by the methods of the Java object.
 *
 * <p><b>Ownership:</b> the Java object is held as long as the proxy lives. An object may have several proxies; they are equal,
 * and have equal hashes, if its {@code equals} and {@code hashCode} say so.
 *
 * <p><b>Thread:</b> attached.
 */
public final class JavaProxy {
    private static final HolderType TYPE = new HolderType(JavaProxy::makeType);

    private JavaProxy() {}

    /** Returns the Python type of proxies. */
    static JavaHolder type(ThreadState state) {
        return TYPE.get(state);
    }

    /** Returns the Python type of proxies, or null if no proxy has been made yet. */
    static @Nullable JavaHolder typeOrNull() {
        return TYPE.orNull();
    }

    private static JavaHolder makeType(ThreadState state) {
        JavaHolder made = JavaHolder.make(state, JavaProxySlots.spec(), LibPython.address("PyBaseObject_Type"), 0);
        JavaProxySlots.finish(state, made.type());
        return made;
    }

    /** Returns whether a borrowed proxy is one of the type itself, not of a subclass. */
    static boolean isExact(long proxy) {
        JavaHolder holder = TYPE.orNull();
        return holder != null && Word.type(proxy) == holder.type();
    }
}
