package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls into a Python that does not check the C stack (3.13 and earlier) while enough of the stack is left to
 * handle the error.
 *
 * <p>Such a Python counts nested calls and knows nothing of Java's frames. So before each call that may run Python
 * code, the number of calls that Python may still nest is set to what fits the free stack. If that is next to nothing,
 * the call throws {@link StackOverflowError}, as any deep call in Java does.
 *
 * <p><b>Thread:</b> each thread has separate limits, which are checked while the thread is attached.
 *
 * <p><b>Source:</b> {@code recursion_remaining} and {@code c_recursion_remaining} in CPython's
 * {@code Include/cpython/pystate.h}.
 */
public final class StackGuard {
    /** Whether this Python needs the guard. If not, calls are linked without it. */
    public static final boolean ACTIVE = !LibPython.has("PyUnstable_ThreadState_SetStackProtection");

    /**
     * The stack that one level of CPython's counter needs: the maximum measured, for recursion through the key function
     * of a sort. In 3.11 a level of that recursion needs 3 KiB, but calls of plain Python functions count as well there
     * and need none.
     */
    private static final long BYTES_PER_LEVEL = is311() ? 1024 : 1536;

    /** The free stack that a call from Java needs to begin, so that Java can still handle the error. */
    private static final long JAVA_BYTES = 208 << 10;

    /** The part of the stack that Python's calls leave free, so that an upcall can still begin, and fail. */
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

    private static final MethodHandle ON_CALL =
            StaticMethod.of(MethodHandles.lookup(), "onCall", MethodType.methodType(void.class));

    private static final CurrentThread<Limits> CURRENT = new CurrentThread<>();

    private StackGuard() {}

    /** The limits of one thread. */
    public static final class Limits extends CurrentThread.OfThread {
        private final long registers;
        private final long low;
        private final @Nullable CStack cStack;
        private final long counter;
        private final boolean countsUp;
        private int withheld;
        private long[] postponed = new long[4];
        private int postponedCount;

        /**
         * Creates limits that are not checked until {@link #start}.
         *
         * @param registers memory for {@link StackPointer}
         * @param low the lowest address of Java's stack
         * @param cStack the stack where C code runs; null if that is Java's stack
         * @param counter address of CPython's counter of nested calls, 0 if it was not found
         * @param countsUp whether the counter counts up to {@code Py_GetRecursionLimit}, or down to zero
         */
        public Limits(long registers, long low, @Nullable CStack cStack, long counter, boolean countsUp) {
            this.registers = registers;
            this.low = low;
            this.cStack = cStack;
            this.counter = counter;
            this.countsUp = countsUp;
        }

        /**
         * Sets CPython's counter to the number of levels that the free stack has room for. Returns false if there is no
         * room for a call.
         */
        private boolean adjustCounter() {
            return adjustCounter(StackPointer.get(registers));
        }

        private boolean adjustCounter(long pointer) {
            long free = pointer - low;
            if (free < JAVA_BYTES) {
                return false;
            }
            long affordable = (cStack == null ? free - PYTHON_BYTES : cStack.free()) / BYTES_PER_LEVEL;
            if (counter != 0) {
                int count = Memory.getInt(counter);
                int left = countsUp ? ceval_h.Py_GetRecursionLimit() - count : count;
                int unrestricted = left + withheld;
                int allowed = (int) Math.min(unrestricted, affordable);
                if (allowed != left) {
                    Memory.putInt(counter, countsUp ? count + left - allowed : allowed);
                    withheld = unrestricted - allowed;
                }
            }
            return true;
        }

        private void postpone(long object) {
            if (postponedCount == postponed.length) {
                postponed = Arrays.copyOf(postponed, 2 * postponedCount);
            }
            postponed[postponedCount++] = object;
        }

        /**
         * Decrements each object that is postponed now, the last one first. An object leaves the list before its decrement, so
         * that a decrement that throws, or that postpones other objects, loses none.
         */
        private void catchUp() {
            for (int rest = postponedCount; rest > 0 && postponedCount > 0 && adjustCounter(); rest--) {
                object_h.Py_DecRef(postponed[--postponedCount]);
            }
        }
    }

    /**
     * Returns the highest recursion limit that the stack for C has room for, or 0 if Python needs no such limit: it
     * watches its stack or counts the calls in C separately, or threads have no stack for C.
     */
    public static int mostLevels() {
        boolean needed = ACTIVE && MachineCode.SIZE_BITS > 24 && StackSwitch.isActive();
        return needed ? (int) (CStack.PYTHON_BYTES / BYTES_PER_LEVEL / 1000 * 1000) - 1000 : 0;
    }

    /** Registers limits that the calls of this thread check. */
    public static void start(Limits limits) {
        CURRENT.start(limits);
    }

    /** Unregisters limits: no call checks them afterwards. */
    public static void stop(Limits limits) {
        limits.thread = null;
    }

    /**
     * Decrements the objects whose decrement was postponed, if the stack has room now. The thread is attached. May run
     * Python code.
     */
    public static void catchUp() {
        Limits limits = CURRENT.get();
        if (limits != null) {
            limits.catchUp();
        }
    }

    /**
     * Adjusts the counter again when Java returns to Python.
     *
     * @param pointer about the stack pointer
     */
    public static void onReturn(long pointer) {
        Limits limits = CURRENT.get();
        if (limits != null) {
            limits.adjustCounter(pointer);
        }
    }

    /** Runs before each call that may run Python code. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void onCall() {
        Limits limits = CURRENT.get();
        if (limits != null && !limits.adjustCounter()) {
            throw new StackOverflowError("no stack left for a call from Java into Python");
        }
    }

    /**
     * Returns whether the deallocation of an object must wait for more free stack. If so, keeps a strong reference
     * until then.
     */
    static boolean postpones(long object) {
        Limits limits = CURRENT.get();
        if (limits == null || limits.adjustCounter()) {
            return false;
        }
        object_h.Py_IncRef(object);
        limits.postpone(object);
        return true;
    }

    /**
     * Returns whether a decrement must wait for more free stack. If so, takes over the caller's reference until then.
     */
    static boolean postponesCount(long object) {
        Limits limits = CURRENT.get();
        if (limits == null || limits.adjustCounter()) {
            return false;
        }
        limits.postpone(object);
        return true;
    }

    /**
     * Tells 3.11 by a symbol that it added and one that 3.12 added: the version is not known while the first header
     * loads.
     */
    private static boolean is311() {
        return LibPython.has("PyFrame_GetLasti") && !LibPython.has("PyUnstable_Code_New");
    }

    /**
     * Returns the handle that runs before each call of a function: the guard, or {@link LeftError} if this Python needs
     * no guard; null if nothing runs.
     */
    static @Nullable MethodHandle before(String name) {
        if (isAlwaysAllowed(name)) {
            return null;
        }
        return ACTIVE ? ON_CALL : LeftError.ON_CALL;
    }

    /**
     * Returns whether a function runs no Python code and is needed to handle errors, or is guarded where Sanca calls
     * it.
     */
    private static boolean isAlwaysAllowed(String name) {
        return switch (name) {
            case "PyEval_EvalCode" -> false;
            case "_Py_Dealloc", "Py_DecRef", "Py_EnterRecursiveCall", "Py_LeaveRecursiveCall" -> true;
            case "PyBuffer_Release" -> true; // releases the buffer, however little of the stack is left
            default -> ALWAYS_ALLOWED.stream().anyMatch(name::startsWith);
        };
    }
}
