package dev.sanca.convert.builtin;

import dev.sanca.abi.Word;
import dev.sanca.cpython.Calls;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.Modules;
import dev.sanca.cpython.ObjectProtocol;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a module of Python's standard library, imported when first asked for.
 *
 * <p><b>Ownership:</b> the count is kept until the process ends.
 */
public final class Imported {
    private final String module;
    private final String attribute;
    private volatile long word;

    /** The attribute of a module. */
    public Imported(String module, String attribute) {
        this.module = module;
        this.attribute = attribute;
    }

    /** The attribute, borrowed. No lock is held while Python imports; the second of two that race is given back. */
    long word(ThreadState state) {
        long known = word;
        if (known != 0) {
            return known;
        }
        long imported = Modules.importModule(state, module);
        long found;
        try {
            found = ObjectProtocol.getAttr(state, imported, attribute);
        } finally {
            Word.decref(imported);
        }
        return keep(found);
    }

    private synchronized long keep(long found) { // no Python code runs in here: the first count stays
        if (word == 0) {
            word = found;
        }
        return word;
    }

    /** Its name with the module, for messages. */
    String name() {
        return module + "." + attribute;
    }

    /** Calls it. */
    long call(ThreadState state, @Nullable Object... arguments) {
        return Calls.call(state, word(state), arguments);
    }

    /** Calls it with borrowed words. */
    long callWords(ThreadState state, long... words) {
        long arguments = state.scratch().reserve(words.length + 1);
        try {
            for (int i = 0; i < words.length; i++) {
                Memory.putLong(arguments + 8L * (i + 1), words[i]);
            }
            return Errors.check(
                    state,
                    abstract_h.PyObject_VectorcallDict(
                            word(state), arguments + 8, words.length | abstract_h.PY_VECTORCALL_ARGUMENTS_OFFSET, 0));
        } finally {
            state.scratch().release(arguments);
        }
    }

    /** The instances of it and of its subclasses, for {@link Kind}. */
    public Kind.Check instances() {
        return object -> isInstance(ThreadState.attached("a check against " + name()), object);
    }

    /** The instances of it alone, for {@link Kind}. */
    public Kind.Check exactly() {
        return object -> Word.type(object) == word(ThreadState.attached("a check against " + name()));
    }

    /** Whether a borrowed word is an instance of it. */
    boolean isInstance(ThreadState state, long object) {
        return ObjectProtocol.isInstance(state, object, word(state));
    }
}
