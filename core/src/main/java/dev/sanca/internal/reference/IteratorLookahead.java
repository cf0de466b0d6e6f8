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
    static final long WORD = new HandleTable(Tagged.register(new Mark())).put("ahead");

    private final Kind<? extends PyAny> kind;

    /** The chunk and the slot of the iterator itself while {@link #WORD} is in its reference's; null while it is not. */
    private @Nullable Chunk chunk;

    private int slot;

    /** The element that was fetched; null if there is none. */
    private @Nullable PyAny element;

    /** What Python got instead of the iterator: it gives the fetched element first, then the rest. Null if it got none. */
    private @Nullable PyAny instead;

    /**
     * Of a reference that is not ahead yet.
     *
     * @param kind makes the references of elements
     */
    public IteratorLookahead(Kind<? extends PyAny> kind) {
        this.kind = kind;
    }

    /** The word is no object: who has it asks {@link IteratorLookahead}. */
    private static final class Mark implements WordOwner {
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
        Chunk own = ReferenceDoor.get().chunk(iterator);
        if (element != null) { // Python code that was run to fetch this one has fetched another
            addInstead(iterator, word);
            return;
        } else if (!Refs.isUsable(iterator)) {
            Word.decref(word);
            throw MisuseErrors.of(iterator);
        }
        PyAny fetched = kind.makeBeside(own, word);
        if (ReferenceDoor.get().chunk(iterator)
                != own) { // room is made by giving counts back, which may run Python code
            throw MisuseErrors.of(iterator);
        } else if (element != null) {
            addInstead(iterator, Word.newRef(word));
            Refs.close(fetched);
            return;
        }
        if (chunk == null) {
            Chunk room = Objects.requireNonNull(own.level).room(Tagged.NONE);
            room.words[room.used] = own.words[ReferenceDoor.get().slot(iterator)];
            slot = room.used++;
            chunk = room;
            own.state.made++;
            own.words[ReferenceDoor.get().slot(iterator)] = WORD;
        }
        element = fetched;
    }

    /** The second of two elements that were fetched: it comes after the first. Takes the count of {@code word}. */
    private void addInstead(PyAny iterator, long word) {
        long all;
        try {
            ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
            all = state.chain(word, source());
        } finally {
            Word.decref(word);
        }
        replace(iterator, all);
    }

    /** The fetched element as a reference of the innermost region. */
    public PyAny take(PyAny iterator) {
        ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
        PyAny taken = Objects.requireNonNull(element);
        element = null;
        if (instead == null) {
            ReferenceDoor.get().chunk(iterator).words[ReferenceDoor.get().slot(iterator)] = original();
            leaveSlot();
            state.released++;
        }
        if (ReferenceDoor.get().chunk(taken).level != state.innermost()) {
            long word = Refs.take(taken);
            Chunk room = Refs.room(state, word);
            room.words[room.used] = word;
            ReferenceDoor.get().set(taken, room, room.used++);
        }
        return taken;
    }

    /** The iterator itself, borrowed: its identity, its attributes and methods. */
    long original() {
        return Objects.requireNonNull(chunk).words[slot];
    }

    /** What gives the elements that were not fetched yet, borrowed. */
    private long source() {
        return instead != null
                ? ReferenceDoor.get().chunk(instead).words[ReferenceDoor.get().slot(instead)]
                : original();
    }

    /** What to hand to Python, borrowed: all elements that Java has not asked for, the fetched one first. */
    long value(PyAny iterator) {
        for (PyAny given; (given = element) != null; ) {
            ScopeStack state = ReferenceDoor.get().chunk(iterator).state;
            long all = state.chain(
                    ReferenceDoor.get().chunk(given).words[ReferenceDoor.get().slot(given)], source());
            if (element == given) { // Python code was run
                element = null;
                replace(iterator, all);
                Refs.close(given);
            } else {
                Word.decref(all);
            }
        }
        return source();
    }

    /** Takes the count of {@code all}. */
    private void replace(PyAny iterator, long all) {
        PyAny before = instead;
        instead = kind.makeBeside(ReferenceDoor.get().chunk(iterator), all);
        if (before != null) {
            Refs.close(before);
        }
    }

    /** Gives everything back, for a reference that is being closed. */
    void close() {
        PyAny fetched = element;
        PyAny given = instead;
        long word = original();
        element = null;
        instead = null;
        Objects.requireNonNull(chunk).state.released++;
        leaveSlot();
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
        Chunk room = from.enclosing().room(Tagged.NONE);
        long word = original();
        leaveSlot();
        room.words[room.used] = word;
        slot = room.used++;
        chunk = room;
        if (element != null) {
            Refs.move(element, from);
        }
        if (instead != null) {
            Refs.move(instead, from);
        }
    }

    private void leaveSlot() {
        Chunk left = Objects.requireNonNull(chunk);
        chunk = null;
        left.empty(slot);
    }
}
