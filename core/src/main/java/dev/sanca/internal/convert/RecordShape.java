package dev.sanca.internal.convert;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/**
 * The components of a record class, and method handles that read and make its instances. Looked up once for each class.
 *
 * @param name the name of the class, for messages
 * @param components the components, in order of declaration
 * @param constructor the constructor, as a handle that takes an {@code Object[]}
 */
@SuppressWarnings("ArrayRecordComponent") // shapes are never compared
record RecordShape(String name, Component[] components, MethodHandle constructor) {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return make(type);
        }
    };

    /**
     * One component.
     *
     * @param name the name of the component
     * @param reader the reader of its type
     * @param accessor the accessor, as a handle that takes the record
     * @param optional whether the component may be None or missing: it is an {@code Optional} or marked {@code @Nullable}
     * @param absent the value of the component in that case; empty means null
     */
    record Component(String name, Reader reader, MethodHandle accessor, boolean optional, Optional<Object> absent) {}

    /** Returns the shape of a record class. */
    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static RecordShape make(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Component[] components = new Component[parts.length];
            for (int i = 0; i < parts.length; i++) {
                components[i] = component(parts[i]);
            }
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            MethodHandle maker = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, parts.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordShape(type.getSimpleName(), components, maker);
        } catch (InaccessibleObjectException | ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Sanca cannot access the record " + type.getName() + ". Let its module open the package: opens "
                            + type.getPackageName() + " to dev.sanca",
                    e);
        }
    }

    private static Component component(RecordComponent part) throws IllegalAccessException {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        Type type = part.getGenericType();
        boolean isOptional = part.getType() == Optional.class;
        return new Component(
                part.getName(),
                Readers.lazy(type),
                MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class)),
                isOptional || isNullable(part),
                isOptional ? Optional.of(Optional.empty()) : Optional.empty());
    }

    private static boolean isNullable(RecordComponent part) {
        return hasNullable(part.getAnnotations())
                || hasNullable(part.getAnnotatedType().getAnnotations())
                || hasNullable(part.getAccessor().getAnnotations());
    }

    /** Returns whether there is an annotation called {@code Nullable}, of any library. */
    private static boolean hasNullable(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
    }
}
