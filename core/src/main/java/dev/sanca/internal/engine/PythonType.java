package dev.sanca.internal.engine;

import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import org.jspecify.annotations.Nullable;

/**
 * A Python type, known by the name under which Python code finds it. The name is the whole description: it holds for every
 * runtime.
 *
 * <p><b>Ownership:</b> one count of the type for each runtime is kept until the process ends.
 *
 * <p><b>Cost:</b> the module is imported at the first question to a runtime; afterwards, a question to the runtime that was asked
 * last costs two loads more than the comparison of types.
 */
public final class PythonType implements Kind.Test {
    private final ImportedAttribute attribute;

    /** The type in the runtime that was asked last; threads that race overwrite each other, which does no harm. */
    private @Nullable Found found;

    private record Found(Operations runtime, long type) {}

    private PythonType(ImportedAttribute attribute) {
        this.attribute = attribute;
    }

    /**
     * Returns a type; imports nothing yet.
     *
     * @param name the name with the module, such as {@code datetime.date}; without a module, a name of {@code builtins}
     */
    public static PythonType of(String name) {
        return new PythonType(ImportedAttribute.named(name));
    }

    /**
     * Returns whether the type of an object is this one or, unless {@code exact}, derived from it. No Python code is asked: what
     * {@code __class__} or {@code __instancecheck__} claim does not count.
     *
     * @param word the object, borrowed
     * @throws dev.sanca.PythonException if the type cannot be imported
     */
    public boolean isInstance(ThreadState state, long word, boolean exact) {
        Found known = found;
        Operations runtime = Operations.of(state);
        long type = known != null && known.runtime == runtime ? known.type : find(state, runtime);
        return runtime.isOfType(state, word, type, exact);
    }

    /** For {@link Kind}. */
    @Override
    public boolean test(ScopeStack state, long word, boolean exact) {
        return isInstance((ThreadState) state, word, exact);
    }

    private long find(ThreadState state, Operations runtime) {
        long type = attribute.word(state);
        if (!TypeReads.isType(type)) {
            throw new IllegalStateException(
                    attribute.name() + " is not a type: a class of references stands for a type");
        }
        found = new Found(runtime, type);
        return type;
    }
}
