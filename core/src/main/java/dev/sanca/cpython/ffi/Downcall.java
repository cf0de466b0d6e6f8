package dev.sanca.cpython.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes the method handles of the header classes.
 *
 * <p>A symbol that the loaded library does not have becomes a handle that throws, so that a class of two hundred functions
 * still loads on a Python that lacks one of them.
 */
@SuppressWarnings("restricted")
final class Downcall {
    /**
     * A pointer to an object ({@code PyObject *}, {@code PyTypeObject *} and the like) as argument or result, for
     * {@link WordCheck}. All other pointers are {@code JAVA_LONG}.
     */
    static final ValueLayout.OfLong OBJECT = ValueLayout.JAVA_LONG.withName("PyObject *");

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option[] ORDINARY = {};
    private static final Linker.Option[] LEAF = {Linker.Option.critical(false)};
    private static final Linker.Option[] LEAF_HEAP = {Linker.Option.critical(true)};

    private Downcall() {}

    /** A function of libpython that returns a value. */
    static MethodHandle of(String name, MemoryLayout result, MemoryLayout... arguments) {
        return StackGuard.guarded(name, python(name, FunctionDescriptor.of(result, arguments), ORDINARY));
    }

    /** A function of libpython that returns nothing. */
    static MethodHandle ofVoid(String name, MemoryLayout... arguments) {
        return StackGuard.guarded(name, python(name, FunctionDescriptor.ofVoid(arguments), ORDINARY));
    }

    /** As {@link #of}, for a function that neither runs Python code, nor blocks, nor frees. */
    static MethodHandle leaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, FunctionDescriptor.of(result, arguments), LEAF);
    }

    /** As {@link #ofVoid}, for a function that neither runs Python code, nor blocks, nor frees. */
    static MethodHandle leafVoid(String name, MemoryLayout... arguments) {
        return python(name, FunctionDescriptor.ofVoid(arguments), LEAF);
    }

    /** As {@link #leaf}; an {@code ADDRESS} argument may be a segment of a Java array. */
    static MethodHandle leafHeap(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, FunctionDescriptor.of(result, arguments), LEAF_HEAP);
    }

    /** A function of the C library. */
    static MethodHandle libc(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, FunctionDescriptor.of(result, arguments), ORDINARY);
    }

    /** A function of the C library that returns nothing. */
    static MethodHandle libcVoid(String name, MemoryLayout... arguments) {
        return libc(name, FunctionDescriptor.ofVoid(arguments), ORDINARY);
    }

    /** A function of the C library that returns at once. */
    static MethodHandle libcLeaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, FunctionDescriptor.of(result, arguments), LEAF);
    }

    /**
     * What a header method throws when its handle threw. Native functions do not throw, so this is either the handle of a
     * missing function, an error of the virtual machine, or a defect in this package.
     */
    static RuntimeException unreachable(Throwable t) {
        return switch (t) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> throw new AssertionError("a native call threw a checked exception", t);
        };
    }

    private static MethodHandle python(String name, FunctionDescriptor descriptor, Linker.Option[] options) {
        long address = LibPython.find(name);
        if (address != 0) {
            MethodHandle function = LINKER.downcallHandle(MemorySegment.ofAddress(address), wide(descriptor), options);
            return WordCheck.checked(name, descriptor, DowncallCount.counted(function));
        }
        String why = "The loaded Python (" + LibPython.description() + ") has no function " + name
                + ": it was added in a later version or removed from this one. Ask HAS_" + name
                + " first, or use another Python.";
        return missing(why, descriptor);
    }

    /**
     * The function as one of few shapes: every {@code int} is a {@code long}, and what returns nothing returns some
     * {@code long}. A register is wide enough for both, and what it has above an {@code int}, neither side looks at.
     *
     * @implNote For each shape the JVM makes some ten classes when it is first linked; 58 of them were half of the time to the
     *     first result.
     */
    private static FunctionDescriptor wide(FunctionDescriptor descriptor) {
        return FunctionDescriptor.of(
                descriptor.returnLayout().map(Downcall::wide).orElse(ValueLayout.JAVA_LONG),
                descriptor.argumentLayouts().stream().map(Downcall::wide).toArray(MemoryLayout[]::new));
    }

    private static MemoryLayout wide(MemoryLayout layout) {
        return layout.equals(ValueLayout.JAVA_INT) ? ValueLayout.JAVA_LONG : layout;
    }

    private static MethodHandle libc(String name, FunctionDescriptor descriptor, Linker.Option[] options) {
        return LINKER.defaultLookup()
                .find(name)
                .map(symbol -> DowncallCount.counted(LINKER.downcallHandle(symbol, wide(descriptor), options)))
                .orElseGet(() -> missing("The C library of this system has no function " + name + ".", descriptor));
    }

    private static MethodHandle missing(String why, FunctionDescriptor descriptor) {
        MethodType type = wide(descriptor).toMethodType();
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), UnsupportedOperationException.class);
        MethodHandle make;
        try {
            make = MethodHandles.lookup()
                    .findConstructor(
                            UnsupportedOperationException.class, MethodType.methodType(void.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("UnsupportedOperationException has no constructor for a message", e);
        }
        MethodHandle throwNow = MethodHandles.foldArguments(thrower, make.bindTo(why));
        return MethodHandles.dropArguments(throwNow, 0, type.parameterList());
    }
}
