package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a module of Python's standard library, imported when first asked for.
 *
 * <p><b>Ownership:</b> one count for each runtime is kept until the process ends.
 */
public final class ImportedAttribute {
    private final String module;
    private final String attribute;
    private final Map<Operations, Long> words = new ConcurrentHashMap<>(1);

    /** The attribute of a module. */
    public ImportedAttribute(String module, String attribute) {
        this.module = module;
        this.attribute = attribute;
    }

    /** The attribute, borrowed. No lock is held while Python imports; the second of two that race is given back. */
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

    /** Its name with the module, for messages. */
    String name() {
        return module + "." + attribute;
    }

    /** Calls it. */
    long call(ThreadState state, @Nullable Object... arguments) {
        return Operations.of(state).call(state, word(state), arguments);
    }

    /** Calls it with borrowed words. */
    long callWords(ThreadState state, long... words) {
        return Operations.of(state).callWords(state, word(state), words);
    }

    /** The instances of it and of its subclasses, for {@link Kind}. */
    public Kind.Check instances() {
        return object -> isInstance(ThreadState.attached("a check against " + name()), object);
    }

    /** The instances of it alone, for {@link Kind}. */
    public Kind.Check exactly() {
        return object -> Word.type(object) == word(ThreadState.attached("a check against " + name()));
    }

    /** Whether a borrowed word is an instance of it. */
    boolean isInstance(ThreadState state, long object) {
        return Operations.of(state).isInstance(state, object, word(state));
    }
}
