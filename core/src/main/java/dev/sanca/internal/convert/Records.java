package dev.sanca.internal.convert;

import dev.sanca.PythonException;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * Converts records to a dict of their components, and back from a mapping with those keys or an object with those attributes.
 * Other keys are ignored. Exceptions of an accessor or of the constructor are thrown unchanged.
 */
final class Records {
    private Records() {}

    /** Converts a record to a dict. */
    static long write(ThreadState state, Object value, int depth) {
        int inside = NestingDepth.ofElements(state, depth);
        RecordShape shape = RecordShape.of(value.getClass());
        long dict = Operations.of(state).dict(state);
        try {
            for (RecordShape.Component component : shape.components()) {
                put(state, dict, component, value, inside, shape.name());
            }
        } catch (Throwable e) {
            Word.decref(dict);
            throw e;
        }
        return dict;
    }

    private static void put(
            ThreadState state, long dict, RecordShape.Component component, Object value, int depth, String record) {
        long key = 0;
        long word = 0;
        try {
            key = Operations.of(state).ofString(state, component.name());
            word = ToPython.element(state, UserCode.invoke(component.accessor(), value), depth);
            Operations.of(state).setItem(state, dict, key, word);
        } catch (RuntimeException e) {
            throw ConversionError.at(e, component.name() + " of " + record);
        } finally {
            Word.xdecref(key);
            Word.xdecref(word);
        }
    }

    /** Returns the reader of a record class. */
    static Reader reader(Class<?> type) {
        return (state, word, depth) -> read(state, word, depth, RecordShape.of(type));
    }

    private static @Nullable Object read(ThreadState state, long word, int depth, RecordShape shape) {
        int inside = NestingDepth.ofElements(state, depth);
        RecordShape.Component[] components = shape.components();
        @Nullable Object[] values = new @Nullable Object[components.length];
        if (TypeReads.isNone(word)) {
            throw Numbers.wrongType(state, word, shape.name(), "a mapping or an object with its components");
        }
        boolean mapping = DefaultConversion.isMapping(state, word);
        for (int i = 0; i < components.length; i++) {
            values[i] = component(state, word, mapping, components[i], inside, shape.name());
        }
        Thread before = NestingDepth.enterUserCode(state);
        try {
            return UserCode.invoke(shape.constructor(), values);
        } finally {
            state.leaveUpcall(before);
        }
    }

    private static @Nullable Object component(
            ThreadState state, long word, boolean mapping, RecordShape.Component component, int depth, String record) {
        long part = mapping ? item(state, word, component.name()) : attribute(state, word, component.name());
        try {
            if (component.optional() && (part == 0 || TypeReads.isNone(part))) {
                return component.absent().orElse(null);
            } else if (part == 0) {
                throw Numbers.wrongType(
                        state,
                        word,
                        record,
                        "complete: " + (mapping ? "key" : "attribute") + " '" + component.name() + "' is missing");
            }
            return component.reader().read(state, part, depth);
        } catch (ConversionError | PythonException e) {
            throw part == 0 ? e : ConversionError.at(e, component.name() + " of " + record);
        } finally {
            Word.xdecref(part);
        }
    }

    /** Returns the value of a key, a new reference; 0 if there is none. */
    private static long item(ThreadState state, long mapping, String name) {
        long key = Operations.of(state).ofString(state, name);
        try {
            if (TypeReads.isExactDict(mapping)) {
                return Operations.of(state).dictGet(state, mapping, key);
            }
            return Operations.of(state).getItemOrNull(state, mapping, key);
        } finally {
            Word.decref(key);
        }
    }

    /** Returns an attribute, a new reference; 0 if there is none. */
    private static long attribute(ThreadState state, long object, String name) {
        return Operations.of(state).hasAttr(state, object, name)
                ? Operations.of(state).getAttr(state, object, name)
                : 0;
    }
}
