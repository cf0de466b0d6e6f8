package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls into a Python that does not watch the C stack itself (3.13 and earlier) while enough of the stack is left.
 *
 * <p>Such a Python counts nested calls instead and knows nothing of Java's share of the stack. So before each call that may
 * run Python code the count of calls that it may still nest is set to what the stack has room for, and when that is next to
 * nothing the call throws {@link StackOverflowError}, as any deep call in Java does.
 *
 * <p><b>Thread:</b> each thread has its own limits, in force while it is attached.
 */
public final class StackGuard {
    /** Whether this Python needs it; if not, no call pays for it. */
    public static final boolean ACTIVE = !LibPython.has("PyUnstable_ThreadState_SetStackProtection");

    /**
     * What one level of CPython's count takes of the stack: the most that was measured, for recursion through the key of a
     * sort. In 3.11 one level of that takes 3 KiB, but there calls of plain Python functions count as well and take nothing.
     */
    private static final long BYTES_PER_LEVEL = is311() ? 1024 : 1536;

    /** No call from Java begins with less, so that Java still can handle the error. */
    private static final long JAVA_BYTES = 208 << 10;

    /** Python's calls end above this, where an upcall still can begin, and fail. */
    private static final long PYTHON_BYTES = 120 << 10;

    private static final List<String> ALWAYS_ALLOWED = List.of(
            "PyErr_",
            "PyEval_",
            "PyThreadState_",
            "PyGILState_",
            "PyInterpreterState_",
            "PyCapsule_",
            "PyMem_",
            "PyObject_Free_",
            "PyThread_");

    private static final MethodHandle ON_CALL = onCallHandle();

    private static final CurrentThread<Limits> IN_FORCE = new CurrentThread<>();

    private StackGuard() {}

    /** The limits of one thread. */
    public static final class Limits extends CurrentThread.OfThread {
        private final long registers;
        private final long low;
        private final @Nullable CStack cStack;
        private final long counter;
        private final boolean countsUp;
        private int withheld;
        private long[] postponed = {};

        /**
         * Limits that nothing enforces yet.
         *
         * @param registers memory for {@link StackPointer}
         * @param low the far end of Java's stack
         * @param cStack where C code runs; null if on Java's stack
         * @param counter address of CPython's counter of nested calls, 0 if it was not found
         * @param countsUp whether it counts up to {@code Py_GetRecursionLimit}, or down to zero
         */
        public Limits(long registers, long low, @Nullable CStack cStack, long counter, boolean countsUp) {
            this.registers = registers;
            this.low = low;
            this.cStack = cStack;
            this.counter = counter;
            this.countsUp = countsUp;
        }

        /** Gives CPython as many levels as there is room for; false if there is no room for any call. */
        private boolean settle() {
            return settle(StackPointer.get(registers));
        }

        private boolean settle(long pointer) {
            long free = pointer - low;
            if (free < JAVA_BYTES) {
                return false;
            }
            long room = (cStack == null ? free - PYTHON_BYTES : cStack.free()) / BYTES_PER_LEVEL;
            if (counter != 0) {
                int count = Memory.getInt(counter);
                int left = countsUp ? ceval_h.Py_GetRecursionLimit() - count : count;
                int natural = left + withheld;
                int allowed = (int) Math.min(natural, room);
                if (allowed != left) {
                    Memory.putInt(counter, countsUp ? count + left - allowed : allowed);
                    withheld = natural - allowed;
                }
            }
            return true;
        }

        private void postpone(long object) {
            postponed = Arrays.copyOf(postponed, postponed.length + 1);
            postponed[postponed.length - 1] = object;
        }
    }

    /** Puts limits in force on this thread. */
    public static void start(Limits limits) {
        IN_FORCE.start(limits);
    }

    /** From now on nothing enforces them. */
    public static void stop(Limits limits) {
        limits.thread = null;
    }

    /** Gives back what had to wait, if there is room now. Attached; may run Python code. */
    public static void catchUp() {
        Limits limits = IN_FORCE.get();
        if (limits != null && limits.postponed.length != 0 && limits.settle()) {
            long[] objects = limits.postponed;
            limits.postponed = new long[0];
            for (long object : objects) {
                object_h.Py_DecRef(object);
            }
        }
    }

    /**
     * Sets the count anew when Java returns to Python.
     *
     * @param pointer the stack pointer, about
     */
    public static void onReturn(long pointer) {
        Limits limits = IN_FORCE.get();
        if (limits != null) {
            limits.settle(pointer);
        }
    }

    /** Before a call that may run Python code. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void onCall() {
        Limits limits = IN_FORCE.get();
        if (limits != null && !limits.settle()) {
            throw new StackOverflowError("no stack left for a call from Java into Python");
        }
    }

    private static MethodHandle onCallHandle() {
        try {
            return MethodHandles.lookup().findStatic(StackGuard.class, "onCall", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whether an object's end must wait until more of the stack is free: keeps one count of it until then. */
    static boolean postpones(long object) {
        Limits limits = IN_FORCE.get();
        if (limits == null || limits.settle()) {
            return false;
        }
        object_h.Py_IncRef(object);
        limits.postpone(object);
        return true;
    }

    /** Whether giving back a count must wait until more of the stack is free. */
    static boolean postponesCount(long object) {
        Limits limits = IN_FORCE.get();
        if (limits == null || limits.settle()) {
            return false;
        }
        limits.postpone(object);
        return true;
    }

    /** By a symbol that came and one that went: the version itself is not known while the first header loads. */
    private static boolean is311() {
        return LibPython.has("PyFrame_GetLasti") && !LibPython.has("PyUnstable_Code_New");
    }

    /** What comes before each call of a function: the guard, or {@link LeftError} if this Python needs none; null for nothing. */
    static @Nullable MethodHandle before(String name) {
        if (isAlwaysAllowed(name)) {
            return null;
        }
        return ACTIVE ? ON_CALL : LeftError.ON_CALL;
    }

    /** Functions that hold the rest together and run no Python code, or are watched where they are called. */
    private static boolean isAlwaysAllowed(String name) {
        return switch (name) {
            case "PyEval_EvalCode" -> false;
            case "_Py_Dealloc", "Py_DecRef", "Py_EnterRecursiveCall", "Py_LeaveRecursiveCall" -> true;
            case "PyBuffer_Release" -> true; // what was taken is given back, however little of the stack is left
            default -> ALWAYS_ALLOWED.stream().anyMatch(name::startsWith);
        };
    }
}
