package dev.sanca.stress.fuzz;

import dev.sanca.Python;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs one program after another. After each, Python's counts of its objects are compared with the model; after a round of
 * programs, when the collectors have run, nothing of them may be left.
 *
 * <p><b>Thread:</b> one; the programs have their own.
 */
public final class Fuzzer {
    private static final int ROUND = 100;
    private static final int REPEATED = 50;
    private static final Duration HANGS = Duration.ofMinutes(2);
    private static final Duration SHRINKING = Duration.ofMinutes(2);

    /** How often a program must not fail to count as one that does not: threads make it a matter of luck. */
    private static final int TRIES = 3;

    private final @Nullable Kind wrong;
    private final PythonCode code;
    private final Balance before;
    private long steps;
    private long programs;

    private Fuzzer(@Nullable Kind wrong) {
        this.wrong = wrong;
        code = Python.attach(PythonCode::new);
        runAlone(0); // what is made once, is made now
        before = Balance.settled(code, new Balance(0, Balance.now(code).detached(), 0, 0));
    }

    /** Starts Python if it does not run. */
    public static Fuzzer create() {
        return new Fuzzer(null);
    }

    /**
     * A fuzzer that must find something.
     *
     * @param wrong after steps of this kind its model is wrong
     */
    static Fuzzer withWrongModel(Kind wrong) {
        return new Fuzzer(wrong);
    }

    /** The steps of all programs so far. */
    public long steps() {
        return steps;
    }

    /** The programs so far. */
    public long programs() {
        return programs;
    }

    /**
     * Runs programs until there were so many steps and the time is over, or one fails.
     *
     * @param seed the seed of the first program; that of the next is greater by one
     */
    public Optional<Finding> run(long seed, long leastSteps, Duration leastTime) {
        long start = System.nanoTime();
        long end = steps + leastSteps;
        List<Long> round = new ArrayList<>();
        for (long next = seed; ; next++) {
            Program program = Program.of(next);
            Throwable failure = runOn(program, next);
            if (failure != null) {
                return Optional.of(shrunk(next, program, failure));
            }
            round.add(next);
            steps += program.steps().size();
            programs++;
            boolean isEnd = steps >= end && System.nanoTime() - start >= leastTime.toNanos();
            if (isEnd || round.size() == ROUND) {
                Throwable left = leftBehind(before);
                if (left != null) {
                    return Optional.of(culprit(round, left));
                }
                round.clear();
            }
            if (isEnd) {
                return Optional.empty();
            }
        }
    }

    /** Runs a program many times; how it failed, or null. */
    public @Nullable Throwable replay(Program program) {
        return runAndSettle(program, 0);
    }

    private void runAlone(long seed) {
        for (int i = 0; i < 2; i++) {
            Throwable failure = runOn(Program.of(seed + i), i);
            if (failure != null && wrong == null) {
                throw new IllegalStateException("the first program failed, of seed " + (seed + i), failure);
            }
        }
    }

    /** Runs a program on a thread of its own, a virtual one if the number is odd. */
    private @Nullable Throwable runOn(Program program, long number) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        Thread.Builder builder = number % 2 == 0 ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
        builder.name("fuzz-program").start(() -> {
            try {
                failure.set(new Run(code, wrong).run(program));
            } finally {
                done.countDown();
            }
        });
        Child.await(() -> {
            if (!done.await(HANGS.toSeconds(), TimeUnit.SECONDS)) {
                failure.set(new Hang("the program has not ended within " + HANGS + ":\n" + Python.dumpStacks()));
            }
        });
        return failure.get();
    }

    /** What more is owned than before; null if nothing. */
    private @Nullable Throwable leftBehind(Balance before) {
        Balance after = Balance.settled(code, before);
        return after.isWithin(before) ? null : new Remains(before, after);
    }

    private @Nullable Throwable runAndSettle(Program program, long number) {
        Balance first = Balance.settled(code, before);
        Throwable failure = null;
        for (int i = 0; i < REPEATED && failure == null; i++) { // what it leaves adds up
            failure = runOn(program, number + i);
        }
        return failure != null ? failure : leftBehind(first);
    }

    private Finding culprit(List<Long> round, Throwable left) {
        for (long seed : round) {
            Program program = Program.of(seed);
            Throwable failure = runAndSettle(program, seed);
            if (failure != null) {
                return shrunk(seed, program, failure);
            }
        }
        return new Finding(round.getFirst(), Program.of(round.getFirst()), left, false);
    }

    private Finding shrunk(long seed, Program program, Throwable failure) {
        if (failure instanceof Hang) {
            return new Finding(seed, program, failure, true); // its threads are still there
        }
        AtomicReference<Throwable> last = new AtomicReference<>(failure);
        boolean isLeft = failure instanceof Remains;
        Program smallest = Shrinker.shrink(
                program,
                smaller -> {
                    for (int i = 0; i < TRIES; i++) {
                        Throwable found = isLeft ? runAndSettle(smaller, seed + i) : runOn(smaller, seed + i);
                        if (found != null && found.getClass() == failure.getClass()) {
                            last.set(found);
                            return true;
                        }
                    }
                    return false;
                },
                SHRINKING);
        return new Finding(seed, smallest, last.get(), true);
    }

    /** What is owned after the end. */
    private static final class Remains extends AssertionError {
        private static final long serialVersionUID = 1;

        Remains(Balance before, Balance after) {
            super("something is left when all is closed and collected: before " + before + ", after " + after);
        }
    }

    /** A program that does not end. */
    private static final class Hang extends AssertionError {
        private static final long serialVersionUID = 1;

        Hang(String message) {
            super(message);
        }
    }
}
