package dev.sanca.scripting;

import dev.sanca.types.PyAny;
import org.jspecify.annotations.Nullable;

/** What scripts give to Java. */
final class Values {
    private Values() {}

    /** Returns the Java value of an object: null for {@code None}, a detached reference if it has no other form. Closes it. */
    static @Nullable Object toJava(PyAny object) {
        try (object) {
            return object.isNone() ? null : object.as(Object.class);
        }
    }
}
