package dev.sanca.internal.reference;

import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Sanca's other packages may do with a {@link PyAny}; users, who see its subclasses, cannot reach it. */
public final class Refs {
    /** The ints of which CPython has each only once: {@code _PY_NSMALLNEGINTS} and {@code _PY_NSMALLPOSINTS}, of all versions. */
    private static final int LEAST_SMALL = -5;

    private static final int MOST_SMALL = 256;

    private Refs() {}

    /**
     * Where the next reference of an attached thread goes: the chunk of the innermost region, with room for it.
     *
     * @param word a new count, taken only if this throws
     */
    static Chunk chunkWithRoom(ScopeStack state, long word) {
        Chunk c = state.chunk;
        return c.used < c.words.length && state.pressureSeen == Pressure.epoch
                ? c
                : state.innermost().nextChunk(word);
    }

    /**
     * The word of a reference that is usable here and now. Borrowed: valid while {@code ref} is reachable and open.
     *
     * @throws IllegalStateException if it is closed, its scope is closed, or the thread is detached
     * @throws WrongThreadException if it belongs to another thread
     */
    public static long word(PyAny ref) {
        long word = wordOrNull(ref);
        return Word.isObject(word) ? word : object(null, ref, word);
    }

    /** The error of a use of a reference that is not usable here and now. */
    public static RuntimeException misuse(PyAny ref) {
        return MisuseErrors.of(ref);
    }

    /** As {@link #word(PyAny)}, tagged or not. */
    public static long taggedWord(PyAny ref) {
        long word = wordOrNull(ref);
        if (word == 0) {
            throw MisuseErrors.of(ref);
        }
        return word;
    }

    /**
     * The object of the thread's runtime that a tagged word stands for, which takes the word's place in the slot.
     *
     * @param state that the reference has to belong to, if not null
     */
    private static long object(@Nullable ScopeStack state, PyAny ref, long word) {
        if (word == 0) {
            throw state == null ? MisuseErrors.of(ref) : MisuseErrors.of(state, ref);
        } else if (word == IteratorLookahead.WORD) {
            return lookaheadOf(ref).wordForPython(ref);
        }
        Chunk c = ReferenceDoor.get().chunk(ref);
        long object = c.state.object(word);
        if (object != word) {
            c = ReferenceDoor.get().chunk(ref); // Python code may have run
            if (c.words[ReferenceDoor.get().slot(ref)] != word) {
                Word.decref(object);
                throw MisuseErrors.of(ref);
            }
            c.words[ReferenceDoor.get().slot(ref)] = object;
            Word.decref(word);
        }
        return object;
    }

    /**
     * As {@link #word(PyAny)}, of a reference whose identity, attributes or methods are asked for: of an iterator, itself, also
     * where an element of it was fetched and {@link #word(PyAny)} is of what gives that one first.
     */
    public static long receiver(PyAny ref) {
        long word = wordOrNull(ref);
        return Word.isObject(word) ? word : receiverOfTagged(null, ref, word);
    }

    /** As {@link #receiver(PyAny)}, for an operation of {@code state}, to which the reference has to belong. */
    public static long receiver(ScopeStack state, PyAny ref) {
        long word = wordOrNull(state, ref);
        return Word.isObject(word) ? word : receiverOfTagged(state, ref, word);
    }

    private static long receiverOfTagged(@Nullable ScopeStack state, PyAny ref, long word) {
        return word == IteratorLookahead.WORD ? lookaheadOf(ref).iteratorWord() : object(state, ref, word);
    }

    private static IteratorLookahead lookaheadOf(PyAny ref) {
        return Objects.requireNonNull(ReferenceDoor.get().lookahead(ref));
    }

    /**
     * The word of a reference for a second holder, borrowed: still tagged only if both will be one object whatever becomes of
     * them. Not so an int outside of those that Python itself keeps only once.
     */
    public static long sharedWord(PyAny ref) {
        long word = taggedWord(ref);
        return isOneObject(word) ? word : word(ref);
    }

    /**
     * Whether two references that both hold this word refer to one object, and always will: not so of an int that each of them
     * may get an object for.
     */
    public static boolean isOneObject(long word) {
        return Tagged.isInt(word) ? isSmall(word) : word != IteratorLookahead.WORD;
    }

    /** Whether every runtime has one object of the value of an immediate int. */
    static boolean isSmall(long word) {
        long value = Tagged.intValue(word);
        return value >= LEAST_SMALL && value <= MOST_SMALL;
    }

    /** The object that a tagged word stands for in the runtime of {@code state}; takes its count, and gives one. */
    public static long toObject(ScopeStack state, long word) {
        long object;
        try {
            object = state.object(word);
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
        if (object != word) {
            Word.decref(word);
        }
        return object;
    }

    /**
     * Checks that a word may be used with {@code state}.
     *
     * @param what the reference that has the word, for the message
     * @throws IllegalArgumentException if it belongs to another runtime
     */
    public static void checkRuntime(ScopeStack state, long word, Object what) {
        WordRuntime runtime = word == Word.NULL ? null : WordRuntime.ofOrNull(word);
        if (runtime != null && runtime != state.runtime()) {
            throw MisuseErrors.ofRuntime(what, runtime, state.runtime());
        }
    }

    /** 0 if it is not usable. Both methods are at most 35 bytes long: those the compiler inlines wherever they are. */
    private static long wordOrNull(PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref); // the thread first: only that of the owner sees chunk and slot agree
        return c.state.active == Thread.currentThread()
                ? c.words[ReferenceDoor.get().slot(ref)]
                : 0;
    }

