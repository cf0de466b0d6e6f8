package dev.sanca.benchmarks.gate;

import dev.sanca.benchmarks.Workload;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Setup;

/**
 * One try: measures workloads of one class, each in turn with its bare half, batch for batch, and prints what it found. The
 * arguments are the number of the try and the names of the workloads.
 */
final class Trial {
    /** What a line with a reading begins with. */
    static final String ANSWER = "> ";

    /** Processor time of the first try; each further one takes twice as long. */
    private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long MEASURE = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int MOST = 1000;

    private final Object benchmark;
    private final int factor;
    private final Map<String, Meter> bareHalves = new HashMap<>();

    private Trial(Object benchmark, int number) {
        this.benchmark = benchmark;
        factor = 1 << (number - 1);
    }

    /** A new object of a class of benchmarks, after its setup. */
    static Object prepared(Class<?> type) throws ReflectiveOperationException {
        Object benchmark = type.getConstructor().newInstance();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Setup.class)) {
                method.invoke(benchmark);
            }
        }
        return benchmark;
    }

    /** The workloads that the arguments name. */
    static List<Workload> workloads(String[] arguments) {
        List<String> names = Arrays.asList(arguments).subList(1, arguments.length);
        return Workload.matching(List.of()).stream()
                .filter(workload -> names.contains(workload.name()))
                .toList();
    }

    /** Measures. */
    public static void main(String[] arguments) throws Throwable {
        List<Workload> workloads = workloads(arguments);
        Trial trial = new Trial(prepared(workloads.getFirst().type()), Integer.parseInt(arguments[0]));
        for (Workload workload : workloads) {
            Reading reading = trial.measure(workload);
            System.out.println(ANSWER + workload.name() + " " + reading.ratio() + " " + reading.bytes());
        }
        System.exit(0); // the thread is attached, and Python need not be ended
    }

    private Reading measure(Workload workload) throws Throwable {
        Meter work = warm(workload.method());
        Meter bare = bareHalves.get(workload.bare());
        if (bare == null) {
            bare = warm(Workload.method(workload.bare()));
            bareHalves.put(workload.bare(), bare);
        }
        bare.reset();
        long end = Meter.processorTime() + factor * MEASURE;
        for (int i = 0; i < factor * MOST && Meter.processorTime() < end; i++) {
            bare.batch();
            work.batch();
        }
        return new Reading(work.time() / bare.time(), work.bytes());
    }

    private Meter warm(String method) throws Throwable {
        Meter meter = new Meter(benchmark, method);
        meter.warmUp(factor * WARM_UP);
        return meter;
    }
}
