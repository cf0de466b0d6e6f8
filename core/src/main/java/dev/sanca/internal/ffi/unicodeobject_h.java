package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code unicodeobject.h}: strings. */
public final class unicodeobject_h {
    private unicodeobject_h() {}

    private static final MethodHandle PyUnicode_FromStringAndSize =
            Downcall.of("PyUnicode_FromStringAndSize", OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyUnicode_FromStringAndSize(long utf8, long n) {
        try {
            return (long) PyUnicode_FromStringAndSize.invokeExact(utf8, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromString = Downcall.of("PyUnicode_FromString", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyUnicode_FromString(long utf8) {
        try {
            return (long) PyUnicode_FromString.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromKindAndData =
            Downcall.leaf("PyUnicode_FromKindAndData", OBJECT, JAVA_INT, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. Copies {@code n} characters of {@code kind} bytes each:
     * 1, 2 or 4. Is a leaf.
     */
    public static long PyUnicode_FromKindAndData(int kind, long data, long n) {
        try {
            return (long) PyUnicode_FromKindAndData.invokeExact((long) kind, data, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromObject = Downcall.of("PyUnicode_FromObject", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyUnicode_FromObject(long o) {
        try {
            return (long) PyUnicode_FromObject.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromEncodedObject =
            Downcall.of("PyUnicode_FromEncodedObject", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_FromEncodedObject(long o, long encoding, long errors) {
        try {
            return (long) PyUnicode_FromEncodedObject.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromOrdinal = Downcall.of("PyUnicode_FromOrdinal", OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyUnicode_FromOrdinal(int ordinal) {
        try {
            return (long) PyUnicode_FromOrdinal.invokeExact((long) ordinal);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromWideChar =
            Downcall.of("PyUnicode_FromWideChar", OBJECT, JAVA_LONG, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. Copies {@code n} characters, or up to the null
     * character if {@code n} is -1. Runs no Python code.
     */
    public static long PyUnicode_FromWideChar(long w, long n) {
        try {
            return (long) PyUnicode_FromWideChar.invokeExact(w, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_New = Downcall.leaf("PyUnicode_New", OBJECT, JAVA_LONG, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. Is a leaf. */
    public static long PyUnicode_New(long n, int maxchar) {
        try {
            return (long) PyUnicode_New.invokeExact(n, (long) maxchar);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeUTF8 =
            Downcall.of("PyUnicode_DecodeUTF8", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeUTF8(long utf8, long n, long errors) {
        try {
            return (long) PyUnicode_DecodeUTF8.invokeExact(utf8, n, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeUTF16 =
            Downcall.of("PyUnicode_DecodeUTF16", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeUTF16(long data, long n, long errors, long byteorder) {
        try {
            return (long) PyUnicode_DecodeUTF16.invokeExact(data, n, errors, byteorder);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeUTF32 =
            Downcall.of("PyUnicode_DecodeUTF32", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeUTF32(long data, long n, long errors, long byteorder) {
        try {
            return (long) PyUnicode_DecodeUTF32.invokeExact(data, n, errors, byteorder);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeLatin1 =
            Downcall.of("PyUnicode_DecodeLatin1", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyUnicode_DecodeLatin1(long data, long n, long errors) {
        try {
            return (long) PyUnicode_DecodeLatin1.invokeExact(data, n, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeLocale =
            Downcall.of("PyUnicode_DecodeLocale", OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeLocale(long s, long errors) {
        try {
            return (long) PyUnicode_DecodeLocale.invokeExact(s, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeFSDefault =
            Downcall.of("PyUnicode_DecodeFSDefault", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeFSDefault(long s) {
        try {
            return (long) PyUnicode_DecodeFSDefault.invokeExact(s);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_DecodeFSDefaultAndSize =
            Downcall.of("PyUnicode_DecodeFSDefaultAndSize", OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_DecodeFSDefaultAndSize(long s, long n) {
        try {
            return (long) PyUnicode_DecodeFSDefaultAndSize.invokeExact(s, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Decode =
            Downcall.of("PyUnicode_Decode", OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Decode(long s, long n, long encoding, long errors) {
        try {
            return (long) PyUnicode_Decode.invokeExact(s, n, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUTF8AndSize =
            Downcall.of("PyUnicode_AsUTF8AndSize", JAVA_LONG, OBJECT, JAVA_LONG);

    /**
     * Returns a pointer to the text in UTF-8, borrowed from {@code o}, or NULL with a Python error set. Stores the
     * number of bytes in {@code *size}. May run Python code.
     */
    public static long PyUnicode_AsUTF8AndSize(long o, long size) {
        try {
            return (long) PyUnicode_AsUTF8AndSize.invokeExact(o, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUTF8 = Downcall.of("PyUnicode_AsUTF8", JAVA_LONG, OBJECT);

    /**
     * Returns a pointer to the text in UTF-8, borrowed from {@code o}, or NULL with a Python error set. May run Python
     * code.
     */
    public static long PyUnicode_AsUTF8(long o) {
        try {
            return (long) PyUnicode_AsUTF8.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUTF8String = Downcall.of("PyUnicode_AsUTF8String", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsUTF8String(long o) {
        try {
            return (long) PyUnicode_AsUTF8String.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUTF16String = Downcall.of("PyUnicode_AsUTF16String", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsUTF16String(long o) {
        try {
            return (long) PyUnicode_AsUTF16String.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUTF32String = Downcall.of("PyUnicode_AsUTF32String", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsUTF32String(long o) {
        try {
            return (long) PyUnicode_AsUTF32String.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsLatin1String =
            Downcall.of("PyUnicode_AsLatin1String", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsLatin1String(long o) {
        try {
            return (long) PyUnicode_AsLatin1String.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsASCIIString = Downcall.of("PyUnicode_AsASCIIString", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsASCIIString(long o) {
        try {
            return (long) PyUnicode_AsASCIIString.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsEncodedString =
            Downcall.of("PyUnicode_AsEncodedString", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsEncodedString(long o, long encoding, long errors) {
        try {
            return (long) PyUnicode_AsEncodedString.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_EncodeFSDefault =
            Downcall.of("PyUnicode_EncodeFSDefault", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_EncodeFSDefault(long o) {
        try {
            return (long) PyUnicode_EncodeFSDefault.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUCS4 =
            Downcall.of("PyUnicode_AsUCS4", JAVA_LONG, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns {@code buffer}, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_AsUCS4(long o, long buffer, long n, int copyNull) {
        try {
            return (long) PyUnicode_AsUCS4.invokeExact(o, buffer, n, (long) copyNull);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsUCS4Copy = Downcall.of("PyUnicode_AsUCS4Copy", JAVA_LONG, OBJECT);

    /**
     * Returns a block, which the caller frees with {@link pymem_h#PyMem_Free}, or NULL with a Python error set. May run
     * Python code.
     */
    public static long PyUnicode_AsUCS4Copy(long o) {
        try {
            return (long) PyUnicode_AsUCS4Copy.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_AsWideCharString =
            Downcall.of("PyUnicode_AsWideCharString", JAVA_LONG, OBJECT, JAVA_LONG);

    /**
     * Returns a block, which the caller frees with {@link pymem_h#PyMem_Free}, or NULL with a Python error set. May run
     * Python code.
     */
    public static long PyUnicode_AsWideCharString(long o, long size) {
        try {
            return (long) PyUnicode_AsWideCharString.invokeExact(o, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_GetLength = Downcall.leaf("PyUnicode_GetLength", JAVA_LONG, OBJECT);

    /** Returns the number of characters. {@code o} must be a {@code str}. Is a leaf. */
    public static long PyUnicode_GetLength(long o) {
        try {
            return (long) PyUnicode_GetLength.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_ReadChar =
            Downcall.of("PyUnicode_ReadChar", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns the character, or -1 with a Python error set. Runs no Python code. */
    public static int PyUnicode_ReadChar(long o, long i) {
        try {
            return (int) (long) PyUnicode_ReadChar.invokeExact(o, i);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Substring =
            Downcall.of("PyUnicode_Substring", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyUnicode_Substring(long o, long i, long j) {
        try {
            return (long) PyUnicode_Substring.invokeExact(o, i, j);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Concat = Downcall.of("PyUnicode_Concat", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Concat(long a, long b) {
        try {
            return (long) PyUnicode_Concat.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Join = Downcall.of("PyUnicode_Join", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Join(long separator, long seq) {
        try {
            return (long) PyUnicode_Join.invokeExact(separator, seq);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Split =
            Downcall.of("PyUnicode_Split", OBJECT, OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Split(long o, long separator, long n) {
        try {
            return (long) PyUnicode_Split.invokeExact(o, separator, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Replace =
            Downcall.of("PyUnicode_Replace", OBJECT, OBJECT, OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Replace(long o, long from, long to, long n) {
        try {
            return (long) PyUnicode_Replace.invokeExact(o, from, to, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Contains = Downcall.of("PyUnicode_Contains", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyUnicode_Contains(long o, long part) {
        try {
            return (int) (long) PyUnicode_Contains.invokeExact(o, part);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Find =
            Downcall.of("PyUnicode_Find", JAVA_LONG, OBJECT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /**
     * Returns an index, -1 if the text does not contain {@code part}, or -2 with a Python error set. May run Python
     * code.
     */
    public static long PyUnicode_Find(long o, long part, long i, long j, int direction) {
        try {
            return (long) PyUnicode_Find.invokeExact(o, part, i, j, (long) direction);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Tailmatch =
            Downcall.of("PyUnicode_Tailmatch", JAVA_LONG, OBJECT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static long PyUnicode_Tailmatch(long o, long part, long i, long j, int direction) {
        try {
            return (long) PyUnicode_Tailmatch.invokeExact(o, part, i, j, (long) direction);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_InternInPlace = Downcall.ofVoid("PyUnicode_InternInPlace", JAVA_LONG);

    /**
     * Replaces the reference at {@code p} by one to the interned string. The caller owns that afterwards. May run the
     * cyclic garbage collector.
     */
    public static void PyUnicode_InternInPlace(long p) {
        try {
            long _ = (long) PyUnicode_InternInPlace.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_InternFromString =
            Downcall.of("PyUnicode_InternFromString", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyUnicode_InternFromString(long utf8) {
        try {
            return (long) PyUnicode_InternFromString.invokeExact(utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Compare = Downcall.of("PyUnicode_Compare", JAVA_INT, OBJECT, OBJECT);

    /**
     * Returns -1, 0 or 1, or -1 with a Python error set: ask {@link pyerrors_h#PyErr_Occurred}. Runs no Python code.
     */
    public static int PyUnicode_Compare(long a, long b) {
        try {
            return (int) (long) PyUnicode_Compare.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_CompareWithASCIIString =
            Downcall.leaf("PyUnicode_CompareWithASCIIString", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns -1, 0 or 1. Is a leaf. */
    public static int PyUnicode_CompareWithASCIIString(long o, long ascii) {
        try {
            return (int) (long) PyUnicode_CompareWithASCIIString.invokeExact(o, ascii);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_EqualToUTF8AndSize =
            Downcall.leaf("PyUnicode_EqualToUTF8AndSize", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyUnicode_EqualToUTF8AndSize}. */
    public static final boolean HAS_PyUnicode_EqualToUTF8AndSize = LibPython.has("PyUnicode_EqualToUTF8AndSize");

    /** Returns 1 or 0. Is a leaf. Since 3.13. */
    public static int PyUnicode_EqualToUTF8AndSize(long o, long utf8, long n) {
        try {
            return (int) (long) PyUnicode_EqualToUTF8AndSize.invokeExact(o, utf8, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_Format = Downcall.of("PyUnicode_Format", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyUnicode_Format(long format, long args) {
        try {
            return (long) PyUnicode_Format.invokeExact(format, args);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FSConverter =
            Downcall.of("PyUnicode_FSConverter", JAVA_INT, OBJECT, JAVA_LONG);

    /**
     * Returns 1 and stores a new reference in {@code *result}, or returns 0 with a Python error set. May run Python
     * code.
     */
    public static int PyUnicode_FSConverter(long o, long result) {
        try {
            return (int) (long) PyUnicode_FSConverter.invokeExact(o, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_GetDefaultEncoding =
            Downcall.leaf("PyUnicode_GetDefaultEncoding", JAVA_LONG);

    /** Returns a C string that stays valid until the process ends. Is a leaf. */
    public static long PyUnicode_GetDefaultEncoding() {
        try {
            return (long) PyUnicode_GetDefaultEncoding.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyUnicode_FromKindAndData_heap =
            Downcall.leafHeap("PyUnicode_FromKindAndData", OBJECT, JAVA_INT, ADDRESS, JAVA_LONG);

    /**
     * Returns a new reference, or NULL with a Python error set. Copies the first {@code n} characters of a Java array;
     * {@code kind} is the size of a character in bytes. Is a leaf.
     */
    public static long PyUnicode_FromKindAndData(int kind, byte[] data, long n) {
        try {
            return (long) PyUnicode_FromKindAndData_heap.invokeExact((long) kind, MemorySegment.ofArray(data), n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns a new reference, or NULL with a Python error set. Copies the first {@code n} characters of a Java array;
     * {@code kind} is the size of a character in bytes. Is a leaf.
     */
    public static long PyUnicode_FromKindAndData(int kind, char[] data, long n) {
        try {
            return (long) PyUnicode_FromKindAndData_heap.invokeExact((long) kind, MemorySegment.ofArray(data), n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns a new reference, or NULL with a Python error set. Copies the first {@code n} characters of a Java array;
     * {@code kind} is the size of a character in bytes. Is a leaf.
     */
    public static long PyUnicode_FromKindAndData(int kind, int[] data, long n) {
        try {
            return (long) PyUnicode_FromKindAndData_heap.invokeExact((long) kind, MemorySegment.ofArray(data), n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /**
     * Returns a new reference, or NULL with a Python error set. As a leaf it must not fail: only for bytes that are
     * known to be valid UTF-8. Is a leaf.
     */
    public static long PyUnicode_DecodeUTF8(byte[] utf8, long n, long errors) {
        try {
            return (long) Late.PyUnicode_DecodeUTF8_heap.invokeExact(MemorySegment.ofArray(utf8), n, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyUnicode_DecodeUTF8_heap =
                Downcall.leafHeap("PyUnicode_DecodeUTF8", OBJECT, ADDRESS, JAVA_LONG, JAVA_LONG);
    }
}
