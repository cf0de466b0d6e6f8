package dev.sanca.convert.builtin;

import dev.sanca.abi.SequenceReads;
import dev.sanca.abi.TypeReads;
import dev.sanca.abi.Word;
import dev.sanca.cpython.Errors;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.cpython.ffi.dictobject_h;
import dev.sanca.own.Scratch;
import dev.sanca.own.ThreadState;
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

/** A Java map from a dict or any other {@code collections.abc.Mapping}: a new one, in its order, that can be changed. */
final class MapReader implements Reader {
    private final IntFunction<Map<@Nullable Object, @Nullable Object>> maker;
    private final Reader key;
    private final Reader value;

    private MapReader(IntFunction<Map<@Nullable Object, @Nullable Object>> maker, Reader key, Reader value) {
        this.maker = maker;
        this.key = key;
        this.value = value;
    }

    /** The reader of a class of maps, or null. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        IntFunction<Map<@Nullable Object, @Nullable Object>> maker = maker(type);
        return maker == null
                ? null
                : new MapReader(
                        maker,
                        Readers.later(arguments.length == 0 ? Object.class : arguments[0]),
                        Readers.later(arguments.length == 0 ? Object.class : arguments[1]));
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
        if (!Natural.isMapping(word)) {
            throw Numbers.refused(state, word, "Map", "a mapping");
        }
        int inside = Depth.inside(state, depth);
        return TypeReads.isExactDict(word) ? ofDict(state, word, inside) : ofMapping(state, word, inside);
    }

    private Map<@Nullable Object, @Nullable Object> ofDict(ThreadState state, long dict, int depth) {
        long size = SequenceReads.dictSize(dict);
        Map<@Nullable Object, @Nullable Object> map = maker.apply((int) size);
        Scratch scratch = state.scratch();
        long cursor = scratch.reserve(3);
        try {
            Memory.putLong(cursor, 0);
            while (dictobject_h.PyDict_Next(dict, cursor, cursor + 8, cursor + 16) != 0) {
                long k = Word.newRef(Memory.getLong(cursor + 8));
                long v = Word.newRef(Memory.getLong(cursor + 16));
                try {
                    put(state, map, k, v, depth);
                } finally {
                    Word.decref(k);
                    Word.decref(v);
                }
                if (SequenceReads.dictSize(dict) != size) {
                    throw Refusal.changed("dict");
                }
            }
        } finally {
            scratch.release(cursor);
        }
        return map;
    }

    /** Any other mapping: {@code items()}, as pairs. */
    private Map<@Nullable Object, @Nullable Object> ofMapping(ThreadState state, long mapping, int depth) {
        long items = Errors.check(state, abstract_h.PyMapping_Items(mapping)); // a list that nobody else knows
        try {
            long size = SequenceReads.listSize(items);
            Map<@Nullable Object, @Nullable Object> map = maker.apply((int) size);
            for (long i = 0; i < size; i++) {
                long pair = SequenceReads.listItem(items, i);
                if (!TypeReads.isTuple(pair) || SequenceReads.tupleSize(pair) != 2) {
                    throw Refusal.type("items() of " + Names.ofType(state, mapping) + " gave what is no pair");
                }
                put(state, map, SequenceReads.tupleItem(pair, 0), SequenceReads.tupleItem(pair, 1), depth);
            }
            return map;
        } finally {
            Word.decref(items);
        }
    }

    private void put(ThreadState state, Map<@Nullable Object, @Nullable Object> map, long k, long v, int depth) {
        boolean isKey = true;
        try {
            Object javaKey = key.read(state, k, depth);
            isKey = false;
            map.put(javaKey, value.read(state, v, depth));
        } catch (Refusal | dev.sanca.PythonException e) {
            throw Refusal.at(e, (isKey ? "key " : "value of key ") + shown(state, k));
        }
    }

    /** The key for a message: only what has a {@code repr} that runs no user's code. */
    private static String shown(ThreadState state, long key) {
        if (TypeReads.isExactString(key) || TypeReads.isExactInt(key) || TypeReads.isExactFloat(key)) {
            String text = dev.sanca.cpython.Strings.repr(state, key);
            return text.length() > 42 ? text.substring(0, 42) + "…" : text;
        }
        return "of type " + Names.ofType(state, key);
    }
}
