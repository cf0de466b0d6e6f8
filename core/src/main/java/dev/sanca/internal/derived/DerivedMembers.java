package dev.sanca.internal.derived;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.JavaMembers;
import dev.sanca.spi.PythonRuntime.Members;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The public methods of a Java object, as attributes of its proxy in a runtime. */
final class DerivedMembers implements Members {
    private final DerivedAccess access;
    private final Object object;

    DerivedMembers(DerivedAccess access, Object object) {
        this.access = access;
        this.object = object;
    }

    /** Returns a function that calls the methods of a name; null if the name begins with two underscores and so has a meaning in Python. */
    @Override
    public @Nullable Object get(String name) {
        if (name.startsWith("__")) {
            return null;
        }
        PythonFunctionBody method = JavaMembers.of(object.getClass()).method(object, name);
        if (method == null) {
            throw access.exceptions.raised("AttributeError", JavaMembers.missing(object.getClass(), name));
        }
        return access.functions.function(name, method);
    }

    @Override
    public Collection<String> names() {
        return JavaMembers.of(object.getClass()).names();
    }
}
