package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.WordCheck;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.tupleobject_h;

/**
 * Reads the sizes and items of lists, tuples and dicts inline. A word must be of the type named or of a subclass. An
 * index must be in bounds: nothing checks it.
 *
 * <p><b>Thread:</b> attached.
 */
public final class SequenceReads {
    /** The offset of the number of items, in every variable-size object and in dicts. */
    static final long SIZE = 16;

    /** The offset of the pointer to a list's items. */
    static final long LIST_ITEMS = 24;

    private SequenceReads() {}

    /** Returns the number of items in a list. */
    public static long listSize(long list) {
        return Proved.LIST ? Memory.getLong(list, SIZE) : listobject_h.PyList_Size(list);
    }

    /** Returns an item of a list, borrowed and valid until the list changes. */
    public static long listItem(long list, long index) {
        return Proved.LIST
                ? Memory.getLong(Memory.getLong(list, LIST_ITEMS), index << 3)
                : listobject_h.PyList_GetItem(list, index);
    }

    /** Returns whether {@link #listItems} can return the address of a list's items. */
    public static boolean hasItemAddresses(long list) {
        return !Word.isTagged(list) && Proved.LIST;
    }

    /**
     * Returns the address of a list's items, 8 bytes each, borrowed and valid until the list changes. Returns 0 where
     * the layout is opaque, and perhaps for an empty list.
     */
    public static long listItems(long list) {
        return Proved.LIST ? Memory.getLong(list, LIST_ITEMS) : 0;
    }

    /** Returns an item at an address from {@link #listItems}, borrowed from the list, which must not have changed. */
    public static long itemAt(long items, long index) {
        return Memory.getLong(items, index << 3);
    }

    /** Sets an item of a list just created by {@code PyList_New}. Steals {@code item}. */
    public static void setFreshListItem(long list, long index, long item) {
        if (Proved.LIST) {
            long at = Memory.getLong(list, LIST_ITEMS) + (index << 3);
            Memory.putLong(at, WordCheck.object("a list", "new item", item));
        } else {
            listobject_h.PyList_SetItem(list, index, item);
        }
    }

    /**
     * Replaces an item of a list for which {@link #hasItemAddresses} is true. Steals {@code item}.
     *
     * @return the item that was there, which the caller owns
     */
    public static long swapListItem(long list, long index, long item) {
        long at = Memory.getLong(list, LIST_ITEMS) + (index << 3);
        long before = Memory.getLong(at);
        Memory.putLong(at, WordCheck.object("a list", "new item", item));
        return before;
    }

    /** Returns the number of items in a tuple. */
    public static long tupleSize(long tuple) {
        return Proved.TUPLE ? Memory.getLong(tuple, SIZE) : tupleobject_h.PyTuple_Size(tuple);
    }

    /** Returns an item of a tuple, borrowed from it. */
    public static long tupleItem(long tuple, long index) {
        return Proved.TUPLE
                ? Memory.getLong(tuple + Proved.TUPLE_ITEMS + (index << 3))
                : tupleobject_h.PyTuple_GetItem(tuple, index);
    }

    /** Sets an item of a tuple just created by {@code PyTuple_New}. Steals {@code item}. */
    public static void setFreshTupleItem(long tuple, long index, long item) {
        if (Proved.TUPLE) {
            long at = tuple + Proved.TUPLE_ITEMS + (index << 3);
            Memory.putLong(at, WordCheck.object("a tuple", "new item", item));
        } else {
            tupleobject_h.PyTuple_SetItem(tuple, index, item);
        }
    }

    /** Returns the number of entries in a dict. */
    public static long dictSize(long dict) {
        return Proved.DICT ? Memory.getLong(dict, SIZE) : dictobject_h.PyDict_Size(dict);
    }
}
