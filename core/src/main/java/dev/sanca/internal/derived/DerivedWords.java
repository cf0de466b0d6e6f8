package dev.sanca.internal.derived;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.WordRuntime;
import dev.sanca.internal.word.BuiltinType;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.spi.PythonRuntime;
import java.util.Objects;

/**
 * Represents the references of a runtime as words: handles, each of which holds one reference.
 *
 * <p><b>Ownership:</b> the table counts the owners of a handle. When the last count is decremented, the runtime closes the reference.
 *
 * <p><b>Thread:</b> counts on any thread; the rest attached.
 */
final class DerivedWords implements WordRuntime.Handles {
    /** By how many bits {@code known_types} in {@code derived.py} shifts the bits of exact types. */
    private static final int EXACT = 16;

    private static final int ASKED = 1 << 31;

    /** A reference, and what is known of its object: the word of its type, and the built-in types that it is an instance of. */
    private static final class Held {
        final Object reference;
        long type;
        int types;

        Held(Object reference) {
            this.reference = reference;
        }
    }

    private final DerivedAccess access;
    private final PythonRuntime runtime;
    private final HandleTable table;

    DerivedWords(DerivedAccess access) {
        this.access = access;
        this.runtime = access.runtime;
        this.table = new HandleTable(Tagged.register(this));
    }

    /** Returns a new word of a reference. Consumes the reference, even if this throws. */
    long put(Object reference) {
        try {
            return table.put(new Held(reference));
        } catch (Throwable e) {
            runtime.close(reference);
            throw e;
        }
    }

    /** Returns the reference of a word, borrowed. */
    Object reference(long word) {
        return held(word).reference;
    }

    private Held held(long word) {
        if (!Tagged.isHandle(word) || Tagged.owner(word) != this) {
            throw Tagged.invalid(word);
        }
        return (Held) table.get(word);
    }

    /** Returns how many handles there are. */
    int live() {
        return table.size();
    }

    @Override
    public Operations operations() {
        return access.operations;
    }

    @Override
    public void incref(long handle) {
        table.incref(handle);
    }

    @Override
    public void decref(long handle) {
        Object last = table.decref(handle);
        if (last instanceof Held held) {
            runtime.close(held.reference);
            if (held.type != 0) {
                decref(held.type);
            }
        }
    }

    @Override
    public boolean is(long a, long b) {
        Object first = reference(a);
        return a == b || runtime.is(first, reference(b));
    }

    /** Calls the runtime on an attached thread. What it raises is thrown as the Java exception that users catch. */
    private <R> R ask(DerivedAccess.Question<R> question) {
        try {
            return question.ask();
        } catch (PythonRuntime.Raised e) {
            throw access.exceptions.pending(
                    Objects.requireNonNull(access.operations.attachedOrNull(), "an attached thread"), e);
        }
    }

    @Override
    public long type(long handle) {
        return ask(() -> typeOf(handle));
    }

    /** Returns the word of the type, borrowed from the handle: its count is decremented with the last count of the handle. */
    private long typeOf(long handle) {
        Held held = held(handle);
        synchronized (held) {
            if (held.type != 0) {
                return held.type;
            }
        }
        long word = put(runtime.type(held.reference)); // no lock is held while the runtime is asked
        long known;
        synchronized (held) {
            known = held.type;
            if (known == 0) {
                held.type = word;
                return word;
            }
        }
        decref(word);
        return known;
    }

    @Override
    public boolean isInstance(long handle, BuiltinType type, boolean exact) {
        Held held = held(handle);
        if (held.types == 0) {
            DerivedPython python = access.python();
            held.types = ask(() -> (int) python.number(python.call("known_types", held.reference))) | ASKED;
        }
        return (held.types >>> (exact ? type.number() + EXACT : type.number()) & 1) != 0;
    }

    @Override
    public void check(long handle) {
        table.get(handle);
    }
}
