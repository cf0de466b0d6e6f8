package dev.sanca.internal.thread;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The end of the time that a body has.
 *
 * <p><b>Thread:</b> made and closed by the thread of the body; {@link StopWatch} reads it.
 */
public final class Deadline {
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE / 2);

    final @Nullable Deadline outer;
    private final Stops stops;
    private final Duration limit;
    private final long atNanos;

    /** What was raised in Python when the time was over; null before. */
    private @Nullable CancellationException raised;

    Deadline(Stops stops, Duration limit, @Nullable Deadline outer) {
        this.stops = stops;
        this.limit = limit;
        this.outer = outer;
        this.atNanos = System.nanoTime() + nanos(limit);
    }

    /** Returns a duration in nanoseconds; not less than none, nor more than a clock can add. */
    public static long nanos(Duration limit) {
        return limit.isNegative() ? 0 : (limit.compareTo(MOST) < 0 ? limit : MOST).toNanos();
    }

    /** Returns whether the time is over, and the body does not know yet. The caller holds the lock of {@link Stops}. */
    boolean isDue(long now) {
        return raised == null && now - atNanos >= 0;
    }

    /** Returns what to raise in the body. The caller holds the lock of {@link Stops}. */
    CancellationException raise() {
        raised = new CancellationException(message());
        return raised;
    }

    /** Returns whether a body ended with {@code error} because its time was over. */
    public boolean isCauseOf(Throwable error) {
        return error == raised;
    }

    /** Returns the sentence that the exceptions have. */
    public String message() {
        return "Python was stopped: the body had not ended within " + limit;
    }

    /** Returns the reason for a stop, as a part of a sentence. */
    String sentence() {
        return "its body had not ended within " + limit;
    }

    /** Ends the time limit. What was requested because of it does not arrive any more. The thread is attached. */
    public void close() {
        stops.close(this);
    }
}
