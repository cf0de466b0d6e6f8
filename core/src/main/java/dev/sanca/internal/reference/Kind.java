package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Java class of references: how to make one, and which Python objects it may stand for.
 *
 * @param <T> the class
 * @param type the class
 * @param pythonName what error messages call it, such as {@code list}
 * @param maker its constructor
 * @param isInstance whether a borrowed word is an instance of the Python type or of a subclass
 * @param isExact whether a borrowed word is of exactly that type
 */
public record Kind<T extends PyAny>(Class<T> type, String pythonName, Maker<T> maker, Check isInstance, Check isExact) {
    private static final Map<Class<?>, Kind<?>> ALL = new ConcurrentHashMap<>();
    private static final ClassValue<Kind<?>> LOOKUP = new ClassValue<>() {
        @Override
        protected Kind<?> computeValue(Class<?> type) {
            try {
                Class.forName(type.getName(), true, type.getClassLoader()); // its initialiser registers it
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            Kind<?> kind = ALL.get(type);
            if (kind == null) {
                throw new IllegalArgumentException(type.getName()
                        + " is not a class of Python references. Use one of the"
                        + " classes of package dev.sanca.types, or as(" + type.getSimpleName() + ".class) to convert");
            }
            return kind;
        }
    };

    /** Makes a bound reference. */
    @FunctionalInterface
    public interface Maker<T> {
        /** A new reference whose word is in a slot of {@code chunk}. */
        T make(Chunk chunk, int slot);
    }

    /** A question about a borrowed word. */
    @FunctionalInterface
    public interface Check {
        /** The answer. */
        boolean test(long word);
    }

    /** Registers a class; from its own initialiser. */
    public static <T extends PyAny> Kind<T> register(
            Class<T> type, String pythonName, Maker<T> maker, Check isInstance, Check isExact) {
        Kind<T> kind = new Kind<>(type, pythonName, maker, isInstance, isExact);
        ALL.put(type, kind);
        return kind;
    }

    /**
     * The kind of a class of references.
     *
     * @throws IllegalArgumentException if it is none
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Kind<T> of(Class<T> type) {
        return (Kind<T>) LOOKUP.get(type);
    }

    /**
     * The kind of a Python type, such as {@code set}, {@code int} or {@code datetime.date}.
     *
     * @throws IllegalArgumentException if no class of references stands for the type
     */
    public static Kind<?> named(String pythonName) {
        return ReferenceDoor.get().kind(pythonName);
    }

    /**
     * Makes a reference in the innermost region of an attached thread.
     *
     * @param word a new count, taken even if this throws
     */
    public T make(ScopeStack state, long word) {
        Chunk chunk = Refs.chunkWithRoom(state, word);
        // Behind the slow path, not beside it: so the compiler knows of what follows that it reads what is written
        // here.
        int slot = chunk.used;
        chunk.words[slot] = word;
        chunk.used = slot + 1;
        state.made++;
        return maker.make(chunk, slot);
    }

    /**
     * Makes a reference in the region of another one, which need not be the innermost.
     *
     * @param other the chunk of that one, in an open region of this thread, attached
     * @param word a new count, taken even if this throws
     */
    T makeBeside(Chunk other, long word) {
        ScopeStack state = other.state;
        ScopeFrame frame = Objects.requireNonNull(other.frame);
        Chunk chunk = frame == state.innermost() ? Refs.chunkWithRoom(state, word) : frame.chunkWithRoom(word);
        int slot = chunk.used;
        chunk.words[slot] = word;
        chunk.used = slot + 1;
        state.made++;
        return maker.make(chunk, slot);
    }
}
