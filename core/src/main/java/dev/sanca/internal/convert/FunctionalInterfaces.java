package dev.sanca.internal.convert;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which functional interface a class implements, and which method is its function. */
final class FunctionalInterfaces {
    private FunctionalInterfaces() {}

    /**
     * The one that a class of objects is called by: marked {@link FunctionalInterface} or, for a lambda, the one it was made
     * for; null if there is none, or several that have nothing to do with each other.
     */
    static @Nullable Class<?> of(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            collect(c, all);
        }
        boolean lambda = type.isHidden() || type.isSynthetic();
        List<Class<?>> functional = new ArrayList<>();
        for (Class<?> i : all) {
            if ((lambda || i.isAnnotationPresent(FunctionalInterface.class)) && method(i) != null) {
                functional.add(i);
            }
        }
        for (Class<?> candidate : functional) {
            if (functional.stream().allMatch(other -> other.isAssignableFrom(candidate))) {
                return candidate;
            }
        }
        return null;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        for (Class<?> i : type.getInterfaces()) {
            if (into.add(i)) {
                collect(i, into);
            }
        }
    }

    /** The only abstract method of an interface, or null. */
    static @Nullable Method method(Class<?> type) {
        Method only = null;
        for (Method method : type.getMethods()) {
            if (!Modifier.isAbstract(method.getModifiers()) || isOfObject(method)) {
                continue;
            }
            if (only != null && !overrides(only, method)) {
                return null;
            }
            if (only == null || only.getReturnType().isAssignableFrom(method.getReturnType())) {
                only = method;
            }
        }
        return only;
    }

    private static boolean overrides(Method a, Method b) {
        return a.getName().equals(b.getName()) && a.getParameterCount() == b.getParameterCount();
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(o -> o.getName().equals(method.getName())
                        && Arrays.equals(o.getParameterTypes(), method.getParameterTypes()));
    }
}
