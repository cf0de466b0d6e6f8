package dev.sanca.stress.fuzz;

/**
 * What a step does. Its two numbers say with what, modulo what there is to choose from, so that any part of a program is a
 * program too. A kind that opens a block contains the steps up to its {@link #END}, or up to the end of the program.
 */
public enum Kind {
    /** The end of the innermost block; nothing outside all blocks. */
    END("end of the block", 0),
    /** A bound reference to an object, sometimes 700, which is more than a chunk of references. */
    HOLD("bind object a", 20),
    /** Closes a bound reference of any scope of the thread. */
    CLOSE("close a bound reference", 16),
    /** Opens a scope or a nested token. */
    OPEN("open a scope, or a token inside", 5),
    /** Closes the innermost scope or token that this block has opened. */
    CLOSE_SCOPE("close the innermost scope or token", 4),
    /** Keeps a reference of the innermost scope for the one outside it. */
    KEEP("keep a reference for the scope outside", 8),
    /** A detached reference to the object of a bound one. */
    OF("Py.of(a bound reference)", 8),
    /** A detached reference that takes the count of a bound one. */
    MOVE("Py.move(a bound reference)", 4),
    /** A bound reference to the object of a detached one. */
    BIND("bind a detached reference", 5),
    /** A bound reference that takes the count of a detached one. */
    MOVE_TO("moveTo of a detached reference", 4),
    /** A second detached reference. */
    COPY("copy a detached reference", 4),
    /** Closes a detached reference, on the attached thread or while it is detached. */
    CLOSE_PY("close a detached reference, if b is odd while the thread is detached", 5),
    /** Drops references without closing them. */
    FORGET("drop references of object a, b of them", 3),
    /** A method of Python that returns its object. */
    CALL("call a method that returns its object", 8),
    /** A list of some references, closed at once. */
    PACK("put references into a list, and compare the count", 4),
    /** Compares the count of an object with the model. */
    CHECK("compare the count of object a", 4),
    /** What must be refused: closed references, scopes out of order, other threads, detached threads. */
    MISUSE("use something in a wrong way, the a-th", 5),
    /** Java's collector, or one of Python's. */
    COLLECT("collect garbage, by Java if a % 50 is 0", 1),
    /** Throws an exception of Java. */
    THROW("throw an exception of Java", 2),
    /** Lets Python raise. */
    RAISE("let Python raise ValueError", 2),
    /** Catches what the block throws or raises. */
    TRY("try", 5, true),
    /** Python calls Java, by one of several Python functions, with an object or without. */
    CALLBACK("Python calls Java, by function b, with a reference if a is odd", 6, true),
    /** Detaches the thread, and attaches it again. */
    DETACH("detach, and attach again", 2, true),
    /** Another platform thread, for which this one waits. */
    THREAD("a platform thread", 1, true),
    /** A virtual thread, for which this one waits. */
    VIRTUAL("a virtual thread", 1, true),
    /** A thread of Python's {@code _thread}, for which this one waits. */
    PYTHON_THREAD("a thread of Python", 1, true),
    /** A thread that runs beside this one until the block around it ends; it gets half of the detached references. */
    PARALLEL("a thread beside this one, virtual if b is odd", 2, true),
    /** A time limit. */
    WITHIN("a time limit of 0, 1, 4 ms or a minute, by a; with an endless loop at the end if b is odd", 0, true),
    /** An interrupt in the middle of the block, or in the endless wait at its end. */
    INTERRUPT("an interrupt after a % 4 ms, at the latest in an endless wait of kind b", 0, true);

    final String text;
    final int weight;
    final boolean isBlock;

    Kind(String text, int weight) {
        this(text, weight, false);
    }

    Kind(String text, int weight, boolean isBlock) {
        this.text = text;
        this.weight = weight;
        this.isBlock = isBlock;
    }
}
