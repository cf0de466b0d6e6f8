package dev.sanca.types;

import dev.sanca.abi.TypeReads;
import dev.sanca.own.Chunk;
import dev.sanca.own.Kind;
import dev.sanca.own.Operations;
import dev.sanca.own.ThreadState;
import java.lang.ref.Reference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Python {@code dict}. */
@SuppressWarnings("exports") // the constructor is not for users
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
        long k = Operand.word(state, key);
        try {
            long value = state.operations().dictGet(state, word, k);
            return value == 0 ? null : PyAny.KIND.make(state, value);
        } finally {
            Operand.release(key, k);
            Reference.reachabilityFence(this);
        }
    }

    /** {@code this[key] = value}. */
    public void set(@Nullable Object key, @Nullable Object value) {
        setItem(key, value);
    }

    /** A new list of the keys. */
    public PyList keys() {
        return listOf(Operations.Part.KEYS);
    }

    /** A new list of the values. */
    public PyList values() {
        return listOf(Operations.Part.VALUES);
    }

    /** A new list of tuples of key and value. */
    public PyList items() {
        return listOf(Operations.Part.ITEMS);
    }

    private PyList listOf(Operations.Part part) {
        ThreadState state = state();
        long list = state.operations().dictList(state, word(), part);
        Reference.reachabilityFence(this);
        return PyList.KIND.make(state, list);
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
