package dev.sanca.benchmarks;

import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** What looks whether a word is tagged, and little else; {@link TagCosts} runs it with and without the test. */
public class TagBenchmark extends Attached {
    private static final int OBJECTS = 64;

    private final PyAny[] references = new PyAny[OBJECTS];
    private final long[] words = new long[OBJECTS];

    @Override
    protected void make() {
        for (int i = 0; i < OBJECTS; i++) {
            references[i] = py.eval("object()");
            words[i] = Refs.word(references[i]);
        }
    }

    /** Counts taken and given back. */
    @Benchmark
    public void counts() {
        for (long word : words) {
            Word.incref(word);
        }
        for (long word : words) {
            Word.decref(word);
        }
    }

    /** The words of references read. */
    @Benchmark
    public long read() {
        long sum = 0;
        for (PyAny reference : references) {
            sum += Refs.word(reference);
        }
        return sum;
    }
}