    /**
     * As {@link #word(PyAny)}, for a thread that is known to be attached: one test less.
     *
     * @param state of this thread, attached
     */
    public static long word(ScopeStack state, PyAny ref) {
        long word = wordOrNull(state, ref);
        return Word.isObject(word) ? word : object(state, ref, word);
    }

    /**
     * The word of a reference, tagged or not, if it is of this thread and usable, else 0.
     *
     * @param state of this thread, attached
     */
    public static long wordOrNull(ScopeStack state, PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref);
        return c.state == state ? c.words[ReferenceDoor.get().slot(ref)] : 0;
    }

    /**
     * The state of the thread that {@code ref} belongs to. Of a closed reference, which a callback may have closed during a
     * call on it, the state of this thread.
     */
    public static ScopeStack state(PyAny ref) {
        ScopeStack state = ReferenceDoor.get().chunk(ref).state;
        return state != ScopeStack.NONE ? state : ScopeStack.orNone();
    }

    /** Whether {@link #word} would return. Any thread. */
    public static boolean isUsable(PyAny ref) {
        return wordOrNull(ref) != 0;
    }

    /** Whether the count has not been given back. Any thread; a foreign one may see a value that is out of date. */
    public static boolean isAlive(PyAny ref) {
        long[] words = ReferenceDoor.get().chunk(ref).words;
        int slot = ReferenceDoor.get().slot(ref); // on another thread, perhaps of another chunk
        return slot < words.length && words[slot] != 0;
    }

    /**
     * Gives back the count now. A second call does nothing, nor does one after the interpreter has ended.
     *
     * <p>A callback may close a reference of the code that called into Python, which may be using the object at this very
     * moment, as {@code list.sort} uses the list. Such a count stays in its slot, to be given back with its chunk or region.
     *
     * @throws IllegalStateException if the thread is detached
     * @throws WrongThreadException on another thread
     */
    public static void close(PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref);
        ScopeStack state = c.state;
        if (state.active != Thread.currentThread() || c.activation != state.activation) {
            closeOutsideActivation(ref);
            return;
        }
        int i = ReferenceDoor.get().slot(ref);
        long word = c.words[i];
        if (word != 0) {
            c.empty(i);
            markClosed(ref);
            state.released++;
            if (Word.isTagged(word)) {
                closeTagged(ref, word);
            } else {
                Word.decref(word);
            }
        }
    }

    private static void closeTagged(PyAny ref, long word) {
        if (word == IteratorLookahead.WORD) {
            lookaheadOf(ref).close();
        } else {
            Word.decref(word);
        }
    }

    private static void closeOutsideActivation(PyAny ref) {
        if (isUsable(ref)) { // in a callback
            markClosed(ref);
        } else {
            takeWord(ref); // nothing to take, or an error
        }
    }

    private static void markClosed(PyAny ref) {
        ReferenceDoor.get().set(ref, Chunk.CLOSED, 0);
    }

    /** Takes the count out of a reference and closes it; 0 if it was closed. Checks as {@link #close}. */
    static long takeWord(PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref);
        if (c.state.active != Thread.currentThread()) {
            if (!isAlive(ref) || ScopeStack.hasEnded()) {
                return 0;
            }
            throw MisuseErrors.of(ref);
        }
        int i = ReferenceDoor.get().slot(ref);
        long word = c.words[i];
        if (word == 0) {
            return 0;
        }
        c.empty(i);
        markClosed(ref);
        return word;
    }

    /**
     * Takes the count out of a reference and closes it.
     *
     * @return the word, a count that the caller owns
     * @throws IllegalStateException if it is closed or the thread is detached
     * @throws WrongThreadException on another thread
     */
    public static long release(PyAny ref) {
        long word = taggedWord(ref);
        if (word == IteratorLookahead.WORD) {
            word = Word.newRef(word(ref));
            close(ref);
            return word;
        }
        Chunk c = ReferenceDoor.get().chunk(ref);
        if (c.activation != c.state.activation) { // see close
            Word.incref(word);
            markClosed(ref);
            return word;
        }
        c.state.released++;
        return takeWord(ref);
    }

    /** Moves a reference, with its count, into the region that encloses {@code from}, unless it is outside already. */
    static void move(PyAny ref, ScopeFrame from) {
        taggedWord(ref);
        if (!from.encloses(ReferenceDoor.get().chunk(ref).frame)) {
            return;
        }
        if (from.beginsActivation) {
            throw MisuseErrors.noEnclosingScope();
        }
        long word = takeWord(ref);
        Chunk c = from.enclosing().chunkWithRoom(word);
        c.words[c.used] = word;
        ReferenceDoor.get().set(ref, c, c.used++);
        if (word == IteratorLookahead.WORD) {
            lookaheadOf(ref).move(from);
        }
    }
}
