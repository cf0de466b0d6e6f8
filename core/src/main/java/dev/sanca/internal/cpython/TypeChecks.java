package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/** Which objects a class of references may stand for, by the address of a type that libpython exports. */
public final class TypeChecks {
    private TypeChecks() {}

    /** An object that libpython exports, looked up when it is first asked for: the classes are there before Python. */
    private static final class Builtin {
        private final String name;
        private long address;

        Builtin(String name) {
            this.name = name;
        }

        long address() {
            if (address == 0) {
                address = LibPython.address(name);
            }
            return address;
        }
    }

    /** Instances of a type or of a subclass; the type is named as in C, such as {@code PySet_Type}. */
    public static Kind.Check instancesOf(String type) {
        Builtin builtin = new Builtin(type);
        return word -> {
            long actual = Word.type(word);
            return actual == builtin.address() || object_h.PyType_IsSubtype(actual, builtin.address()) != 0;
        };
    }

    /** Objects of exactly a type. */
    public static Kind.Check exactly(String type) {
        Builtin builtin = new Builtin(type);
        return word -> Word.type(word) == builtin.address();
    }

    /** One object only, named as in C. */
    public static Kind.Check onlyThe(String object) {
        Builtin builtin = new Builtin(object);
        return word -> Word.is(word, builtin.address());
    }

    /** What {@code iter()} returns: {@code PyIter_Check}. */
    public static boolean isIterator(long word) {
        return abstract_h.PyIter_Check(word) != 0;
    }

    /** Whether {@code callable(object)}. */
    public static boolean isCallable(long word) {
        return object_h.PyCallable_Check(word) != 0;
    }

    /** Whether the type of an object has buffers. */
    public static boolean hasBuffer(long word) {
        return abstract_h.PyObject_CheckBuffer(word) != 0;
    }

    /** {@code isinstance(object, collections.abc.Mapping)}. */
    public static boolean isMapping(long word) {
        return TypeReads.isDict(word) || isInstanceOfAbstract(word, "Mapping");
    }

    /** {@code isinstance(object, collections.abc.Sequence)}. */
    public static boolean isSequence(long word) {
        return TypeReads.isList(word) || TypeReads.isTuple(word) || isInstanceOfAbstract(word, "Sequence");
    }

    private static boolean isInstanceOfAbstract(long word, String name) {
        ThreadState state = ThreadState.attached("a check against collections.abc");
        long module = CPythonOperations.INSTANCE.importModule(state, "collections.abc");
        try {
            long type = CPythonOperations.INSTANCE.getAttr(state, module, name);
            try {
                return CPythonOperations.INSTANCE.isInstance(state, word, type);
            } finally {
                Word.decref(type);
            }
        } finally {
            Word.decref(module);
        }
    }
}
