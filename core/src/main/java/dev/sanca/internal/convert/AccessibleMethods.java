package dev.sanca.internal.convert;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods of a class that any code may call: public methods, declared by public classes and interfaces in exported
 * packages. An overridden method counts once, by the declaration nearest to the class.
 */
final class AccessibleMethods {
    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }

    private AccessibleMethods() {}

    static List<Method> of(Class<?> type) {
        List<Method> found = new ArrayList<>();
        Set<Signature> seen = new HashSet<>();
        for (Class<?> c : supertypes(type)) {
            if (isExportedType(c)) {
                add(c, found, seen);
            }
        }
        return found;
    }

    /** Returns the class, its superclasses, then all their interfaces; each type comes before those that it extends. */
    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            all.add(c);
        }
        for (Class<?> c : List.copyOf(all)) {
            addInterfaces(c, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> i : type.getInterfaces()) {
            all.add(i);
            addInterfaces(i, all);
        }
    }

    private static boolean isExportedType(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName(), AccessibleMethods.class.getModule());
    }

    private static void add(Class<?> declaring, List<Method> found, Set<Signature> seen) {
        Method[] declared = declaring.getDeclaredMethods();
        for (Method method : declared) {
            if (!method.isBridge() && isCallable(declaring, method) && seen.add(Signature.of(method))) {
                found.add(method);
            }
        }
        for (Method bridge : declared) {
            if (bridge.isBridge()
                    && isCallable(declaring, bridge)
                    && seen.add(Signature.of(bridge))
                    && !hasTarget(bridge, declared)) {
                // Its target is in a superclass that is not public, such as that of StringBuilder.length.
                found.add(bridge);
            }
        }
    }

    private static boolean isCallable(Class<?> declaring, Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPublic(modifiers) && !(declaring.isInterface() && Modifier.isStatic(modifiers));
    }

    /** Returns whether the class declares the target of a bridge method. Then the target is called, with its types. */
    private static boolean hasTarget(Method bridge, Method[] declared) {
        return Arrays.stream(declared)
                .anyMatch(m -> !m.isBridge()
                        && m.getName().equals(bridge.getName())
                        && m.getParameterCount() == bridge.getParameterCount());
    }
}
