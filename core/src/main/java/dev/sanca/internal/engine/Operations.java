package dev.sanca.internal.engine;

import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.WordRuntime;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the public API does with Python, on words: CPython's by its C API, another runtime's by the operations of
 * {@link dev.sanca.spi.PythonRuntime}.
 *
 * <p><b>Ownership:</b> the words of parameters are borrowed, and a word that a method returns is a new reference, unless the
 * method says otherwise.
 *
 * <p><b>Thread:</b> that of the state, attached.
 *
 * <p><b>Errors:</b> a Python exception is thrown, as a {@code PythonException} or as the Java exception that it was before
 * it passed through Python. A method that throws has released each reference that it made.
 *
 * <p><b>Cost:</b> while one runtime is loaded there is one subclass, and the compiler calls it directly.
 *
 * @implNote Each operation is declared in its facet, an interface of this package, and implemented by an interface with default
 *     methods that extends the facet. Callers have this class, not a facet: where the compiler does not inline a call, a call
 *     of a class costs less than one of an interface.
 */
public abstract class Operations
        implements ObjectOperations,
                CallOperations,
                NumberOperations,
                TextOperations,
                ContainerOperations,
                BufferOperations,
                ErrorOperations,
                CodeOperations,
                ProxyOperations,
                LifecycleOperations {
    /**
     * {@code itertools.chain((first,), rest)}: an iterator that begins with an element which was taken from {@code rest}.
     */
    @Override
    public final long chain(ThreadState state, long first, long rest) {
        Word.incref(first); // Python code that the import runs may give theirs back
        Word.incref(rest);
        long module = 0;
        long chain = 0;
        long tuple = 0;
        try {
            module = importModule(state, "itertools");
            chain = getAttr(state, module, "chain");
            tuple = container(state, Container.TUPLE, new long[] {Word.newRef(first)});
            return callWords(state, chain, tuple, rest);
        } finally {
            Word.xdecref(tuple);
            Word.xdecref(chain);
            Word.xdecref(module);
            Word.decref(rest);
            Word.decref(first);
        }
    }

    /**
     * Returns whether an object is an instance of the Python type that a class of references stands for; if {@code exact}, not of
     * a subclass.
     */
    public final boolean isKind(ThreadState state, long word, Kind<?> kind, boolean exact) {
        return kind.test().test(state, word, exact);
    }

    /** Returns the operations of a thread's runtime. */
    public static Operations of(ThreadState state) {
        return (Operations) state.runtime();
    }

    /**
     * Returns the operations of the runtime that a word belongs to, or null for an immediate and for a handle of a Java
     * object.
     */
    public static @Nullable Operations ofOrNull(long word) {
        return (Operations) WordRuntime.ofOrNull(word);
    }
}
