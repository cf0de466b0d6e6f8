package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a module of Python's standard library. The module is imported at the first use.
 *
 * <p><b>Ownership:</b> one count for each runtime is kept until the process ends.
 */
public final class ImportedAttribute {
    private final String module;
    private final String attribute;
    private final Map<Operations, Long> words = new ConcurrentHashMap<>(1);

    /** Makes the attribute of a module; imports nothing yet. */
    public ImportedAttribute(String module, String attribute) {
        this.module = module;
        this.attribute = attribute;
    }

    /**
     * Returns the attribute, borrowed. No lock is held while Python imports: if two threads import at the same time, the second
     * count is decremented.
     */
    long word(ThreadState state) {
        Long known = words.get(Operations.of(state));
        if (known != null) {
            return known;
        }
        long imported = Operations.of(state).importModule(state, module);
        long found;
        try {
            found = Operations.of(state).getAttr(state, imported, attribute);
        } finally {
            Word.decref(imported);
        }
        Long other = words.putIfAbsent(Operations.of(state), found);
        if (other == null) {
            return found;
        }
        Word.decref(found);
        return other;
    }

    /** Returns the name of the attribute with its module, for messages. */
    String name() {
        return module + "." + attribute;
    }

    /** Calls the attribute with Java values, and returns the result, a new reference. */
    long call(ThreadState state, @Nullable Object... arguments) {
        return Operations.of(state).call(state, word(state), arguments);
    }

    /** Calls the attribute with borrowed words, and returns the result, a new reference. */
    long callWords(ThreadState state, long... words) {
        return Operations.of(state).callWords(state, word(state), words);
    }

    /** Returns a test for instances of this class and of its subclasses, for {@link Kind}. */
    public Kind.Check instances() {
        return object -> isInstance(ThreadState.attached("a check against " + name()), object);
    }

    /** Returns a test for instances of exactly this class, for {@link Kind}. */
    public Kind.Check exactly() {
        return object -> Word.type(object) == word(ThreadState.attached("a check against " + name()));
    }

    /** Returns whether a borrowed word is an instance of this class. */
    boolean isInstance(ThreadState state, long object) {
        return Operations.of(state).isInstance(state, object, word(state));
    }
}
