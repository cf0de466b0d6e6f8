package dev.sanca.internal.word;

import static dev.sanca.internal.word.Mismatch.unless;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.tupleobject_h;

/** Proves where lists and tuples have their items, and where dicts have their size. */
final class ContainerProof {
    private static final int[] SIZES = {0, 1, 2, 7, 100};

    private ContainerProof() {}

    static String proveList(Findings found) throws Mismatch {
        for (int size : SIZES) {
            try (Sample list = Sample.of(listOf(size))) {
                checkList(list, size);
                long last = longobject_h.PyLong_FromLongLong(12_345);
                listobject_h.PyList_Append(list.word(), last); // the list reallocates its items
                object_h.Py_DecRef(last);
                checkList(list, size + 1);
            }
        }
        found.list = true;
        return "size at offset " + SequenceReads.SIZE + ", pointer to the items at " + SequenceReads.LIST_ITEMS;
    }

    private static void checkList(Sample list, int size) throws Mismatch {
        unless(list.getLong(SequenceReads.SIZE) == size, "the size of a list is not where it is expected");
        long items = list.getLong(SequenceReads.LIST_ITEMS);
        unless(
                size == 0 || Sample.isReadable(items, (long) size * Long.BYTES),
                "the items of a list are not where they are expected");
        for (int i = 0; i < size; i++) {
            unless(
                    Memory.getLong(items + (long) i * Long.BYTES) == listobject_h.PyList_GetItem(list.word(), i),
                    "an item of a list is not where it is expected");
        }
    }

    static String proveTuple(Findings found) throws Mismatch {
        long at = -1;
        for (long offset = SequenceReads.SIZE + Long.BYTES; offset <= 48; offset += Long.BYTES) {
            if (hasItemsAt(offset)) {
                unless(at < 0, "the items of a tuple are found at two offsets");
                at = offset;
            }
        }
        unless(at >= 0, "the items of a tuple are not found in it");
        found.tupleItems = at;
        found.tuple = true;
        return "size at offset " + SequenceReads.SIZE + ", items at " + at;
    }

    private static boolean hasItemsAt(long offset) throws Mismatch {
        for (int size : SIZES) {
            long list = listOf(size);
            try (Sample tuple = Sample.of(listobject_h.PyList_AsTuple(list))) {
                unless(tuple.getLong(SequenceReads.SIZE) == size, "the size of a tuple is not where it is expected");
                for (int i = 0; i < size; i++) {
                    long at = offset + (long) i * Long.BYTES;
                    if (at + Long.BYTES > tuple.size()
                            || tuple.getLong(at) != tupleobject_h.PyTuple_GetItem(tuple.word(), i)) {
                        return false;
                    }
                }
            } finally {
                object_h.Py_DecRef(list);
            }
        }
        return true;
    }

    static String proveDict(Findings found) throws Mismatch {
        try (Sample dict = Sample.of(dictobject_h.PyDict_New())) {
            for (int size = 0; size < 20; size++) {
                unless(dict.getLong(SequenceReads.SIZE) == size, "the size of a dict is not where it is expected");
                long key = longobject_h.PyLong_FromLongLong(1_000 + size);
                dictobject_h.PyDict_SetItem(dict.word(), key, key);
                object_h.Py_DecRef(key);
            }
            long key = longobject_h.PyLong_FromLongLong(1_005);
            dictobject_h.PyDict_DelItem(dict.word(), key);
            object_h.Py_DecRef(key);
            unless(dict.getLong(SequenceReads.SIZE) == 19, "the size of a dict does not follow a deletion");
        }
        found.dict = true;
        return "size at offset " + SequenceReads.SIZE;
    }

    private static long listOf(int size) {
        long list = listobject_h.PyList_New(size);
        for (int i = 0; i < size; i++) {
            listobject_h.PyList_SetItem(list, i, longobject_h.PyLong_FromLongLong(100_000L + i));
        }
        return list;
    }
}
