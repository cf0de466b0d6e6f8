package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.pystate_h;
import java.util.List;

/**
 * What this process knows about the memory layout of Python objects, item by item: proved on live objects, or opaque.
 *
 * <p>The proof runs once, when this package is first used. With the system property {@code sanca.layout=opaque} the
 * proof does not run and everything is opaque.
 *
 * <p><b>Thread:</b> attached. <b>Cost:</b> a few milliseconds, and the linking of the functions that the proof calls.
 */
public final class Layout {
    private Layout() {}

    /**
     * One item of the layout.
     *
     * @param name the name for people, such as {@code "count"} or {@code "list"}
     * @param proved whether the item is read inline; if not, functions of CPython are called
     * @param detail the layout that was proved, or why it is opaque
     */
    public record Item(String name, boolean proved, String detail) {}

    /**
     * Runs the proof, if it has not run.
     *
     * @throws IllegalStateException if Python is not running or this thread is not attached
     */
    public static void prove() {
        requireAttached();
        Proved.items();
    }

    /**
     * Returns all items of the layout in a fixed order.
     *
     * @throws IllegalStateException if Python is not running or this thread is not attached
     */
    public static List<Item> report() {
        requireAttached();
        return Proved.items();
    }

    static void requireAttached() {
        if (!LibPython.isLoaded() || pylifecycle_h.Py_IsInitialized() == 0) {
            throw new IllegalStateException("The layout of Python's objects is not known before Python runs."
                    + " Attach first: Python.attach().");
        }
        long state = pystate_h.HAS_PyThreadState_GetUnchecked
                ? pystate_h.PyThreadState_GetUnchecked()
                : pystate_h._PyThreadState_UncheckedGet();
        if (state == 0) {
            throw new IllegalStateException(
                    "The layout of Python's objects can only be looked at by an attached thread."
                            + " Attach this one first: Python.attach().");
        }
    }
}
