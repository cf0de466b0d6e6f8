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
    private static volatile @Nullable JavaHolder type;

    private JavaProxy() {}

    /** Returns the Python type of proxies, which is made when it is first asked for. */
    static JavaHolder type(ThreadState state) {
        JavaHolder holder = type;
        if (holder == null) {
            holder = JavaHolder.make(state, JavaProxySlots.spec(), LibPython.address("PyBaseObject_Type"), 0);
            JavaProxySlots.finish(state, holder.type());
            holder = keep(holder);
        }
        return holder;
    }

    /** Returns the Python type of proxies, or null if no proxy has been made yet. */
    static @Nullable JavaHolder typeOrNull() {
        return type;
    }

    // if two threads make the type, the second one is not used
    private static synchronized JavaHolder keep(JavaHolder made) {
        JavaHolder kept = type;
        if (kept == null) {
            kept = made;
            type = kept;
        }
        return kept;
    }

    /** Whether a borrowed proxy is one of the type itself, not of a subclass. */
    static boolean isExact(long proxy) {
        JavaHolder holder = type;
        return holder != null && Word.type(proxy) == holder.type();
    }
}
