package dev.sanca.internal.convert;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the functional interface that a class implements, and the method of that interface. */
final class FunctionalInterfaces {
    private FunctionalInterfaces() {}

    /**
     * Returns the interface by which objects of a class are called: one that is marked {@link FunctionalInterface} or, for a
     * lambda, the interface that the lambda implements. Null if there is none, or if there are several and none of them extends
     * the others.
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

    /** Returns the only abstract method of an interface; null if it has none or several. */
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
