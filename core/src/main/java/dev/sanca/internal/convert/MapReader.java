package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Converts a dict, or any other {@code collections.abc.Mapping}, to a Java map: a new one, in the same order, that can be
 * changed.
 */
final class MapReader implements Reader {
    private final IntFunction<Map<@Nullable Object, @Nullable Object>> maker;
    private final Reader key;
    private final Reader value;

    private MapReader(IntFunction<Map<@Nullable Object, @Nullable Object>> maker, Reader key, Reader value) {
        this.maker = maker;
        this.key = key;
        this.value = value;
    }

    /** Returns the reader of a class of maps; null for any other class. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        IntFunction<Map<@Nullable Object, @Nullable Object>> maker = maker(type);
        return maker == null
                ? null
                : new MapReader(
                        maker,
                        Readers.lazy(arguments.length == 0 ? Object.class : arguments[0]),
                        Readers.lazy(arguments.length == 0 ? Object.class : arguments[1]));
    }

    private static @Nullable IntFunction<Map<@Nullable Object, @Nullable Object>> maker(Class<?> type) {
        if (type == Map.class || type == SequencedMap.class || type == LinkedHashMap.class) {
            return LinkedHashMap::newLinkedHashMap;
        } else if (type == HashMap.class) {
            return HashMap::newHashMap;
        } else if (type == SortedMap.class || type == NavigableMap.class || type == TreeMap.class) {
            return size -> new TreeMap<>();
        }
        return null;
    }

    @Override
    public Object read(ThreadState state, long word, int depth) {
        if (!DefaultConversion.isMapping(state, word)) {
            throw Numbers.wrongType(state, word, "Map", "a mapping");
        }
        int inside = NestingDepth.ofElements(state, depth);
        Word.incref(word); // hashCode and compareTo of a key may close the reference to this object
        try {
            return TypeReads.isExactDict(word) ? ofDict(state, word, inside) : ofMapping(state, word, inside);
        } finally {
            Word.decref(word);
        }
    }

    private Map<@Nullable Object, @Nullable Object> ofDict(ThreadState state, long dict, int depth) {
        Map<@Nullable Object, @Nullable Object> map =
                maker.apply((int) Operations.of(state).length(state, dict));
        if (!Operations.of(state).forEachEntry(state, dict, (k, v) -> put(state, map, k, v, depth))) {
            throw ConversionError.changed("dict");
        }
        return map;
    }

    /** Reads the pairs of {@code items()} of a mapping that is not a dict. */
    private Map<@Nullable Object, @Nullable Object> ofMapping(ThreadState state, long mapping, int depth) {
        long items = items(state, mapping); // a new list, which no other code can change
        try {
            long size = Operations.of(state).listSize(state, items);
            Map<@Nullable Object, @Nullable Object> map = maker.apply((int) size);
            for (long i = 0; i < size; i++) {
                putPair(state, map, Operations.of(state).listItem(state, items, i), mapping, depth);
            }
            return map;
        } finally {
            Word.decref(items);
        }
    }

    private static long items(ThreadState state, long mapping) {
        long items = Operations.of(state).callMethod(state, mapping, "items");
        try {
            return Operations.of(state).list(state, items);
        } finally {
            Word.decref(items);
        }
    }

    /** Puts a pair into a map. Consumes the reference {@code pair}. */
    private void putPair(
            ThreadState state, Map<@Nullable Object, @Nullable Object> map, long pair, long mapping, int depth) {
        long k = 0;
        long v = 0;
        try {
            if (!TypeReads.isTuple(pair) || Operations.of(state).tupleSize(state, pair) != 2) {
                throw ConversionError.type("items() of " + Operations.of(state).typeName(state, mapping)
                        + " returned an element that is not a pair");
            }
            k = Operations.of(state).tupleItem(state, pair, 0);
            v = Operations.of(state).tupleItem(state, pair, 1);
            put(state, map, k, v, depth);
        } finally {
            Word.xdecref(k);
            Word.xdecref(v);
            Word.decref(pair);
        }
    }

    private void put(ThreadState state, Map<@Nullable Object, @Nullable Object> map, long k, long v, int depth) {
        boolean isKey = true;
        try {
            Object javaKey = key.read(state, k, depth);
            isKey = false;
            map.put(javaKey, value.read(state, v, depth));
        } catch (ConversionError | dev.sanca.PythonException e) {
            throw ConversionError.at(e, (isKey ? "key " : "value of key ") + shown(state, k));
        }
    }

    /** Returns a key as text for a message. Only keys whose {@code repr} runs no code of users are shown by it. */
    private static String shown(ThreadState state, long key) {
        if (TypeReads.isExactString(key) || TypeReads.isExactInt(key) || TypeReads.isExactFloat(key)) {
            String text = Operations.of(state).repr(state, key);
            return text.length() > 42 ? text.substring(0, 42) + "…" : text;
        }
        return "of type " + Operations.of(state).typeName(state, key);
    }
}
