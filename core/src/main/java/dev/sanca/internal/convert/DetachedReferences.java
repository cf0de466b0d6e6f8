package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.internal.own.Kind;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes detached references of counts, without a bound one on the way: inside of a call on users' code, closing a bound
 * reference would only mark it.
 */
public final class DetachedReferences {
    private static volatile @Nullable Maker maker;

    static {
        try {
            MethodHandles.lookup().ensureInitialized(Py.class); // calls makeWith
        } catch (IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private DetachedReferences() {}

    /** The constructor of {@link Py}, which is not for users. */
    @FunctionalInterface
    public interface Maker {
        /** A detached reference; takes the count of {@code word}. */
        <T extends PyAny> Py<T> make(Kind<T> kind, long word);
    }

    /** Tells how they are made; once, by {@link Py}. */
    public static void makeWith(Maker constructor) {
        maker = constructor;
    }

    /** A detached reference; takes the count of {@code word}. */
    static <T extends PyAny> Py<T> taking(Kind<T> kind, long word) {
        return Objects.requireNonNull(maker).make(kind, word);
    }

    /** A detached reference with a count of its own. */
    static <T extends PyAny> Py<T> of(Kind<T> kind, long word) {
        return taking(kind, Word.newRef(word));
    }
}
