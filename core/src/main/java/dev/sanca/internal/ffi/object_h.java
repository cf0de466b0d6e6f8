package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code object.h}: objects and types: attributes, comparison, counts, flags. */
public final class object_h {
    private object_h() {}

    private static final MethodHandle PyObject_GetAttr = Downcall.of("PyObject_GetAttr", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GetAttr(long o, long name) {
        try {
            return (long) PyObject_GetAttr.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetAttrString =
            Downcall.of("PyObject_GetAttrString", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GetAttrString(long o, long utf8) {
        try {
            return (long) PyObject_GetAttrString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_SetAttr =
            Downcall.of("PyObject_SetAttr", JAVA_INT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal {@code v}; NULL for {@code v} deletes the attribute. May
     * run Python code.
     */
    public static int PyObject_SetAttr(long o, long name, long v) {
        try {
            return (int) (long) PyObject_SetAttr.invokeExact(o, name, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_SetAttrString =
            Downcall.of("PyObject_SetAttrString", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal {@code v}; NULL for {@code v} deletes the attribute. May
     * run Python code.
     */
    public static int PyObject_SetAttrString(long o, long utf8, long v) {
        try {
            return (int) (long) PyObject_SetAttrString.invokeExact(o, utf8, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GenericGetAttr =
            Downcall.of("PyObject_GenericGetAttr", OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GenericGetAttr(long o, long name) {
        try {
            return (long) PyObject_GenericGetAttr.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GenericSetAttr =
            Downcall.of("PyObject_GenericSetAttr", JAVA_INT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal {@code v}; NULL for {@code v} deletes the attribute. May
     * run Python code.
     */
    public static int PyObject_GenericSetAttr(long o, long name, long v) {
        try {
            return (int) (long) PyObject_GenericSetAttr.invokeExact(o, name, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_HasAttr = Downcall.of("PyObject_HasAttr", JAVA_INT, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyObject_HasAttr}. */
    public static final boolean HAS_PyObject_HasAttr = LibPython.has("PyObject_HasAttr");

    /**
     * Returns 1 or 0. Clears a Python error that occurs and returns 0; prefer {@link #PyObject_GetOptionalAttr}. May
     * run Python code.
     */
    public static int PyObject_HasAttr(long o, long name) {
        try {
            return (int) (long) PyObject_HasAttr.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetOptionalAttr =
            Downcall.of("PyObject_GetOptionalAttr", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyObject_GetOptionalAttr}. */
    public static final boolean HAS_PyObject_GetOptionalAttr = LibPython.has("PyObject_GetOptionalAttr");

    /**
     * Returns 1 and stores a new reference in {@code *result}; returns 0 and stores NULL if there is none; returns -1
     * with a Python error set. May run Python code. Since 3.13.
     */
    public static int PyObject_GetOptionalAttr(long o, long name, long result) {
        try {
            return (int) (long) PyObject_GetOptionalAttr.invokeExact(o, name, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_HasAttrWithError =
            Downcall.of("PyObject_HasAttrWithError", JAVA_INT, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyObject_HasAttrWithError}. */
    public static final boolean HAS_PyObject_HasAttrWithError = LibPython.has("PyObject_HasAttrWithError");

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. Since 3.13. */
    public static int PyObject_HasAttrWithError(long o, long name) {
        try {
            return (int) (long) PyObject_HasAttrWithError.invokeExact(o, name);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GenericGetDict =
            Downcall.of("PyObject_GenericGetDict", OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyObject_GenericGetDict}. */
    public static final boolean HAS_PyObject_GenericGetDict = LibPython.has("PyObject_GenericGetDict");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_GenericGetDict(long o, long context) {
        try {
            return (long) PyObject_GenericGetDict.invokeExact(o, context);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Hash = Downcall.of("PyObject_Hash", JAVA_LONG, OBJECT);

    /** Returns the hash, or -1 with a Python error set. May run Python code. */
    public static long PyObject_Hash(long o) {
        try {
            return (long) PyObject_Hash.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_IsTrue = Downcall.of("PyObject_IsTrue", JAVA_INT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_IsTrue(long o) {
        try {
            return (int) (long) PyObject_IsTrue.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Not = Downcall.of("PyObject_Not", JAVA_INT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyObject_Not(long o) {
        try {
            return (int) (long) PyObject_Not.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Repr = Downcall.of("PyObject_Repr", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_Repr(long o) {
        try {
            return (long) PyObject_Repr.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Str = Downcall.of("PyObject_Str", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_Str(long o) {
        try {
            return (long) PyObject_Str.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_ASCII = Downcall.of("PyObject_ASCII", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_ASCII(long o) {
        try {
            return (long) PyObject_ASCII.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Bytes = Downcall.of("PyObject_Bytes", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_Bytes(long o) {
        try {
            return (long) PyObject_Bytes.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_RichCompare =
            Downcall.of("PyObject_RichCompare", OBJECT, OBJECT, OBJECT, JAVA_INT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyObject_RichCompare(long a, long b, int op) {
        try {
            return (long) PyObject_RichCompare.invokeExact(a, b, (long) op);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_RichCompareBool =
            Downcall.of("PyObject_RichCompareBool", JAVA_INT, OBJECT, OBJECT, JAVA_INT);

    /**
     * Returns 1 or 0, or -1 with a Python error set. Takes an object to be equal to itself without asking it. May run
     * Python code.
     */
    public static int PyObject_RichCompareBool(long a, long b, int op) {
        try {
            return (int) (long) PyObject_RichCompareBool.invokeExact(a, b, (long) op);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Dir = Downcall.of("PyObject_Dir", OBJECT, OBJECT);

    /**
     * Returns a new reference, or NULL with a Python error set. NULL for {@code o} lists the names of the current
     * locals. May run Python code.
     */
    public static long PyObject_Dir(long o) {
        try {
            return (long) PyObject_Dir.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_SelfIter = Downcall.of("PyObject_SelfIter", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyObject_SelfIter(long o) {
        try {
            return (long) PyObject_SelfIter.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_ClearWeakRefs = Downcall.ofVoid("PyObject_ClearWeakRefs", OBJECT);

    /**
     * Clears the weak references to an object that is being deallocated, and calls their callbacks. May run Python
     * code.
     */
    public static void PyObject_ClearWeakRefs(long o) {
        try {
            long _ = (long) PyObject_ClearWeakRefs.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CallFinalizer = Downcall.ofVoid("PyObject_CallFinalizer", OBJECT);

    /** Whether this Python has {@link #PyObject_CallFinalizer}. */
    public static final boolean HAS_PyObject_CallFinalizer = LibPython.has("PyObject_CallFinalizer");

    /** Calls {@code tp_finalize} of the object, if it has one. May run Python code. */
    public static void PyObject_CallFinalizer(long o) {
        try {
            long _ = (long) PyObject_CallFinalizer.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_CallFinalizerFromDealloc =
            Downcall.of("PyObject_CallFinalizerFromDealloc", JAVA_INT, OBJECT);

    /** Returns 0, or -1 if the finalizer resurrected the object. May run Python code. */
    public static int PyObject_CallFinalizerFromDealloc(long o) {
        try {
            return (int) (long) PyObject_CallFinalizerFromDealloc.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCallable_Check = Downcall.leaf("PyCallable_Check", JAVA_INT, OBJECT);

    /** Returns 1 or 0. Is a leaf. */
    public static int PyCallable_Check(long o) {
        try {
            return (int) (long) PyCallable_Check.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_IncRef = Downcall.leafVoid("Py_IncRef", OBJECT);

    /** Increments the reference count. {@code o} may be NULL. Is a leaf. */
    public static void Py_IncRef(long o) {
        try {
            long _ = (long) Py_IncRef.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_DecRef = Downcall.ofVoid("Py_DecRef", OBJECT);

    /**
     * Decrements the reference count, and deallocates the object if the count becomes 0. {@code o} may be NULL. May run
     * Python code.
     */
    public static void Py_DecRef(long o) {
        if (StackGuard.ACTIVE && o != 0 && StackGuard.postponesCount(o)) {
            return;
        }
        try {
            long _ = (long) Py_DecRef.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle _Py_Dealloc = Downcall.ofVoid("_Py_Dealloc", OBJECT);

    /** Deallocates an object whose reference count has just become 0. May run Python code. */
    public static void _Py_Dealloc(long o) {
        if (StackGuard.ACTIVE && StackGuard.postpones(o)) {
            return;
        }
        try {
            long _ = (long) _Py_Dealloc.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetFlags = Downcall.leaf("PyType_GetFlags", JAVA_LONG, OBJECT);

    /** Returns the {@code Py_TPFLAGS_} bits. Is a leaf. */
    public static long PyType_GetFlags(long type) {
        try {
            return (long) PyType_GetFlags.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_IsSubtype = Downcall.leaf("PyType_IsSubtype", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, according to the method resolution order. Is a leaf. */
    public static int PyType_IsSubtype(long a, long b) {
        try {
            return (int) (long) PyType_IsSubtype.invokeExact(a, b);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_FromSpec = Downcall.of("PyType_FromSpec", OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyType_FromSpec(long spec) {
        try {
            return (long) PyType_FromSpec.invokeExact(spec);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_FromSpecWithBases =
            Downcall.of("PyType_FromSpecWithBases", OBJECT, JAVA_LONG, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyType_FromSpecWithBases(long spec, long bases) {
        try {
            return (long) PyType_FromSpecWithBases.invokeExact(spec, bases);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_FromModuleAndSpec =
            Downcall.of("PyType_FromModuleAndSpec", OBJECT, OBJECT, JAVA_LONG, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyType_FromModuleAndSpec(long module, long spec, long bases) {
        try {
            return (long) PyType_FromModuleAndSpec.invokeExact(module, spec, bases);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_FromMetaclass =
            Downcall.of("PyType_FromMetaclass", OBJECT, OBJECT, OBJECT, JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyType_FromMetaclass}. */
    public static final boolean HAS_PyType_FromMetaclass = LibPython.has("PyType_FromMetaclass");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. Since 3.12. */
    public static long PyType_FromMetaclass(long metaclass, long module, long spec, long bases) {
        try {
            return (long) PyType_FromMetaclass.invokeExact(metaclass, module, spec, bases);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_Ready = Downcall.of("PyType_Ready", JAVA_INT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyType_Ready(long type) {
        try {
            return (int) (long) PyType_Ready.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetName = Downcall.of("PyType_GetName", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyType_GetName}. */
    public static final boolean HAS_PyType_GetName = LibPython.has("PyType_GetName");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.11. */
    public static long PyType_GetName(long type) {
        try {
            return (long) PyType_GetName.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetQualName = Downcall.of("PyType_GetQualName", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyType_GetQualName}. */
    public static final boolean HAS_PyType_GetQualName = LibPython.has("PyType_GetQualName");

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. Since 3.11. */
    public static long PyType_GetQualName(long type) {
        try {
            return (long) PyType_GetQualName.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetFullyQualifiedName =
            Downcall.of("PyType_GetFullyQualifiedName", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyType_GetFullyQualifiedName}. */
    public static final boolean HAS_PyType_GetFullyQualifiedName = LibPython.has("PyType_GetFullyQualifiedName");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. Since 3.13. */
    public static long PyType_GetFullyQualifiedName(long type) {
        try {
            return (long) PyType_GetFullyQualifiedName.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetModuleName = Downcall.of("PyType_GetModuleName", OBJECT, OBJECT);

    /** Whether this Python has {@link #PyType_GetModuleName}. */
    public static final boolean HAS_PyType_GetModuleName = LibPython.has("PyType_GetModuleName");

    /** Returns a new reference, or NULL with a Python error set. May run Python code. Since 3.13. */
    public static long PyType_GetModuleName(long type) {
        try {
            return (long) PyType_GetModuleName.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetSlot = Downcall.of("PyType_GetSlot", JAVA_LONG, OBJECT, JAVA_INT);

    /**
     * Returns the function or data pointer of the slot, or NULL without a Python error if the type has none. Before
     * 3.10 {@code type} must be a heap type. Runs no Python code.
     */
    public static long PyType_GetSlot(long type, int slot) {
        try {
            return (long) PyType_GetSlot.invokeExact(type, (long) slot);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetModule = Downcall.of("PyType_GetModule", OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyType_GetModule(long type) {
        try {
            return (long) PyType_GetModule.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetModuleState = Downcall.of("PyType_GetModuleState", JAVA_LONG, OBJECT);

    /**
     * Returns the state of the type's module, borrowed; NULL without a Python error if the module has none; or NULL
     * with a Python error set. Runs no Python code.
     */
    public static long PyType_GetModuleState(long type) {
        try {
            return (long) PyType_GetModuleState.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GenericNew =
            Downcall.of("PyType_GenericNew", OBJECT, OBJECT, OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyType_GenericNew(long type, long args, long kwargs) {
        try {
            return (long) PyType_GenericNew.invokeExact(type, args, kwargs);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GenericAlloc =
            Downcall.of("PyType_GenericAlloc", OBJECT, OBJECT, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyType_GenericAlloc(long type, long n) {
        try {
            return (long) PyType_GenericAlloc.invokeExact(type, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_Modified = Downcall.ofVoid("PyType_Modified", OBJECT);

    /** Invalidates the attribute cache of the type and its subtypes. Runs no Python code. */
    public static void PyType_Modified(long type) {
        try {
            long _ = (long) PyType_Modified.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_Freeze = Downcall.of("PyType_Freeze", JAVA_INT, OBJECT);

    /** Whether this Python has {@link #PyType_Freeze}. */
    public static final boolean HAS_PyType_Freeze = LibPython.has("PyType_Freeze");

    /** Returns 0, or -1 with a Python error set. Runs no Python code. Since 3.14. */
    public static int PyType_Freeze(long type) {
        try {
            return (int) (long) PyType_Freeze.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetTypeData =
            Downcall.of("PyObject_GetTypeData", JAVA_LONG, OBJECT, OBJECT);

    /** Whether this Python has {@link #PyObject_GetTypeData}. */
    public static final boolean HAS_PyObject_GetTypeData = LibPython.has("PyObject_GetTypeData");

    /**
     * Returns a pointer to the memory that {@code type} adds to the object, borrowed from it. Runs no Python code.
     * Since 3.12.
     */
    public static long PyObject_GetTypeData(long o, long type) {
        try {
            return (long) PyObject_GetTypeData.invokeExact(o, type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyType_GetTypeDataSize = Downcall.of("PyType_GetTypeDataSize", JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyType_GetTypeDataSize}. */
    public static final boolean HAS_PyType_GetTypeDataSize = LibPython.has("PyType_GetTypeDataSize");

    /** Returns the size of that memory in bytes, or -1 with a Python error set. Runs no Python code. Since 3.12. */
    public static long PyType_GetTypeDataSize(long type) {
        try {
            return (long) PyType_GetTypeDataSize.invokeExact(type);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_Type = Downcall.of("PyObject_Type", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. Runs no Python code. */
    public static long PyObject_Type(long o) {
        try {
            return (long) PyObject_Type.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_GetItemData = Downcall.of("PyObject_GetItemData", JAVA_LONG, OBJECT);

    /** Whether this Python has {@link #PyObject_GetItemData}. */
    public static final boolean HAS_PyObject_GetItemData = LibPython.has("PyObject_GetItemData");

    /**
     * Returns a pointer to the variable-size items, borrowed from the object, or NULL with a Python error set. Runs no
     * Python code. Since 3.12.
     */
    public static long PyObject_GetItemData(long o) {
        try {
            return (long) PyObject_GetItemData.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_VisitManagedDict =
            Downcall.of("PyObject_VisitManagedDict", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Whether this Python has {@link #PyObject_VisitManagedDict}. */
    public static final boolean HAS_PyObject_VisitManagedDict = LibPython.has("PyObject_VisitManagedDict");

    /**
     * Returns 0, or the first result of {@code visit} that is not 0. For {@code tp_traverse}. Runs no Python code.
     * Since 3.13.
     */
    public static int PyObject_VisitManagedDict(long o, long visit, long arg) {
        try {
            return (int) (long) PyObject_VisitManagedDict.invokeExact(o, visit, arg);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyObject_ClearManagedDict = Downcall.ofVoid("PyObject_ClearManagedDict", OBJECT);

    /** Whether this Python has {@link #PyObject_ClearManagedDict}. */
    public static final boolean HAS_PyObject_ClearManagedDict = LibPython.has("PyObject_ClearManagedDict");

    /** Clears the managed dictionary of the object. For {@code tp_clear}. May run Python code. Since 3.13. */
    public static void PyObject_ClearManagedDict(long o) {
        try {
            long _ = (long) PyObject_ClearManagedDict.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_EnterRecursiveCall = Downcall.of("Py_EnterRecursiveCall", JAVA_INT, JAVA_LONG);

    /**
     * Returns 0, or -1 with {@code RecursionError} set. {@code where} is a C string in UTF-8 that ends the message.
     * Runs no Python code.
     */
    public static int Py_EnterRecursiveCall(long where) {
        try {
            return (int) (long) Py_EnterRecursiveCall.invokeExact(where);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_LeaveRecursiveCall = Downcall.leafVoid("Py_LeaveRecursiveCall");

    /** Ends what a successful {@link #Py_EnterRecursiveCall} began. Is a leaf. */
    public static void Py_LeaveRecursiveCall() {
        try {
            long _ = (long) Py_LeaveRecursiveCall.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_ReprEnter = Downcall.of("Py_ReprEnter", JAVA_INT, OBJECT);

    /** Returns 0; 1 if {@code o} is being printed already; or -1 with a Python error set. Runs no Python code. */
    public static int Py_ReprEnter(long o) {
        try {
            return (int) (long) Py_ReprEnter.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_ReprLeave = Downcall.ofVoid("Py_ReprLeave", OBJECT);

    /** Ends what a {@link #Py_ReprEnter} that returned 0 began. May run Python code. */
    public static void Py_ReprLeave(long o) {
        try {
            long _ = (long) Py_ReprLeave.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle Py_GetConstantBorrowed = Downcall.of("Py_GetConstantBorrowed", OBJECT, JAVA_INT);

    /** Whether this Python has {@link #Py_GetConstantBorrowed}. */
    public static final boolean HAS_Py_GetConstantBorrowed = LibPython.has("Py_GetConstantBorrowed");

    /**
     * Returns a borrowed reference, or NULL with a Python error set for an unknown {@code id}. Runs no Python code.
     * Since 3.13.
     */
    public static long Py_GetConstantBorrowed(int id) {
        try {
            return (long) Py_GetConstantBorrowed.invokeExact((long) id);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** {@code <}. */
    public static final int Py_LT = 0;

    /** {@code <=}. */
    public static final int Py_LE = 1;

    /** {@code ==}. */
    public static final int Py_EQ = 2;

    /** {@code !=}. */
    public static final int Py_NE = 3;

    /** {@code >}. */
    public static final int Py_GT = 4;

    /** {@code >=}. */
    public static final int Py_GE = 5;

    /** Only C code can create instances. Since 3.10. */
    public static final long Py_TPFLAGS_DISALLOW_INSTANTIATION = 1L << 7;

    /** The type was created at run time. */
    public static final long Py_TPFLAGS_HEAPTYPE = 1L << 9;

    /** The type may have subclasses. */
    public static final long Py_TPFLAGS_BASETYPE = 1L << 10;

    /** Instances may have a vectorcall function. */
    public static final long Py_TPFLAGS_HAVE_VECTORCALL = 1L << 11;

    /** Instances take part in cyclic collection. */
    public static final long Py_TPFLAGS_HAVE_GC = 1L << 14;

    /** {@code int} or a subclass. */
    public static final long Py_TPFLAGS_LONG_SUBCLASS = 1L << 24;

    /** {@code list} or a subclass. */
    public static final long Py_TPFLAGS_LIST_SUBCLASS = 1L << 25;

    /** {@code tuple} or a subclass. */
    public static final long Py_TPFLAGS_TUPLE_SUBCLASS = 1L << 26;

    /** {@code bytes} or a subclass. */
    public static final long Py_TPFLAGS_BYTES_SUBCLASS = 1L << 27;

    /** {@code str} or a subclass. */
    public static final long Py_TPFLAGS_UNICODE_SUBCLASS = 1L << 28;

    /** {@code dict} or a subclass. */
    public static final long Py_TPFLAGS_DICT_SUBCLASS = 1L << 29;

    /** {@code BaseException} or a subclass. */
    public static final long Py_TPFLAGS_BASE_EXC_SUBCLASS = 1L << 30;

    /** {@code type} or a subclass. */
    public static final long Py_TPFLAGS_TYPE_SUBCLASS = 1L << 31;
}
