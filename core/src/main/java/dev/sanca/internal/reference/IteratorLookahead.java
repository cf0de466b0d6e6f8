package dev.sanca.internal.reference;

import dev.sanca.internal.word.BuiltinType;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.internal.word.WordOwner;
import dev.sanca.types.PyAny;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The element of a Python iterator that {@code hasNext()} has fetched and {@code next()} has not returned yet.
 *
 * <p>While there is such an element, the slot of the reference holds {@link #WORD}, a tagged word, and not the iterator's word.
 * So code that passes the iterator to Python finds a tagged word, as it does for an int that Python has not seen, and calls
 * {@link #wordForPython}. No other code path knows of this class.
 *
 * <p><b>Ownership:</b> the iterator, the element and the replacement of the iterator are each in a slot of the scope of the
 * reference, which need not be the innermost scope: they live as long as the reference.
 *
 * <p><b>Thread:</b> the thread of the reference, attached.
 */
public final class IteratorLookahead {
    /** The word in the slot of a reference whose {@link IteratorLookahead} must be asked. It has no count. */
    static final long WORD = new HandleTable(Tagged.register(new LookaheadOwner())).put("ahead");

    private final Kind<? extends PyAny> kind;

    /**
     * The chunk of the slot that holds the iterator itself, while the slot of its reference holds {@link #WORD}; null at other
     * times.
     */
    private @Nullable Chunk chunk;

    private int slot;

    /** The element that was fetched; null if there is none. */
    private @Nullable PyAny element;

    /**
     * The iterator that Python got in place of the original: it gives the fetched element first, then the rest. Null if Python
     * got none.
     */
    private @Nullable PyAny replacement;

    /**
     * Makes the look-ahead of a reference of which no element was fetched yet.
     *
     * @param kind the kind of the references to elements
     */
    public IteratorLookahead(Kind<? extends PyAny> kind) {
        this.kind = kind;
    }

    /** The owner of {@link #WORD}, which represents no object: code that finds the word asks {@link IteratorLookahead}. */
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
        public boolean isInstance(long handle, BuiltinType type, boolean exact) {
            return false;
        }

        @Override
        public void check(long handle) {}
    }

    /** Returns whether there is a fetched element. */
    public boolean hasElement() {
        return element != null;
    }

    /**
     * Keeps an element that was fetched from the iterator.
     *
     * @param word the element, an owned reference, which this consumes even if it throws
     * @throws IllegalStateException if the reference to the iterator was closed meanwhile
     */
    public void put(PyAny iterator, long word) {
        Chunk iteratorChunk = ReferenceDoor.get().chunk(iterator);
        if (element != null) { // Python code that ran to fetch this element has fetched another one
            addToReplacement(iterator, word);
            return;
        } else if (!Refs.isUsable(iterator)) {
            Word.decref(word);
            throw MisuseErrors.of(iterator);
        }
        PyAny fetched = kind.makeBeside(iteratorChunk, word);
        // To make room may decrement counts, which may run Python code.
        if (ReferenceDoor.get().chunk(iterator) != iteratorChunk) {
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

    /** Keeps the second of two fetched elements, which comes after the first. Consumes the reference {@code word}. */
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

    /** Returns the fetched element as a reference of the innermost scope. */
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

    /** Returns the iterator itself, borrowed. It is used for identity, attributes and methods. */
    long iteratorWord() {
        return Objects.requireNonNull(chunk).words[slot];
    }

    /** Returns the iterator over the elements that were not fetched yet, borrowed. */
    private long remainingElements() {
        return replacement != null
                ? ReferenceDoor.get()
                        .chunk(replacement)
                        .words[ReferenceDoor.get().slot(replacement)]
                : iteratorWord();
    }

    /**
     * Returns the word to pass to Python, borrowed: an iterator over all elements that Java has not returned, the fetched one
     * first.
     */
    long wordForPython(PyAny iterator) {
        for (PyAny given; (given = element) != null; ) {
            ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
            long all = state.chain(
                    ReferenceDoor.get().chunk(given).words[ReferenceDoor.get().slot(given)], remainingElements());
            if (element == given) { // otherwise Python code that ran has taken or replaced it
                element = null;
                setReplacement(iterator, all);
                Refs.close(given);
            } else {
                Word.decref(all);
            }
        }
        return remainingElements();
    }

    /** Sets the replacement, and closes the one before. Consumes the reference {@code all}. */
    private void setReplacement(PyAny iterator, long all) {
        PyAny before = replacement;
        replacement = kind.makeBeside(ReferenceDoor.get().chunk(iterator), all);
        if (before != null) {
            Refs.close(before);
        }
    }

    /** Releases everything that is held here. The reference is being closed. */
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

    /** Moves everything into the scope that encloses {@code from}, as the reference was moved. */
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
