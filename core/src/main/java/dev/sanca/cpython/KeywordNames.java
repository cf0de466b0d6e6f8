package dev.sanca.cpython;

import dev.sanca.Kwargs;
import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.WordArray;
import dev.sanca.cpython.ffi.dictobject_h;
import dev.sanca.cpython.ffi.tupleobject_h;
import dev.sanca.own.ThreadState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tuples of keyword names for vectorcall, kept for calls that name the same ones again.
 *
 * <p><b>Ownership:</b> the first {@link #MOST} tuples stay until the process ends: those are borrowed from here. Further ones
 * are made for each call and owned by it; see {@link Names}.
 */
final class KeywordNames {
    private static final int RECENT = 64;
    private static final int MOST = 4096;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, changed by nobody
    private record Entry(String[] names, long tuple) {}

    private static final @Nullable Entry[] RECENTLY = new @Nullable Entry[RECENT];
    private static final Map<List<String>, Entry> ALL = new ConcurrentHashMap<>();

    private KeywordNames() {}

    /** The tuple for a call's keywords: borrowed, valid for ever; 0 for one that has to be made for the call, by {@link #make}. */
    static long wordOrZero(ThreadState state, Kwargs keywords) {
        int n = keywords.size();
        int hash = n;
        for (int i = 0; i < n; i++) {
            hash = 31 * hash + keywords.name(i).hashCode();
        }
        int index = (hash ^ hash >>> 16) & (RECENT - 1);
        Entry entry = RECENTLY[index];
        return entry != null && matches(entry.names, keywords) ? entry.tuple : find(state, keywords, index);
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
            if (ALL.size() >= MOST) {
                return 0;
            }
            long tuple = newTuple(state, names);
            known = new Entry(names, tuple);
            Entry other = ALL.putIfAbsent(key, known); // no lock is held while Python may run
            if (other != null) {
                Word.decref(tuple);
                known = other;
            }
        }
        RECENTLY[index] = known;
        return known.tuple;
    }

    /** A new tuple that does not stay, which the caller gives back after the call. */
    static long make(ThreadState state, Kwargs keywords) {
        return newTuple(state, names(keywords));
    }

    private static String[] names(Kwargs keywords) {
        String[] names = new String[keywords.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = keywords.name(i);
        }
        return names;
    }

    private static long newTuple(ThreadState state, String[] names) {
        long tuple = Errors.check(state, tupleobject_h.PyTuple_New(names.length));
        try {
            for (int i = 0; i < names.length; i++) {
                tupleobject_h.PyTuple_SetItem(tuple, i, Names.newWord(state, names[i]));
            }
            return tuple;
        } catch (Throwable e) {
            Word.decref(tuple);
            throw e;
        }
    }

    /** A new dict of the names in a borrowed tuple and the borrowed words at {@code values}. */
    static long dict(ThreadState state, long names, long values) {
        long dict = Errors.check(state, dictobject_h.PyDict_New());
        long n = tupleobject_h.PyTuple_Size(names);
        for (long i = 0; i < n; i++) {
            if (dictobject_h.PyDict_SetItem(dict, tupleobject_h.PyTuple_GetItem(names, i), WordArray.get(values, i))
                    < 0) {
                Word.decref(dict);
                throw Errors.pending(state);
            }
        }
        return dict;
    }
}
