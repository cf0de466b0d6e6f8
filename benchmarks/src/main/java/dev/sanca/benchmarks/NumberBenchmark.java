package dev.sanca.benchmarks;

import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** Operators and comparisons; PyO3's {@code bench_comparisons}. */
public class NumberBenchmark extends Attached {
    private PyAny a;
    private PyAny b;
    private long aWord;
    private long bWord;

    @Override
    protected void make() {
        a = py.of(1_000_000);
        b = py.of(2_000_000);
        aWord = Bare.word(a);
        bWord = Bare.word(b);
    }

    @Benchmark
    @Beside(value = "addBare", work = "add of two ints", atMost = 1.3, gate = 1.8, bytes = 24)
    public void add() {
        a.add(b).close();
    }

    @Benchmark
    public void addBare() {
        Word.decref(Bare.check(abstract_h.PyNumber_Add(aWord, bWord)));
    }

    @Benchmark
    @Beside(value = "ltBare", work = "lt of two ints", atMost = 1.3)
    public boolean lt() {
        return a.lt(b);
    }

    @Benchmark
    public boolean ltBare() {
        return Bare.check(object_h.PyObject_RichCompareBool(aWord, bWord, Comparison.LT.number())) > 0;
    }

    @Benchmark
    @Beside(value = "eqBare", work = "eq of two ints", atMost = 1.3, gate = 1.8)
    public boolean eq() {
        return a.eq(b);
    }

    @Benchmark
    public boolean eqBare() {
        return Bare.check(object_h.PyObject_RichCompareBool(aWord, bWord, Comparison.EQ.number())) > 0;
    }

    @Benchmark
    @Beside(value = "truthBare", work = "isTruthy of an int", atMost = 1.3)
    public boolean truth() {
        return a.isTruthy();
    }

    @Benchmark
    public boolean truthBare() {
        return Bare.check(object_h.PyObject_IsTrue(aWord)) > 0;
    }
}
