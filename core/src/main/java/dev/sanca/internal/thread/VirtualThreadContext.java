package dev.sanca.internal.thread;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.ThreadLocalKey;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.context_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.import_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * What Python keeps for each thread, for one virtual thread: its {@code threading.local} values, its context variables, and its
 * {@code threading.current_thread()}. A virtual thread may run on another carrier in its next body, and its carrier may serve
 * others meanwhile. So these are put into the {@code PyThreadState} of the carrier when a body begins, and taken out when it ends.
 *
 * <p><b>Ownership:</b> between bodies, a {@link DetachedCount} owns them; it is released with the virtual thread, by the garbage
 * collector's help. A thread that keeps nothing has none.
 *
 * <p><b>Thread:</b> the virtual thread, pinned and attached.
 *
 * <p><b>Cost:</b> a context is made and entered for each outermost body; the rest costs only where it is used.
 */
final class VirtualThreadContext {
    private static final ThreadLocal<VirtualThreadContext> OF_THREAD = new ThreadLocal<>();

    private static final long THREADING = Memory.constant("threading");
    private static final long ACTIVE = Memory.constant("_active");
    private static final long IDENT = Memory.constant("_ident");

    private static final int LOCALS = 0;
    private static final int LOCAL_KEY = 1;
    private static final int LOCAL_SENTINEL = 2;
    private static final int CONTEXT = 3;
    private static final int THREAD = 4;
    private static final int KEPT = 5;

    /** The name of the module {@code threading}, and its dict of thread objects by identifier; owned for ever, 0 until needed. */
    private static volatile long moduleName;

    private static volatile long activeThreads;

    private final Thread thread = Thread.currentThread();

    /** A Python list of {@link #KEPT} items, each None if there is nothing to keep. Null if there is nothing at all. */
    private @Nullable DetachedCount kept;

    /** The context that was entered, owned; 0 outside of a body. */
    private long context;

    private VirtualThreadContext() {}

    /** Returns the virtual thread. */
    Thread thread() {
        return thread;
    }

    /**
     * Begins a body: gives the thread state of the carrier what this virtual thread has kept. May run Python code.
     *
     * @throws OutOfMemoryError if Python has no memory for it; then nothing was changed
     */
    static VirtualThreadContext enter(ThreadState state) {
        VirtualThreadContext own = OF_THREAD.get();
        if (own == null) {
            own = new VirtualThreadContext();
        }
        own.install(state);
        return own;
    }

    private void install(ThreadState state) {
        DetachedCount count = kept;
        long list = count == null ? 0 : count.word();
        clearLocals(state);
        enterContext(list == 0 ? 0 : takeOrZero(list, CONTEXT));
        if (list != 0) {
            long locals = takeOrZero(list, LOCALS);
            if (locals != 0) {
                dictobject_h.PyDict_Update(pystate_h.PyThreadState_GetDict(), locals);
                Word.decref(locals);
            }
            long key = takeOrZero(list, LOCAL_KEY);
            if (key != 0) {
                ThreadLocalKey.put(state.pointer(), key, takeOrZero(list, LOCAL_SENTINEL));
            }
            installThread(state, takeOrZero(list, THREAD));
            pyerrors_h.PyErr_Clear(); // of a step for which there was no memory: its value is lost, and nothing else
        }
    }

    /** Removes what a body has left that could not end as a whole, for want of memory or stack. */
    private static void clearLocals(ThreadState state) {
        Word.xdecref(ThreadLocalKey.takeKey(state.pointer()));
        Word.xdecref(ThreadLocalKey.takeSentinel(state.pointer()));
        long locals = pystate_h.PyThreadState_GetDict();
        if (locals != 0 && dictobject_h.PyDict_Size(locals) > 0) {
            dictobject_h.PyDict_Clear(locals);
        }
    }

    /** Consumes {@code before}, the context of the body before; makes one if it is 0. */
    private void enterContext(long before) {
        if (before != 0) {
            if (context_h.PyContext_Enter(before) == 0) {
                context = before;
                return;
            }
            pyerrors_h.PyErr_Clear(); // Python code has left it entered
            Word.decref(before);
        }
        long entered = context_h.PyContext_New();
        if (entered == 0 || context_h.PyContext_Enter(entered) != 0) {
            pyerrors_h.PyErr_Clear();
            Word.xdecref(entered);
            throw new OutOfMemoryError("Python has no memory for the context of a virtual thread");
        }
        context = entered;
    }

