package dev.sanca.cpython;

import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.WordArray;
import dev.sanca.cpython.ffi.unicodeobject_h;
import dev.sanca.own.Kind;
import dev.sanca.own.Refs;
import dev.sanca.own.ThreadState;
import dev.sanca.types.PyAny;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Attribute and keyword names as interned Python strings.
 *
 * <p><b>Ownership:</b> a name stays until the process ends, up to {@link #MOST} of them; further ones live in the caller's
 * scope.
 *
 * <p><b>Cost:</b> a hit in the table of recent names is two array reads; it may be stale for another thread, never wrong.
 */
final class Names {
    private static final int RECENT = 512;
    private static final int MOST = 20_000;

    private record Name(String text, long word) {}

    private static final Name[] RECENTLY = new Name[RECENT];
    private static final Map<String, Name> ALL = new ConcurrentHashMap<>();

    static {
        Arrays.fill(RECENTLY, new Name("", 0));
    }

    private Names() {}

    /** The word of a name: borrowed, valid at least until the innermost scope closes. */
    static long word(ThreadState state, String text) {
        Name name = RECENTLY[text.hashCode() & (RECENT - 1)];
        if (name.text == text && name.word != 0) { // the very object, as for every literal
            return name.word;
        }
        return find(state, text);
    }

    private static long find(ThreadState state, String text) {
        Name known = ALL.get(text);
        if (known == null) {
            long word = intern(state, text);
            if (ALL.size() >= MOST) {
                return Refs.word(Kind.of(PyAny.class).make(state, word));
            }
            known = new Name(text, word);
            Name other = ALL.putIfAbsent(text, known); // no lock is held while Python may run
            if (other != null) {
                Word.decref(word);
                known = other;
            }
        }
        RECENTLY[text.hashCode() & (RECENT - 1)] = known.text == text ? known : new Name(text, known.word);
        return known.word;
    }

    private static long intern(ThreadState state, String text) {
        long slot = state.scratch().reserve(1);
        try {
            WordArray.set(slot, 0, Errors.check(state, Strings.newString(text)));
            unicodeobject_h.PyUnicode_InternInPlace(slot);
            return WordArray.get(slot, 0);
        } finally {
            state.scratch().release(slot);
        }
    }
}
