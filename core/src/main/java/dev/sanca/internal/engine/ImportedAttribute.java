package dev.sanca.internal.engine;

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
     * Makes an attribute by its qualified name; imports nothing yet.
     *
     * @param name the name with the module, such as {@code datetime.date}; without a module, a name of {@code builtins}
     */
    public static ImportedAttribute named(String name) {
        int dot = name.lastIndexOf('.');
        return new ImportedAttribute(dot < 0 ? "builtins" : name.substring(0, dot), name.substring(dot + 1));
    }

    /**
     * Returns the attribute, borrowed. No lock is held while Python imports: if two threads import at the same time, the second
     * count is decremented.
     */
    public long word(ThreadState state) {
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
    public String name() {
        return module + "." + attribute;
    }

    /** Calls the attribute with Java values, and returns the result, a new reference. */
    public long call(ThreadState state, @Nullable Object... arguments) {
        return Operations.of(state).call(state, word(state), arguments);
    }

    /** Calls the attribute with borrowed words, and returns the result, a new reference. */
    public long callWords(ThreadState state, long... words) {
        return Operations.of(state).callWords(state, word(state), words);
    }

    /** Returns {@code isinstance(object, this)}, of a borrowed word. */
    public boolean isInstance(ThreadState state, long object) {
        return Operations.of(state).isInstance(state, object, word(state));
    }
}
