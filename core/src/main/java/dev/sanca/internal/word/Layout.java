package dev.sanca.internal.word;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.pylifecycle_h;
import dev.sanca.internal.ffi.pystate_h;
import java.util.List;

/**
 * What is known about the memory of objects in this process, item by item: proved on live objects, or opaque.
 *
 * <p>The proof runs once, when this package is first used. With the system property {@code sanca.layout=opaque} it does not
 * run and everything is opaque. Cost: a few milliseconds, beside the making of the handles it calls.
 *
 * <p><b>Thread</b>: attached.
 */
public final class Layout {
    private Layout() {}

    /**
     * One part of the layout.
     *
     * @param name what it is, for people: {@code "count"}, {@code "list"}
     * @param proved whether it is read inline; otherwise by function calls
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
     * All parts of the layout, in a fixed order.
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
