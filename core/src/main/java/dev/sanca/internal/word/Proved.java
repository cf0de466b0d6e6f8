package dev.sanca.internal.word;

import java.util.List;

/**
 * The results of the proof as constants, which the compiler folds into the code that reads them. The initialisation of
 * this class runs the proof.
 */
final class Proved {
    private static final Findings FOUND = Proof.run();

    /** Whether the reference count has 4 bytes and saturates at {@link #SATURATED}. */
    static final boolean NARROW_COUNT = FOUND.narrowCount;

    /** Whether the reference count has 8 bytes. */
    static final boolean WIDE_COUNT = FOUND.wideCount;

    static final int SATURATED = FOUND.saturated;

    static final boolean TYPE = FOUND.type;
    static final long TYPE_OFFSET = FOUND.typeOffset;

    static final boolean FLAGS = FOUND.flags;
    static final long FLAGS_OFFSET = FOUND.flagsOffset;

    /** Whether ints have a tag of size and sign (3.12 and later). */
    static final boolean TAGGED_INT = FOUND.taggedInt;

    /** Whether ints have a signed number of digits (up to 3.11). */
    static final boolean SIZED_INT = FOUND.sizedInt;

    /** Whether the value of an int of one digit may be overwritten. */
    static final boolean NEW_INT = FOUND.newInts;

    static final boolean FLOAT = FOUND.floats;

    /** Whether the value of a float may be overwritten. */
    static final boolean NEW_FLOAT = FOUND.newFloats;

    static final boolean LIST = FOUND.list;
    static final boolean DICT = FOUND.dict;

    static final boolean TUPLE = FOUND.tuple;
    static final long TUPLE_ITEMS = FOUND.tupleItems;

    static final boolean BYTES = FOUND.bytes;
    static final long BYTES_DATA = FOUND.bytesData;

    static final boolean STRING = FOUND.string;
    static final int KIND_SHIFT = FOUND.kindShift;
    static final int COMPACT = 1 << (KIND_SHIFT + 3);
    static final int COMPACT_ASCII = COMPACT | 1 << (KIND_SHIFT + 4);
    static final long ASCII_DATA = FOUND.asciiData;
    static final long COMPACT_DATA = FOUND.compactData;

    private Proved() {}

    static List<Layout.Item> items() {
        return FOUND.items();
    }
}
