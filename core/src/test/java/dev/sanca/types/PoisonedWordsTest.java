package dev.sanca.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.convert.TypeRef;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.PoisonProbe;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.testing.ReflectedRuntime;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Words that stand for nothing, in references, through every public method of every class of references: an exception, and
 * the JVM lives on.
 */
@ExtendWith(OwnershipExtension.class)
class PoisonedWordsTest {
    private static final List<Class<? extends PyAny>> CLASSES = List.of(
            PyAny.class,
            PyBool.class,
            PyInt.class,
            PyFloat.class,
            PyComplex.class,
            PyString.class,
            PyBytes.class,
            PyByteArray.class,
            PyMemoryView.class,
            PyBuffer.class,
            PyList.class,
            PyTuple.class,
            PyDict.class,
            PySet.class,
            PyFrozenSet.class,
            PyMapping.class,
            PySequence.class,
            PyIterator.class,
            PyRange.class,
            PySlice.class,
            PyType.class,
            PyModule.class,
            PyCallable.class,
            PyFunction.class,
            PyCFunction.class,
            PyCode.class,
            PyFrame.class,
            PyTraceback.class,
            PyCapsule.class,
            PyWeakref.class,
            PyMappingProxy.class,
            PyDate.class,
            PyTime.class,
            PyDateTime.class,
            PyDelta.class,
            PyTzInfo.class,
            PyBaseException.class,
            PyNone.class,
            PyEllipsis.class,
            PyNotImplemented.class,
            PySuper.class,
            PyGenericAlias.class);

    /** The methods that use no word, or only describe it. */
    private static final Set<String> HARMLESS = Set.of("isAlive", "toString", "asList", "asMap", "getClass");

    private static final List<Class<?>> JAVA_TYPES = List.of(
            Object.class,
            long.class,
            int.class,
            double.class,
            boolean.class,
            String.class,
            BigInteger.class,
            byte[].class,
            long[].class,
            double[].class,
            char[].class,
            List.class,
            Map.class,
            Set.class,
            Runnable.class,
            MemorySegment.class,
            PyList.class,
            Py.class,
            java.time.LocalDate.class,
            java.util.Optional.class);

    static Stream<PythonRuntime> runtimes() {
        return Stream.of(PythonRuntime.named("cpython"), ReflectedRuntime.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void everyMethodThrows(PythonRuntime runtime) {
        try (Python py = runtime.attach()) {
            ThreadState state = Face.state(py);
            for (long word : PoisonProbe.words()) {
                for (Class<? extends PyAny> type : CLASSES) {
                    for (Method method : type.getMethods()) {
                        if (isTested(method)) {
                            check(py, state, word, type, method);
                        }
                    }
                }
            }
        }
    }

    private static boolean isTested(Method method) {
        return PyAny.class.isAssignableFrom(method.getDeclaringClass())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !HARMLESS.contains(method.getName())
                && !method.getName().equals("close")
                && !method.getName().equals("equals");
    }

    private static void check(Python py, ThreadState state, long word, Class<? extends PyAny> type, Method method) {
        if (method.getName().equals("iterator") && type == PyIterator.class) {
            return; // itself
        }
        PyAny poisoned = Kind.of(type).make(state, word);
        try {
            Object result = method.invoke(poisoned, arguments(py, method));
            assertThat(result).as("%s of %s with 0x%x", method, type, word).isEqualTo("nothing: it must throw");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .as("%s of %s with 0x%x", method, type, word)
                    .isInstanceOfAny(
                            IllegalStateException.class, IllegalArgumentException.class, PythonException.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } finally {
            PoisonProbe.disarm(poisoned);
        }
    }

    private static @Nullable Object[] arguments(Python py, Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> argument(py, type))
                .toArray();
    }

    private static @Nullable Object argument(Python py, Class<?> type) {
        if (type == String.class) {
            return "name";
        } else if (type == int.class) {
            return 0;
        } else if (type == Class.class) {
            return PyList.class;
        } else if (type == TypeRef.class) {
            return new TypeRef<List<String>>() {};
        } else if (type == Object[].class) {
            return new Object[] {1, 2, 3, 4};
        } else if (type == PyType.class || type == PyAny.class) {
            return py.of(1).type();
        }
        return type.isPrimitive() ? 0 : (Object) 1;
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void everyConversionThrows(PythonRuntime runtime) {
        try (Python py = runtime.attach()) {
            ThreadState state = Face.state(py);
            for (long word : PoisonProbe.words()) {
                for (Class<?> type : JAVA_TYPES) {
                    PyAny poisoned = Kind.of(PyAny.class).make(state, word);
                    refused(() -> poisoned.as(type), word);
                    PoisonProbe.disarm(poisoned);
                }
            }
        }
    }

    /** As an argument, in containers and calls, as the other operand, as globals. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void everyUseAsAnArgumentThrows(PythonRuntime runtime) {
        try (Python py = runtime.attach()) {
            ThreadState state = Face.state(py);
            PyList list = py.list(1, 2);
            PyAny call = list.getAttr("append");
            for (long word : PoisonProbe.words()) {
                PyAny poisoned = Kind.of(PyAny.class).make(state, word);
                PyDict globals = Kind.of(PyDict.class).make(state, word);
                PyType type = Kind.of(PyType.class).make(state, word);
                List<Runnable> uses = new ArrayList<>(List.of(
                        () -> py.of(poisoned),
                        () -> py.list(poisoned),
                        () -> py.tuple(1, poisoned),
                        () -> py.set(List.of(poisoned)),
                        () -> py.of(Map.of("key", poisoned)),
                        () -> py.eval("1", globals),
                        () -> py.run("1", null, poisoned),
                        () -> call.call(poisoned),
                        () -> call.call(1, poisoned),
                        () -> call.call(1, 2, poisoned),
                        () -> call.call(1, 2, 3, poisoned),
                        () -> list.callMethod("append", poisoned),
                        () -> list.callMethod("append", dev.sanca.Kwargs.of("object", poisoned)),
                        () -> list.append(poisoned),
                        () -> list.setAttr("x", poisoned),
                        () -> list.setItem(0, poisoned),
                        () -> list.contains(poisoned),
                        () -> list.add(poisoned),
                        () -> list.eq(poisoned),
                        () -> list.isInstance(poisoned),
                        () -> py.of(1.5).type().isSubclassOf(type)));
                uses.forEach(use -> refused(use, word));
                List.of(poisoned, globals, type).forEach(PoisonProbe::disarm);
            }
            assertThat(list.len()).isEqualTo(2);
        }
    }

    /** A {@code Py} of such a word: bound or moved it is refused, or refused at its first use. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void everyUseOfADetachedOneThrows(PythonRuntime runtime) {
        try (Python py = runtime.attach()) {
            ThreadState state = Face.state(py);
            for (long word : PoisonProbe.words()) {
                PyAny poisoned = Kind.of(PyAny.class).make(state, word);
                refused(() -> Py.of(poisoned).bind(py).repr(), word);
                PoisonProbe.disarm(poisoned);
            }
        }
    }

    private static void refused(Runnable use, long word) {
        try {
            use.run();
        } catch (IllegalStateException | IllegalArgumentException | PythonException e) {
            return;
        }
        throw new AssertionError(String.format("the word 0x%x was used", word));
    }
}
