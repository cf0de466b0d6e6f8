package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a type made by Sanca adds to those of its base: after them, wherever they end, so that nothing needs to be
 * known of an object but the size of its head.
 *
 * <p>From Python 3.12 on the base's size is Python's own business: the type is made with a negative {@code basicsize}, and
 * {@code PyObject_GetTypeData} says where the data is. Before, it begins at the base's {@code __basicsize__}, rounded up.
 * Subclasses put what they add ({@code __slots__}, {@code __dict__}) behind it.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Cost:</b> to find the data takes a load and a comparison for the type itself, a call more for a subclass, and from
 * 3.12 on another one.
 *
 * <p><b>Source:</b> PEP 697.
 */
public final class TypeData {
    /** What {@code PyObject_GetTypeData} aligns to: that of C's {@code max_align_t}. */
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
     * Makes a type whose instances have {@code bytes} of zeros beyond those of its base.
     *
     * @param base borrowed
     * @return the type, a count of which lives as long as the process; null with a Python error
     * @throws IllegalArgumentException if instances of the base end with items, as those of {@code int} and {@code tuple}
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

    /** Classes have their items where the class of the class says that its own part ends, whatever was added before. */
    private static boolean hasItemsAtEnd(long base) {
        return (TypeReads.typeFlags(base) & ITEMS_AT_END) != 0 || object_h.PyType_IsSubtype(base, TYPE) != 0;
    }

    /** A number of bytes that a type has as an attribute; negative with a Python error. */
    private static long size(long type, String attribute) {
        long value = object_h.PyObject_GetAttrString(type, Memory.constant(attribute));
        if (value == 0) {
            return -1;
        }
        long size = longobject_h.PyLong_AsLongLong(value);
        Word.decref(value);
        return size;
    }

    /** The type, borrowed. */
    public long type() {
        return type;
    }

    /** Whether a borrowed word is an instance of the type or of a subclass, and so has the data. */
    public boolean isInstance(long word) {
        long actual = Word.type(word);
        return actual == type || object_h.PyType_IsSubtype(actual, type) != 0;
    }

    /**
     * Reads 8 bytes of the data of an instance, {@code at} bytes behind its beginning.
     *
     * @throws IllegalArgumentException if it is no instance of the type or of a subclass
     */
    public long getLong(long word, int at) {
        return Memory.getLong(address(word), at);
    }

    /**
     * Writes 8 bytes of the data of an instance, {@code at} bytes behind its beginning.
     *
     * @throws IllegalArgumentException if it is no instance of the type or of a subclass
     */
    public void putLong(long word, int at, long value) {
        Memory.putLong(address(word) + at, value);
    }

    /**
     * Where the data of an instance is, while it lives.
     *
     * @throws IllegalArgumentException if it is no instance of the type or of a subclass
     */
    long address(long word) {
        if (!isInstance(word)) {
            throw new IllegalArgumentException("the object is no instance of " + name
                    + " and has no data of that type: pass an instance of it or of a subclass");
        }
        return offset != 0
                ? word + offset
                : object_h.PyObject_GetTypeData(word, type); // never of the object's own type
    }
}
