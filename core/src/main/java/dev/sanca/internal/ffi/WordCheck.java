package dev.sanca.internal.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Checks that every argument and result of libpython that stands for an object is a pointer: neither a tagged word nor
 * an unaligned address. The check is off, and then free, unless the system property {@code sanca.debug} is
 * {@code true}.
 *
 * <p>It covers the arguments and results marked {@link Downcall#OBJECT}, the argument arrays of vectorcall, and what
 * callers pass to {@link #object}. NULL passes: a function that refuses NULL raises an error itself.
 */
public final class WordCheck {
    /** Whether this process checks words. */
    public static final boolean ACTIVE = Boolean.getBoolean("sanca.debug");

    /** The low bits that are 0 in a pointer, since objects are aligned to 8 bytes at least. */
    private static final long NO_POINTER = 7;

    private static final String RESULT = "result";

    private WordCheck() {}

    /**
     * Returns the word if it is a pointer or NULL, or if this process does not check words.
     *
     * @param function the function that gets or returns the word, for the message
     * @param role what the word is there, such as {@code "argument 2"}
     * @throws IllegalStateException if the word is no pointer
     */
    public static long object(String function, String role, long word) {
        return ACTIVE ? checked(function, role, word) : word;
    }

    /**
     * Returns a handle that checks every word before and after the call, or the handle itself if this process does not
     * check words.
     */
    static MethodHandle checked(String function, FunctionDescriptor descriptor, MethodHandle handle) {
        if (!ACTIVE) {
            return handle;
        }
        MethodHandle result = handle;
        List<MemoryLayout> arguments = descriptor.argumentLayouts();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals(Downcall.OBJECT)) {
                result = MethodHandles.filterArguments(result, i, check(function, "argument " + (i + 1)));
            }
        }
        if (descriptor.returnLayout().filter(Downcall.OBJECT::equals).isPresent()) {
            result = MethodHandles.filterReturnValue(result, check(function, RESULT));
        }
        return function.startsWith("PyObject_Vectorcall")
                ? MethodHandles.foldArguments(result, vectorCheck(function))
                : result;
    }

    private static MethodHandle check(String function, String role) {
        MethodHandle check = find("checked", MethodType.methodType(long.class, String.class, String.class, long.class));
        return MethodHandles.insertArguments(check, 0, function, role);
    }

    private static MethodHandle vectorCheck(String function) {
        return find(
                        "checkVector",
                        MethodType.methodType(void.class, String.class, long.class, long.class, long.class, long.class))
                .bindTo(function);
    }

    private static MethodHandle find(String name, MethodType type) {
        return StaticMethod.of(MethodHandles.lookup(), name, type);
    }

    private static long checked(String function, String role, long word) {
        if ((word & NO_POINTER) != 0) {
            throw new IllegalStateException("The " + role + " of " + function + " is the word 0x"
                    + Long.toHexString(word) + ", which is no pointer to a Python object: a tagged word must become"
                    + " an object before it goes to libpython. Report this as a defect of Sanca.");
        }
        return word;
    }

    /** Checks the argument array of a vectorcall: the positional arguments, then the values of the keywords. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through a method handle
    private static void checkVector(String function, long target, long arguments, long count, long keywords) {
        long total = count & ~abstract_h.PY_VECTORCALL_ARGUMENTS_OFFSET;
        if (keywords != 0 && !function.equals("PyObject_VectorcallDict")) {
            total += tupleobject_h.PyTuple_Size(keywords);
        }
        for (long i = 0; i < total; i++) {
            checked(function, "item " + i + " of the argument array", WordArray.get(arguments, i));
        }
    }
}
