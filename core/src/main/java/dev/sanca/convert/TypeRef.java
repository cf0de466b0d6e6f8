package dev.sanca.convert;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type with its type arguments, for {@code as}.
 *
 * {@snippet :
 * List<Map<String, Long>> rows = reference.as(new TypeRef<List<Map<String, Long>>>() {});
 * }
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /**
     * Captures the type argument of the subclass.
     *
     * @throws IllegalStateException if the subclass gives none
     */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType p) || p.getRawType() != TypeRef.class) {
            throw new IllegalStateException("a TypeRef is made with its type argument: new TypeRef<List<String>>() {}");
        }
        this.type = p.getActualTypeArguments()[0];
    }

    /** The captured type. */
    public final Type type() {
        return type;
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
