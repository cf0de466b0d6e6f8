package dev.sanca.cpython;

import dev.sanca.abi.SequenceReads;
import dev.sanca.abi.Word;
import dev.sanca.convert.builtin.ToPython;
import dev.sanca.cpython.ffi.dictobject_h;
import dev.sanca.cpython.ffi.listobject_h;
import dev.sanca.cpython.ffi.setobject_h;
import dev.sanca.cpython.ffi.tupleobject_h;
import dev.sanca.own.Ref;
import dev.sanca.own.ThreadState;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, tuples, sets and dicts made of Java values. Every element is converted; one that fails loses nothing. */
public final class Containers {
    private Containers() {}

    /** A new list of the arguments, or of the elements of the only one. */
    public static long list(ThreadState state, @Nullable Object @Nullable [] items) {
        return listOf(state, elements(items));
    }

    /** A new tuple of the arguments, or of the elements of the only one. */
    public static long tuple(ThreadState state, @Nullable Object @Nullable [] items) {
        return tupleOf(state, elements(items));
    }

    /** A new set of the arguments, or of the elements of the only one. */
    public static long set(ThreadState state, @Nullable Object @Nullable [] items) {
        return setOf(state, elements(items));
    }

    /** A new, empty dict. */
    public static long dict(ThreadState state) {
        return Errors.check(state, dictobject_h.PyDict_New());
    }

    /** {@code list.append(value)}. */
    public static void append(ThreadState state, long list, long value) {
        Errors.check(state, listobject_h.PyList_Append(list, value));
    }

    /** {@code dict.get(key)}: a new count, or 0 if there is none. */
    public static long dictGet(ThreadState state, long dict, long key) {
        long value = dictobject_h.PyDict_GetItemWithError(dict, key);
        if (value == 0) {
            if (Errors.isPending()) {
                throw Errors.pending(state);
            }
            return 0;
        }
        return Word.newRef(value);
    }

    /** What a list of a dict holds. */
    public enum Part {
        /** The keys. */
        KEYS,
        /** The values. */
        VALUES,
        /** Tuples of key and value. */
        ITEMS
    }

    /** A new list of a dict's keys, values or items. */
    public static long dictList(ThreadState state, long dict, Part part) {
        return Errors.check(
                state,
                switch (part) {
                    case KEYS -> dictobject_h.PyDict_Keys(dict);
                    case VALUES -> dictobject_h.PyDict_Values(dict);
                    case ITEMS -> dictobject_h.PyDict_Items(dict);
                });
    }

    /** A primitive array, a list, or any other iterable as something with a size and an order. */
    private static Object elements(@Nullable Object @Nullable [] items) {
        if (items == null) {
            return new @Nullable Object[] {null};
        }
        if (items.length != 1 || items[0] == null || items[0] instanceof Ref) {
            return items;
        }
        Object only = items[0];
        if (only.getClass().isArray() && only.getClass().componentType().isPrimitive()) {
            return only;
        }
        if (only instanceof Iterable<?> iterable) {
            return only instanceof Collection<?> c ? c.toArray() : collect(iterable);
        }
        return items;
    }

    private static @Nullable Object[] collect(Iterable<?> iterable) {
        List<@Nullable Object> list = new ArrayList<>();
        iterable.forEach(list::add);
        return list.toArray();
    }

    /** {@code array} is an {@code Object[]} or a primitive array. */
    public static long listOf(ThreadState state, Object array) {
        int n = Array.getLength(array);
        long list = Errors.check(state, listobject_h.PyList_New(n));
        try {
            for (int i = 0; i < n; i++) {
                SequenceReads.setFreshListItem(list, i, element(state, array, i));
            }
        } catch (Throwable e) {
            Word.decref(list);
            throw e;
        }
        return list;
    }

    /** {@code array} is an {@code Object[]} or a primitive array. */
    public static long tupleOf(ThreadState state, Object array) {
        int n = Array.getLength(array);
        long tuple = Errors.check(state, tupleobject_h.PyTuple_New(n));
        try {
            for (int i = 0; i < n; i++) {
                SequenceReads.setFreshTupleItem(tuple, i, element(state, array, i));
            }
        } catch (Throwable e) {
            Word.decref(tuple);
            throw e;
        }
        return tuple;
    }

    /** {@code array} is an {@code Object[]} or a primitive array. */
    public static long setOf(ThreadState state, Object array) {
        int n = Array.getLength(array);
        long set = Errors.check(state, setobject_h.PySet_New(0));
        try {
            for (int i = 0; i < n; i++) {
                long element = element(state, array, i);
                int status = setobject_h.PySet_Add(set, element);
                Word.decref(element);
                Errors.check(state, status);
            }
        } catch (Throwable e) {
            Word.decref(set);
            throw e;
        }
        return set;
    }

    /** A new count of one element. */
    private static long element(ThreadState state, Object array, int i) {
        if (array instanceof long[] longs) {
            return ToPython.ofLong(state, longs[i]);
        }
        if (array instanceof double[] doubles) {
            return ToPython.ofDouble(state, doubles[i]);
        }
        return ToPython.convert(state, Array.get(array, i));
    }
}
