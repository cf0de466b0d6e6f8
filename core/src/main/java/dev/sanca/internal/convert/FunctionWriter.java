package dev.sanca.internal.convert;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts lambdas and other objects with a functional interface to a Python callable, which converts its arguments to the
 * types that the interface's method declares. The compiler erases the type arguments of a lambda: where the interface says
 * {@code T}, an argument is converted as for {@code Object}, such as to a {@code Long} for an int.
 */
final class FunctionWriter implements Writer {
    private final String name;
    private final Type[] parameters;
    private final MethodHandle function;

    private FunctionWriter(Method method) throws IllegalAccessException {
        this.name = method.getName();
        this.parameters = method.getGenericParameterTypes();
        this.function = MethodHandles.lookup()
                .unreflect(method)
                .asSpreader(Object[].class, parameters.length)
                .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    }

    /** Returns the writer of a class; null if the class has no functional interface. */
    static @Nullable Writer of(Class<?> type) {
        if (PythonFunctionBody.class.isAssignableFrom(type)) {
            return Writer.of(
                    PythonFunctionBody.class,
                    (state, body) -> Operations.of(state).function(state, "call", body));
        }
        Class<?> functional = FunctionalInterfaces.of(type);
        if (functional == null) {
            return null;
        }
        Method method = FunctionalInterfaces.method(functional);
        if (method == null) {
            return null;
        }
        try {
            if (!method.trySetAccessible()) {
                return (state, value, depth) -> {
                    throw ConversionError.type(
                            "Sanca cannot call " + functional.getName() + ": let its module export or open the package "
                                    + functional.getPackageName() + " to dev.sanca");
                };
            }
            return new FunctionWriter(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was made accessible
        }
    }

    @Override
    public long write(ThreadState state, Object value, int depth) {
        return Operations.of(state)
                .function(state, name, (py, arguments, keywords) -> call(Face.state(py), value, arguments, keywords));
    }

    private @Nullable Object call(ThreadState state, Object target, List<PyAny> given, Map<String, PyAny> keywords) {
        if (!keywords.isEmpty()) {
            throw wrongArguments(state, "takes no keyword arguments");
        } else if (given.size() != parameters.length) {
            throw wrongArguments(
                    state, "takes " + parameters.length + " positional arguments but " + given.size() + " were given");
        }
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(given.get(i), i);
        }
        return UserCode.invoke(function, target, arguments);
    }

    private @Nullable Object argument(PyAny given, int i) {
        ThreadState state = ThreadState.of(given);
        try {
            return Readers.of(parameters[i]).read(state, Refs.word(given), 0);
        } catch (RuntimeException e) {
            RuntimeException placed = ConversionError.at(e, "argument " + (i + 1) + " of " + name + "()");
            throw placed instanceof ConversionError r ? r.toPython(state) : placed;
        } finally {
            Reference.reachabilityFence(given);
        }
    }

    private RuntimeException wrongArguments(ThreadState state, String why) {
        return ConversionError.type(name + "() " + why).toPython(state);
    }
}
