package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Objects;
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

    /**
     * Returns a new proxy, a new reference.
     *
     * <p><b>Cost:</b> two allocations in Python, three calls.
     */
    public static long make(ThreadState state, Object object) {
        JavaHolder holder = type;
        if (holder == null) {
            holder = JavaHolder.make(state, JavaProxySlots.spec(), LibPython.address("PyBaseObject_Type"), 0);
            JavaProxySlots.finish(state, holder.type());
            holder = keep(holder);
        }
        return holder.allocate(state, holder.type(), object);
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

    /** Returns a new instance of the type or of a subclass, a new reference. */
    static long make(ThreadState state, long subclass, Object object) {
        return Objects.requireNonNull(type).allocate(state, subclass, object);
    }

    /** Returns the Java object of a borrowed proxy or handle; null for any other word. */
    public static @Nullable Object unwrapOrNull(long word) {
        if (Word.isTagged(word)) {
            return JavaHandles.isOne(word) ? JavaHandles.get(word) : null;
        }
        JavaHolder holder = type;
        return holder == null ? null : holder.heldOrNull(word);
    }

    /** Returns whether a borrowed proxy is an instance of the type itself, and not of a subclass. */
    static boolean isExact(long proxy) {
        JavaHolder holder = type;
        return holder != null && Word.type(proxy) == holder.type();
    }
}
