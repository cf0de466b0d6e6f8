package dev.sanca.internal.convert;

import java.lang.ref.WeakReference;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reader of a Java type.
 *
 * <p>The reader of a class is kept with the class. Readers of types with arguments are kept until
 * the next garbage collection: a type may name classes of an application whose class loader nothing here may keep.
 */
final class Readers {
    private static volatile WeakReference<Map<Type, Reader>> parameterized =
            new WeakReference<>(new ConcurrentHashMap<>());
    private static final ClassValue<Reader> KNOWN = new ClassValue<>() {
        @Override
        protected Reader computeValue(Class<?> type) {
            return find(type, new Type[0]);
        }
    };

    private Readers() {}

    /**
     * Returns the reader of a type.
     *
     * @throws IllegalArgumentException if {@code type} is a {@link Type} that Java's reflection does not make
     */
    static Reader of(Type type) {
        if (type instanceof Class<?> c) {
            return KNOWN.get(c);
        }
        Map<Type, Reader> readers = parameterized.get();
        if (readers == null) {
            readers = new ConcurrentHashMap<>();
            parameterized = new WeakReference<>(readers);
        }
        Reader known = readers.get(type);
        if (known == null) {
            known = parameterized(type);
            readers.put(type, known);
        }
        return known;
    }

    private static Reader parameterized(Type type) {
        return switch (type) {
            case ParameterizedType p -> find((Class<?>) p.getRawType(), p.getActualTypeArguments());
            case GenericArrayType a ->
                ObjectArrays.reader(raw(a.getGenericComponentType()), a.getGenericComponentType());
            case WildcardType w -> of(w.getUpperBounds()[0]);
            case TypeVariable<?> v -> of(v.getBounds()[0]);
            default -> throw noConversion(type);
        };
    }

    /** Returns the class of a type, without type arguments. */
    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            case GenericArrayType a -> raw(a.getGenericComponentType()).arrayType();
            case WildcardType w -> raw(w.getUpperBounds()[0]);
            case TypeVariable<?> v -> raw(v.getBounds()[0]);
            default -> throw noConversion(type);
        };
    }

    /** Returns a reader that is looked up at its first use, since a type may contain itself. */
    static Reader lazy(Type type) {
        return new Reader() {
            private @Nullable Reader found;

            @Override
            public @Nullable Object read(dev.sanca.internal.thread.ThreadState state, long word, int depth) {
                Reader reader = found;
                if (reader == null) {
                    reader = of(type);
                    found = reader;
                }
                return reader.read(state, word, depth);
            }
        };
    }

    private static Reader find(Class<?> type, Type[] arguments) {
        Reader reader = Converters.reader(type);
        if (reader == null) {
            reader = ScalarReaders.of(type);
        }
        if (reader == null) {
            reader = TimeReaders.of(type);
        }
        if (reader == null) {
            reader = TextualValues.reader(type);
        }
        if (reader == null) {
            reader = ReferenceReaders.of(type, arguments);
        }
        if (reader == null) {
            reader = container(type, arguments);
        }
        return reader != null ? reader : ProxyReader.of(type);
    }

    private static @Nullable Reader container(Class<?> type, Type[] arguments) {
        if (type.isArray()) {
            return type.componentType().isPrimitive()
                    ? PrimitiveArrays.of(type.componentType())
                    : ObjectArrays.reader(type.componentType(), type.componentType());
        }
        if (type.isRecord()) {
            return Records.reader(type);
        } else if (type.isEnum()) {
            return Enums.reader(type);
        }
        Reader reader = CollectionReaders.of(type, arguments);
        if (reader == null) {
            reader = MapReader.of(type, arguments);
        }
        if (reader == null) {
            reader = IteratorReaders.of(type, arguments);
        }
        return reader != null || !type.isInterface() ? reader : InterfaceReader.of(type, arguments);
    }

    private static IllegalArgumentException noConversion(Type type) {
        return new IllegalArgumentException("no conversion from Python to " + type.getTypeName()
                + ". Use a class, a type with arguments as TypeRef makes it, or a type that a class declares");
    }
}
