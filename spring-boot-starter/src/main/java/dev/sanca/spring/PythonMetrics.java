package dev.sanca.spring;

import dev.sanca.Python;
import dev.sanca.PythonStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The counters of {@link Python#stats()}, which see every use of Python in the process. */
final class PythonMetrics implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "sanca.attaches", "Attaches of threads; nested ones are not counted", PythonStats::attaches);
        counter(registry, "sanca.scopes", "Tokens and scopes opened", PythonStats::scopes);
        counter(registry, "sanca.references.made", "Bound references created", PythonStats::boundMade);
        counter(registry, "sanca.pool.drained", "Decrements that the release pool has done", PythonStats::poolDrained);
        gauge(registry, "sanca.pool.pending", "Decrements that wait for the next attach", PythonStats::poolPending);
        gauge(registry, "sanca.threads", "Python's thread states", PythonStats::threads);
        references(registry, "bound", PythonStats::liveBound);
        references(registry, "detached", PythonStats::livePy);
    }

    private static void counter(MeterRegistry registry, String name, String text, ToDoubleFunction<PythonStats> value) {
        FunctionCounter.builder(name, value, stats -> stats.applyAsDouble(Python.stats()))
                .description(text)
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, String name, String text, ToDoubleFunction<PythonStats> value) {
        Gauge.builder(name, value, stats -> stats.applyAsDouble(Python.stats()))
                .description(text)
                .strongReference(true)
                .register(registry);
    }

    private static void references(MeterRegistry registry, String kind, ToDoubleFunction<PythonStats> value) {
        Gauge.builder("sanca.references.live", value, stats -> stats.applyAsDouble(Python.stats()))
                .description("References that own a count of a Python object")
                .tag("kind", kind)
                .strongReference(true)
                .register(registry);
    }
}
