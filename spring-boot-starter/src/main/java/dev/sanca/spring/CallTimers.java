package dev.sanca.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long the calls of {@link PythonTemplate} waited for the GIL, and how long they ran. */
final class CallTimers implements CallListener {
    /**
     * The timers of one registry.
     *
     * @param attach how long a thread waited until it was attached
     * @param done the bodies that returned
     * @param failed the bodies that threw something
     */
    private record Timers(Timer attach, Timer done, Timer failed) {}

    private final Supplier<@Nullable MeterRegistry> registry;
    private volatile @Nullable Timers timers;

    CallTimers(Supplier<@Nullable MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void called(long waitNanos, long bodyNanos, boolean failed) {
        Timers found = timers;
        if (found == null) {
            found = find();
        }
        if (found != null) {
            found.attach.record(waitNanos, TimeUnit.NANOSECONDS);
            (failed ? found.failed : found.done).record(bodyNanos, TimeUnit.NANOSECONDS);
        }
    }

    private @Nullable Timers find() {
        MeterRegistry meters = registry.get();
        if (meters == null) {
            return null;
        }
        Timers found = new Timers(
                Timer.builder("sanca.attach")
                        .description("Waiting until the thread was attached, mostly for the GIL")
                        .register(meters),
                call(meters, "success"),
                call(meters, "error"));
        timers = found;
        return found;
    }

    private static Timer call(MeterRegistry meters, String outcome) {
        return Timer.builder("sanca.call")
                .description("Running with the GIL")
                .tag("outcome", outcome)
                .register(meters);
    }
}
