package dev.sanca.internal.cpython;

import dev.sanca.Kwargs;
import dev.sanca.internal.engine.ContainerOperations.Container;
import dev.sanca.internal.ffi.WordArray;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tuples of keyword names for vectorcall, kept for later calls with the same names.
 *
 * <p><b>Ownership:</b> the first {@link #MOST} tuples are kept until the process ends; any further tuple is made for each call. In both
 * cases the caller gets a new reference.
 */
final class KeywordNames {
    private static final int RECENT = 64;
    private static final int MOST = 4096;

    @SuppressWarnings("ArrayRecordComponent") // the array is never changed, and records are not compared by it
    private record Entry(String[] names, long tuple) {}

    private static final @Nullable Entry[] RECENTLY = new @Nullable Entry[RECENT];
    private static final Map<List<String>, Entry> ALL = new ConcurrentHashMap<>();

    private KeywordNames() {}

    /** Returns the tuple for the keywords of a call, a new reference. */
    static long newTuple(ThreadState state, Kwargs keywords) {
        int n = keywords.size();
        int hash = n;
        for (int i = 0; i < n; i++) {
            hash = 31 * hash + keywords.name(i).hashCode();
        }
        int index = (hash ^ hash >>> 16) & (RECENT - 1);
        Entry entry = RECENTLY[index];
        return entry != null && matches(entry.names, keywords)
                ? Word.newRef(entry.tuple)
                : find(state, keywords, index);
    }

    private static boolean matches(String[] names, Kwargs keywords) {
        if (names.length != keywords.size()) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(keywords.name(i))) {
                return false;
            }
        }
        return true;
    }

    private static long find(ThreadState state, Kwargs keywords, int index) {
        String[] names = names(keywords);
        List<String> key = List.of(names);
        Entry known = ALL.get(key);
        if (known == null) {
            long tuple = tupleOf(state, names);
            if (ALL.size() >= MOST) {
                return tuple;
            }
            known = new Entry(names, tuple);
            Entry other = ALL.putIfAbsent(key, known); // no lock is held while Python may run
            if (other != null) {
                Word.decref(tuple);
                known = other;
            }
        }
        RECENTLY[index] = known;
        return Word.newRef(known.tuple);
    }

    private static String[] names(Kwargs keywords) {
        String[] names = new String[keywords.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = keywords.name(i);
        }
        return names;
    }

    private static long tupleOf(ThreadState state, String[] names) {
        long[] words = new long[names.length];
        try {
            for (int i = 0; i < names.length; i++) {
                words[i] = InternedNames.newWord(state, names[i]);
            }
            return CPythonOperations.INSTANCE.container(state, Container.TUPLE, words);
        } catch (Throwable e) {
            for (long word : words) {
                Word.xdecref(word);
            }
            throw e;
        }
    }

    /** Returns a new dict of the names in a borrowed tuple and the borrowed words at {@code values}. */
    static long dict(ThreadState state, long names, long values) {
        long dict = PythonErrors.check(state, dictobject_h.PyDict_New());
        try {
            long n = tupleobject_h.PyTuple_Size(names);
            for (long i = 0; i < n; i++) {
                long name = tupleobject_h.PyTuple_GetItem(names, i);
                PythonErrors.check(state, dictobject_h.PyDict_SetItem(dict, name, WordArray.get(values, i)));
            }
            return dict;
        } catch (Throwable e) {
            Word.decref(dict);
            throw e;
        }
    }
}
