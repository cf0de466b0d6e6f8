package dev.sanca.convert;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type with its type arguments, for {@link dev.sanca.types.PyAny#as(TypeRef)}.
 *
 * {@snippet :
 * List<Map<String, Long>> rows = reference.as(new TypeRef<List<Map<String, Long>>>() {});
 * }
 *
 * <p><b>Thread:</b> immutable; any thread.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /**
     * Captures the type argument of the subclass.
     *
     * @throws IllegalStateException if the subclass does not extend {@code TypeRef} directly with a type argument
     */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType p) || p.getRawType() != TypeRef.class) {
            throw new IllegalStateException("a TypeRef is made with its type argument: new TypeRef<List<String>>() {}");
        }
        this.type = p.getActualTypeArguments()[0];
    }

    /**
     * Returns the captured type.
     *
     * @return the type argument of the subclass
     */
    public final Type type() {
        return type;
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
