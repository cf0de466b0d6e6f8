package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;

/**
 * What can be done with any object: its type and identity, attributes, items, iteration, comparison.
 *
 * <p>{@link Operations} says who owns a word, on which thread a method runs, and what it throws.
 */
public interface ObjectOperations {
    /** {@code None}. */
    long none(ThreadState state);

    /**
     * Returns whether the type of an object is {@code type} or, unless {@code exact}, derived from it. Asks no Python code: what
     * {@code __class__} or {@code __instancecheck__} claim does not count.
     */
    boolean isOfType(ThreadState state, long word, long type, boolean exact);

    /** {@code type(object)}. */
    long type(ThreadState state, long word);

    /** Returns the name of an object's type, with its module unless that is {@code builtins} or {@code __main__}. */
    String typeName(ThreadState state, long word);

    /** Returns the name of a type, with its module unless that is {@code builtins} or {@code __main__}. */
    String nameOfType(ThreadState state, long type);

    /** {@code a is b}. */
    boolean is(ThreadState state, long a, long b);

    /** {@code object.name}. */
    long getAttr(ThreadState state, long object, String name);

    /** {@code object.name}, or 0 if that raises an exception. */
    long getAttrOrNull(ThreadState state, long object, String name);

    /** {@code object.name = value}. */
    void setAttr(ThreadState state, long object, String name, long value);

    /** {@code del object.name}. */
    void delAttr(ThreadState state, long object, String name);

    /** Returns whether {@code object.name} exists. Errors other than {@code AttributeError} are thrown. */
    boolean hasAttr(ThreadState state, long object, String name);

    /** {@code object[key]}. */
    long getItem(ThreadState state, long object, long key);

    /** {@code object[key]}, or 0 if that raises a {@code LookupError}. */
    long getItemOrNull(ThreadState state, long object, long key);

    /** {@code object[key] = value}. */
    void setItem(ThreadState state, long object, long key, long value);

    /** {@code del object[key]}. */
    void delItem(ThreadState state, long object, long key);

    /** {@code value in object}. */
    boolean contains(ThreadState state, long object, long value);

    /** {@code len(object)}. */
    long length(ThreadState state, long object);

    /** {@code iter(object)}. */
    long iterator(ThreadState state, long object);

    /**
     * Returns whether an object is iterable: a sequence, or of a type with {@code __iter__}, which may raise an exception
     * all the same.
     */
    boolean isIterable(ThreadState state, long object);

    /** {@code next(iterator)}, or 0 at the end. */
    long next(ThreadState state, long iterator);

    /** {@code dir(object)}. */
    long dir(ThreadState state, long object);

    /** {@code bool(object)}. */
    boolean isTrue(ThreadState state, long object);

    /** {@code hash(object)}. */
    long hash(ThreadState state, long object);

    /** Returns the truth of a rich comparison. */
    boolean compare(ThreadState state, long a, long b, Comparison comparison);

    /** {@code isinstance(object, type)}. */
    boolean isInstance(ThreadState state, long object, long type);

    /** {@code issubclass(type, other)}. */
    boolean isSubclass(ThreadState state, long type, long other);

    /** Returns whether {@code next(object)} is possible: the type has {@code __next__}. */
    boolean isIterator(ThreadState state, long object);

    /** {@code callable(object)}. */
    boolean isCallable(ThreadState state, long object);
}
