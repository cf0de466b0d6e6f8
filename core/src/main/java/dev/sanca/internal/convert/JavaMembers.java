package dev.sanca.internal.convert;

import dev.sanca.PythonFunctionBody;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of a Java class that Python finds by name: its public methods, if they are declared by public classes and
 * interfaces of exported packages. They are looked up once for each class, and kept with the class.
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

    /** Returns the members of a class. */
    public static JavaMembers of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Returns the names of all members, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(methods.keySet());
    }

    /** Returns the method of a name, bound to an object; null if there is no such method. */
    public @Nullable PythonFunctionBody method(Object target, String name) {
        Overloads overloads = methods.get(name);
        if (overloads == null) {
            return null;
        }
        PythonFunctionBody body = (py, arguments, keywords) -> overloads.call(py, target, arguments, keywords);
        return target instanceof OutputStream stream && name.equals("write") ? TextWrites.of(stream, body) : body;
    }

    /** Returns the message for a name that is not a member. */
    public static String missing(Class<?> type, String name) {
        return "a Java " + type.getName() + " has no public method '" + name + "'";
    }
}
