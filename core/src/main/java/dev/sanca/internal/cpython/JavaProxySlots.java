package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.boolobject_h;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.typeslots_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.Word;
import java.lang.invoke.MethodHandles;

/**
 * Implements the slots of proxies of Java objects: {@code str} and {@code repr} by {@code toString}, {@code ==} by
 * {@code equals}, {@code hash} by {@code hashCode}, the order by {@code compareTo} if both objects are {@link Comparable},
 * attributes by {@link JavaProxyAttributes}. A proxy is true, and has no {@code __dict__}. Instances of a subclass in Python
 * may have one; they are made from a proxy: {@code Subclass(proxy)}.
 *
 * <p><b>Thread:</b> Python calls the slots on any thread, through {@link Trampoline#run}.
 */
final class JavaProxySlots {
    private static final long NOT_IMPLEMENTED = LibPython.address("_Py_NotImplementedStruct");

    private JavaProxySlots() {}

    /** Returns the specification of the Python type. */
    static TypeSpec spec() {
        return new TypeSpec("sanca.JavaObject")
                .flags(object_h.Py_TPFLAGS_BASETYPE)
                .slot(typeslots_h.Py_tp_repr, slot("repr", long.class))
                .slot(typeslots_h.Py_tp_richcompare, slot("compare", long.class, long.class, int.class))
                .slot(typeslots_h.Py_tp_new, slot("newInstance", long.class, long.class, long.class))
                .method("__dir__", slot("dir", long.class, long.class))
                .method("__hash__", slot("hash", long.class, long.class))
                .methodOfOne("__getattribute__", slot("getAttribute", long.class, long.class));
    }

    /**
     * Sets the slots for the two methods that Python would call as slots without a check of the stack: 3.14 lets slots begin
     * where too little stack is left for Java. Set as attributes of the type, they are called as methods are, with a check.
     */
    static void finish(ThreadState state, long type) {
        for (String name : new String[] {"__hash__", "__getattribute__"}) {
            long method = CPythonOperations.INSTANCE.getAttr(state, type, name);
            try {
                CPythonOperations.INSTANCE.setAttr(state, type, name, method);
            } finally {
                Word.decref(method);
            }
        }
    }

    private static long slot(String name, Class<?>... parameters) {
        return Upcall.of(MethodHandles.lookup(), name, long.class, parameters);
    }

    /** The Java object of an instance. */
    private static Object held(ThreadState state, long self) {
        Object object = CPythonOperations.INSTANCE.unwrapOrNull(state, self);
        if (object == null) {
            throw new IllegalStateException(
                    "this proxy no longer holds its Java object: Python's garbage collector has cleared it, so keep the object"
                            + " elsewhere");
        }
        return object;
    }

    @SuppressWarnings("UnusedMethod") // this and the following are called through method handles
    private static long repr(long self) {
        return Trampoline.run(
                0,
                state -> PythonErrors.check(
                        state,
                        Strings.newString(String.valueOf(held(state, self).toString()))));
    }

    @SuppressWarnings("UnusedMethod")
    private static long hash(long self, long unused) {
        return Trampoline.run(
                0,
                state -> PythonErrors.check(
                        state,
                        longobject_h.PyLong_FromLongLong(held(state, self).hashCode())));
    }

    @SuppressWarnings("UnusedMethod")
    private static long compare(long self, long other, int operation) {
        return Trampoline.run(0, state -> {
            Object right = CPythonOperations.INSTANCE.unwrapOrNull(state, other);
            return right == null
                    ? Word.newRef(NOT_IMPLEMENTED)
                    : compare(held(state, self), right, Comparison.of(operation));
        });
    }

    private static long compare(Object left, Object right, Comparison comparison) {
        if (comparison.isEquality()) {
            return bool(left.equals(right) == (comparison == Comparison.EQ));
        } else if (!(left instanceof Comparable<?>) || !(right instanceof Comparable<?>)) {
            return Word.newRef(NOT_IMPLEMENTED);
        }
        @SuppressWarnings("unchecked") // it may throw ClassCastException, which becomes a TypeError
        int order = ((Comparable<Object>) left).compareTo(right);
        return bool(comparison.holds(order));
    }

    private static long bool(boolean value) {
        return boolobject_h.PyBool_FromLong(value ? 1 : 0);
    }

    @SuppressWarnings("UnusedMethod")
    private static long getAttribute(long self, long name) {
        return Trampoline.run(0, state -> JavaProxyAttributes.get(state, self, held(state, self), name));
    }

    @SuppressWarnings("UnusedMethod")
    private static long dir(long self, long unused) {
        return Trampoline.run(0, state -> JavaProxyAttributes.names(state, self, held(state, self)));
    }

    /** Implements {@code type(proxy)} and {@code Subclass(proxy)}: another proxy of the same object. */
    @SuppressWarnings("UnusedMethod")
    private static long newInstance(long type, long arguments, long keywords) {
        return Trampoline.run(0, state -> {
            Object object = SequenceReads.tupleSize(arguments) == 1 && keywords == 0
                    ? CPythonOperations.INSTANCE.unwrapOrNull(state, SequenceReads.tupleItem(arguments, 0))
                    : null;
            if (object == null) {
                throw PythonErrors.of(
                        state, "PyExc_TypeError", "a JavaObject is made of one Java object, which only Java makes");
            }
            return JavaProxy.type(state).allocate(state, type, object);
        });
    }
}
