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

/** A Python {@code dict}. Of a subclass, what Python code sees of it: its own {@code get}, {@code keys} …; see {@link PyList}. */
public final class PyDict extends PyAny {
    static final Kind<PyDict> KIND =
            Kind.register(PyDict.class, "dict", PyDict::new, TypeReads::isDict, TypeReads::isExactDict);

    PyDict(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** {@code this.get(key)}; null if there is none. */
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

    /** {@code this[key] = value}. */
    public void set(@Nullable Object key, @Nullable Object value) {
        setItem(key, value);
    }

    /** A new list of the keys. */
    public PyList keys() {
        return listOf(ContainerOperations.Part.KEYS, "keys");
    }

    /** A new list of the values. */
    public PyList values() {
        return listOf(ContainerOperations.Part.VALUES, "values");
    }

    /** A new list of tuples of key and value. */
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
     * A view as a Java map, which reads and writes through; its entries are those of the time of iteration.
     *
     * <p><b>Ownership:</b> the keys and values it returns are new references of the innermost scope; the view needs this
     * one.
     */
    public Map<PyAny, PyAny> asMap() {
        return new DictView(this);
    }
}
