package dev.sanca.internal.derived;

import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.ObjectOperations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime.Raised;

/** Types and identity, attributes, items, iteration and comparison of any object. */
interface DerivedObjects extends ObjectOperations, DerivedFacet {
    @Override
    default long none(ThreadState state) {
        return access().value(state, null);
    }

    @Override
    default boolean isOfType(ThreadState state, long word, long type, boolean exact) {
        return access().test(state, exact ? "is_exactly" : "is_derived", word, type);
    }

    @Override
    default long type(ThreadState state, long word) {
        return access().word(state, () -> access().runtime.type(access().reference(word)));
    }

    @Override
    default String typeName(ThreadState state, long word) {
        return access().text(state, "type_name_of", word);
    }

    @Override
    default String nameOfType(ThreadState state, long type) {
        return access().text(state, "type_name", type);
    }

    @Override
    default boolean is(ThreadState state, long a, long b) {
        return access().words.is(a, b);
    }

    @Override
    default long getAttr(ThreadState state, long object, String name) {
        return access().word(state, () -> access().runtime.getAttr(access().reference(object), name));
    }

    @Override
    default long getAttrOrNull(ThreadState state, long object, String name) {
        try {
            return access().words.put(access().runtime.getAttr(access().reference(object), name));
        } catch (Raised e) {
            access().exceptions.forget(e);
            return Word.NULL;
        }
    }

    @Override
    default void setAttr(ThreadState state, long object, String name, long value) {
        access().ask(state, () -> {
            access().runtime.setAttr(access().reference(object), name, access().reference(value));
            return true;
        });
    }

    @Override
    default void delAttr(ThreadState state, long object, String name) {
        access().ask(state, () -> {
            access().runtime.setAttr(access().reference(object), name, null);
            return true;
        });
    }

    @Override
    default boolean hasAttr(ThreadState state, long object, String name) {
        return access().ask(state, () -> {
            try {
                access().runtime.close(access().runtime.getAttr(access().reference(object), name));
                return true;
            } catch (Raised e) {
                return isNot(e, "AttributeError");
            }
        });
    }

    @Override
    default long getItem(ThreadState state, long object, long key) {
        return access().word(
                        state, () -> access().runtime.getItem(access().reference(object), access().reference(key)));
    }

    @Override
    default long getItemOrNull(ThreadState state, long object, long key) {
        return access().ask(state, () -> {
            try {
                return access().words
                        .put(access().runtime.getItem(access().reference(object), access().reference(key)));
            } catch (Raised e) {
                isNot(e, "LookupError");
                return Word.NULL;
            }
        });
    }

    /** Returns false and releases the exception if it is an instance of a built-in type; throws it again otherwise. */
    private boolean isNot(Raised raised, String type) {
        if (access().exceptions.is(raised, type)) {
            access().exceptions.forget(raised);
            return false;
        }
        throw raised;
    }

    @Override
    default void setItem(ThreadState state, long object, long key, long value) {
        access().run(state, "setitem", object, key, value);
    }

    @Override
    default void delItem(ThreadState state, long object, long key) {
        access().run(state, "delitem", object, key);
    }

    @Override
    default boolean contains(ThreadState state, long object, long value) {
        return access().test(state, "contains", object, value);
    }

    @Override
    default long length(ThreadState state, long object) {
        return access().number(state, "len", object);
    }

    @Override
    default long iterator(ThreadState state, long object) {
        return access().object(state, "iter", object);
    }

    @Override
    default boolean isIterable(ThreadState state, long object) {
        return access().test(state, "is_iterable", object);
    }

    @Override
    default long next(ThreadState state, long iterator) {
        return access().ask(state, () -> {
            Object next = access().runtime.next(access().reference(iterator));
            return next == null ? Word.NULL : access().words.put(next);
        });
    }

    @Override
    default long dir(ThreadState state, long object) {
        return access().object(state, "dir", object);
    }

    @Override
    default boolean isTrue(ThreadState state, long object) {
        return access().test(state, "bool", object);
    }

    @Override
    default long hash(ThreadState state, long object) {
        return access().number(state, "hash", object);
    }

    @Override
    default boolean compare(ThreadState state, long a, long b, Comparison comparison) {
        return access().test(state, comparison.pythonName(), a, b);
    }

    @Override
    default boolean isInstance(ThreadState state, long object, long type) {
        return access().test(state, "isinstance", object, type);
    }

    @Override
    default boolean isSubclass(ThreadState state, long type, long other) {
        return access().test(state, "issubclass", type, other);
    }

    @Override
    default boolean isIterator(ThreadState state, long object) {
        return access().test(state, "is_iterator", object);
    }

    @Override
    default boolean isCallable(ThreadState state, long object) {
        return access().test(state, "callable", object);
    }
}
