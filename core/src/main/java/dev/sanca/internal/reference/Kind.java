package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Java class of references: how a reference of the class is made, and which Python objects it may refer to. The class
 * registers its kind itself, and that is all that is known of it: no list names the classes.
 *
 * @param <T> the class
 * @param type the class
 * @param pythonName the name of the Python type in error messages, such as {@code list}
 * @param maker the constructor of the class
 * @param test which objects a reference of the class may refer to; the same for every runtime
 */
public record Kind<T extends PyAny>(Class<T> type, String pythonName, Maker<T> maker, Test test) {
    private static final Map<Class<?>, Kind<?>> ALL = new ConcurrentHashMap<>();
    private static final ClassValue<Kind<?>> LOOKUP = new ClassValue<>() {
        @Override
        protected Kind<?> computeValue(Class<?> type) {
            try {
                Class.forName(
                        type.getName(), true, type.getClassLoader()); // the initialiser of the class registers its kind
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
        /** Returns a new reference to the word in a slot of {@code chunk}. */
        T make(Chunk chunk, int slot);
    }

    /** Which Python objects are instances of a Python type. */
    @FunctionalInterface
    public interface Test {
        /**
         * Returns whether an object is an instance.
         *
         * @param state the state of this thread in the runtime of the object, attached
         * @param word the object, borrowed
         * @param exact whether instances of subclasses are excluded
         */
        boolean test(ScopeStack state, long word, boolean exact);
    }

    /** The test of a type that {@link dev.sanca.internal.word.TypeReads} tells from the word alone. */
    @FunctionalInterface
    public interface Check {
        /** Returns whether the object passes the test. */
        boolean test(long word);
    }

    /** Registers a class of references. The initialiser of that class calls this. */
    public static <T extends PyAny> Kind<T> register(Class<T> type, String pythonName, Maker<T> maker, Test test) {
        Kind<T> kind = new Kind<>(type, pythonName, maker, test);
        ALL.put(type, kind);
        return kind;
    }

    /**
     * Registers a class of references whose Python type a word tells.
     *
     * @param isInstance whether an object is an instance of the type or of a subclass
     * @param isExact whether an object is of exactly that type
     */
    public static <T extends PyAny> Kind<T> register(
            Class<T> type, String pythonName, Maker<T> maker, Check isInstance, Check isExact) {
        return register(type, pythonName, maker, (state, word, exact) -> (exact ? isExact : isInstance).test(word));
    }

    /**
     * Returns the kind of a class of references.
     *
     * @throws IllegalArgumentException if {@code type} is not a class of references
     */
    @SuppressWarnings("unchecked")
    public static <T extends PyAny> Kind<T> of(Class<T> type) {
        return (Kind<T>) LOOKUP.get(type);
    }

    /**
     * Makes a reference in the innermost scope of an attached thread.
     *
     * @param word an owned reference, which this consumes even if it throws
     */
    public T make(ScopeStack state, long word) {
        Chunk chunk = Refs.chunkWithRoom(state, word);
        // These stores come after the slow path and are not repeated in it: so the compiler knows that later reads
        // return what is written
        // here.
        int slot = chunk.used;
        chunk.words[slot] = word;
        chunk.used = slot + 1;
        state.made++;
        return maker.make(chunk, slot);
    }

    /**
     * Makes a reference in the scope of another reference, which need not be the innermost scope.
     *
     * @param other the chunk of the other reference; its scope is open, and its thread is the running thread, attached
     * @param word an owned reference, which this consumes even if it throws
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
