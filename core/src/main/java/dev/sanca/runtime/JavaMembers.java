package dev.sanca.runtime;

import dev.sanca.spi.PythonRuntime.Members;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of Java objects in Python. */
final class JavaMembers {
    private JavaMembers() {}

    /** None at all. */
    static final class None implements Members {
        @Override
        public @Nullable Object get(String name) {
            return null;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    }
}
