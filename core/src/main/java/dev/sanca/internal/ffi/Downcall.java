package dev.sanca.internal.ffi;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates the method handles of the header classes.
 *
 * <p>A symbol that the loaded library lacks becomes a handle that throws {@link UnsupportedOperationException}, so that
 * a class of two hundred functions still loads on a Python that lacks one of them.
 */
@SuppressWarnings("restricted")
final class Downcall {
    /**
     * A pointer to an object ({@code PyObject *}, {@code PyTypeObject *} and the like) as argument or result, for
     * {@link WordCheck}. All other pointers are {@code JAVA_LONG}.
     */
    static final ValueLayout.OfLong OBJECT = ValueLayout.JAVA_LONG.withName("PyObject *");

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Map<Shape, MethodHandle> SHAPES = new ConcurrentHashMap<>();

    /** The linker options of a call. */
    private enum CallKind {
        ORDINARY(),
        LEAF(Linker.Option.critical(false)),
        LEAF_HEAP(Linker.Option.critical(true));

        @SuppressWarnings("ImmutableEnumChecker") // the array is never written
        final Linker.Option[] options;

        CallKind(Linker.Option... options) {
            this.options = options;
        }
    }

    /**
     * A call shape, which many functions share: the register class of the result and of each argument, one letter each,
     * the linker options, and the handle that runs before the call.
     *
     * @implNote Every {@code int} is passed as a {@code long}, and a function without a result returns an unspecified
     *     {@code long}: a register has 64 bits, and neither side looks at the bits above an {@code int}. The JVM
     *     generates about ten classes for a shape when it is first linked, which is half of the time to the first
     *     result. Binding a linked shape to an address is cheap, and most of some 450 functions that are linked at the
     *     start differ only in the address.
     */
    private record Shape(
            String types, CallKind kind, @Nullable MethodHandle before) {
        /** Returns a handle whose first argument is the address of the function. */
        MethodHandle link() {
            MethodHandle function = LINKER.downcallHandle(descriptor(), kind.options);
            return before == null ? function : MethodHandles.foldArguments(function, before);
        }

        private FunctionDescriptor descriptor() {
            MemoryLayout[] arguments = new MemoryLayout[types.length() - 1];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = layout(types.charAt(i + 1));
            }
            return FunctionDescriptor.of(layout(types.charAt(0)), arguments);
        }
    }

    private Downcall() {}

    /** Returns the handle of a function of libpython that has a result. */
    static MethodHandle of(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, CallKind.ORDINARY, StackGuard.before(name), result, arguments);
    }

    /** Returns the handle of a function of libpython without a result. */
    static MethodHandle ofVoid(String name, MemoryLayout... arguments) {
        return python(name, CallKind.ORDINARY, StackGuard.before(name), ValueLayout.JAVA_LONG, arguments);
    }

    /** As {@link #of}, for a function that neither runs Python code, nor blocks, nor frees memory. */
    static MethodHandle leaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, CallKind.LEAF, null, result, arguments);
    }

    /** As {@link #ofVoid}, for a function that neither runs Python code, nor blocks, nor frees memory. */
    static MethodHandle leafVoid(String name, MemoryLayout... arguments) {
        return python(name, CallKind.LEAF, null, ValueLayout.JAVA_LONG, arguments);
    }

    /** As {@link #leaf}; an {@code ADDRESS} argument may be a segment of a Java array. */
    static MethodHandle leafHeap(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, CallKind.LEAF_HEAP, null, result, arguments);
    }

    /** Returns the handle of a function of the C library. */
    static MethodHandle libc(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, CallKind.ORDINARY, result, arguments);
    }

    /** Returns the handle of a function of the C library without a result. */
    static MethodHandle libcVoid(String name, MemoryLayout... arguments) {
        return libc(name, CallKind.ORDINARY, ValueLayout.JAVA_LONG, arguments);
    }

    /** Returns the handle of a function of the C library that returns without blocking. */
    static MethodHandle libcLeaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, CallKind.LEAF, result, arguments);
    }

    /**
     * Returns the handle of a function of any library at an address. The handle for address 0 throws when it is called.
     */
    static MethodHandle at(long address, MemoryLayout result, MemoryLayout... arguments) {
        return address == 0
                ? missing("There is no function at address 0.", result, arguments)
                : DowncallCount.counted(
                        linked(MemorySegment.ofAddress(address), CallKind.ORDINARY, null, result, arguments));
    }

    /**
     * Returns, or throws, what a header method throws after its handle threw. Native functions do not throw, so the
     * cause is the handle of a missing function, an error of the virtual machine, or a defect in this package.
     */
    static RuntimeException unreachable(Throwable t) {
        if (t instanceof RuntimeException e) { // no switch: the JVM links one at its first use, and that takes memory
            return e;
        }
        if (t instanceof Error e) {
            throw e;
        }
        throw new AssertionError("a native call threw a checked exception", t);
    }

    /** Calls the function without arguments at an address. Is a leaf. */
    static long callAddress(long address) {
        MethodHandle function = linked(MemorySegment.ofAddress(address), CallKind.LEAF, null, ValueLayout.JAVA_LONG);
        try {
            return (long) function.invokeExact();
        } catch (Throwable t) {
            throw unreachable(t);
        }
    }

    private static MethodHandle python(
            String name, CallKind kind, @Nullable MethodHandle before, MemoryLayout result, MemoryLayout... arguments) {
        long address = LibPython.find(name);
        if (address == 0) {
            String why = "The loaded Python (" + LibPython.description() + ") has no function " + name
                    + ": it was added in a later version or removed from this one. Ask HAS_" + name
                    + " first, or use another Python.";
            return missing(why, result, arguments);
        }
        MemorySegment function = MemorySegment.ofAddress(
                kind == CallKind.ORDINARY ? StackSwitch.down(address, arguments.length) : address);
        if (!WordCheck.ACTIVE && !DowncallCount.ACTIVE) {
            return linked(function, kind, before, result, arguments);
        }
        MethodHandle checked = WordCheck.checked(
                name,
                FunctionDescriptor.of(result, arguments),
                DowncallCount.counted(linked(function, kind, null, result, arguments)));
        return before == null ? checked : MethodHandles.foldArguments(checked, before);
    }

    private static MethodHandle libc(String name, CallKind kind, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.defaultLookup()
                .find(name)
                .map(symbol -> DowncallCount.counted(linked(symbol, kind, null, result, arguments)))
                .orElseGet(
                        () -> missing("The C library of this system has no function " + name + ".", result, arguments));
    }

    private static MethodHandle linked(
            MemorySegment function,
            CallKind kind,
            @Nullable MethodHandle before,
            MemoryLayout result,
            MemoryLayout... arguments) {
        Shape shape = new Shape(types(result, arguments), kind, before);
        return SHAPES.computeIfAbsent(shape, Shape::link).bindTo(function);
    }

    private static String types(MemoryLayout result, MemoryLayout... arguments) {
        char[] types = new char[1 + arguments.length];
        types[0] = letter(result);
        for (int i = 0; i < arguments.length; i++) {
            types[i + 1] = letter(arguments[i]);
        }
        return new String(types);
    }

    private static char letter(MemoryLayout layout) {
        if (layout instanceof ValueLayout.OfDouble) {
            return 'D';
        }
        return layout instanceof AddressLayout ? 'L' : 'J';
    }

    private static MemoryLayout layout(char letter) {
        return switch (letter) {
            case 'D' -> ValueLayout.JAVA_DOUBLE;
            case 'L' -> ValueLayout.ADDRESS;
            default -> ValueLayout.JAVA_LONG;
        };
    }

    private static MethodHandle missing(String why, MemoryLayout result, MemoryLayout... arguments) {
        MethodType type = new Shape(types(result, arguments), CallKind.ORDINARY, null)
                .descriptor()
                .toMethodType();
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), UnsupportedOperationException.class);
        MethodHandle throwing = MethodHandles.foldArguments(thrower, Missing.ERROR.bindTo(why));
        return MethodHandles.dropArguments(throwing, 0, type.parameterList());
    }

    /** Creates the error of a missing function. */
    private static final class Missing {
        static final MethodHandle ERROR = constructor();

        private static MethodHandle constructor() {
            try {
                return MethodHandles.lookup()
                        .findConstructor(
                                UnsupportedOperationException.class, MethodType.methodType(void.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("UnsupportedOperationException has no constructor for a message", e);
            }
        }
    }
}
