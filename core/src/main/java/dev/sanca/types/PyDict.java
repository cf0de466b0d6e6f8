package dev.sanca.types;

import dev.sanca.internal.engine.ContainerOperations;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code dict}.
 *
 * {@snippet :
 * PyDict ages = py.dict();
 * ages.set("Ada", 36);
 * PyAny age = ages.get("Grace");                 // null: there is none
 * Map<PyAny, PyAny> view = ages.asMap();         // writes go through
 * }
 *
 * <p><b>Subclasses:</b> an instance of a subclass is what Python code sees of it: its own {@code get}, {@code keys},
 * {@code values} and {@code items} are called. A {@code collections.defaultdict} makes a missing value in
 * {@link #getItem}, not in {@link #get}.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#mapping-types-dict">Mapping Types, in Python's
 *     documentation</a>
 */
public final class PyDict extends PyAny {
    static final Kind<PyDict> KIND =
            Kind.register(PyDict.class, "dict", PyDict::new, TypeReads::isDict, TypeReads::isExactDict);

    PyDict(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the value of a key: {@code this.get(key)}. {@link #getItem} throws where there is none.
     *
     * @param key the key: a borrowed reference, or a Java value that is converted
     * @return the value, a new reference; null if there is none. A value {@code None} is a reference
     * @throws dev.sanca.PythonException {@code TypeError} if the key cannot be hashed
     */
    public @Nullable PyAny get(@Nullable Object key) {
        long word = word();
        ThreadState state = state();
        if (!TypeReads.isExactDict(word)) {
            return getOfSubclass(state, key);
        }
        long k = Operand.word(state, key);
        try {
            long value = Operations.of(state).dictGet(state, word, k);
            return value == 0 ? null : PyAny.KIND.make(state, value);
        } finally {
            Operand.release(key, k);
            Reference.reachabilityFence(this);
        }
    }

    private @Nullable PyAny getOfSubclass(ThreadState state, @Nullable Object key) {
        try (PyDict missing = KIND.make(state, Operations.of(state).dict(state))) { // an object that nobody else knows
            PyAny value = callMethod("get", key, missing);
            if (value.is(missing)) {
                value.close();
                return null;
            }
            return value;
        }
    }

    /**
     * Sets the value of a key: {@code this[key] = value}.
     *
     * @param key the key: a borrowed reference, or a Java value that is converted
     * @param value the value, likewise
     * @throws dev.sanca.PythonException {@code TypeError} if the key cannot be hashed
     */
    public void set(@Nullable Object key, @Nullable Object value) {
        setItem(key, value);
    }

    /**
     * Returns the keys: {@code list(this.keys())}.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @return a new list, in the order of insertion, which later changes of the dict do not touch
     */
    public PyList keys() {
        return listOf(ContainerOperations.Part.KEYS, "keys");
    }

    /**
     * Returns the values: {@code list(this.values())}.
     *
     * <p><b>Cost:</b> one copy, O(n).
     *
     * @return a new list, in the order of insertion, which later changes of the dict do not touch
     */
    public PyList values() {
        return listOf(ContainerOperations.Part.VALUES, "values");
    }

    /**
     * Returns the entries: {@code list(this.items())}.
     *
     * <p><b>Cost:</b> one copy, O(n), and a new tuple for each entry.
     *
     * @return a new list of tuples of key and value, in the order of insertion, which later changes of the dict do not
     *     touch
     */
    public PyList items() {
        return listOf(ContainerOperations.Part.ITEMS, "items");
    }

    private PyList listOf(ContainerOperations.Part part, String method) {
        ThreadState state = state();
        long word = word();
        long list = TypeReads.isExactDict(word)
                ? Operations.of(state).dictList(state, word, part)
                : listOfSubclass(state, word, method);
        Reference.reachabilityFence(this);
        return PyList.KIND.make(state, list);
    }

    private static long listOfSubclass(ThreadState state, long word, String method) {
        long parts = Operations.of(state).callMethod(state, word, method);
        try {
            return Operations.of(state).list(state, parts);
        } finally {
            Word.decref(parts);
        }
    }

    /**
     * Returns a view as a Java map, which reads and writes through. An iteration goes over the entries that there were
     * when it began: the dict may be changed meanwhile. A key that is looked up may be a reference or a Java value that
     * is converted.
     *
     * <p><b>Ownership:</b> a key or value that the view returns is a new reference in the innermost scope. The view
     * uses this reference, and throws as its methods do once this is closed.
     *
     * <p><b>Cost:</b> each iteration copies the entries, as {@link #items} does.
     *
     * @return the view; its keys and values are never null
     */
    public Map<PyAny, PyAny> asMap() {
        return new DictView(this);
    }
}
