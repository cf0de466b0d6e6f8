package dev.sanca.internal.convert;

import dev.sanca.PythonException;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.types.PyAny;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of several methods with the same name. The order of overloads is that in which {@link Overloads} tries them. */
final class Overload implements Comparable<Overload> {
    private final Method method;
    private final Class<?>[] types;
    private final Type[] parameters;
    private final ParameterRank[] ranks;
    private volatile @Nullable MethodHandle handle;

    Overload(Method method) {
        this.method = method;
        this.types = method.getParameterTypes();
        this.parameters = method.getGenericParameterTypes();
        this.ranks = Arrays.stream(types).map(ParameterRank::of).toArray(ParameterRank[]::new);
    }

    @Override
    public int compareTo(Overload other) {
        int byRank = Arrays.compare(ranks, other.ranks);
        return byRank != 0 ? byRank : toString().compareTo(other.toString());
    }

    /**
     * Returns whether the method takes this number of arguments, either as they are or with the last ones collected in an
     * array.
     */
    boolean takes(int arguments, boolean spread) {
        return spread ? method.isVarArgs() && arguments >= types.length - 1 : arguments == types.length;
    }

    /**
     * Returns the arguments in the order of the parameters; null if their number is not that of the method, or a name is not that of a further
     * parameter.
     */
    @Nullable
    List<PyAny> arrange(List<PyAny> arguments, Map<String, PyAny> keywords, boolean spread) {
        if (keywords.isEmpty()) {
            return takes(arguments.size(), spread) ? arguments : null;
        } else if (spread || arguments.size() + keywords.size() != types.length) {
            return null;
        }
        List<PyAny> all = new ArrayList<>(arguments);
        Parameter[] named = method.getParameters();
        for (int i = arguments.size(); i < types.length; i++) {
            PyAny argument = named[i].isNamePresent() ? keywords.get(named[i].getName()) : null;
            if (argument == null) {
                return null;
            }
            all.add(argument);
        }
        return all;
    }

    /** Returns whether each container or text goes to a parameter of a class that it stands for; other objects suit any. */
    boolean suits(long[] words) {
        for (int i = 0; i < words.length; i++) {
            if (!NaturalClasses.suits(words[i], types[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the arguments as Java values; null if one of them cannot be converted. */
    @Nullable
    Object @Nullable [] convert(ThreadState state, long[] words, boolean spread) {
        @Nullable Object[] converted = new @Nullable Object[types.length];
        int fixed = spread ? types.length - 1 : types.length;
        for (int i = 0; i < fixed; i++) {
            converted[i] = convert(state, words[i], types[i], parameters[i]);
            if (converted[i] == NotConvertible.VALUE) {
                return null;
            }
        }
        if (spread) {
            converted[fixed] = rest(state, words, fixed);
            if (converted[fixed] == null) {
                return null;
            }
        }
        return converted;
    }

    private @Nullable Object rest(ThreadState state, long[] words, int from) {
        Class<?> element = types[from].componentType();
        Type generic = parameters[from] instanceof GenericArrayType a ? a.getGenericComponentType() : element;
        Object array = Array.newInstance(element, words.length - from);
        for (int i = from; i < words.length; i++) {
            Object value = convert(state, words[i], element, generic);
            if (value == NotConvertible.VALUE) {
                return null;
            }
            Array.set(array, i - from, value);
        }
        return array;
    }

    /** The result for an argument that cannot be converted. */
    private enum NotConvertible {
        VALUE
    }

    private static @Nullable Object convert(ThreadState state, long word, Class<?> type, Type generic) {
        Reader reader;
        try {
            reader = Readers.of(generic);
        } catch (IllegalArgumentException e) { // the type has no conversion
            reader = null;
        }
        if (reader != null) {
            try {
                return reader.read(state, word, 0);
            } catch (ConversionError e) {
                // the next overload may accept it
            } catch (PythonException e) {
                if (!ConversionError.isConversionKind(e)) {
                    throw e;
                }
            }
        }
        return TypeReads.isNone(word) && !type.isPrimitive() ? null : NotConvertible.VALUE;
    }

    /** Calls the method. Its exceptions are thrown unchanged. */
    @Nullable
    Object invoke(Object target, @Nullable Object[] arguments) {
        MethodHandle known = handle;
        if (known == null) {
            known = makeHandle();
            handle = known;
        }
        return UserCode.invoke(known, target, arguments);
    }

    /** Returns a method handle of type {@code (Object, Object[])Object}. */
    private MethodHandle makeHandle() {
        MethodHandle direct;
        try {
            method.trySetAccessible(); // it is public and exported; so the module dev.sanca need not read its module
            direct = MethodHandles.lookup().unreflect(method).asFixedArity();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // the method was made accessible above
        }
        MethodHandle spread = direct.asSpreader(Object[].class, types.length);
        if (Modifier.isStatic(method.getModifiers())) {
            spread = MethodHandles.dropArguments(spread, 0, Object.class);
        }
        return spread.asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    }

    @Override
    public String toString() {
        String list = Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.joining(", "));
        return method.getName() + "("
                + (method.isVarArgs() ? list.substring(0, list.length() - "[]".length()) + "..." : list) + ")";
    }
}
