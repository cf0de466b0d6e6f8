package dev.sanca.benchmarks;

import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import org.openjdk.jmh.annotations.Benchmark;

/** Lines of Java that mean the same on every runtime; {@link RuntimeCosts} runs them on each. */
public class RuntimeBenchmark extends Attached {
    private PyAny object;
    private PyAny list;
    private PyAny same;
    private PyAny argument;
    private long number = 12345678;

    @Override
    protected void make() {
        object = it("""
                class Thing:
                    x = 1.5
                def same(a):
                    return a
                it = Thing()
                """);
        list = py.eval("[1, 2, 3]");
        same = py.eval("same");
        argument = py.eval("'argument'");
    }

    /** A count taken and given back. */
    @Benchmark
    public void count() {
        object.cast(PyAny.class).close();
    }

    /** A type looked at, with a reference of its class. */
    @Benchmark
    public void typeCheck() {
        list.cast(PyList.class).close();
    }

    /** A function called with one argument. */
    @Benchmark
    public void call() {
        same.call(argument).close();
    }

    /** An attribute read. */
    @Benchmark
    public void attribute() {
        object.getAttr("x").close();
    }

    /** A long made a Python int and read again. */
    @Benchmark
    public long intRoundTrip() {
        try (PyAny made = py.of(number)) {
            return made.asLong();
        }
    }

    /** A sum of two of them. */
    @Benchmark
    public long sum() {
        try (PyAny made = py.of(number);
                PyAny sum = made.add(number)) {
            return sum.asLong();
        }
    }

    /** A long passed through a Python function. */
    @Benchmark
    public long intThroughPython() {
        try (PyAny back = same.call(number)) {
            return back.asLong();
        }
    }

    /** A long made a Python int that Python needs: put into a list. */
    @Benchmark
    public void intNeeded() {
        try (PyAny made = py.of(number)) {
            list.setItem(0, made);
        }
    }
}
