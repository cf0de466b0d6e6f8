package dev.sanca.benchmarks.peers;

import static dev.sanca.benchmarks.peers.Target.NONE;
import static dev.sanca.benchmarks.peers.Target.ratio;
import static dev.sanca.benchmarks.peers.Target.value;

import java.util.List;

/**
 * One row of the table.
 *
 * @param name what programs are asked for
 * @param title what readers see
 * @param unit of the answers
 * @param target of Sanca
 */
record Workload(String name, String title, Unit unit, Target target) {
    private static final String READ = ", read through references";

    /** How long a process takes to its first result; measured by the driver on processes of their own. */
    static final Workload START = new Workload("start", "start to the first result", Unit.MILLISECONDS, value(100));

    /** What such a process had resident at most. */
    static final Workload START_MEMORY =
            new Workload("start-memory", "peak resident memory of that", Unit.MEGABYTES, value(60));

    static final List<Workload> ALL = List.of(
            of("attach", "attach and detach, thread state kept", ratio(1.2)),
            of("attach-nested", "nested attach", ratio(0.3)),
            of("reference", "reference cloned and dropped", ratio(5)),
            of("int-make", "int made and dropped", ratio(0.3)),
            of("int-read", "int read", NONE),
            of("int-round", "int round trip", ratio(0.3)),
            of("int-make-object", "int made and dropped, as an object", ratio(1.5)),
            of("int-round-object", "int round trip, as an object", ratio(1.5)),
            of("float-make", "float made and dropped", NONE),
            of("float-read", "float read", NONE),
            of("string-20-make", "20 ASCII characters to Python", ratio(1.5)),
            of("string-20-read", "20 ASCII characters from Python", NONE),
            of("string-1000-make", "1,000 other characters to Python, C by UTF-8", ratio(0.05)),
            of("string-1000-ucs2", "the same, C by UCS-2", NONE),
            of("string-1000-read", "1,000 other characters from Python", NONE),
            of("call-0", "call, no argument", ratio(1.5)),
            of("call-2", "call, two ints, an int back", ratio(1.2)),
            of("call-keywords", "the same, one by keyword", ratio(1.3)),
            of("attribute-get", "attribute read, an int", ratio(1.8)),
            of("attribute-set", "attribute set to an int", ratio(1.2)),
            of("item-get", "item of a list read, an int", NONE),
            of("item-set", "item of a list set to an int", NONE),
            of("dict-set", "dict of 100,000 strings, set", ratio(1.2)),
            of("dict-get", "dict of 100,000 strings, get", ratio(1.2)),
            of("list-iterate", "list of a million ints" + READ, ratio(1.3)),
            of("tuple-iterate", "tuple of a million ints" + READ, NONE),
            of("dict-iterate", "dict of a million ints" + READ, NONE),
            of("set-iterate", "set of a million ints" + READ, NONE),
            of("list-build", "list of a million ints, appended one by one", NONE),
            of("tuple-build", "tuple of a million ints", NONE),
            of("dict-build", "dict of a million ints, set one by one", NONE),
            of("set-build", "set of a million ints, added one by one", NONE),
            of("longs-to-list", "array of a million ints to a list", ratio(1.0)),
            of("list-to-longs", "list of a million ints to an array", ratio(1.0)),
            of("ladder", "ladder of five casts", NONE),
            of("error-caught", "Python's exception caught outside", NONE),
            of("error-thrown", "exception from outside caught in Python", NONE),
            of("callback-function", "Python calls a function", ratio(2)),
            of("callback-method", "Python calls a method of an object", NONE),
            of("callback-sorted", "key function of sorted, for each of 1,000", NONE),
            of("export-construct", "Python constructs an object", NONE),
            of("numpy-lend", "8 MB of doubles to NumPy", value(3000)),
            of("numpy-borrow", "8 MB of doubles from NumPy, in place", NONE),
            of("numpy-copy", "8 MB of doubles from NumPy, copied", NONE),
            of("threads-8", "eight threads: attach, call, detach", NONE),
            of("drop-detached", "a million references dropped detached", NONE),
            new Workload("reference-bytes", "memory of a held reference", Unit.BYTES, value(32)),
            START,
            START_MEMORY);

    private static Workload of(String name, String title, Target target) {
        return new Workload(name, title, Unit.NANOSECONDS, target);
    }

    /** Whether the driver measures it on a process of its own. */
    boolean isOfStart() {
        return this == START || this == START_MEMORY;
    }

    /** Whether it wants an object where a program might do without. */
    boolean isOfObjects() {
        return name.endsWith("-object");
    }
}
