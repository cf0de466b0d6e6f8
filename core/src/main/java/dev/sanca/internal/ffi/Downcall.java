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
    private static final Map<Shape, MethodHandle> SHAPES = new ConcurrentHashMap<>();

    /** In what way the JVM calls. */
    private enum Way {
        ORDINARY(),
        LEAF(Linker.Option.critical(false)),
        LEAF_HEAP(Linker.Option.critical(true));

        @SuppressWarnings("ImmutableEnumChecker") // changed by nobody
        final Linker.Option[] options;

        Way(Linker.Option... options) {
            this.options = options;
        }
    }

    /**
     * What functions have in common: the kinds of registers for the arguments and the result, a letter for each, and what comes
     * before the call.
     *
     * @implNote Every {@code int} is a {@code long}, and what returns nothing returns some {@code long}: a register is wide
     *     enough for both, and what it has above an {@code int}, neither side looks at. For each shape the JVM makes some ten
     *     classes when it is first linked, which is half of the time to the first result; to give a linked shape its address
     *     is cheap, and most of some 450 functions that are linked at the start differ in that alone.
     */
    private record Shape(String types, Way way, @Nullable MethodHandle before) {
        /** A handle that wants the address of the function as its first argument. */
        MethodHandle link() {
            MethodHandle function = LINKER.downcallHandle(descriptor(), way.options);
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

    /** A function of libpython that returns a value. */
    static MethodHandle of(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, Way.ORDINARY, StackGuard.before(name), result, arguments);
    }

    /** A function of libpython that returns nothing. */
    static MethodHandle ofVoid(String name, MemoryLayout... arguments) {
        return python(name, Way.ORDINARY, StackGuard.before(name), ValueLayout.JAVA_LONG, arguments);
    }

    /** As {@link #of}, for a function that neither runs Python code, nor blocks, nor frees. */
    static MethodHandle leaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, Way.LEAF, null, result, arguments);
    }

    /** As {@link #ofVoid}, for a function that neither runs Python code, nor blocks, nor frees. */
    static MethodHandle leafVoid(String name, MemoryLayout... arguments) {
        return python(name, Way.LEAF, null, ValueLayout.JAVA_LONG, arguments);
    }

    /** As {@link #leaf}; an {@code ADDRESS} argument may be a segment of a Java array. */
    static MethodHandle leafHeap(String name, MemoryLayout result, MemoryLayout... arguments) {
        return python(name, Way.LEAF_HEAP, null, result, arguments);
    }

    /** A function of the C library. */
    static MethodHandle libc(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, Way.ORDINARY, result, arguments);
    }

    /** A function of the C library that returns nothing. */
    static MethodHandle libcVoid(String name, MemoryLayout... arguments) {
        return libc(name, Way.ORDINARY, ValueLayout.JAVA_LONG, arguments);
    }

    /** A function of the C library that returns at once. */
    static MethodHandle libcLeaf(String name, MemoryLayout result, MemoryLayout... arguments) {
        return libc(name, Way.LEAF, result, arguments);
    }

    /** A function at an address, of whatever library; one at address 0 becomes a handle that must not be called. */
    static MethodHandle at(long address, MemoryLayout result, MemoryLayout... arguments) {
        return address == 0
                ? missing("There is no function at address 0.", result, arguments)
                : DowncallCount.counted(
                        linked(MemorySegment.ofAddress(address), Way.ORDINARY, null, result, arguments));
    }

    /**
     * What a header method throws when its handle threw. Native functions do not throw, so this is either the handle of a
     * missing function, an error of the virtual machine, or a defect in this package.
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

    /** Calls a function without arguments by its address; leaf. */
    static long callAddress(long address) {
        MethodHandle function = linked(MemorySegment.ofAddress(address), Way.LEAF, null, ValueLayout.JAVA_LONG);
        try {
            return (long) function.invokeExact();
        } catch (Throwable t) {
            throw unreachable(t);
        }
    }

    private static MethodHandle python(
            String name, Way way, @Nullable MethodHandle before, MemoryLayout result, MemoryLayout... arguments) {
        long address = LibPython.find(name);
        if (address == 0) {
            String why = "The loaded Python (" + LibPython.description() + ") has no function " + name
                    + ": it was added in a later version or removed from this one. Ask HAS_" + name
                    + " first, or use another Python.";
            return missing(why, result, arguments);
        }
        MemorySegment function =
                MemorySegment.ofAddress(way == Way.ORDINARY ? StackSwitch.down(address, arguments.length) : address);
        if (!WordCheck.ACTIVE && !DowncallCount.ACTIVE) {
            return linked(function, way, before, result, arguments);
        }
        MethodHandle checked = WordCheck.checked(
                name,
                FunctionDescriptor.of(result, arguments),
                DowncallCount.counted(linked(function, way, null, result, arguments)));
        return before == null ? checked : MethodHandles.foldArguments(checked, before);
    }

    private static MethodHandle libc(String name, Way way, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.defaultLookup()
                .find(name)
                .map(symbol -> DowncallCount.counted(linked(symbol, way, null, result, arguments)))
                .orElseGet(
                        () -> missing("The C library of this system has no function " + name + ".", result, arguments));
    }

    private static MethodHandle linked(
            MemorySegment function,
            Way way,
            @Nullable MethodHandle before,
            MemoryLayout result,
            MemoryLayout... arguments) {
        Shape shape = new Shape(types(result, arguments), way, before);
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
        MethodType type = new Shape(types(result, arguments), Way.ORDINARY, null)
                .descriptor()
                .toMethodType();
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), UnsupportedOperationException.class);
        MethodHandle throwNow = MethodHandles.foldArguments(thrower, Missing.ERROR.bindTo(why));
        return MethodHandles.dropArguments(throwNow, 0, type.parameterList());
    }

    /** Makes the error of a function that is not there. */
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
