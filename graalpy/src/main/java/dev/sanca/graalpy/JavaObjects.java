package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime.Members;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Python objects that stand for Java objects: the class {@code JavaObject} of {@code glue.py}. */
final class JavaObjects {
    private final GraalPyContext python;

    JavaObjects(GraalPyContext python) {
        this.python = python;
    }

    Value make(Object object, Members members) {
        ProxyExecutable get = names -> guarded(() -> {
            Object value = members.get(names[0].asString());
            return value == null ? python.glue.missing() : value;
        });
        ProxyExecutable dispatch = given -> guarded(() -> dispatch(object, members, given));
        return python.run(python.glue.javaObject(), new OpaqueObject(object), get, dispatch);
    }

    @Nullable
    Object objectOrNull(Value reference) {
        Value wrapped = python.run(python.glue.wrapped(), reference);
        return wrapped.isNull() ? null : wrapped.<OpaqueObject>asHostObject().object();
    }

    private Object dispatch(Object object, Members members, Value... given) {
        return switch (given[0].asString()) {
            case "toString" -> object.toString();
            case "hashCode" -> object.hashCode();
            case "equals" -> object.equals(objectOrNull(given[1]));
            case "compareTo" -> compare(object, objectOrNull(given[1]));
            case "isOrdered" -> object instanceof Comparable && objectOrNull(given[1]) instanceof Comparable;
            default -> String.join(" ", members.names());
        };
    }

    @SuppressWarnings("unchecked") // compareTo throws ClassCastException for another class
    private static int compare(Object object, @Nullable Object other) {
        return ((Comparable<@Nullable Object>) object).compareTo(other);
    }

    @FunctionalInterface
    private interface Action {
        Object run();
    }

    private Object guarded(Action action) {
        Value before = python.errors.suspend();
        try {
            return action.run();
        } catch (Throwable e) {
            return python.errors.raised(e);
        } finally {
            python.errors.resume(before);
        }
    }
}
