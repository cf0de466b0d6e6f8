package dev.sanca.internal.reference;

import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operations on a {@link PyAny} that Sanca's other packages use. Users see the subclasses of {@code PyAny} only and cannot
 * reach these.
 */
public final class Refs {
    /**
     * The range of ints that CPython keeps as one object each: {@code _PY_NSMALLNEGINTS} and {@code _PY_NSMALLPOSINTS}, the
     * same in all supported versions.
     */
    private static final int LEAST_SMALL = -5;

    private static final int MOST_SMALL = 256;

    private Refs() {}

    /**
     * Returns the chunk for the next reference of an attached thread: a chunk of the innermost scope, with room for it.
     *
     * @param word a new count; decremented only if this throws
     */
    static Chunk chunkWithRoom(ScopeStack state, long word) {
        Chunk c = state.chunk;
        return c.used < c.words.length && state.pressureSeen == Pressure.epoch
                ? c
                : state.innermost().nextChunk(word);
    }

    /**
     * Returns the word of a reference that this thread may use now. Borrowed: valid while {@code ref} is reachable and open.
     *
     * @throws IllegalStateException if the reference is closed, its scope is closed, or the thread is detached
     * @throws WrongThreadException if the reference belongs to another thread
     */
    public static long word(PyAny ref) {
        long word = wordOrNull(ref);
        return Word.isObject(word) ? word : object(null, ref, word, null);
    }

    /** Returns the exception for a reference that this thread may not use now. */
    public static RuntimeException misuse(PyAny ref) {
        return MisuseErrors.of(ref);
    }

    /** Returns the same as {@link #word(PyAny)}, but leaves a tagged word as it is. */
    public static long taggedWord(PyAny ref) {
        long word = wordOrNull(ref);
        if (word == 0) {
            throw MisuseErrors.of(ref);
        }
        return word;
    }

