package dev.sanca.convert.builtin;

import dev.sanca.abi.SequenceReads;
import dev.sanca.abi.TypeReads;
import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.Iteration;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.own.ThreadState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the elements of any iterable, in order. */
final class Elements {
    private Elements() {}

    /**
     * Converts each element and hands it on. Text is refused: to take it for a list of characters is nearly always a
     * mistake.
     *
     * @param what the Java type, for messages
     */
    static void read(
            ThreadState state, long word, Reader reader, int depth, String what, Consumer<@Nullable Object> into) {
        int inside = Depth.inside(state, depth);
        if (TypeReads.isList(word) || TypeReads.isTuple(word)) {
            indexed(state, word, TypeReads.isList(word), reader, inside, into);
        } else {
            iterated(state, word, reader, inside, what, into);
        }
    }

    private static void indexed(
            ThreadState state, long word, boolean list, Reader reader, int depth, Consumer<@Nullable Object> into) {
        // the size again each time: a conversion may run Python code that changes the list
        for (long i = 0; i < (list ? SequenceReads.listSize(word) : SequenceReads.tupleSize(word)); i++) {
            long item = Word.newRef(list ? SequenceReads.listItem(word, i) : SequenceReads.tupleItem(word, i));
            try {
                into.accept(reader.read(state, item, depth));
            } catch (RuntimeException e) {
                throw Refusal.at(e, "element " + i + " of " + (list ? "list" : "tuple"));
            } finally {
                Word.decref(item);
            }
        }
    }

    private static void iterated(
            ThreadState state, long word, Reader reader, int depth, String what, Consumer<@Nullable Object> into) {
        long iterator = iterator(state, word, what);
        long i = 0;
        try {
            for (long item; (item = Iteration.next(state, iterator)) != 0; i++) {
                try {
                    into.accept(reader.read(state, item, depth));
                } catch (RuntimeException e) {
                    throw Refusal.at(e, "element " + i + " of " + Names.ofType(state, word));
                } finally {
                    Word.decref(item);
                }
            }
        } finally {
            Word.decref(iterator);
        }
    }

    /** {@code iter(object)}. */
    static long iterator(ThreadState state, long word, String what) {
        if (Natural.isText(word) || !isIterable(word)) {
            throw Numbers.refused(state, word, what, "an iterable of elements");
        }
        return Errors.check(state, abstract_h.PyObject_GetIter(word));
    }

    /** Whether {@code iter()} has a chance; what it throws then is the object's own error. */
    private static boolean isIterable(long word) {
        return abstract_h.PySequence_Check(word) != 0 || Names.hasIter(word);
    }

    /** A guess of the number of elements, for the first size of a collection. */
    static int sizeHint(long word) {
        long size = TypeReads.isList(word)
                ? SequenceReads.listSize(word)
                : TypeReads.isTuple(word) ? SequenceReads.tupleSize(word) : 0;
        return (int) Math.min(size, Integer.MAX_VALUE - 8);
    }
}
