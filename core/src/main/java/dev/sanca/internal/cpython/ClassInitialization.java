package dev.sanca.internal.cpython;

import dev.sanca.Py;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.ffi.LeafDealloc;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.ceval_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.import_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.methodobject_h;
import dev.sanca.internal.ffi.moduleobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pycapsule_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.pythonrun_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.ffi.unicodeobject_h;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.types.PyBaseException;
import dev.sanca.types.PyCFunction;
import dev.sanca.types.PyDict;
import dev.sanca.types.PyIterator;
import dev.sanca.types.PyList;
import dev.sanca.types.PyTuple;
import dev.sanca.types.PyType;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Initialises, when Python starts, classes that are needed later.
 *
 * <p>A class whose initialisation runs out of stack can never be used again in its JVM. So no class that handles errors may be
 * initialised first when the stack is exhausted.
 */
final class ClassInitialization {
    private static final List<Class<?>> NEEDED = List.of(
            LeafDealloc.class,
            abstract_h.class,
            ceval_h.class,
            dictobject_h.class,
            import_h.class,
            longobject_h.class,
            methodobject_h.class,
            object_h.class,
            pycapsule_h.class,
            pyerrors_h.class,
            pythonrun_h.class,
            tupleobject_h.class,
            unicodeobject_h.class,
            Comparison.class,
            Capsules.class,
            CPythonOperations.class,
            PythonErrors.class,
            JavaHandles.class,
            HandleTable.class,
            JavaExceptions.class,
            JavaFunction.class,
            JavaHolder.class,
            HolderType.class,
            JavaProxy.class,
            JavaProxyAttributes.class,
            JavaProxySlots.class,
            InternedNames.class,
            StackExhausted.class,
            Operators.class,
            Trampoline.class,
            KeywordNames.class,
            moduleobject_h.class,
            DetachedCount.class,
            Py.class,
            PyBaseException.class,
            PyCFunction.class,
            PyDict.class,
            PyIterator.class,
            PyList.class,
            PyTuple.class,
            PyType.class,
            PythonException.class);

    /** More such classes, which are package-private in other packages. */
    private static final List<String> HIDDEN = List.of(
            "dev.sanca.internal.word.Deallocation",
            "dev.sanca.internal.word.NumberFreeList",
            "dev.sanca.internal.word.TypeReads$Builtin",
            "dev.sanca.internal.thread.ForeignStates",
            "dev.sanca.internal.reference.MisuseErrors",
            "dev.sanca.internal.reference.Pressure",
            "dev.sanca.internal.thread.Reaper",
            "dev.sanca.internal.thread.ThreadEnd",
            "dev.sanca.internal.convert.Converters",
            "dev.sanca.internal.engine.Face$Holder",
            "dev.sanca.internal.reference.ReferenceDoor$Holder",
            "dev.sanca.internal.convert.JavaMembers",
            "dev.sanca.internal.convert.ParameterRank",
            "dev.sanca.internal.convert.Writers");

    private ClassInitialization() {}

    /** Initialises the classes. The thread is attached. */
    static void run() {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            for (Class<?> type : NEEDED) {
                lookup.ensureInitialized(type);
            }
            for (String name : HIDDEN) {
                Class.forName(name);
            }
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
