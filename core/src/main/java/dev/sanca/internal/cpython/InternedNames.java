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
 * <p><b>Ownership:</b> the first {@link #MOST} names stay, interned, until the process ends: those are borrowed from here.
 * Further ones are made for each use and owned by who uses them: so memory stays flat for any number of names, and none is
 * freed while in use.
 *
 * <p><b>Cost:</b> a hit in the table of recent names is two array reads; it may be stale for another thread, never wrong.
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
     * The word of a name that stays: borrowed, valid for ever; 0 for a name that has to be made for the use of it, by
     * {@link #make}.
     */
    static long wordOrZero(ThreadState state, String text) {
        Name name = RECENTLY[text.hashCode() & (RECENT - 1)];
        if (name.text == text && name.word != 0) { // the very object, as for every literal
            return name.word;
        }
        return find(state, text);
    }

    /** The word of a name of Sanca's own, of which there are few: borrowed, valid for ever. */
    static long constant(ThreadState state, String text) {
        long known = wordOrZero(state, text);
        return known != 0 ? known : keep(text, intern(state, text)).word;
    }

    /** A new count of any name, which the caller gives back after the use of it. */
    static long newWord(ThreadState state, String text) {
        long known = wordOrZero(state, text);
        return known != 0 ? Word.newRef(known) : make(state, text);
    }

    /** A new name that does not stay: not interned, since some Pythons keep interned strings for ever. */
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

    /** Takes the count of {@code word}. */
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
