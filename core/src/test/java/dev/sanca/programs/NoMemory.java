package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCallable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets each allocation of Python fail once in each public operation, by CPython's {@code _testcapi.set_nomemory}, and looks
 * that the operation then ends with a {@code MemoryError}, or as it does otherwise, and that no memory is lost. In a JVM of its
 * own, whose {@code main} may take a part of the names of the operations to look at. It prints each fault, or {@code passed}.
 *
 * <p>CPython itself prints now and then that a {@code bytearray} has exported buffers: of one whose memory it did not get, it reads a field that it
 * has not set.
 */
public final class NoMemory {
    /** More allocations than an operation makes; an operation that makes more is looked at up to here. */
    private static final int MOST = 400;

    /** After so many numbers that no allocation has, the operation has no further one: other memory comes from a free list. */
    private static final int QUIET = 3;

    private static final int SWEEPS = 4;

    /** More than what fills Python's free lists. */
    private static final int MANY_SWEEPS = 60;

    private final Python py;
    private final PyCallable fail;
    private final PyCallable restore;
    private final PyCallable blocks;
    private final List<String> faults = new ArrayList<>();
    private int trials;
    private int failures;

    private NoMemory(Python py) {
        this.py = py;
        fail = function("_testcapi", "set_nomemory");
        restore = function("_testcapi", "remove_mem_hooks");
        blocks = function("sys", "getallocatedblocks");
    }

    public static void main(String[] args) {
        Map<String, List<PublicCall>> calls = new LinkedHashMap<>();
        String part = args.length == 0 ? "" : args[0];
        for (PublicCall call : PublicCall.all(part)) {
            calls.computeIfAbsent(call.expression(), x -> new ArrayList<>()).add(call);
        }
        try (Python py = Python.attach()) {
            NoMemory noMemory = new NoMemory(py);
            calls.values().forEach(noMemory::check);
            System.out.println(noMemory.trials + " allocations failed, " + noMemory.failures
                    + " operations of them ended with a MemoryError");
            noMemory.faults.forEach(System.out::println);
            boolean isWhole = noMemory.failures > calls.size();
            System.out.println(noMemory.faults.isEmpty() && isWhole ? "passed" : "failed");
        }
    }

    private PyCallable function(String module, String name) {
        return py.importModule(module).getAttr(name).cast(PyCallable.class);
    }

    /** The operations on one object: one by one only if all of them together need more and more memory. */
    private void check(List<PublicCall> calls) {
        if (grows(calls, SWEEPS)) {
            for (PublicCall call : calls) {
                if (grows(List.of(call), MANY_SWEEPS)) {
                    faults.add(call.name() + ": memory is lost in each further sweep");
                }
            }
        }
    }

    private boolean grows(List<PublicCall> calls, int sweeps) {
        calls.forEach(this::sweep); // fills caches
        long before = settledBlocks();
        for (int i = 0; i < sweeps; i++) {
            calls.forEach(this::sweep);
            long after = settledBlocks();
            if (after <= before) {
                return false;
            }
            before = after;
        }
        return true;
    }

    private void sweep(PublicCall call) {
        String usual = outcome(call, Integer.MAX_VALUE - 1);
        int quiet = 0;
        for (int n = 1; n < MOST && quiet < QUIET; n++) {
            trials++;
            String outcome = outcome(call, n);
            if (outcome.startsWith("MemoryError")) {
                failures++;
                quiet = 0;
            } else if (outcome.equals(usual)) {
                quiet++;
            } else {
                report(call, n, outcome + " in place of " + usual);
            }
        }
    }

    private void report(PublicCall call, int n, String text) {
        String fault = call.name() + ", allocation " + n + ": " + text;
        if (faults.stream().noneMatch(fault::equals)) {
            faults.add(fault);
        }
    }

    /** Returns how the operation ends if the n-th allocation from its start fails. */
    private String outcome(PublicCall call, int n) {
        try (Scope scope = py.scope()) {
            PyAny target = call.target(py);
            fail.call(n, n + 1).close();
            try {
                call.run(py, target);
                return "done";
            } finally {
                restore.call().close();
            }
        } catch (PythonException e) {
            return e.type().bind(py).name();
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private long settledBlocks() {
        for (int i = 0; i < 2; i++) {
            System.gc();
            py.detach(() -> LockSupport.parkNanos(2_000_000));
            Python.attach().close();
            py.run("import gc; gc.collect()");
        }
        try (PyAny count = blocks.call()) {
            return count.asLong();
        }
    }
}
