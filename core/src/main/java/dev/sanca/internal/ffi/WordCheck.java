package dev.sanca.internal.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Sees that only pointers go to libpython and come from it, where an object is meant: no tagged word, nothing between two
 * objects. Off, and then free, unless the system property {@code sanca.debug} is {@code true}.
 *
 * <p>Checked are the arguments and results marked {@link Downcall#OBJECT}, the arrays of arguments of vectorcall, and what
 * callers hand to {@link #object}. NULL passes: where a function refuses it, it says so itself.
 */
public final class WordCheck {
    /** Whether words are checked in this process. */
    public static final boolean ACTIVE = Boolean.getBoolean("sanca.debug");

    /** Objects are aligned to 8 bytes at least, so these bits of a pointer are 0. */
    private static final long NO_POINTER = 7;

    private static final String RESULT = "result";

    private WordCheck() {}

    /**
     * The word, if it is a pointer or NULL, or if nothing is checked in this process.
     *
     * @param function where the word goes to or comes from
     * @param role what it is there: {@code "argument 2"}
     * @throws IllegalStateException if it is no pointer
     */
    public static long object(String function, String role, long word) {
        return ACTIVE ? checked(function, role, word) : word;
    }

    /** The function with a check of every word in front of it and behind, or itself if nothing is checked. */
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
        try {
            return MethodHandles.lookup().findStatic(WordCheck.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static long checked(String function, String role, long word) {
        if ((word & NO_POINTER) != 0) {
            throw new IllegalStateException("The " + role + " of " + function + " is the word 0x"
                    + Long.toHexString(word) + ", which is no pointer to a Python object: a tagged word must become"
                    + " an object before it goes to libpython. Report this as a defect of Sanca.");
        }
        return word;
    }

    /** The array of a vectorcall: the positional arguments and behind them the values of the keywords. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through a method handle, which has a target first
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
