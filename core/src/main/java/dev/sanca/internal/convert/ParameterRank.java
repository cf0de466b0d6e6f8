package dev.sanca.internal.convert;

import java.lang.invoke.MethodType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How early a parameter's type is tried for an argument from Python, in the order that {@link Overloads} describes.
 *
 * @param precedence the types with a smaller number are tried first
 * @param supertypes the number of supertypes; among types of the same precedence, those with more are tried first, since a
 *     class has more supertypes than any class that it extends
 */
record ParameterRank(int precedence, int supertypes) implements Comparable<ParameterRank> {
    private static final List<Class<?>> PRIMITIVES =
            List.of(boolean.class, int.class, long.class, double.class, float.class, short.class, byte.class);
    private static final int STRING = 2 * PRIMITIVES.size();
    private static final int CLASS = STRING + 1;
    private static final int CHAR = CLASS + 1;
    private static final int OBJECT = CHAR + 1;

    private static final Comparator<ParameterRank> ORDER = Comparator.comparingInt(ParameterRank::precedence)
            .thenComparing(Comparator.comparingInt(ParameterRank::supertypes).reversed());

    static ParameterRank of(Class<?> type) {
        return new ParameterRank(precedenceOf(type), supertypesOf(type));
    }

    private static int precedenceOf(Class<?> type) {
        int index = PRIMITIVES.indexOf(MethodType.methodType(type).unwrap().returnType());
        if (index >= 0) {
            return 2 * index + (type.isPrimitive() ? 0 : 1);
        } else if (type == String.class) {
            return STRING;
        } else if (type == char.class || type == Character.class) {
            return CHAR;
        }
        return type == Object.class ? OBJECT : CLASS;
    }

    private static int supertypesOf(Class<?> type) {
        Set<Class<?>> all = new HashSet<>();
        collect(type, all);
        return all.size();
    }

    private static void collect(Class<?> type, Set<Class<?>> all) {
        if (all.add(type)) {
            for (Class<?> i : type.getInterfaces()) {
                collect(i, all);
            }
            if (type.getSuperclass() != null) {
                collect(type.getSuperclass(), all);
            }
        }
    }

    @Override
    public int compareTo(ParameterRank other) {
        return ORDER.compare(this, other);
    }
}
