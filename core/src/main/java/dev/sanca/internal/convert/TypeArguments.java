package dev.sanca.internal.convert;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/** The types that the type variables of an interface, and of the interfaces that it extends, are bound to. */
final class TypeArguments {
    private final Map<TypeVariable<?>, Type> known = new HashMap<>();

    private TypeArguments() {}

    /** Returns the bindings for an interface with these type arguments; a raw type has none. */
    static TypeArguments of(Class<?> type, Type[] arguments) {
        TypeArguments made = new TypeArguments();
        TypeVariable<?>[] variables = type.getTypeParameters();
        for (int i = 0; i < arguments.length; i++) {
            made.known.put(variables[i], arguments[i]);
        }
        made.addParents(type);
        return made;
    }

    private void addParents(Class<?> type) {
        for (Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType p) {
                Class<?> raw = (Class<?>) p.getRawType();
                TypeVariable<?>[] variables = raw.getTypeParameters();
                Type[] arguments = p.getActualTypeArguments();
                for (int i = 0; i < variables.length; i++) {
                    known.put(variables[i], resolve(arguments[i]));
                }
            }
            addParents(Readers.raw(parent));
        }
    }

    /** Returns the type that a variable is bound to. Returns any other type, and a variable that is not bound, unchanged. */
    Type resolve(Type type) {
        Type found = type instanceof TypeVariable<?> v ? known.get(v) : null;
        return found == null ? type : found;
    }
}
