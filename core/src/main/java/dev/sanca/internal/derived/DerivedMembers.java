package dev.sanca.internal.derived;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.JavaMembers;
import dev.sanca.spi.PythonRuntime.Members;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The public methods of a Java object as attributes in a runtime's Python. */
final class DerivedMembers implements Members {
    private final DerivedOperations operations;
    private final Object object;

    DerivedMembers(DerivedOperations operations, Object object) {
        this.operations = operations;
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
            throw operations.errors().raised("AttributeError", JavaMembers.missing(object.getClass(), name));
        }
        return operations.functionOf(name, method);
    }

    @Override
    public Collection<String> names() {
        return JavaMembers.of(object.getClass()).names();
    }
}
