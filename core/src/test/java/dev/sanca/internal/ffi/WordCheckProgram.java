package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.sanca.Python;
import dev.sanca.internal.word.SequenceReads;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** Prints what happens to words that are no pointers, for {@link WordCheckTest}. */
final class WordCheckProgram {
    private WordCheckProgram() {}

    /** A call with a wrong word. */
    private interface Wrong {
        void run() throws Throwable;
    }

    public static void main(String[] arguments) throws Throwable {
        MethodHandle same = MethodHandles.identity(long.class);
        MethodHandle checked =
                WordCheck.checked("PyLong_FromVoidPtr", FunctionDescriptor.of(Downcall.OBJECT, JAVA_LONG), same);
        if (!WordCheck.ACTIVE) { // a wrong word would end this process
            System.out.println("handles are plain: " + (checked == same));
            return;
        }
        try (Python py = Python.attach()) {
            py.none();
            show(() -> checked.invoke(3L));
            show(WordCheckProgram::calls);
            long list = listobject_h.PyList_New(1);
            show(() -> listobject_h.PyList_Append(list, 0x15));
            show(() -> object_h.PyObject_Repr(0x1004));
            show(() -> SequenceReads.setFreshListItem(list, 0, 0x21));
            long tuple = tupleobject_h.PyTuple_New(1);
            show(() -> SequenceReads.setFreshTupleItem(tuple, 0, 0x23));
            vectorcalls(list);
            object_h.Py_DecRef(tuple);
            listobject_h.PyList_SetItem(list, 0, 0);
            object_h.Py_DecRef(list);
            System.out.println("NULL passes, and so do objects: " + py.eval("len('abc')"));
        }
    }

    private static void calls() {
        long none = LibPython.address("_Py_NoneStruct");
        long nothing = abstract_h.PyObject_CallObject(object_h.PyObject_Type(none), 0); // NoneType(*NULL)
        object_h.Py_DecRef(nothing);
        object_h.Py_DecRef(object_h.PyObject_Type(none));
    }

    private static void vectorcalls(long list) {
        long array = Memory.allocate(3L * Long.BYTES);
        long none = LibPython.address("_Py_NoneStruct");
        Memory.putLong(array, list);
        Memory.putLong(array + 8, 7);
        show(() -> abstract_h.PyObject_VectorcallDict(none, array, 2, 0));
        Memory.putLong(array + 8, none);
        Memory.putLong(array + 16, 9); // the value of a keyword
        long names = RawPython.eval("('key',)");
        show(() -> abstract_h.PyObject_VectorcallMethod(RawPython.eval("'append'"), array, 2, names));
        object_h.Py_DecRef(names);
        Memory.free(array);
    }

    private static void show(Wrong call) {
        try {
            call.run();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
