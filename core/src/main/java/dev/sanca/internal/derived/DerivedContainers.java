package dev.sanca.internal.derived;

import dev.sanca.internal.engine.ContainerOperations;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.util.function.LongConsumer;

/** Lists, tuples, sets and dicts. */
interface DerivedContainers extends ContainerOperations, DerivedFacet {
    @Override
    default long dict(ThreadState state) {
        return access().object(state, "dict");
    }

    @Override
    default long container(ThreadState state, Container kind, long[] items) {
        String function = switch (kind) {
            case LIST -> "list_of";
            case TUPLE -> "tuple_of";
            case SET -> "set_of";
        };
        long container = access().object(state, function, items); // owns new counts of the items
        for (int i = 0; i < items.length; i++) {
            long item = items[i];
            items[i] = Word.NULL;
            Word.decref(item);
        }
        return container;
    }

    @Override
    default long listOf(ThreadState state, long[] values) {
        return listOfNumbers(state, values.length, "q", to -> Memory.copy(values, 0, to, values.length));
    }

    @Override
    default long listOf(ThreadState state, double[] values) {
        return listOfNumbers(state, values.length, "d", to -> Memory.copy(values, 0, to, values.length));
    }

    /** Returns a list of the numbers in an array of 64-bit elements, by a view of them in a format of module {@code struct}. */
    private long listOfNumbers(ThreadState state, int count, String format, LongConsumer filler) {
        Operations operations = access().operations;
        long view = operations.memoryView(state, 8L * count, filler);
        try {
            long text = operations.ofString(state, format);
            try {
                return access().object(state, "list_of_numbers", view, text);
            } finally {
                Word.decref(text);
            }
        } finally {
            Word.decref(view);
        }
    }

    @Override
    default long listSize(ThreadState state, long list) {
        return access().number(state, "list_size", list);
    }

    @Override
    default long listItem(ThreadState state, long list, long index) {
        return item(state, "list_item", list, index);
    }

    @Override
    default long tupleSize(ThreadState state, long tuple) {
        return access().number(state, "tuple_size", tuple);
    }

    @Override
    default long tupleItem(ThreadState state, long tuple, long index) {
        return item(state, "tuple_item", tuple, index);
    }

    private long item(ThreadState state, String function, long container, long index) {
        return access().word(state, () -> {
            Object key = access().runtime.fromJava(index);
            try {
                return access().python().call(function, access().reference(container), key);
            } finally {
                access().runtime.close(key);
            }
        });
    }

    @Override
    default void append(ThreadState state, long list, long value) {
        access().run(state, "append", list, value);
    }

    @Override
    default void addToSet(ThreadState state, long set, long value) {
        access().run(state, "add_to_set", set, value);
    }

    @Override
    default long dictGet(ThreadState state, long dict, long key) {
        return access().ask(state, () -> {
            long value = access().words
                    .put(access().python().call("dict_get", access().reference(dict), access().reference(key)));
            if (access().runtime.is(access().reference(value), access().python().missing)) {
                Word.decref(value);
                return Word.NULL;
            }
            return value;
        });
    }

    @Override
    default long dictList(ThreadState state, long dict, Part part) {
        return access().object(
                        state,
                        switch (part) {
                            case KEYS -> "dict_keys";
                            case VALUES -> "dict_values";
                            case ITEMS -> "dict_items";
                        },
                        dict);
    }

    @Override
    default long list(ThreadState state, long iterable) {
        return access().object(state, "list", iterable);
    }

    @Override
    default boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor) {
        long size = access().number(state, "dict_size", dict);
        long entries = access().object(state, "entries", dict);
        try {
            for (long key; (key = access().operations.next(state, entries)) != Word.NULL; ) {
                visit(state, key, entries, visitor);
            }
        } finally {
            Word.decref(entries);
        }
        return access().number(state, "dict_size", dict) == size;
    }

    /** Consumes the reference {@code key}. */
    private void visit(ThreadState state, long key, long entries, EntryVisitor visitor) {
        long value = Word.NULL;
        try {
            value = access().operations.next(state, entries);
            visitor.entry(key, value);
        } finally {
            Word.xdecref(value);
            Word.decref(key);
        }
    }
}
