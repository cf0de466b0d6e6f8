package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a type of Sanca adds to an instance, behind those of the base type. So Sanca need not know the layout
 * of the base.
 *
 * <p>From Python 3.12 on the type is created with a negative {@code basicsize}, and {@code PyObject_GetTypeData}
 * returns the address of the data. Before, the data begins at the base's {@code __basicsize__}, rounded up. What a
 * subclass adds ({@code __slots__}, {@code __dict__}) is behind the data.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Cost:</b> to find the data takes a load and a comparison for an instance of the type itself, and a call for one
 * of a subclass; from 3.12 on, one more call.
 *
 * <p><b>Source:</b> PEP 697.
 */
public final class TypeData {
    /** The alignment of {@code PyObject_GetTypeData}: that of C's {@code max_align_t}. */
    private static final int ALIGNMENT = 16;

    private static final long ITEMS_AT_END = 1L << 23;
    private static final long TYPE = LibPython.address("PyType_Type");

    private final String name;
    private final long type;
    private final int offset;

    private TypeData(String name, long type, int offset) {
        this.name = name;
        this.type = type;
        this.offset = offset;
    }

    /**
     * Creates a type whose instances have {@code bytes} of zeros in addition to those of its base.
     *
     * @param spec the name, slots and members of the type
     * @param base the base class, borrowed
     * @param bytes the size of the data
     * @return the type, which is never deallocated; null with a Python error set
     * @throws IllegalArgumentException if instances of the base end with items, as those of {@code int} and
     *     {@code tuple} do
     */
    public static @Nullable TypeData make(TypeSpec spec, long base, int bytes) {
        long items = size(base, "__itemsize__");
        if (items > 0 && !hasItemsAtEnd(base)) {
            throw new IllegalArgumentException("instances of the base of " + spec.name()
                    + " have their items where its data would begin: use a base of fixed size, or keep such an object as"
                    + " an attribute");
        }
        int offset = 0;
        if (!object_h.HAS_PyObject_GetTypeData) {
            offset = (int) (size(base, "__basicsize__") + ALIGNMENT - 1) & -ALIGNMENT;
        }
        long type = items < 0 || offset < 0
                ? 0
                : offset == 0 ? spec.makeExtended(base, bytes) : spec.makeSized(base, offset, bytes);
        return type == 0 ? null : new TypeData(spec.name(), type, offset);
    }

    /**
     * Returns whether the items of an instance are behind everything that subclasses add, as in types ({@code
     * Py_TPFLAGS_ITEMS_AT_END}).
     */
    private static boolean hasItemsAtEnd(long base) {
        return (TypeReads.typeFlags(base) & ITEMS_AT_END) != 0 || object_h.PyType_IsSubtype(base, TYPE) != 0;
    }

    /** Returns an attribute of a type that is a number of bytes, or a negative number with a Python error set. */
    private static long size(long type, String attribute) {
        long value = object_h.PyObject_GetAttrString(type, Memory.constant(attribute));
        if (value == 0) {
            return -1;
        }
        long size = longobject_h.PyLong_AsLongLong(value);
        Word.decref(value);
        return size;
    }

    /** Returns the type, borrowed. */
    public long type() {
        return type;
    }

    /** Returns whether a borrowed word is an instance of the type or of a subclass, and so has the data. */
    public boolean isInstance(long word) {
        long actual = Word.type(word);
        return actual == type || object_h.PyType_IsSubtype(actual, type) != 0;
    }

    /**
     * Reads 8 bytes of the data of an instance.
     *
     * @param at the offset in the data
     * @throws IllegalArgumentException if the object is no instance of the type or of a subclass
     */
    public long getLong(long word, int at) {
        return Memory.getLong(address(word), at);
    }

    /**
     * Writes 8 bytes of the data of an instance.
     *
     * @param at the offset in the data
     * @throws IllegalArgumentException if the object is no instance of the type or of a subclass
     */
    public void putLong(long word, int at, long value) {
        Memory.putLong(address(word) + at, value);
    }

    /**
     * Returns the address of the data, borrowed from the instance.
     *
     * @throws IllegalArgumentException if the object is no instance of the type or of a subclass
     */
    long address(long word) {
        if (!isInstance(word)) {
            throw new IllegalArgumentException("the object is no instance of " + name
                    + " and has no data of that type: pass an instance of it or of a subclass");
        }
        return offset != 0
                ? word + offset
                : object_h.PyObject_GetTypeData(
                        word, type); // this type, not that of the object, which may be a subclass
    }
}
