package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.ImportedAttribute;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Implements a Java interface by a Python object: the result of {@link Py#as}. Each call attaches by itself.
 *
 * <p><b>Ownership:</b> the view keeps the {@link Py} reachable. Its count is released when neither is reachable any more.
 */
public final class InterfaceView implements InvocationHandler {
    private static final ImportedAttribute ID = new ImportedAttribute("builtins", "id");

    private final Py<?> target;
    private final Class<?> type;
    private final TypeArguments typeArguments;

    /** The hash code of the Python object's identity, by which two views of one object are equal; null if a view equals itself only. */
    private final @Nullable Integer identity;

    private InterfaceView(Py<?> target, Class<?> type, TypeArguments typeArguments, @Nullable Integer identity) {
        this.target = target;
        this.type = type;
        this.typeArguments = typeArguments;
        this.identity = identity;
    }

    /**
     * Returns a view of a Python object by an interface.
     *
     * @throws IllegalArgumentException if {@code type} is not an interface
     */
    public static <I> I of(Py<?> target, Class<I> type) {
        return of(target, type, TypeArguments.of(type, new Type[0]), null);
    }

    /** Returns a view of a Python object that Java code gets as an argument or an element: equal to any other such view of the object. */
    static <I> I ofArgument(ThreadState state, long word, Class<I> type, TypeArguments typeArguments) {
        int identity = Long.hashCode(
                Word.isTagged(word)
                        ? Attributes.readAndDecref(state, ID.callWords(state, word), Numbers::toLong)
                        : word);
        return of(ReferenceReaders.detached(word), type, typeArguments, identity);
    }

    /** Returns the object that a view stands for; null if the object is no view. */
    static @Nullable Py<?> targetOrNull(Object object) {
        return Proxy.isProxyClass(object.getClass()) && Proxy.getInvocationHandler(object) instanceof InterfaceView view
                ? view.target
                : null;
    }

    private static <I> I of(Py<?> target, Class<I> type, TypeArguments typeArguments, @Nullable Integer identity) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName() + " is not an interface: only an interface can stand in front of a Python object");
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                new InterfaceView(target, type, typeArguments, identity)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && isEqual(proxy, arguments[0]);
                case "hashCode" -> identity != null ? identity : System.identityHashCode(proxy);
                default -> target.toString();
            };
        }
        return Face.<@Nullable Object, Throwable>attach(target, py -> call(py, proxy, method, arguments));
    }

    private boolean isEqual(Object proxy, @Nullable Object other) {
        if (proxy == other) {
            return true;
        }
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof InterfaceView view
                && identity != null
                && identity.equals(view.identity)
                && target.is(view.target);
    }

    private @Nullable Object call(Python py, Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        PyAny object = target.bind(py);
        @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : spread(method, arguments);
        PyAny result;
        if (object.hasAttr(method.getName())) {
            result = object.callMethod(method.getName(), given);
        } else if (method.isDefault()) {
            return callDefault(proxy, method, arguments);
        } else if (isFunctional()) {
            result = object.call(given);
        } else {
            throw new UnsupportedOperationException(
                    "the Python object has no method " + method.getName() + ", which " + type.getName() + " asks for");
        }
        return method.getReturnType() == void.class ? null : convert(result, method);
    }

    private @Nullable Object callDefault(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "the default method " + method.getName() + " of " + type.getName()
                            + " cannot be called from outside its"
                            + " package: make the interface public, in a package that is exported, or give the Python object"
                            + " a method of that name",
                    e);
        }
    }

    private @Nullable Object convert(PyAny result, Method method) {
        Type wanted = typeArguments.resolve(method.getGenericReturnType());
        if (PyAny.class.isAssignableFrom(Readers.raw(wanted))) {
            throw new IllegalStateException("a method of an interface view cannot return " + wanted.getTypeName()
                    + ", which belongs to the attachment that ends with the call: declare a Java type, or a Py");
        }
        Object value = FromPython.convert(ThreadState.of(result), Refs.word(result), wanted);
        Reference.reachabilityFence(result);
        return value;
    }

    /** Returns the arguments of a method with variable arity as separate arguments. */
    private static @Nullable Object[] spread(Method method, @Nullable Object[] arguments) {
        if (!method.isVarArgs() || !(arguments[arguments.length - 1] instanceof @Nullable Object[] rest)) {
            return arguments;
        }
        int fixed = arguments.length - 1;
        @Nullable Object[] all = Arrays.copyOf(arguments, fixed + rest.length);
        System.arraycopy(rest, 0, all, fixed, rest.length);
        return all;
    }

    private boolean isFunctional() {
        return FunctionalInterfaces.method(type) != null;
    }
}
