package dev.sanca.internal.reference;

import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.internal.word.WordOwner;
import dev.sanca.types.PyAny;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reference to an iterator holds while Java is ahead of Python: an element that was fetched, to know that there is
 * one, and not asked for yet.
 *
 * <p>Meanwhile the slot of the reference holds {@link #WORD}, a tagged word, instead of the iterator's. So whoever would hand
 * the iterator to Python meets a tagged word, as that of an int which Python has not seen, and comes to {@link #value}; no
 * other path knows of this class.
 *
 * <p><b>Ownership:</b> the iterator, the element and what Python sees instead of the iterator are each in a slot of the
 * reference's own region, whichever region is innermost: they live as long as the reference.
 *
 * <p><b>Thread:</b> that of the reference, attached.
 */
public final class IteratorLookahead {
    /** In the slot of a reference whose {@link IteratorLookahead} must be asked. Nothing counts it. */
    static final long WORD = new HandleTable(Tagged.register(new LookaheadOwner())).put("ahead");

    private final Kind<? extends PyAny> kind;

    /** The chunk and the slot of the iterator itself while {@link #WORD} is in its reference's; null while it is not. */
    private @Nullable Chunk chunk;

    private int slot;

    /** The element that was fetched; null if there is none. */
    private @Nullable PyAny element;

    /** What Python got instead of the iterator: it gives the fetched element first, then the rest. Null if it got none. */
    private @Nullable PyAny replacement;

    /**
     * Of a reference that is not ahead yet.
     *
     * @param kind makes the references of elements
     */
    public IteratorLookahead(Kind<? extends PyAny> kind) {
        this.kind = kind;
    }

    /** The word is no object: who has it asks {@link IteratorLookahead}. */
    private static final class LookaheadOwner implements WordOwner {
        @Override
        public void incref(long handle) {}

        @Override
        public void decref(long handle) {}

        @Override
        public boolean is(long a, long b) {
            return a == b;
        }

        @Override
        public long type(long handle) {
            throw Tagged.invalid(handle);
        }

        @Override
        public boolean isInstance(long handle, String type, boolean exact) {
            return false;
        }

        @Override
        public void check(long handle) {}
    }

    /** Whether there is a fetched element. */
    public boolean hasElement() {
        return element != null;
    }

    /**
     * Keeps an element that was fetched of the iterator.
     *
     * @param word the element, a new count, taken even if this throws
     * @throws IllegalStateException if the iterator was closed meanwhile
     */
    public void put(PyAny iterator, long word) {
        Chunk iteratorChunk = ReferenceDoor.get().chunk(iterator);
        if (element != null) { // Python code that was run to fetch this one has fetched another
            addToReplacement(iterator, word);
            return;
        } else if (!Refs.isUsable(iterator)) {
            Word.decref(word);
            throw MisuseErrors.of(iterator);
        }
        PyAny fetched = kind.makeBeside(iteratorChunk, word);
        if (ReferenceDoor.get().chunk(iterator)
                != iteratorChunk) { // room is made by giving counts back, which may run Python code
            throw MisuseErrors.of(iterator);
        } else if (element != null) {
            addToReplacement(iterator, Word.newRef(word));
            Refs.close(fetched);
            return;
        }
        if (chunk == null) {
            Chunk target = Objects.requireNonNull(iteratorChunk.frame).chunkWithRoom(Tagged.NONE);
            target.words[target.used] = iteratorChunk.words[ReferenceDoor.get().slot(iterator)];
            slot = target.used++;
            chunk = target;
            iteratorChunk.state.made++;
            iteratorChunk.words[ReferenceDoor.get().slot(iterator)] = WORD;
        }
        element = fetched;
    }

    /** The second of two elements that were fetched: it comes after the first. Takes the count of {@code word}. */
    private void addToReplacement(PyAny iterator, long word) {
        long all;
        try {
            ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
            all = state.chain(word, remainingElements());
        } finally {
            Word.decref(word);
        }
        setReplacement(iterator, all);
    }

    /** The fetched element as a reference of the innermost region. */
    public PyAny take(PyAny iterator) {
        ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
        PyAny taken = Objects.requireNonNull(element);
        element = null;
        if (replacement == null) {
            ReferenceDoor.get().chunk(iterator).words[ReferenceDoor.get().slot(iterator)] = iteratorWord();
            emptySlot();
            state.released++;
        }
        if (ReferenceDoor.get().chunk(taken).frame != state.innermost()) {
            long word = Refs.takeWord(taken);
            Chunk target = Refs.chunkWithRoom(state, word);
            target.words[target.used] = word;
            ReferenceDoor.get().set(taken, target, target.used++);
        }
        return taken;
    }

    /** The iterator itself, borrowed: its identity, its attributes and methods. */
    long iteratorWord() {
        return Objects.requireNonNull(chunk).words[slot];
    }

    /** What gives the elements that were not fetched yet, borrowed. */
    private long remainingElements() {
        return replacement != null
                ? ReferenceDoor.get().chunk(replacement).words[ReferenceDoor.get().slot(replacement)]
                : iteratorWord();
    }

    /** What to hand to Python, borrowed: all elements that Java has not asked for, the fetched one first. */
    long wordForPython(PyAny iterator) {
        for (PyAny given; (given = element) != null; ) {
            ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
            long all = state.chain(
                    ReferenceDoor.get().chunk(given).words[ReferenceDoor.get().slot(given)], remainingElements());
            if (element == given) { // Python code was run
                element = null;
                setReplacement(iterator, all);
                Refs.close(given);
            } else {
                Word.decref(all);
            }
        }
        return remainingElements();
    }

    /** Takes the count of {@code all}. */
    private void setReplacement(PyAny iterator, long all) {
        PyAny before = replacement;
        replacement = kind.makeBeside(ReferenceDoor.get().chunk(iterator), all);
        if (before != null) {
            Refs.close(before);
        }
    }

    /** Gives everything back, for a reference that is being closed. */
    void close() {
        PyAny fetched = element;
        PyAny given = replacement;
        long word = iteratorWord();
        element = null;
        replacement = null;
        Objects.requireNonNull(chunk).state.released++;
        emptySlot();
        Word.decref(word);
        if (fetched != null) {
            Refs.close(fetched);
        }
        if (given != null) {
            Refs.close(given);
        }
    }

    /** Moves everything out of {@code from}, as its reference was. */
    void move(ScopeFrame from) {
        Chunk target = from.enclosing().chunkWithRoom(Tagged.NONE);
        long word = iteratorWord();
        emptySlot();
        target.words[target.used] = word;
        slot = target.used++;
        chunk = target;
        if (element != null) {
            Refs.move(element, from);
        }
        if (replacement != null) {
            Refs.move(replacement, from);
        }
    }

    private void emptySlot() {
        Chunk left = Objects.requireNonNull(chunk);
        chunk = null;
        left.empty(slot);
    }
}
