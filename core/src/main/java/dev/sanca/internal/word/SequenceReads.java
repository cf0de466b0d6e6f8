package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.WordCheck;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.tupleobject_h;

/**
 * Sizes and items of lists, tuples and dicts. The word must be of the type named, or of a subclass; an index must be in
 * bounds, since nothing checks it.
 */
public final class SequenceReads {
    /** Offset of the number of items, in every variable-size object and in dicts. */
    static final long SIZE = 16;

    /** Offset of the pointer to a list's items. */
    static final long LIST_ITEMS = 24;

    private SequenceReads() {}

    /** Items in a list. */
    public static long listSize(long list) {
        return Proved.LIST ? Memory.getLong(list, SIZE) : listobject_h.PyList_Size(list);
    }

    /** Item of a list, borrowed from it: valid until the list changes. */
    public static long listItem(long list, long index) {
        return Proved.LIST
                ? Memory.getLong(Memory.getLong(list, LIST_ITEMS), index << 3)
                : listobject_h.PyList_GetItem(list, index);
    }

    /** Whether {@link #listItems} has an address to give for a list. */
    public static boolean hasItemAddresses(long list) {
        return !Word.isTagged(list) && Proved.LIST;
    }

    /**
     * Address of a list's items, 8 bytes each, borrowed: valid until the list changes; 0 where the layout is opaque, and it
     * may be 0 for an empty list.
     */
    public static long listItems(long list) {
        return Proved.LIST ? Memory.getLong(list, LIST_ITEMS) : 0;
    }

    /** Item of the list that {@link #listItems} gave the address for, borrowed from it: the list must not have changed. */
    public static long itemAt(long items, long index) {
        return Memory.getLong(items, index << 3);
    }

    /** Puts an item into a list just made by {@code PyList_New}, which takes the caller's count of it. */
    public static void setFreshListItem(long list, long index, long item) {
        if (Proved.LIST) {
            long at = Memory.getLong(list, LIST_ITEMS) + (index << 3);
            Memory.putLong(at, WordCheck.object("a list", "new item", item));
        } else {
            listobject_h.PyList_SetItem(list, index, item);
        }
    }

    /** Puts an item into a list that {@link #hasItemAddresses}, which takes the caller's count of it; the item before, a count. */
    public static long swapListItem(long list, long index, long item) {
        long at = Memory.getLong(list, LIST_ITEMS) + (index << 3);
        long before = Memory.getLong(at);
        Memory.putLong(at, WordCheck.object("a list", "new item", item));
        return before;
    }

    /** Items in a tuple. */
    public static long tupleSize(long tuple) {
        return Proved.TUPLE ? Memory.getLong(tuple, SIZE) : tupleobject_h.PyTuple_Size(tuple);
    }

    /** Item of a tuple, borrowed from it. */
    public static long tupleItem(long tuple, long index) {
        return Proved.TUPLE
                ? Memory.getLong(tuple + Proved.TUPLE_ITEMS + (index << 3))
                : tupleobject_h.PyTuple_GetItem(tuple, index);
    }

    /** Puts an item into a tuple just made by {@code PyTuple_New}, which takes the caller's count of it. */
    public static void setFreshTupleItem(long tuple, long index, long item) {
        if (Proved.TUPLE) {
            long at = tuple + Proved.TUPLE_ITEMS + (index << 3);
            Memory.putLong(at, WordCheck.object("a tuple", "new item", item));
        } else {
            tupleobject_h.PyTuple_SetItem(tuple, index, item);
        }
    }

    /** Entries in a dict. */
    public static long dictSize(long dict) {
        return Proved.DICT ? Memory.getLong(dict, SIZE) : dictobject_h.PyDict_Size(dict);
    }
}