    /**
     * Returns the object that a tagged word represents in the thread's runtime, and stores it in the slot in place of the word.
     *
     * @param state the state that the reference must belong to, if not null
     * @param unused null
     */
    private static long object(@Nullable ScopeStack state, PyAny ref, long word, @Nullable OutOfLine unused) {
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
            Tagged.decref(word);
        }
        return object;
    }

    /**
     * Returns the word of a reference whose identity, attributes or methods are used. It differs from {@link #word(PyAny)} for
     * an iterator of which an element was fetched in advance: here it is the iterator itself, there an iterator that gives the
     * fetched element first.
     */
    public static long receiver(PyAny ref) {
        long word = wordOrNull(ref);
        return Word.isObject(word) ? word : receiverOfTagged(null, ref, word, null);
    }

    /** Returns the same as {@link #receiver(PyAny)}, for an operation of {@code state}, to which the reference must belong. */
    public static long receiver(ScopeStack state, PyAny ref) {
        long word = wordOrNull(state, ref);
        return Word.isObject(word) ? word : receiverOfTagged(state, ref, word, null);
    }

    private static long receiverOfTagged(@Nullable ScopeStack state, PyAny ref, long word, @Nullable OutOfLine unused) {
        return word == IteratorLookahead.WORD ? lookaheadOf(ref).iteratorWord() : object(state, ref, word, unused);
    }

    private static IteratorLookahead lookaheadOf(PyAny ref) {
        return Objects.requireNonNull(ReferenceDoor.get().lookahead(ref));
    }

    /**
     * Returns the word of a reference for a second holder, borrowed. It is tagged only if both holders will always refer to the
     * same object. An int outside the range that Python keeps as one object each becomes an object first.
     */
    public static long sharedWord(PyAny ref) {
        long word = taggedWord(ref);
        return isOneObject(word) ? word : word(ref);
    }

    /**
     * Returns whether two references that hold this word always refer to the same object. For an int outside the range that
     * Python keeps as one object each, each of them might get a different object.
     */
    public static boolean isOneObject(long word) {
        return Tagged.isInt(word) ? isSmall(word) : word != IteratorLookahead.WORD;
    }

    /** Returns whether every runtime keeps the value of an immediate int as one object. */
    static boolean isSmall(long word) {
        long value = Tagged.intValue(word);
        return value >= LEAST_SMALL && value <= MOST_SMALL;
    }

    /**
     * Returns the object that a tagged word represents in the runtime of {@code state}.
     *
     * @param word an owned reference, which this consumes, even if it throws
     * @return a new reference
     */
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
     * Checks that {@code word} belongs to the runtime of {@code state}.
     *
     * @param what the reference that holds the word, for the message
     * @throws IllegalArgumentException if the word belongs to another runtime
     */
    public static void checkRuntime(ScopeStack state, long word, Object what) {
        WordRuntime runtime = word == Word.NULL ? null : WordRuntime.ofOrNull(word);
        if (runtime != null && runtime != state.runtime()) {
            throw MisuseErrors.ofRuntime(what, runtime, state.runtime());
        }
    }

    /**
     * Returns the word of a reference, or 0 if this thread may not use it now. This method and the next of this name are at
     * most 35 bytes of byte code, since the compiler inlines such methods everywhere.
     */
    private static long wordOrNull(PyAny ref) {
        // The thread is compared first: only the owner's thread reads a chunk and a slot that belong together.
        Chunk c = ReferenceDoor.get().chunk(ref);
        return c.state.active == Thread.currentThread()
                ? c.words[ReferenceDoor.get().slot(ref)]
                : 0;
    }

    /**
     * Returns the same as {@link #word(PyAny)}, for a thread that is known to be attached: one test less.
     *
     * @param state the state of this thread, attached
     */
    public static long word(ScopeStack state, PyAny ref) {
        long word = wordOrNull(state, ref);
        return Word.isObject(word) ? word : object(state, ref, word, null);
    }

    /**
     * Returns the word of a reference, tagged or not, if the reference belongs to {@code state} and is open, else 0.
     *
     * @param state the state of this thread, attached
     */
    public static long wordOrNull(ScopeStack state, PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref);
        return c.state == state ? c.words[ReferenceDoor.get().slot(ref)] : 0;
    }

    /**
     * Returns the state of the thread that {@code ref} belongs to. For a closed reference, which a callback may have closed
     * during a call on it, returns the state of this thread.
     */
    public static ScopeStack state(PyAny ref) {
        ScopeStack state = ReferenceDoor.get().chunk(ref).state;
        return state != ScopeStack.NONE ? state : ScopeStack.orNone();
    }

    /** Returns whether {@link #word} would return and not throw. Any thread. */
    public static boolean isUsable(PyAny ref) {
        return wordOrNull(ref) != 0;
    }

    /**
     * Returns whether the reference still owns its count. Any thread; a thread other than the owner may see a value that is out
     * of date.
     */
    public static boolean isAlive(PyAny ref) {
        long[] words = ReferenceDoor.get().chunk(ref).words;
        int slot = ReferenceDoor.get().slot(ref); // on another thread, this may be a slot of another chunk
        return slot < words.length && words[slot] != 0;
    }

    /**
     * Decrements the count now. A second call does nothing, nor does a call after the interpreter has ended.
     *
     * <p>A callback may close a reference of the code that called into Python, which may be using the object at this very
     * moment, as {@code list.sort} uses the list. Such a count stays in its slot, and is decremented with its chunk or scope.
     *
     * @implNote On the way of a usable reference, {@code ref} is an argument of no call that the compiler may not inline. So it
     *     allocates no object for a reference that is closed where it was made, whatever the process has closed before.
     *
     * @throws IllegalStateException if the thread is detached
     * @throws WrongThreadException on another thread
     */
    public static void close(PyAny ref) {
        Chunk c = ReferenceDoor.get().chunk(ref);
        ScopeStack state = c.state;
        if (state.active != Thread.currentThread()) {
            if (c != Chunk.CLOSED) {
                takeWord(ref); // throws, or does nothing
            }
            return;
        }
        int i = ReferenceDoor.get().slot(ref);
        long word = c.words[i];
        if (word == 0) {
            return;
        }
        IteratorLookahead ahead =
                word == IteratorLookahead.WORD ? ReferenceDoor.get().lookahead(ref) : null;
        markClosed(ref);
        if (c.activation == state.activation) { // else in a callback
            c.empty(i);
            state.released++;
            if (ahead == null) {
                Word.decref(word);
            } else {
                ahead.close();
            }
        }
    }

    private static void markClosed(PyAny ref) {
        ReferenceDoor.get().set(ref, Chunk.CLOSED, 0);
    }

    /**
     * Moves the count out of a reference to the caller, and closes the reference. Returns 0 if it was closed. Throws as
     * {@link #close} does.
     */
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
     * Moves the count out of a reference to the caller, and closes the reference.
     *
     * @return the word, a count that the caller owns
     * @throws IllegalStateException if the reference is closed or the thread is detached
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

    /**
     * Moves a reference, with its count, into the scope that encloses the scope of {@code from}, unless the reference is
     * outside of it already.
     */
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
