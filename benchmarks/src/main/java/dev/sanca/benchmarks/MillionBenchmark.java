package dev.sanca.benchmarks;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.word.SequenceReads;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A list of a million ints read as longs, for each element; PyO3's {@code bench_list} and {@code bench_extract}. */
public class MillionBenchmark extends Attached {
    private static final int MILLION = 1_000_000;

    private PyList list;
    private long listWord;

    @Override
    protected void make() {
        list = it("it = list(range(1000000))").cast(PyList.class);
        listWord = Bare.word(list);
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    @Beside(value = "readBare", work = "list of a million ints, each closed", atMost = 2, gate = 6.5)
    public long readClosed() {
        long sum = 0;
        for (int i = 0; i < MILLION; i++) {
            try (PyAny item = list.get(i)) {
                sum += item.asLong();
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    @Beside(value = "readBare", work = "list of a million ints, left to the collector", atMost = 2, gate = 6, bytes = 9)
    public long readCollected() {
        long sum = 0;
        for (int i = 0; i < MILLION; i++) {
            sum += list.get(i).asLong();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    @Beside(
            value = "readCountedBare",
            work = "the same, beside inline loads that take a count and give it back",
            gate = 5)
    public long readClosedToo() {
        return readClosed();
    }

    @Benchmark
    @OperationsPerInvocation(MILLION)
    @Beside(value = "arrayBare", work = "list of a million ints, as(long[].class)", atMost = 1.2, bytes = 8)
    public long[] array() {
        return list.as(long[].class);
    }

    /** Inline loads: the item, its type, its value. */
    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long readBare() {
        long sum = 0;
        long n = SequenceReads.listSize(listWord);
        for (int i = 0; i < n; i++) {
            sum += Bare.intValue(Memory.getLong(SequenceReads.listItems(listWord) + 8L * i));
        }
        return sum;
    }

    /** As {@link #readBare}, owning each item while it is read, as a reference does. */
    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long readCountedBare() {
        long sum = 0;
        long n = SequenceReads.listSize(listWord);
        for (int i = 0; i < n; i++) {
            long item = Word.newRef(Memory.getLong(SequenceReads.listItems(listWord) + 8L * i));
            sum += Bare.intValue(item);
            Word.decref(item);
        }
        return sum;
    }

    /** As {@link #readBare}, into an array. */
    @Benchmark
    @OperationsPerInvocation(MILLION)
    public long[] arrayBare() {
        int n = (int) SequenceReads.listSize(listWord);
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = Bare.intValue(Memory.getLong(SequenceReads.listItems(listWord) + 8L * i));
        }
        return values;
    }
}
