package dev.sanca.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a reference pays for the watch of native memory: the making of a reference, copied from {@code own.Refs}, with and
 * without the comparison of the epoch.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WatchBenchmark {
    private static final int THOUSAND = 1000;

    private static int epoch;

    private static final class Slots {
        private long[] words = new long[THOUSAND + 1];
        private int used;
    }

    private static final class Owner {
        private Slots slots = new Slots();
        private int epochSeen;
        private long made;

        private Slots grow() {
            epochSeen = epoch;
            slots = new Slots();
            return slots;
        }
    }

    private final Owner owner = new Owner();

    /** Makes both branches of the slow path known. */
    @Setup
    public void warm() {
        epoch++;
        with(1);
    }

    private void with(long word) {
        Slots s = owner.slots;
        int i = s.used;
        if (Integer.compareUnsigned(i, s.words.length) < 0 && owner.epochSeen == epoch) {
            s.words[i] = word;
            s.used = i + 1;
        } else {
            s = owner.grow();
            s.words[s.used++] = word;
        }
        owner.made++;
    }

    private void without(long word) {
        Slots s = owner.slots;
        int i = s.used;
        if (Integer.compareUnsigned(i, s.words.length) < 0) {
            s.words[i] = word;
            s.used = i + 1;
        } else {
            s = owner.grow();
            s.words[s.used++] = word;
        }
        owner.made++;
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    @Beside(value = "referenceBare", work = "a reference with the watch, beside one without", gate = 1.2)
    public void reference() {
        for (int i = 0; i < THOUSAND; i++) {
            with(i + 1);
        }
        owner.slots.used = 0;
    }

    @Benchmark
    @OperationsPerInvocation(THOUSAND)
    public void referenceBare() {
        for (int i = 0; i < THOUSAND; i++) {
            without(i + 1);
        }
        owner.slots.used = 0;
    }
}
