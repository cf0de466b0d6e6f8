package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Attribute and keyword names as Python strings.
 *
 * <p><b>Ownership:</b> the first {@link #MOST} names are interned and kept until the process ends; callers borrow them. Any further
 * name is made for each use, and the caller owns it. So the memory for names is bounded, and no name is freed while it is used.
 *
 * <p><b>Cost:</b> a name in the table of recent names is found by two array reads. Threads do not synchronize on that table: one may
 * see an older entry, which is also right.
 */
final class InternedNames {
    private static final int RECENT = 512;
    private static final int MOST = 20_000;

    private record Name(String text, long word) {}

    private static final Name[] RECENTLY = new Name[RECENT];
    private static final Map<String, Name> ALL = new ConcurrentHashMap<>();

    static {
        Arrays.fill(RECENTLY, new Name("", 0));
    }

    private InternedNames() {}

    /**
     * Returns the word of a kept name, borrowed, valid until the process ends; 0 for a name that {@link #make} has to make for
     * each use.
     */
    static long wordOrZero(ThreadState state, String text) {
        Name name = RECENTLY[text.hashCode() & (RECENT - 1)];
        if (name.text == text && name.word != 0) { // the same object, as for a string literal
            return name.word;
        }
        return find(state, text);
    }

    /** Returns the word of a name that Sanca uses, of which there are few: borrowed, valid until the process ends. */
    static long constant(ThreadState state, String text) {
        long known = wordOrZero(state, text);
        return known != 0 ? known : keep(text, intern(state, text)).word;
    }

    /** Returns a new reference to any name. */
    static long newWord(ThreadState state, String text) {
        long known = wordOrZero(state, text);
        return known != 0 ? Word.newRef(known) : make(state, text);
    }

    /** Returns a new name that is not kept. It is not interned, since some Pythons never free interned strings. */
    static long make(ThreadState state, String text) {
        return PythonErrors.check(state, Strings.newString(text));
    }

    private static long find(ThreadState state, String text) {
        Name known = ALL.get(text);
        if (known == null) {
            if (ALL.size() >= MOST) {
                return 0;
            }
            known = keep(text, intern(state, text));
        }
        RECENTLY[text.hashCode() & (RECENT - 1)] = known.text == text ? known : new Name(text, known.word);
        return known.word;
    }

    /** Keeps a name. Consumes the reference {@code word}. */
    private static Name keep(String text, long word) {
        Name made = new Name(text, word);
        Name other = ALL.putIfAbsent(text, made); // no lock is held while Python may run
        if (other == null) {
            return made;
        }
        Word.decref(word);
        return other;
    }

    private static long intern(ThreadState state, String text) {
        long slot = state.scratch().reserve(1);
        try {
            WordArray.set(slot, 0, PythonErrors.check(state, Strings.newString(text)));
            unicodeobject_h.PyUnicode_InternInPlace(slot);
            return WordArray.get(slot, 0);
        } finally {
            state.scratch().release(slot);
        }
    }
}
