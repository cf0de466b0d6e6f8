package dev.sanca;

import dev.sanca.types.PyAny;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A Java interface in front of a Python object: what {@link Py#as} returns. */
final class InterfaceView implements InvocationHandler {
    private final Py<?> target;
    private final Class<?> type;

    private InterfaceView(Py<?> target, Class<?> type) {
        this.target = target;
        this.type = type;
    }

    static <I> I of(Py<?> target, Class<I> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName() + " is no interface: only an interface can stand in front of a Python object");
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new InterfaceView(target, type)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> target.toString();
            };
        }
        return Python.<@Nullable Object, Throwable>attach(py -> call(py, proxy, method, arguments));
    }

    private @Nullable Object call(Python py, Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        PyAny object = target.bind(py);
        @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : spread(method, arguments);
        PyAny result;
        if (object.hasAttr(method.getName())) {
            result = object.callMethod(method.getName(), given);
        } else if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } else if (isFunctional()) {
            result = object.call(given);
        } else {
            throw new UnsupportedOperationException("the Python object has no method " + method.getName() + ", which "
                    + type.getName() + " asks for");
        }
        return method.getReturnType() == void.class ? null : ResultConversion.to(result, method.getGenericReturnType());
    }

    /** The arguments of a method with variable arity, one by one. */
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
        return Arrays.stream(type.getMethods())
                        .filter(m -> Modifier.isAbstract(m.getModifiers()))
                        .count()
                == 1;
    }
}
