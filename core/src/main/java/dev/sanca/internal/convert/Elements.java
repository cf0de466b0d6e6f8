package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the elements of any Python iterable, in order. */
final class Elements {
    private Elements() {}

    /**
     * Converts each element and passes it to a consumer. The elements are those of Python's {@code list(object)}, so a subclass
     * of {@code list} that overrides {@code __iter__} is respected. Text is rejected: to read it as a list of characters is
     * nearly always a mistake.
     *
     * @param what the name of the Java type, for messages
     */
    static void read(
            ThreadState state, long word, Reader reader, int depth, String what, Consumer<@Nullable Object> into) {
        int inside = NestingDepth.ofElements(state, depth);
        if (TypeReads.isExactList(word) || TypeReads.isExactTuple(word)) {
            indexed(state, word, TypeReads.isExactList(word), reader, inside, into);
        } else {
            iterated(state, word, reader, inside, what, into);
        }
    }

    private static void indexed(
            ThreadState state, long word, boolean list, Reader reader, int depth, Consumer<@Nullable Object> into) {
        // The size is read each time: a conversion may run Python code that changes the list.
        for (long i = 0; i < size(state, word, list); i++) {
            long item = list
                    ? Operations.of(state).listItem(state, word, i)
                    : Operations.of(state).tupleItem(state, word, i);
            try {
                into.accept(reader.read(state, item, depth));
            } catch (RuntimeException e) {
                throw ConversionError.at(e, "element " + i + " of " + (list ? "list" : "tuple"));
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
            for (long item; (item = Operations.of(state).next(state, iterator)) != 0; i++) {
                try {
                    into.accept(reader.read(state, item, depth));
                } catch (RuntimeException e) {
                    throw ConversionError.at(
                            e, "element " + i + " of " + Operations.of(state).typeName(state, word));
                } finally {
                    Word.decref(item);
                }
            }
        } finally {
            Word.decref(iterator);
        }
    }

    /** Returns {@code iter(object)}, a new reference. */
    static long iterator(ThreadState state, long word, String what) {
        if (DefaultConversion.isText(word) || !Operations.of(state).isIterable(state, word)) {
            throw Numbers.wrongType(state, word, what, "an iterable of elements");
        }
        return Operations.of(state).iterator(state, word);
    }

    /** Returns an estimate of the number of elements, for the initial size of a collection. */
    static int sizeHint(ThreadState state, long word) {
        boolean list = TypeReads.isExactList(word);
        long size = list || TypeReads.isExactTuple(word) ? size(state, word, list) : 0;
        return (int) Math.min(size, Integer.MAX_VALUE - 8);
    }

    private static long size(ThreadState state, long word, boolean list) {
        return list
                ? Operations.of(state).listSize(state, word)
                : Operations.of(state).tupleSize(state, word);
    }
}
