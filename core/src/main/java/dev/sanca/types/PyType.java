package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;

/**
 * A Python class. {@link #call(Object...)} makes an instance of it.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#custom-classes">Custom classes, in Python's
 *     documentation</a>
 */
public final class PyType extends PyAny {
    static final Kind<PyType> KIND =
            Kind.register(PyType.class, "type", PyType::new, TypeReads::isType, TypeReads::isType);

    PyType(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the name without the module: {@code this.__name__}.
     *
     * @return the name, such as {@code "date"}
     * @throws dev.sanca.PythonException {@code TypeError} if a metaclass makes it something else than a {@code str}
     */
    public String name() {
        try (PyAny name = getAttr("__name__")) {
            return name.asString();
        }
    }

    /**
     * Returns the name with its module, as tracebacks show it: {@code __module__} and {@code __qualname__}.
     *
     * @return the name, such as {@code "datetime.date"}; without the module for a built-in class
     */
    public String fullName() {
        String name = Operations.of(state()).nameOfType(state(), word());
        Reference.reachabilityFence(this);
        return name;
    }

    /**
     * Returns whether the class derives from another: {@code issubclass(this, other)}.
     *
     * @param other the other class, borrowed
     * @return whether it does, as {@code __subclasscheck__} of {@code other} decides; a class is a subclass of itself
     * @throws dev.sanca.PythonException whatever {@code __subclasscheck__} raises
     */
    public boolean isSubclassOf(PyType other) {
        boolean is = Operations.of(state()).isSubclass(state(), word(), Refs.word(state(), other));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(other);
        return is;
    }
}
