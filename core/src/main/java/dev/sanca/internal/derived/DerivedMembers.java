package dev.sanca.internal.derived;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.JavaMembers;
import dev.sanca.spi.PythonRuntime.Members;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The public methods of a Java object as attributes in a runtime's Python. */
final class DerivedMembers implements Members {
    private final DerivedAccess access;
    private final Object object;

    DerivedMembers(DerivedAccess access, Object object) {
        this.access = access;
        this.object = object;
    }

    /** Names with two underscores in front are Python's own. */
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
