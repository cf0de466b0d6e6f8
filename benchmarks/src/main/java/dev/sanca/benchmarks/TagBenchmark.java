package dev.sanca.benchmarks;

import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.object_h;
import dev.sanca.own.Refs;
import dev.sanca.types.PyAny;
import org.openjdk.jmh.annotations.Benchmark;

/** What it costs to look whether a word is tagged, where none is. */
public class TagBenchmark extends Attached {
    private static final int OBJECTS = 64;

    /** From this count on, a Python 3.14 takes an object for immortal and leaves it. */
    private static final int SATURATED = 3 << 30;

    private final PyAny[] references = new PyAny[OBJECTS];
    private final long[] words = new long[OBJECTS];

    @Override
    protected void make() {
        for (int i = 0; i < OBJECTS; i++) {
            references[i] = py.eval("object()");
            words[i] = Refs.word(references[i]);
        }
    }

    @Benchmark
    @Beside(
            value = "countsUntested",
            work = "64 words: a count taken and given back, beside the same without the test",
            atMost = 1.1)
    public void counts() {
        for (long word : words) {
            Word.incref(word);
        }
        for (long word : words) {
            Word.decref(word);
        }
    }

    @Benchmark
    public void countsUntested() {
        for (long word : words) {
            int count = Memory.getInt(word);
            if (Integer.compareUnsigned(count, SATURATED) < 0) {
                Memory.putInt(word, count + 1);
            }
        }
        for (long word : words) {
            int count = Memory.getInt(word);
            if (count >= 0) {
                Memory.putInt(word, --count);
                if (count == 0) {
                    object_h._Py_Dealloc(word);
                }
            }
        }
    }

    @Benchmark
    @Beside(value = "readUntested", work = "64 references: word read, beside the same without the test", atMost = 1.1)
    public long read() {
        long sum = 0;
        for (PyAny reference : references) {
            sum += Refs.word(reference);
        }
        return sum;
    }

    @Benchmark
    public long readUntested() {
        long sum = 0;
        for (PyAny reference : references) {
            sum += Refs.taggedWord(reference);
        }
        return sum;
    }
}