    /** Makes {@code thread} the thread object of this carrier's identifier, and consumes it; 0 is none. */
    private static void installThread(ThreadState state, long thread) {
        long active = activeThreads;
        if (thread == 0 || active == 0) {
            Word.xdecref(thread);
            return;
        }
        long ident = longobject_h.PyLong_FromUnsignedLongLong(state.pthread);
        if (ident != 0) {
            object_h.PyObject_SetAttrString(thread, IDENT, ident);
            dictobject_h.PyDict_SetItem(active, ident, thread);
            Word.decref(ident);
        }
        Word.decref(thread);
    }

    /** Ends a body: takes what this virtual thread keeps out of the thread state of the carrier. May run Python code. */
    void leave(ThreadState state) {
        long left = context;
        context = 0;
        if (left != 0) {
            if (context_h.PyContext_Exit(left) != 0) { // Python code has entered another one and not left it
                pyerrors_h.PyErr_Clear();
            }
            if (abstract_h.PyObject_Size(left) > 0) {
                keep(CONTEXT, left);
            } else {
                Word.decref(left);
            }
        }
        long locals = pystate_h.PyThreadState_GetDict();
        if (locals != 0 && dictobject_h.PyDict_Size(locals) > 0) {
            keep(LOCALS, dictobject_h.PyDict_Copy(locals));
            dictobject_h.PyDict_Clear(locals);
        }
        keep(LOCAL_KEY, ThreadLocalKey.takeKey(state.pointer()));
        keep(LOCAL_SENTINEL, ThreadLocalKey.takeSentinel(state.pointer()));
        keep(THREAD, takeThread(state));
        pyerrors_h.PyErr_Clear(); // of a step for which there was no memory
    }

    /** Removes the thread object of this carrier's identifier. Returns an owned reference, or 0 if there is none. */
    private static long takeThread(ThreadState state) {
        long active = activeThreadsOrNull();
        long ident = active == 0 ? 0 : longobject_h.PyLong_FromUnsignedLongLong(state.pthread);
        if (ident == 0) {
            return 0;
        }
        long thread = dictobject_h.PyDict_GetItemWithError(active, ident);
        if (thread != 0) {
            Word.incref(thread);
            dictobject_h.PyDict_DelItem(active, ident);
        }
        Word.decref(ident);
        return thread;
    }

    /** Returns the dict {@code threading._active}, borrowed; 0 while no code has imported the module. */
    private static long activeThreadsOrNull() {
        if (activeThreads == 0) {
            if (moduleName == 0) {
                moduleName = unicodeobject_h.PyUnicode_InternFromString(THREADING);
            }
            long module = moduleName == 0 ? 0 : import_h.PyImport_GetModule(moduleName);
            if (module != 0) {
                activeThreads = object_h.PyObject_GetAttrString(module, ACTIVE);
                Word.decref(module);
            }
        }
        return activeThreads;
    }

    /** Stores an owned reference in the list, which takes it over; 0 is stored nowhere. */
    private void keep(int index, long word) {
        if (word == 0) {
            return;
        }
        DetachedCount count = kept;
        if (count == null) {
            count = newList(word);
            if (count == null) {
                return;
            }
            kept = count;
            OF_THREAD.set(this);
        }
        listobject_h.PyList_SetItem(count.word(), index, word);
    }

    /** Returns null, and decrements {@code word}, if there is no memory. */
    private @Nullable DetachedCount newList(long word) {
        long list = listobject_h.PyList_New(KEPT);
        if (list == 0) {
            Word.decref(word);
            return null;
        }
        for (int i = 0; i < KEPT; i++) {
            listobject_h.PyList_SetItem(list, i, Word.newRef(none()));
        }
        return new DetachedCount(this, list);
    }

    /** Takes an item out of the list. Returns an owned reference, or 0 for None. */
    private static long takeOrZero(long list, int index) {
        long item = listobject_h.PyList_GetItem(list, index);
        if (item == none()) {
            return 0;
        }
        Word.incref(item);
        listobject_h.PyList_SetItem(list, index, Word.newRef(none()));
        return item;
    }

    private static long none() {
        return LibPython.address("_Py_NoneStruct");
    }
}
