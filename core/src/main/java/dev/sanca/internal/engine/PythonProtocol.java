package dev.sanca.internal.engine;

import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.ScopeStack;
import dev.sanca.internal.thread.ThreadState;

/** What an object can do, whatever its type is: an operation that answers, the same for every runtime. */
public final class PythonProtocol implements Kind.Test {
    private final Question question;

    /** A question about any object. */
    @FunctionalInterface
    public interface Question {
        /** Returns whether an object, borrowed, supports the protocol. */
        boolean ask(Operations runtime, ThreadState state, long word);
    }

    private PythonProtocol(Question question) {
        this.question = question;
    }

    /** Returns the protocol that an operation asks for, such as {@code Operations::isCallable}. */
    public static PythonProtocol of(Question question) {
        return new PythonProtocol(question);
    }

    /**
     * Returns the protocol that an abstract class stands for: {@code isinstance} asks the class.
     *
     * @param name the class with its module, such as {@code collections.abc.Mapping}
     * @param known the objects of which it is known without asking
     */
    public static PythonProtocol ofAbstractClass(String name, Kind.Check known) {
        ImportedAttribute type = ImportedAttribute.named(name);
        return new PythonProtocol((runtime, state, word) -> known.test(word) || type.isInstance(state, word));
    }

    /** Returns whether an object, borrowed, supports the protocol. */
    public boolean isSupported(ThreadState state, long word) {
        return question.ask(Operations.of(state), state, word);
    }

    /** For {@link Kind}; a protocol has no subclasses that could be excluded. */
    @Override
    public boolean test(ScopeStack state, long word, boolean exact) {
        return isSupported((ThreadState) state, word);
    }
}
