package dev.sanca.internal.convert;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Converts any Python iterable but text to a Java collection: a new one, in the same order, that can be changed. */
final class CollectionReaders {
    private CollectionReaders() {}

    /** Returns the reader of a class of collections; null for any other class. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        IntFunction<Collection<@Nullable Object>> maker = maker(type);
        if (maker == null) {
            return null;
        }
        Reader element = Readers.lazy(arguments.length == 0 ? Object.class : arguments[0]);
        String name = type.getSimpleName();
        return (state, word, depth) -> read(state, word, depth, element, name, maker);
    }

    private static Object read(
            ThreadState state,
            long word,
            int depth,
            Reader element,
            String name,
            IntFunction<Collection<@Nullable Object>> maker) {
        Collection<@Nullable Object> made = maker.apply(Elements.sizeHint(state, word));
        Word.incref(word); // hashCode and compareTo of an element may close the reference to this object
        try {
            Elements.read(state, word, element, depth, name, made::add);
        } finally {
            Word.decref(word);
        }
        return made;
    }

    @SuppressWarnings("JdkObsolete") // for callers that ask for a LinkedList
    private static @Nullable IntFunction<Collection<@Nullable Object>> maker(Class<?> type) {
        if (type == List.class
                || type == Collection.class
                || type == SequencedCollection.class
                || type == ArrayList.class) {
            return ArrayList::new;
        } else if (type == Set.class || type == SequencedSet.class || type == LinkedHashSet.class) {
            return LinkedHashSet::newLinkedHashSet;
        } else if (type == HashSet.class) {
            return HashSet::newHashSet;
        } else if (type == SortedSet.class || type == NavigableSet.class || type == TreeSet.class) {
            return size -> new TreeSet<>();
        } else if (type == Queue.class || type == Deque.class || type == ArrayDeque.class) {
            return ArrayDeque::new;
        } else if (type == LinkedList.class) {
            return size -> new LinkedList<>();
        }
        return null;
    }
}
