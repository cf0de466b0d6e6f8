package dev.sanca.internal.convert;

import dev.sanca.PythonFunctionBody;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Python sees of the objects of a Java class by name: its public methods, as far as they are declared by public classes
 * and interfaces of packages that are exported. Looked up once for each class and kept with it.
 *
 * <p><b>Thread:</b> any.
 */
public final class JavaMembers {
    private static final ClassValue<JavaMembers> KNOWN = new ClassValue<>() {
        @Override
        protected JavaMembers computeValue(Class<?> type) {
            return new JavaMembers(type);
        }
    };

    private final Map<String, Overloads> methods = new HashMap<>();

    private JavaMembers(Class<?> type) {
        Map<String, List<Method>> byName = new LinkedHashMap<>();
        for (Method method : AccessibleMethods.of(type)) {
            byName.computeIfAbsent(method.getName(), n -> new java.util.ArrayList<>())
                    .add(method);
        }
        byName.forEach((name, overloads) -> methods.put(name, Overloads.of(type, name, overloads)));
    }

    /** The members of the objects of a class. */
    public static JavaMembers of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** All names, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(methods.keySet());
    }

    /** The method of a name, bound to its object; null if there is none. */
    public @Nullable PythonFunctionBody method(Object target, String name) {
        Overloads overloads = methods.get(name);
        return overloads == null ? null : (py, arguments, keywords) -> overloads.call(py, target, arguments, keywords);
    }

    /** The message for a name that is no member. */
    public static String missing(Class<?> type, String name) {
        return "a Java " + type.getName() + " has no public method '" + name + "'";
    }
}
