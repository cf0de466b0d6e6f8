package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.JavaMembers;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.listobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * Implements the attributes of proxies. A name that begins with two underscores is looked up in Python only. The attributes of
 * a subclass in Python are found before the methods of the Java object.
 */
final class JavaProxyAttributes {
    private static final long OBJECT_TYPE = LibPython.address("PyBaseObject_Type");

    private JavaProxyAttributes() {}

    /** Returns {@code proxy.name}, a new reference; 0 with a Python error set if it cannot be read. */
    static long get(ThreadState state, long self, Object object, long name) {
        String text = CPythonOperations.INSTANCE.asString(state, name);
        boolean isPythons = text.startsWith("__");
        if (isPythons || !JavaProxy.isExact(self)) {
            long found = object_h.PyObject_GenericGetAttr(self, name);
            if (found != 0 || isPythons || !PythonErrors.isPending("PyExc_AttributeError")) {
                return found;
            }
            PythonErrors.clear();
        }
        PythonFunctionBody method = JavaMembers.of(object.getClass()).method(object, text);
        if (method == null) {
            throw PythonErrors.of(state, "PyExc_AttributeError", JavaMembers.missing(object.getClass(), text));
        }
        return CPythonOperations.INSTANCE.function(state, text, method);
    }

    /** Returns {@code dir(proxy)}, a new reference to a new list. */
    static long names(ThreadState state, long self, Object object) {
        long generic = CPythonOperations.INSTANCE.getAttr(state, OBJECT_TYPE, "__dir__");
        long names;
        try {
            names = PythonErrors.check(state, CPythonCalls.callOneWord(state, generic, self));
        } finally {
            Word.decref(generic);
        }
        try {
            for (String name : JavaMembers.of(object.getClass()).names()) {
                add(state, names, name);
            }
            return names;
        } catch (Throwable e) {
            Word.decref(names);
            throw e;
        }
    }

    private static void add(ThreadState state, long names, String name) {
        long word = PythonErrors.check(state, Strings.newString(name));
        try {
            if (PythonErrors.check(state, abstract_h.PySequence_Contains(names, word)) == 0) {
                PythonErrors.check(state, listobject_h.PyList_Append(names, word));
            }
        } finally {
            Word.decref(word);
        }
    }
}
