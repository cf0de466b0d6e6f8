package dev.sanca.internal.word;

import org.jspecify.annotations.Nullable;

/**
 * Words that are not pointers: the meaning of their bits, and the runtime that owns them.
 *
 * <table>
 * <caption>A word, from its low end</caption>
 * <tr><th>bit 0</th><th>bits 1–3</th><th>bits 4–63</th></tr>
 * <tr><td>1</td><td>0: {@code HANDLE}</td><td>index (32 bits), generation (20), runtime (8)</td></tr>
 * <tr><td>1</td><td>1: {@code INT}</td><td>the value, signed</td></tr>
 * <tr><td>1</td><td>2: {@code CONST}</td><td>0 to 4: None, False, True, Ellipsis, NotImplemented</td></tr>
 * </table>
 *
 * <p>A word that ends in the bits {@code 10} is invalid. An {@code INT} and a {@code CONST} are <em>immediates</em>:
 * they belong to every runtime and have no reference count. A {@code HANDLE} belongs to the runtime whose number it
 * has; the {@link HandleTable} of that runtime tells whether the handle is stale.
 *
 * <p><b>Thread:</b> any. <b>Cost:</b> arithmetic; for a handle, a call of its owner.
 */
public final class Tagged {
    /**
     * Whether Sanca creates immediates and handles of Java objects. The system property {@code sanca.tags=off} prevents
     * it.
     */
    public static final boolean ENABLED = !"off".equals(System.getProperty("sanca.tags"));

    /** {@code None}. */
    public static final long NONE = constant(0);

    /** {@code False}. */
    public static final long FALSE = constant(1);

    /** {@code True}. */
    public static final long TRUE = constant(2);

    /** {@code Ellipsis}. */
    public static final long ELLIPSIS = constant(3);

    /** {@code NotImplemented}. */
    public static final long NOT_IMPLEMENTED = constant(4);

    private static final int SHIFT = 4;
    private static final long LOW = (1 << SHIFT) - 1;
    private static final long HANDLE = 0 << 1 | 1;
    private static final long INT = 1 << 1 | 1;
    private static final long CONST = 2 << 1 | 1;
    private static final int INDEX_BITS = 32;
    private static final int GENERATION_BITS = 20;
    private static final int RUNTIMES = 256;

    private static final @Nullable WordOwner[] OWNERS = new @Nullable WordOwner[RUNTIMES];

    private Tagged() {}

    private static long constant(long number) {
        return number << 4 | 2 << 1 | 1;
    }

    // ---- immediates ----

    /** Returns whether a value fits the 60 bits of an immediate. */
    public static boolean fitsInt(long value) {
        return value << SHIFT >> SHIFT == value;
    }

    /** Returns the immediate of a value that fits. */
    public static long ofInt(long value) {
        return value << SHIFT | INT;
    }

    /** Returns whether a word is an immediate int. */
    public static boolean isInt(long word) {
        return (word & LOW) == INT;
    }

    /** Returns the value of an immediate int. */
    public static long intValue(long word) {
        return word >> SHIFT;
    }

    /** Returns {@link #TRUE} or {@link #FALSE}. */
    public static long ofBoolean(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns whether a word is one of the five constants of this class. */
    public static boolean isConstant(long word) {
        return (word & LOW) == CONST && word >>> SHIFT <= NOT_IMPLEMENTED >>> SHIFT;
    }

    /** Returns whether a word is an immediate: an int or a constant. */
    public static boolean isImmediate(long word) {
        return isInt(word) || isConstant(word);
    }

    // ---- handles ----

    /** Returns whether a word is a handle, stale or not. */
    public static boolean isHandle(long word) {
        return (word & LOW) == HANDLE;
    }

    static long handle(int runtime, int generation, int index) {
        return (long) runtime << (SHIFT + INDEX_BITS + GENERATION_BITS)
                | (long) generation << (SHIFT + INDEX_BITS)
                | Integer.toUnsignedLong(index) << SHIFT
                | HANDLE;
    }

    /** Returns the number of the runtime that owns a handle. */
    public static int runtime(long handle) {
        return (int) (handle >>> (SHIFT + INDEX_BITS + GENERATION_BITS));
    }

    static int generation(long handle) {
        return (int) (handle >>> (SHIFT + INDEX_BITS)) & (1 << GENERATION_BITS) - 1;
    }

    static int index(long handle) {
        return (int) (handle >>> SHIFT);
    }

    /**
     * Registers the owner of the handles of a new runtime.
     *
     * @return the number of the runtime
     * @throws IllegalStateException if 256 runtimes are registered already
     */
    public static synchronized int register(WordOwner owner) {
        for (int i = 0; i < OWNERS.length; i++) {
            if (OWNERS[i] == null) {
                OWNERS[i] = owner;
                return i;
            }
        }
        throw new IllegalStateException("there are " + RUNTIMES + " runtimes already, more than a word can name");
    }

    /**
     * Returns the owner of a handle.
     *
     * @throws IllegalStateException if the word is no handle of a registered runtime
     */
    public static WordOwner owner(long word) {
        WordOwner owner = isHandle(word) ? OWNERS[runtime(word)] : null;
        if (owner == null) {
            throw invalid(word);
        }
        return owner;
    }

    /** Returns the exception for a word that is neither a pointer, nor an immediate, nor a handle of a runtime. */
    public static IllegalStateException invalid(long word) {
        return new IllegalStateException("The word 0x" + Long.toHexString(word) + " is no reference: it is neither a"
                + " pointer to a Python object nor a tagged word of a runtime of this process. Report this as a defect"
                + " of Sanca.");
    }

    // ---- operations of Word ----

    static void incref(long word) {
        if (!isImmediate(word)) {
            owner(word).incref(word);
        }
    }

    public static void decref(long word) {
        if (!isImmediate(word)) {
            owner(word).decref(word);
        }
    }

    static boolean is(long a, long b) {
        if (a == b && isImmediate(a)) {
            return true;
        }
        if (isHandle(a) && isHandle(b) && runtime(a) == runtime(b)) {
            return owner(a).is(a, b);
        }
        check(a);
        check(b);
        return false;
    }

    /** Returns the type of a handle, borrowed. The type of an immediate depends on the runtime that asks. */
    static long type(long word) {
        return owner(word).type(word);
    }

    /** Throws if the word is a stale handle or an invalid word. */
    private static void check(long word) {
        if ((word & 3) != 0 && !isImmediate(word)) {
            owner(word).check(word);
        }
    }

    /**
     * Returns whether a tagged word is an instance of a built-in type.
     *
     * @param exact whether instances of subclasses are excluded
     */
    static boolean isInstance(long word, BuiltinType type, boolean exact) {
        if (isInt(word)) {
            return type == BuiltinType.INT;
        } else if (word == TRUE || word == FALSE) {
            return type == BuiltinType.BOOL || (type == BuiltinType.INT && !exact);
        } else if (isConstant(word)) {
            return word == NONE && type == BuiltinType.NONE;
        }
        return owner(word).isInstance(word, type, exact);
    }
}
