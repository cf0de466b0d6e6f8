package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Java objects as Python objects: instances of the Python type {@code sanca.JavaObject}, which {@link JavaProxySlots} makes
 * behave as the Java object does.
 *
 * <p><b>Ownership:</b> the Java object is held as long as Python holds the proxy. An object may have several proxies, which
 * are equal and hash alike as far as its {@code equals} and {@code hashCode} say so.
 *
 * <p><b>Thread:</b> attached.
 */
public final class JavaProxy {
    private static volatile @Nullable JavaHolder type;

    private JavaProxy() {}

    /** A new proxy. Cost: two allocations in Python, three calls. */
    public static long make(ThreadState state, Object object) {
        JavaHolder holder = type;
        if (holder == null) {
            holder = JavaHolder.make(state, JavaProxySlots.spec(), LibPython.address("PyBaseObject_Type"), 0);
            JavaProxySlots.finish(state, holder.type());
            holder = keep(holder);
        }
        return holder.allocate(state, holder.type(), object);
    }

    private static synchronized JavaHolder keep(JavaHolder made) { // a second one, of a race, stays unused
        JavaHolder kept = type;
        if (kept == null) {
            kept = made;
            type = kept;
        }
        return kept;
    }

    /** A new instance of the type or of a subclass. */
    static long make(ThreadState state, long subclass, Object object) {
        return Objects.requireNonNull(type).allocate(state, subclass, object);
    }

    /** The Java object of a borrowed proxy or handle; null for any other word. */
    public static @Nullable Object unwrapOrNull(long word) {
        if (Word.isTagged(word)) {
            return JavaHandles.isOne(word) ? JavaHandles.get(word) : null;
        }
        JavaHolder holder = type;
        return holder == null ? null : holder.heldOrNull(word);
    }

    /** Whether a borrowed proxy is one of the type itself, not of a subclass. */
    static boolean isExact(long proxy) {
        JavaHolder holder = type;
        return holder != null && Word.type(proxy) == holder.type();
    }
}
